import { fireEvent, render, screen, within } from '@testing-library/svelte'
import { flushSync, tick } from 'svelte'
import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../../../src/core/checks/examples/examples.ts'
import type { Example } from '../../../../src/core/checks/examples/example.ts'
import { Session } from '../../../../src/state/report/session.svelte.ts'
import Findings from '../../../../src/ui/checks/Findings.svelte'
import { ViewState } from '../../../../src/ui/parts/view-state.svelte.ts'

/** The list of findings of a report, the first of a rule open. */
function list(example: Omit<Example, 'note'>, rule: string) {
  const session = new Session(exampleReport({ note: '', ...example }))
  const view = new ViewState()
  render(Findings, { session, view })
  const finding = session.findings.find((one) => one.rule === rule)
  if (!finding) throw new Error(`no ${rule}`)
  view.choose(finding)
  flushSync()
  return { session, view }
}
const card = () =>
  within(screen.getByRole('button', { expanded: true, name: /：/ }).closest('li') as HTMLElement)
const press = (name: string | RegExp) => fireEvent.click(card().getByRole('button', { name }))
const typos = { other: '公式公开信息处理费0元。公式公开。公式公开。' }
const titles = () => screen.queryAllByRole('heading', { level: 3 })

describe('a repair says before it is pressed what it changes', () => {
  it.each<[string, Omit<Example, 'note'>, string, readonly string[]]>([
    [
      'one cell',
      { cells: { 'requests.unavailable.notHeld.natural': 8 } },
      'T3-SUM',
      ['自然人 · 1.本机关不掌握相关政府信息：8 → 5']
    ],
    ['words', { text: typos }, 'D-TYPO', ['“公式公开” → “公示公开”']],
    [
      'blank cells',
      {
        cells: {
          'remedies.review.other': null,
          'remedies.review.pending': null,
          'remedies.direct.pending': null
        }
      },
      'T3-BLANK',
      [
        '行政复议 · 其他结果：未填 → 0',
        '行政复议 · 尚未审结：未填 → 0',
        '未经复议直接起诉 · 尚未审结：未填 → 0'
      ]
    ],
    [
      'blank cells that stand by name above it',
      { cells: { 'remedies.review.other': null, 'remedies.review.pending': null } },
      'T3-BLANK',
      []
    ]
  ])('%s', (_, example, rule, lines) => {
    list(example, rule)
    const said = card()
      .queryAllByRole('listitem')
      .map((one) => one.textContent)
    expect(said).toEqual(lines)
  })
})

describe('the cells that a repair would change', () => {
  it('are marked while its button is pointed at or has the focus, and no longer', async () => {
    const { view } = list({ cells: { 'requests.unavailable.notHeld.natural': 8 } }, 'T3-SUM')
    const button = card().getByRole('button', { name: '改为 5' })
    const cells = ['requests.unavailable.notHeld.natural']
    await fireEvent.pointerEnter(button)
    expect(view.pointed).toEqual(cells)
    await fireEvent.pointerLeave(button)
    expect(view.pointed).toEqual([])
    await fireEvent.focus(button)
    expect(view.pointed).toEqual(cells)
    await fireEvent.click(button)
    expect(view.pointed).toEqual([])
  })
})

describe('what may stay', () => {
  it('is accepted with one press of a reason that is often given', async () => {
    const { session } = list({ text: typos }, 'D-TYPO')
    await press('用字无误，说明理由')
    await press('专有名称')
    expect(session.report.waivers.map(({ reason }) => reason)).toEqual(['专有名称'])
    expect(session.said?.text).toBe('1 处已说明理由。')
    session.undo()
    expect(session.report.waivers).toEqual([])
  })

  it('is no error: that can be mended only, and says so', () => {
    list({ cells: { 'requests.unavailable.notHeld.natural': 8 } }, 'T3-SUM')
    expect(card().queryByRole('button', { name: /说明理由/ })).toBeNull()
    expect(card().getByText('法定要求，改正后才能报送，不能说明理由。')).toBeTruthy()
    expect(card().getByRole('button', { name: '定位' })).toBeTruthy()
  })
})

describe('findings of one rule', () => {
  it('are mended together as one step, but for those that are left out', async () => {
    const { session } = list({ text: typos }, 'D-TYPO')
    await press('同类 3 处')
    const [, second] = card().getAllByRole('checkbox')
    if (second) await fireEvent.click(second)
    await press('改正这 2 处')
    expect(session.report.text.other).toBe('公示公开信息处理费0元。公式公开。公示公开。')
    expect(session.said?.text).toBe('已改正 2 处。')
    session.undo()
    expect(session.report.text.other).toBe(typos.other)
  })

  it('are accepted together for one reason', async () => {
    const { session } = list({ text: typos }, 'D-TYPO')
    await press('同类 3 处')
    await press('为这 3 处说明理由')
    await press('引用原文')
    expect(session.report.waivers).toHaveLength(3)
    expect(session.findings).toEqual([])
    session.undo()
    expect(session.report.waivers).toEqual([])
  })

  it('are not offered together where there is one', () => {
    list({ text: { other: '公式公开信息处理费0元。' } }, 'D-TYPO')
    expect(card().queryByRole('button', { name: /^同类/ })).toBeNull()
  })
})

describe('the focus', () => {
  const many = { text: typos, cells: { 'remedies.review.other': null } } as const
  it.each<[string, () => Promise<unknown>]>([
    ['a repair', () => press(/^改为/)],
    [
      'a reason',
      async () => {
        await press('用字无误，说明理由')
        await press('引用原文')
      }
    ]
  ])('goes on to the next finding after %s', async (_, settle) => {
    list(many, 'D-TYPO')
    const before = titles().findIndex((one) => one.querySelector('[aria-expanded="true"]'))
    const count = titles().length
    await settle()
    await tick()
    expect(titles()).toHaveLength(count - 1)
    expect(document.activeElement).toBe(titles()[before]?.querySelector('button'))
  })

  it('stays in the list when nothing is left', async () => {
    list({ text: { other: '公式公开信息处理费0元。' } }, 'D-TYPO')
    await press(/^改为/)
    await tick()
    expect(titles()).toEqual([])
    expect(document.activeElement?.contains(screen.getByText(/没有问题/))).toBe(true)
    expect(document.activeElement).not.toBe(document.body)
  })

  it('goes back to the button where no reason was given after all', async () => {
    list({ text: typos }, 'D-TYPO')
    await press('用字无误，说明理由')
    await press('取消')
    await tick()
    expect(document.activeElement?.textContent.trim()).toBe('用字无误，说明理由')
  })
})
