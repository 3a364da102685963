import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte'
import { flushSync, tick } from 'svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Finding } from '../../../../src/core/checks/finding.ts'
import type { OriginalFinding } from '../../../../src/core/findings/original.ts'
import { figureLinesOf } from '../../../../src/core/platforms/lines.ts'
import { newReport } from '../../../../src/core/report/new-report.ts'
import type { Report } from '../../../../src/core/report/report.ts'
import { Session } from '../../../../src/state/report/session.svelte.ts'
import { db } from '../../../../src/storage/database/db.ts'
import Findings from '../../../../src/ui/checks/Findings.svelte'
import { located } from '../../../../src/ui/checks/card/acting.ts'
import { ViewState } from '../../../../src/ui/parts/view-state.svelte.ts'
import { FiguresControl } from '../../../../src/ui/platforms/figures/control.svelte.ts'
import YearTable from '../../../../src/ui/platforms/figures/YearTable.svelte'
import WebsiteReturn from '../../../../src/ui/platforms/returns/WebsiteReturn.svelte'
import { fieldOf, focused, report, show } from '../../platforms/figures-on-screen.ts'

beforeEach(async () => {
  await db.delete()
  await db.open()
})

/** A finding about the whole of an original. */
const whole = (rule: string, params: object) =>
  ({
    rule,
    severity: 'warning',
    at: { kind: 'report' },
    params,
    fingerprint: rule
  }) as OriginalFinding

/** The list of findings of a report that was read from an original, with this one open. */
function list(finding: OriginalFinding) {
  const imported: Report['imported'] = {
    name: '年报.docx',
    at: '2026-01-05T00:00:00.000Z',
    findings: [finding as NonNullable<Report['imported']>['findings'][number]]
  }
  const session = new Session({ ...newReport('清川市档案局', 2025), imported })
  const view = new ViewState()
  render(Findings, { session, view })
  const found = session.findings.find(({ fingerprint }) => fingerprint === finding.fingerprint)
  if (!found) throw new Error(`no ${finding.rule}`)
  view.choose(found)
  flushSync()
  return view
}
const locate = () => {
  const title = screen.getByRole('button', { expanded: true, name: /：/ })
  return within(title.closest('li') as HTMLElement).queryByRole('button', { name: '定位' })
}

describe('a finding about an original', () => {
  it.each([
    ['a section that is missing', 'D-SEC', { problem: 'missing', section: '总体情况' }, 'overview'],
    [
      'a table under another number',
      'D-SEC',
      { problem: 'order', section: '主动公开政府信息情况' },
      'disclosure'
    ],
    ['prose beside a table', 'D-PROSE2', { table: 'remedies', found: ['另有1件。'] }, 'remedies']
  ])('leads to the section it names: %s', async (_, rule, params, spot) => {
    const view = list(whole(rule, params))
    const button = locate()
    if (!button) throw new Error('no button')
    await fireEvent.click(button)
    expect([view.spot, view.editingUnit, view.chosen?.rule]).toEqual([spot, false, rule])
  })

  it.each([
    ['headings', 'D-SEC', { problem: 'none' }],
    ['a label', 'D-LABEL', { found: '件数', statutory: '本年制发件数' }]
  ])('leads nowhere where it names no place: %s', (_, rule, params) => {
    list(whole(rule, params))
    expect(locate()).toBeNull()
  })

  it('leads to unit and year where it is about the title', async () => {
    const found = { found: '清川市档案局2025年政府信息公开年报', statutory: '某局' }
    const view = list(whole('D-TITLE', found))
    const button = locate()
    if (!button) throw new Error('no button')
    await fireEvent.click(button)
    expect(view.editingUnit).toBe(true)
  })
})

describe('what is no number in a figure’s field', () => {
  const refused = (session: Session) => {
    session.seal()
    const found = session.checkedNow.findings.flatMap((one) =>
      !one.unread && one.rule === 'N-TEXT' ? [one] : []
    )
    if (!found[0]) throw new Error('nothing found')
    return found[0]
  }
  const go = async (finding: Finding) => {
    const view = new ViewState()
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    located(view, finding)
    await tick()
    return view
  }

  it('is found in its month, and the number of the month comes back', async () => {
    const { session } = show('year')
    await fireEvent.click(screen.getByRole('button', { name: '站posts，按月填写' }))
    const year = fieldOf(/^站posts，2025年，/)
    const march = fieldOf(/^站posts，2025年3月/)
    for (const field of [year, march]) {
      field.focus()
      await fireEvent.input(field, { target: { value: '很多' } })
    }
    march.blur()
    session.seal()
    const all = session.checkedNow.findings.flatMap((one) =>
      !one.unread && one.rule === 'N-TEXT' ? [one] : []
    )
    expect(all).toHaveLength(2)
    const [, ofMarch] = all
    if (!ofMarch) throw new Error('no second')
    await go(ofMarch)
    expect(focused()).toMatch(/^站posts，2025年3月/)
    session.dropRefused(ofMarch)
    flushSync()
    expect([year.value, march.value]).toEqual(['很多', ''])
  })

  it('keeps its month in sight where the figures were left and are shown again', async () => {
    const { session, control } = show('year')
    const [line] = figureLinesOf(session.report, '站')
    if (!line) throw new Error('no line')
    control.typed({ line, year: 2025, month: 2 }, '很多')
    cleanup()
    render(YearTable, { session, control })
    await go(refused(session))
    expect(focused()).toMatch(/^站posts，2025年3月/)
  })

  it('is found in a row that has no figure yet', async () => {
    const session = new Session(report)
    const [site] = report.channels
    if (!site) throw new Error('no site')
    render(WebsiteReturn, { session, control: new FiguresControl(session), channel: site })
    const field = fieldOf(/^回应公众关注热点/)
    field.focus()
    await fireEvent.input(field, { target: { value: '很多' } })
    const finding = refused(session)
    const view = await go(finding)
    expect([document.activeElement, view.editingUnit]).toEqual([field, false])
    session.dropRefused(finding)
    flushSync()
    expect(field.value).toBe('')
  })
})
