import type { Block } from '../../../src/core/compose/blocks.ts'
import type { ChartSpec } from '../../../src/core/charts/spec.ts'
import { compose } from '../../../src/core/compose/compose.ts'
import { form2021 } from '../../../src/core/form/form.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import { type FieldId, isEntry } from '../../../src/core/form/table.ts'

const overview = `（一）组织领导
我局把政府信息公开列入年度工作要点，由一名副局长分管、办公室承办，全年召开专题会议4次，修订《信息公开指南》《保密审查办法》（试行）等制度3项。联系人王𬭊、朱镕堃，地点在濮水路8号，办公面积约120㎡。
（二）主动公开
全年在门户网站发布信息1286条，其中“通知公告”类412条、“政策解读”类37条；微信公众号推送230期，累计阅读35.6万次，比上年增长12.8%。印发《关于进一步做好2025年度重点领域信息公开工作的通知》（科办〔2025〕7号），明确了公开范围、程序与时限——凡应公开的一律公开。
1.平台建设
官方网站www.example.gov.cn完成改版，新增English栏目与无障碍浏览功能。`

const cells = Object.fromEntries(
  Object.values(form2021.tables)
    .flatMap((table) => table.rows.flat())
    .flatMap((cell) => (isEntry(cell) ? [[cell.field, 0]] : []))
) as Record<FieldId, number>

const charts: ChartSpec[] = [
  {
    id: 'bars',
    type: 'bar',
    title: '各平台发布信息数量',
    unit: '条',
    labels: ['门户网站', '微信公众号', '政务微博'],
    series: [
      { name: '2024年', values: [1103, 204, 96] },
      { name: '2025年', values: [1286, 230, null] }
    ],
    scale: 'linear',
    alt: '三个平台两年发布信息数量：门户网站1103、1286条，微信公众号204、230条，政务微博96条。'
  },
  {
    id: 'line',
    type: 'line',
    title: '各月访问量',
    unit: '人次',
    labels: Array.from({ length: 12 }, (_, i) => `${i + 1}月`),
    series: [
      { name: '网站', values: [10, 40, 90, 200, 420, 800, 900, 1500, 2600, 4100, 7000, 9800] },
      { name: '公众号', values: [0, 3, 9, 12, 30, 44, 80, 95, 140, 200, 260, 300] }
    ],
    scale: 'log',
    alt: '访问量逐月上升。'
  },
  {
    id: 'pie',
    type: 'pie',
    title: '申请办理结果',
    unit: '件',
    labels: ['予以公开', '部分公开', '不予公开', '无法提供'],
    series: [{ name: '2025年', values: [12, 3, 2, 1] }],
    scale: 'linear',
    alt: '予以公开12件，部分公开3件，不予公开2件，无法提供1件。'
  }
]

const report = {
  ...setCells(newReport('濮川市科学技术局', 2025), {
    ...cells,
    'disclosure.fees.amount': 5_070_000,
    'disclosure.normative.inForce': 19,
    'requests.received.natural': 12,
    'requests.received.total': 12
  }),
  text: {
    leadIn: '本报告由濮川市科学技术局按照《中华人民共和国政府信息公开条例》要求编制。',
    overview,
    problems:
      '存在问题：一是公开内容不够丰富；二是解读形式比较单一。\n改进措施：加强培训，拓宽渠道。',
    other: '无其他需要报告的事项。'
  }
}

/** A complete report of invented figures, with three charts and characters of every font. */
export const sampleBlocks: readonly Block[] = compose(report).flatMap((block) =>
  block.type === 'paragraph' && block.text.startsWith('官方网站')
    ? [
        block,
        ...charts.map((spec): Block => ({
          type: 'chart',
          spec,
          from: { kind: 'chart', id: spec.id }
        }))
      ]
    : [block]
)

export const sampleMeta = {
  title: '濮川市科学技术局2025年政府信息公开工作年度报告',
  author: '濮川市科学技术局',
  date: '2026-01-23'
}

/** The same blocks with another title for the first chart. */
export const retitled = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) =>
    block.type === 'chart' && block.spec.id === 'bars'
      ? { ...block, spec: { ...block.spec, labels: ['门户', '微信', '微博'] } }
      : block
  )
