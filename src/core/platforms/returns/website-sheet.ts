import type { Channel, Report } from '../../report/report.ts'
import type { Sheet, SheetCell } from '../../form/sheet.ts'
import { numberCell, returnFigure } from './return-figures.ts'
import { headColumns, websiteRows, type ReturnItem } from './website-form.ts'

/** Who answers for the return writes it by hand. */
const signed = ['单位负责人：', '审核人：', '填报人：', '联系电话：', '填报日期：'].join(
  '\u3000'.repeat(5)
)

/** The return of one web site, to be printed or handed over. */
export function websiteSheet(report: Report, site: Channel): Sheet {
  const answer = (item: ReturnItem): SheetCell => {
    if (item.kind === 'figure') return numberCell(returnFigure(report, item.of, item.key))
    const text = item.kind === 'known' ? item.text : (site.facts?.[item.fact] ?? '')
    return { text, align: 'left' }
  }
  return {
    name: site.name || '网站',
    title: `政府网站工作年度报表（${report.year}年度）`,
    widths: [8, 8, 18, 16],
    headRows: 0,
    rows: [
      ...websiteRows(report, site).map(({ heads, item }): SheetCell[] => [
        ...heads.map(({ text, rows, cols }): SheetCell => ({
          text,
          head: 'row',
          align: 'left',
          ...(rows > 1 && { rows }),
          ...(cols > 1 && { cols })
        })),
        answer(item)
      ]),
      [{ text: signed, cols: headColumns + 1, align: 'left' }]
    ]
  }
}
