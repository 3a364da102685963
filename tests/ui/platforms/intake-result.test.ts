import { render, screen } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import type { Metric } from '../../../src/core/report/report.ts'
import { FigureImport } from '../../../src/state/import/figure-import.svelte.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import IntakeResult from '../../../src/ui/platforms/IntakeResult.svelte'
import { figure, report } from './figures-on-screen.ts'

const monthsOf = (...known: readonly number[]) =>
  Array.from({ length: 12 }, (_, i) => known[i] ?? null)

it.each<[string, number | null, Partial<Metric>, readonly string[]]>([
  ['the numbers', 30, {}, ['保留 30条（a.xlsx）', '改用文件的 22']],
  [
    'the months, where the year is not filled in',
    null,
    { months: monthsOf(10, 8) },
    ['保留 1月 10、2月 8（a.xlsx）', '改用文件的 1月 12、2月 10']
  ],
  [
    'the months, where the year is the same',
    22,
    { months: monthsOf(10, 12) },
    ['保留 1月 10、2月 12（a.xlsx）', '改用文件的 1月 12、2月 10']
  ],
  [
    'the first months, where many differ',
    24,
    { months: monthsOf(7, 7, 5, 5) },
    ['保留 1月 7、2月 7、3月 5 等 4 个月（a.xlsx）', '改用文件的 1月 8、2月 8、3月 4 等 4 个月']
  ]
])('the choice between report and file names %s', async (_, value, more, choices) => {
  const metrics = [figure('微信', 'posts', 2025, value, { source: 'a.xlsx', ...more })]
  const session = new Session({ ...report, metrics })
  const intake = new FigureImport(session)
  intake.choose('微信')
  const rows =
    value === 24 ? '2025-01,8\n2025-02,8\n2025-03,4\n2025-04,4' : '2025-01,12\n2025-02,10'
  await intake.open(new File([`月份,发布数\n${rows}`], '导出.csv'))
  const { result } = intake
  if (!result) throw new Error('nothing read')
  render(IntakeResult, { intake, result, channels: session.report.channels, kind: '微信公众号' })
  const labels = screen.getAllByRole('radio').map((one) => one.closest('label')?.textContent.trim())
  expect(labels).toEqual(choices)
})
