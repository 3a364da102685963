import { beforeEach, expect, it, vi } from 'vitest'
import { newReport } from '../../src/core/report.ts'
import { FigureImport } from '../../src/state/intake.svelte.ts'
import type { Session } from '../../src/state/session.svelte.ts'
import { channel } from '../core/metrics/figures.ts'

/** A session as the import needs it: a report, and its edits. */
function sessionOf() {
  const session = {
    report: { ...newReport('清川市档案局', 2025), channels: [channel('w', 'wechat', '清川档案')] },
    edit: vi.fn((change: (report: Session['report']) => Session['report']) => {
      session.report = change(session.report) as typeof session.report
    })
  }
  return session as typeof session & Session
}

const csv = (text: string) => new File([text], '导出.csv')
const opened = async (text: string, session = sessionOf()) => {
  const intake = new FigureImport(session)
  await intake.open(csv(text))
  return { intake, session }
}

beforeEach(() => localStorage.clear())

it('reads a file, and puts its figures into the report as one edit', async () => {
  const { intake, session } = await opened('日期,发布数\n2025-01-01,3\n2025-01-02,4')
  expect(intake.result?.taken).toMatchObject([{ figure: { value: 7 } }])
  intake.take()
  expect(session.edit).toHaveBeenCalledTimes(1)
  expect(session.report.metrics).toMatchObject([{ key: 'posts', value: 7, source: '导出.csv' }])
})

it('names rows as the file counts them, titles and blank lines too', async () => {
  const { intake } = await opened('运营报表\n\n日期,发布数\n2025-01-01,3\n\n2025-01-03,很多')
  expect(intake.result?.refused).toEqual([{ at: 6, column: '发布数', text: '很多', why: 'number' }])
})

it('remembers what the columns were, for platforms of this kind', async () => {
  const { intake } = await opened('日期,产量\n2025-01-01,3')
  expect(intake.columns).toEqual(['date', 'skip'])
  intake.mean(1, 'posts year')
  intake.take()
  const { intake: again } = await opened('日期,产量\n2025-01-01,3')
  expect(again.columns).toEqual(['date', 'posts year'])
})

it.each(['{"产量":"made up"}', '{"产量":7}', '["产量"]', 'null', '{"产量":"pv year"}', '{{'])(
  'takes nothing that no column can be from %s',
  async (stored) => {
    localStorage.setItem('nianbao-columns-wechat', stored)
    const { intake } = await opened('日期,产量\n2025-01-01,3')
    expect(intake.columns).toEqual(['date', 'skip'])
  }
)

it('says that a file has no table', async () => {
  const { intake } = await opened('没有表格')
  expect([intake.failed, intake.table]).toEqual([true, undefined])
})
