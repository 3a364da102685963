import { beforeEach, expect, it } from 'vitest'
import type { Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { FigureImport } from '../../../src/state/import/figure-import.svelte.ts'
import type { Session } from '../../../src/state/report/session.svelte.ts'
import { channel } from '../../core/platforms/figures.ts'

/** Exports as files: what they are called says little of what they are. */

const session = () => {
  const made = {
    report: {
      ...newReport('清川市档案局', 2025),
      channels: [channel('w', 'wechat', '清川档案')]
    } as Report,
    edit: (change: (report: Report) => Report) => {
      made.report = change(made.report)
    }
  }
  return made as typeof made & Session
}
const opened = async (name: string, content: BlobPart) => {
  const mine = session()
  const intake = new FigureImport(mine)
  await intake.open(new File([content], name))
  return { intake, report: () => mine.report }
}
const figures = ({ result }: FigureImport): string[] =>
  (result?.taken ?? []).map(({ line, figure: { value } }) => `${line.key} ${value}`)

beforeEach(() => localStorage.clear())

const days =
  '日期,新关注人数,净增关注人数,累计关注人数\n2025-01-01,5,3,259\n2025-12-31,9,-1,"1,258"'
const wanted = ['followersNew 14', 'followersNet 2', 'followersEnd 1258']

it.each<[string, string, () => BlobPart]>([
  ['text in commas', '用户.csv', () => days],
  ['the same with a mark of its encoding in front', '用户.csv', () => `\ufeff${days}`],
  ['a page of HTML that is called a workbook', 'user_analysis.xls', () => page(days)],
  ['text in commas that is called a workbook', 'daily.xls', () => days],
  ['text in tabs', '用户.tsv', () => tabbed(days)],
  ['text in tabs that is called a workbook', '用户.xls', () => tabbed(days)]
])('%s is read for what it is', async (_, name, content) => {
  const { intake } = await opened(name, content())
  expect(figures(intake)).toEqual(wanted)
})

const cellsOf = (line: string) => line.match(/"[^"]*"|[^,]+/g) ?? []
const tabbed = (text: string) =>
  text
    .split('\n')
    .map((line) => cellsOf(line).join('\t').replaceAll('"', ''))
    .join('\n')
const page = (text: string) => {
  const rows = text.split('\n').map((line) => {
    const cells = cellsOf(line).map((cell) => `<td>${cell.replaceAll('"', '')}</td>`)
    return `<tr>${cells.join('')}</tr>`
  })
  return `<!doctype html><html><meta charset="utf-8"><body><table>${rows.join('')}</table></body></html>`
}

it('text of a Chinese Excel, in its old encoding', async () => {
  // 日期,发布数 and a day, in GBK.
  const gbk = [0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xb7, 0xa2, 0xb2, 0xbc, 0xca, 0xfd]
  const day = [...new TextEncoder().encode('\r\n2025-01-01,7\r\n2025-01-02,5\r\n')]
  const { intake } = await opened('发布.csv', Uint8Array.from([...gbk, ...day]))
  expect(figures(intake)).toEqual(['posts 12'])
})

it('an account that the report has not is offered, and once made takes its figures', async () => {
  const { intake, report } = await opened('各号.csv', '账号名称,发布数\n清川档案,7\n清川史志,9')
  expect(intake.result?.refused).toMatchObject([{ text: '清川史志', why: 'account' }])
  intake.make('清川史志')
  expect(report().channels.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'wechat 清川档案',
    'wechat 清川史志'
  ])
  const { intake: again } = await opened('各号.csv', '账号名称,发布数\n清川档案,7')
  expect(figures(again)).toEqual(['posts 7'])
})
