import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { readdirSync, readFileSync } from 'node:fs'
import { flushSync, tick } from 'svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import { addChart } from '../../../../src/core/charts/edit.ts'
import { exampleReport } from '../../../../src/core/checks/examples/examples.ts'
import { waivable, waive } from '../../../../src/core/findings/waivers.ts'
import { validate } from '../../../../src/core/checks/validate.ts'
import { newReport } from '../../../../src/core/report/new-report.ts'
import type { Report } from '../../../../src/core/report/report.ts'
import { Session } from '../../../../src/state/report/session.svelte.ts'
import { db } from '../../../../src/storage/database/db.ts'
import Charts from '../../../../src/ui/charts/Charts.svelte'
import Findings from '../../../../src/ui/checks/Findings.svelte'
import Notice from '../../../../src/ui/parts/notices/Notice.svelte'
import { ViewState } from '../../../../src/ui/parts/view-state.svelte.ts'
import Find from '../../../../src/ui/prose/Find.svelte'
import Attach from '../../../../src/ui/years/Attach.svelte'
import { report as withFigures } from '../../platforms/figures-on-screen.ts'
import '../dialog-methods.ts'

/**
 * What changes much, takes away or replaces, wherever the screen does it, and how it can be taken back.
 * A module that does such a thing and is not listed here fails.
 */
const wayBack: Readonly<Record<string, 'a notice' | 'asks first' | 'by its caller' | 'a button'>> =
  {
    'charts/ChartCard.svelte': 'a notice',
    'charts/Charts.svelte': 'a notice',
    'charts/DigestDialog.svelte': 'a notice',
    'checks/OwnWordsDialog.svelte': 'a notice',
    'checks/Waived.svelte': 'a notice',
    'checks/card/acting.ts': 'a notice',
    'editor/Banner.svelte': 'a notice',
    // Its list of changes is seen before, and TablePane tells when it is done.
    'grid/Recompute.svelte': 'by its caller',
    'grid/grid.svelte.ts': 'a notice',
    // Where the draft opens; of a file that was dropped in the list.
    'import/Import.svelte': 'a button',
    'import/Queue.svelte': 'a button',
    'library/Notices.svelte': 'a button',
    'library/start.svelte.ts': 'a button',
    'past/Bin.svelte': 'asks first',
    'past/Past.svelte': 'a notice',
    'platforms/figures/ChannelHead.svelte': 'a notice',
    'platforms/figures/FigureMenu.svelte': 'a notice',
    'prose/Bindings.svelte': 'a notice',
    'prose/Find.svelte': 'a notice',
    'prose/PastedTables.svelte': 'a notice',
    'prose/put-in.ts': 'a notice',
    'years/Attach.svelte': 'a notice',
    // The sentence that was put in stands beside its own 撤销.
    'years/Changes.svelte': 'a button',
    'years/open-next-year.ts': 'a button'
  }
const large =
  /session\.(?:editMuch|setAll|setTexts|mend|accept|reopen|setOwnWords|takeBack|settle)\(|\b(?:removeChannel|removeLine|removeChart|placeCharts|splitChart|draftOfNextYear)\(|\b(?:library\.discard|library\.remove|importing\.drop|bin\.empty)\(/
const ui = 'src/ui'
const sources = readdirSync(ui, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(?:ts|svelte)$/.test(path))
  .map((path) => ({ path, source: readFileSync(`${ui}/${path}`, 'utf8') }))
  .filter(({ source }) => large.test(source.replaceAll('this.#', '')))

describe('what changes much or takes away', () => {
  it('is listed here', () => {
    expect(sources.map(({ path }) => path).sort()).toEqual(Object.keys(wayBack).sort())
  })

  it.each(sources.filter(({ path }) => wayBack[path] === 'a notice'))(
    'tells of it where it is done: $path',
    ({ source }) => {
      expect(source).toMatch(/\.say\(/)
    }
  )
})

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const choose = (name: string) => fireEvent.click(screen.getByRole('menuitem', { name }))
const typos = exampleReport({ note: '', text: { other: '公式公开信息处理费0元。公式公开。' } })
const last: Report = {
  ...newReport('清川市水利局', 2024),
  cells: { ...newReport('', 2024).cells, 'requests.carriedOut.natural': 3 }
}
const charted = addChart(withFigures, {
  title: '图甲',
  type: 'bar',
  figures: withFigures.metrics.slice(0, 1)
})

/** Opens the first finding of a list. */
const openFirst = async () => {
  const [title] = screen.getAllByRole('heading', { level: 3 })
  const button = title?.querySelector('button')
  if (button) await fireEvent.click(button)
}
const list = (session: Session, view: ViewState) => void render(Findings, { session, view })

interface Case {
  readonly what: string
  readonly report: Report
  /** Shows what it is done in, and does it. */
  readonly does: (session: Session, view: ViewState) => Promise<unknown>
  readonly said: string
}
const cases: readonly Case[] = [
  {
    what: 'a repair',
    report: typos,
    does: async (session, view) => {
      list(session, view)
      await openFirst()
      await press('改为“公示公开”')
    },
    said: '已改为“公示公开”。'
  },
  {
    what: 'several repairs',
    report: typos,
    does: async (session, view) => {
      list(session, view)
      await openFirst()
      await press('同类 2 处')
      await press('改正这 2 处')
    },
    said: '已改正 2 处。'
  },
  {
    what: 'a reason',
    report: typos,
    does: async (session, view) => {
      list(session, view)
      await openFirst()
      await press('用字无误，说明理由')
      await press('引用原文')
    },
    said: '1 处已说明理由。'
  },
  {
    what: 'a reason that is withdrawn',
    report: waive(typos, validate(typos).filter(waivable).slice(0, 1), '引用原文', '', ''),
    does: async (session, view) => {
      list(session, view)
      await press('撤回理由')
    },
    said: '理由已撤回，问题重新列出。'
  },
  {
    what: 'words replaced in every section',
    report: typos,
    does: async (session, view) => {
      view.find(true, '公式')
      render(Find, { session, view })
      await fireEvent.input(screen.getByLabelText('替换为'), { target: { value: '公示' } })
      await press('全部替换 2 处')
    },
    said: '已替换 2 处。'
  },
  {
    what: 'last year’s report',
    report: newReport('清川市水利局', 2025),
    does: async (session) => {
      const read = () => Promise.resolve(last)
      const reports = [{ id: last.id, unit: last.unit, year: 2024, updatedAt: last.updatedAt }]
      const nothing = () => undefined
      render(Attach, { session, reports, read, onimport: nothing, onclose: nothing })
      await screen.findByText(/未填的 1 格/)
      await press('选定')
    },
    said: '已对照 2024 年报告，上年结转已填 1 格。'
  },
  {
    what: 'a chart that is removed',
    report: charted,
    does: async (session) => {
      render(Charts, { session, dark: false })
      await press('图表“图甲”：更多')
      await choose('删除')
    },
    said: '图表“图甲”已删除。'
  },
  {
    what: 'a chart put into the text',
    report: charted,
    does: async (session) => {
      render(Charts, { session, dark: false })
      await press('插入一（四）段后')
    },
    said: '1 张图表已插入正文一（四）。'
  }
]

describe('撤销 takes back, and nothing else', () => {
  beforeEach(async () => {
    await db.delete()
    await db.open()
  })

  it.each(cases)('$what', async ({ report, does, said }) => {
    const session = new Session(report)
    // An edit before it stays.
    session.setUnit({ code: '11' })
    const before = session.report
    await waitFor(() => expect(session.checked.report).toBe(before))
    const view = new ViewState()
    render(Notice, { session, view })
    await does(session, view)
    flushSync()
    const notice = screen.getByText(said).closest('[role="status"]')
    expect(notice?.getAttribute('data-pane')).toBe('notice')
    expect(session.report).not.toEqual(before)
    await press('撤销')
    expect(session.report).toBe(before)
    await tick()
    expect(screen.queryByText(said)).toBeNull()
  })

  it('is gone once something else was edited, which it would not take back alone', async () => {
    const session = new Session(typos)
    const view = new ViewState()
    render(Notice, { session, view })
    list(session, view)
    await openFirst()
    await press('改为“公示公开”')
    expect(screen.getByRole('button', { name: '撤销' })).toBeTruthy()
    session.setUnit({ code: '11' })
    flushSync()
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull()
  })

  it('takes back what was done beside the report, and no step of the report', async () => {
    const session = new Session(typos)
    const view = new ViewState()
    session.setUnit({ code: '11' })
    const { report } = session
    const taken: string[] = []
    render(Notice, { session, view })
    session.say('已建立。', { back: async () => void taken.push('草稿') })
    flushSync()
    await press('撤销')
    expect([taken, session.report === report]).toEqual([['草稿'], true])
    await waitFor(() => expect(screen.queryByRole('button', { name: '撤销' })).toBeNull())
  })

  it('stays and says so where that is refused, until it is done', async () => {
    const session = new Session(typos)
    const refusals = ['没有删除。']
    render(Notice, { session, view: new ViewState() })
    session.say('已建立。', { back: async () => refusals.shift() })
    flushSync()
    await press('撤销')
    expect((await screen.findByText('没有删除。')).closest('[role=status]')).toBeTruthy()
    expect(screen.getByText('已建立。', { exact: false })).toBeTruthy()
    await press('撤销')
    await waitFor(() => expect(screen.queryByRole('button', { name: '撤销' })).toBeNull())
    expect(screen.queryByText('没有删除。')).toBeNull()
  })
})
