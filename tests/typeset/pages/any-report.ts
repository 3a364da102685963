import fc from 'fast-check'
import type { Block } from '../../../src/core/compose/blocks.ts'
import { compose } from '../../../src/core/compose/compose.ts'
import { chartTable } from '../../../src/core/charts/chart.ts'
import type { ChartSpec } from '../../../src/core/charts/spec.ts'
import { fields } from '../../../src/core/form/form.ts'
import type { TextKey } from '../../../src/core/form/sections.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { Look } from '../../../src/typeset/page/page.ts'

/**
 * Reports as offices write them, as far as pages go: prose of any length below headings, charts in
 * it with and without their figures as a table, notes in cells, signatures, both looks.
 */
export interface LaidReport {
  readonly blocks: readonly Block[]
  readonly look: Look
}

const sentence = '全年主动公开各类信息，办理依申请公开事项，解读政策文件，回应群众关切；'
const words = sentence.repeat(20)
const paragraph = (section: TextKey, length: number): Block => ({
  type: 'paragraph',
  text: `${words.slice(0, length)}。`,
  from: { kind: 'text', section, from: 0, to: length + 1 }
})
const subheading = (section: TextKey, text: string): Block => ({
  type: 'heading',
  level: 2,
  text,
  from: { kind: 'text', section, from: 0, to: text.length }
})

/** A chart, and below it its figures where its office wants them. */
interface LaidChart {
  readonly type: ChartSpec['type']
  readonly labels: number
  readonly series: number
  readonly table: boolean
}

function charted({ type, labels, series, table }: LaidChart, id: string): Block[] {
  const spec: ChartSpec = {
    id,
    type,
    title: '各平台发布信息数量',
    unit: '条',
    labels: Array.from({ length: labels }, (_, i) => `平台${String(i + 1)}`),
    series: Array.from({ length: type === 'pie' ? 1 : series }, (_, s) => ({
      name: `${String(2025 - s)}年`,
      values: Array.from({ length: labels }, (_, i) => 100 + 37 * i + s)
    })),
    scale: 'linear',
    alt: '各平台发布信息数量。'
  }
  const from = { kind: 'chart', id } as const
  const rows = chartTable(spec)
  const widths = [2, ...spec.series.map(() => 1)]
  const chart: Block = { type: 'chart', spec, from }
  return table
    ? [chart, { type: 'table', caption: spec.title, widths, headRows: 1, rows, from }]
    : [chart]
}

const chart = fc.record<LaidChart>({
  type: fc.constantFrom('bar', 'line', 'pie'),
  labels: fc.integer({ min: 2, max: 12 }),
  series: fc.integer({ min: 1, max: 3 }),
  table: fc.integer({ min: 0, max: 3 }).map((one) => one === 0)
})

interface Topic {
  readonly before: readonly number[]
  readonly charts: readonly LaidChart[]
  readonly after: readonly number[]
}

const lengths = (minLength: number, maxLength: number) =>
  fc.array(fc.integer({ min: 12, max: 420 }), { minLength, maxLength, size: 'max' })
const charts = fc.oneof(
  { weight: 5, arbitrary: fc.constant([]) },
  { weight: 4, arbitrary: fc.array(chart, { minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.array(chart, { minLength: 2, maxLength: 3 }) }
)
const topic = fc.record<Topic>({ before: lengths(1, 2), charts, after: lengths(0, 1) })
const topics = (minLength: number, maxLength: number) =>
  fc.array(topic, { minLength, maxLength, size: 'max' })

const section = (key: TextKey, all: readonly Topic[]): Block[] =>
  all.flatMap(({ before, charts, after }, i) => [
    ...(all.length > 1 ? [subheading(key, `（${String(i + 1)}）主动公开`)] : []),
    ...before.map((length) => paragraph(key, length)),
    ...charts.flatMap((one, c) => charted(one, `${key}-${String(i)}-${String(c)}`)),
    ...after.map((length) => paragraph(key, length))
  ])

const small = fc.record({ overview: topics(0, 1), problems: topics(0, 1), other: topics(0, 1) })
const usual = fc.record({ overview: topics(1, 5), problems: topics(1, 3), other: topics(0, 1) })
const large = fc.record({ overview: topics(5, 14), problems: topics(2, 5), other: topics(0, 2) })

/** Any report, from a township's to a city's. */
export const anyLaidReport: fc.Arbitrary<LaidReport> = fc
  .record({
    unit: fc.constantFrom('青石镇人民政府', '清川市科学技术局', '清川市经济技术开发区管理委员会'),
    leadIn: lengths(1, 2),
    prose: fc.oneof(
      { weight: 2, arbitrary: small },
      { weight: 6, arbitrary: usual },
      { weight: 2, arbitrary: large }
    ),
    note: fc.constantFrom('', '', '', '其中含上年度结转后本年度办结的申请'),
    style: fc.constantFrom<Look['style'][]>('official', 'official', 'official', 'compact'),
    signature: fc.constantFrom<('none' | 'title' | 'end')[]>('none', 'title', 'end')
  })
  .map(({ unit, leadIn, prose, note, style, signature }) => {
    const fresh = newReport(unit, 2025)
    const cells = Object.fromEntries(fields.map((field, i) => [field, (i * 37) % 400]))
    const [noted] = fields.filter((_, i) => i === 60)
    const written: Partial<Record<TextKey, readonly Block[]>> = {
      overview: section('overview', prose.overview),
      problems: section('problems', prose.problems),
      other: section('other', prose.other)
    }
    const blocks = compose({
      ...fresh,
      cells: { ...fresh.cells, ...cells },
      notes: note && noted ? { [noted]: note } : {},
      settings: { ...fresh.settings, signature, signedOn: '2026-01-23' }
    }).flatMap((block): Block[] => {
      const { from } = block
      if (block.type !== 'heading' || from.kind !== 'section') return [block]
      const [, texts = []] = Object.entries(written).find(([key]) => key === from.section) ?? []
      // What stands before the first part.
      if (from.section === 'overview')
        return [...leadIn.map((length) => paragraph('leadIn', length)), block, ...texts]
      return [block, ...texts]
    })
    return { blocks, look: { style, digits: 'own', draft: false } }
  })
