import { fireEvent, render, screen } from '@testing-library/svelte'
import { flushSync, tick } from 'svelte'
import { describe, expect, it } from 'vitest'
import { idsAt } from '../../../src/core/findings/finding.ts'
import { addChannel } from '../../../src/core/platforms/edit.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import TablePane from '../../../src/ui/grid/TablePane.svelte'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'
import Platforms from '../../../src/ui/platforms/Platforms.svelte'

/** jsdom lays nothing out and has no such thing. */
Element.prototype.scrollIntoView ??= () => undefined

const fieldsIn = (where: string) => [...document.querySelectorAll<HTMLInputElement>(where)]

/** The first two fields of each grid, the first with 12 in it. */
const shown = {
  statutory: async () => {
    const cells = { 'requests.received.natural': 12 }
    const session = new Session(setCells(newReport('清川市档案局', 2025), cells))
    render(TablePane, { session, view: new ViewState(), table: 'requests' })
    return { session, fields: fieldsIn('td.number-cell input') }
  },
  platforms: async () => {
    const report = addChannel(newReport('清川市档案局', 2025), 'website', '清川档案')
    const session = new Session(report)
    render(Platforms, { session, view: new ViewState(), dark: false })
    const fields = fieldsIn('td.figure input')
    const [first] = fields
    if (first) await fireEvent.input(first, { target: { value: '12' } })
    return { session, fields }
  }
}

const fieldsOf = async (grid: keyof typeof shown) => {
  const { session, fields } = await shown[grid]()
  const [first, second] = fields
  if (!first || !second) throw new Error('no fields')
  const type = async (text: string) => {
    first.focus()
    await fireEvent.input(first, { target: { value: text } })
    flushSync()
  }
  const leave = async () => {
    second.focus()
    await tick()
  }
  return { session, first, second, type, leave }
}
const line = () => document.querySelector('.part-status')?.textContent?.replace(/\s+/g, ' ') ?? ''

describe.each(['statutory', 'platforms'] as const)('below the %s grid', (grid) => {
  it('what is refused is said, announced once the field is left, and gone when it is mended', async () => {
    const { session, first, type, leave } = await fieldsOf(grid)
    const found = () => session.checkedNow.findings.filter(({ rule }) => rule === 'N-TEXT')
    await type('十几件')
    expect(line()).toContain('“十几件”不是数字')
    expect(screen.queryByRole('alert')).toBeNull()
    await leave()
    expect(screen.getByRole('alert').textContent).toContain('“十几件”不是数字，没有记入')
    expect([first.value, first.getAttribute('aria-invalid')]).toEqual(['十几件', 'true'])
    const { field, figure } = first.dataset
    expect(found().map(({ at }) => idsAt(at))).toEqual([[field ?? figure]])
    expect(document.getElementById(first.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      '“十几件”不是数字'
    )
    await type('13')
    await leave()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(first.getAttribute('aria-invalid')).toBe('false')
    expect(found()).toEqual([])
  })
})

describe('below a statutory grid, what was made of a number in other words is said', () => {
  it.each([
    ['1.2万', '12000'],
    ['3千', '3000'],
    ['1亿', '100000000'],
    ['１２', '12'],
    ['1,234', '1234'],
    ['0件', '0'],
    ['十二', '12'],
    ['22(其中修订16件)', '22（其中修订16件）']
  ])('%s', async (typed, read) => {
    const { first, type, leave } = await fieldsOf('statutory')
    await type(typed)
    await leave()
    expect(line()).toContain(`“${typed}”记作 ${read}`)
    expect(first.value).toBe(read.replace(/（.*/, ''))
    await type('5')
    await leave()
    expect(line()).not.toContain('记作')
  })

  it.each(['12', '012', '', '22（其中修订16件）'])('and nothing of “%s”', async (typed) => {
    const { type, leave } = await fieldsOf('statutory')
    await type(typed)
    await leave()
    expect(line()).not.toContain('记作')
  })
})
