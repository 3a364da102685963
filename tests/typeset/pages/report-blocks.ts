import type { Block } from '../../../src/core/compose/blocks.ts'
import type { OutCell } from '../../../src/core/form/sheet.ts'
import { form2021 } from '../../../src/core/form/form.ts'
import { isEntry, type FieldId, type TableId } from '../../../src/core/form/table.ts'

/** A statutory table as it goes out, every number given by `valueOf`. */
export function tableBlock(
  id: TableId,
  valueOf: (field: FieldId, index: number) => string = () => '0'
): Block {
  const { widths, headRows, rows } = form2021.tables[id]
  let index = 0
  return {
    type: 'table',
    caption: id,
    widths,
    headRows,
    from: { kind: 'section', section: id },
    rows: rows.map((cells, row) =>
      cells.map((cell): OutCell =>
        isEntry(cell)
          ? {
              field: cell.field,
              text: valueOf(cell.field, index++),
              ...(cell.cols && { cols: cell.cols })
            }
          : { ...cell, head: row < headRows ? 'column' : 'row' }
      )
    )
  }
}

export const paragraph = (text: string): Block => ({
  type: 'paragraph',
  text,
  from: { kind: 'text', section: 'overview', from: 0, to: text.length }
})

export const heading = (level: 1 | 2 | 3, text: string): Block => ({
  type: 'heading',
  level,
  text,
  from: { kind: 'section', section: 'overview' }
})

const unit = '云溪市文化和旅游局'
const prose = [
  '本局把公开贯穿于履职全过程，全年在门户网站发布信息1286条，其中政策文件24件、解读材料31篇，',
  '通过“云溪文旅”公众号推送图文412篇，阅读量约68.5万次；《云溪市旅游市场秩序管理办法（试行）》',
  '等3件规范性文件均在印发后5个工作日内公开，并同步配发图解——让群众看得懂、用得上。'
].join('')

/** A report of common size: prose, the three tables, a chart, a signature. */
export const reportBlocks: readonly Block[] = [
  { type: 'title', text: `${unit}2024年政府信息公开工作年度报告`, unit, from: { kind: 'title' } },
  paragraph('根据《中华人民共和国政府信息公开条例》有关要求，编制并公布本年度报告。'),
  heading(1, '一、总体情况'),
  heading(2, '（一）主动公开'),
  paragraph(prose),
  paragraph(prose.repeat(2)),
  heading(2, '（二）依申请公开'),
  paragraph(prose.repeat(3)),
  {
    type: 'chart',
    from: { kind: 'chart', id: 'posts' },
    spec: {
      id: 'posts',
      type: 'bar',
      title: '各平台信息发布数量',
      unit: '条',
      labels: ['网站', '公众号'],
      series: [{ name: '2024年', values: [1286, 412] }],
      scale: 'linear',
      alt: '网站1286条，公众号412条'
    }
  },
  heading(1, '二、主动公开政府信息情况'),
  tableBlock('disclosure'),
  heading(1, '三、收到和处理政府信息公开申请情况'),
  tableBlock('requests', (_, index) => String((index * 37) % 2000)),
  heading(1, '四、政府信息公开行政复议、行政诉讼情况'),
  tableBlock('remedies', (_, index) => (index === 3 ? '3985758' : '0')),
  { type: 'note', text: '注：含上年度结转数量。', from: { kind: 'section', section: 'remedies' } },
  heading(1, '五、存在的主要问题及改进情况'),
  paragraph(prose),
  heading(1, '六、其他需要报告的事项'),
  paragraph('本年度未收取信息处理费。'),
  {
    type: 'signature',
    place: 'end',
    unit,
    date: '2025年1月20日',
    from: { kind: 'title' }
  }
]
