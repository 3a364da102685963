import { parseCell } from '../../form/cell.ts'
import { formOf, isField } from '../../form/form.ts'
import { recognise } from '../../intake/recognise.ts'
import type { Report } from '../../report/report.ts'
import { newReport } from '../../report/new-report.ts'
import { setCells } from '../../report/edit.ts'
import { blankCells } from '../../form/cells.ts'
import type { FieldId } from '../../form/table.ts'
import { cellExamples } from './cells.ts'
import type { Example, Examples } from './example.ts'
import { metricExamples } from './metrics.ts'
import { proseExamples } from './prose.ts'
import { settingExamples } from './settings.ts'
import { sumExamples } from './sums.ts'
import { textTableExamples } from './text-tables.ts'
import { wordingExamples } from './wording.ts'
import { yearExamples } from './years.ts'
import type { RefusedText } from '../../findings/rule.ts'
import type { RuleId } from '../finding.ts'
import type { ValidateOptions } from '../validate.ts'

/** What each rule passes and what it faults: the tests of the rule, and the page that explains it. */
export const examples: Record<RuleId, Examples> = {
  ...sumExamples,
  ...cellExamples,
  ...yearExamples,
  ...textTableExamples,
  ...proseExamples,
  ...wordingExamples,
  ...metricExamples,
  ...settingExamples
}

type Patch = Readonly<Partial<Record<FieldId, number | null>>>

const year = 2025

/** What the unit of the examples did in a year; the rest is 0 and the totals follow. */
const figures: Patch = {
  'disclosure.normative.issued': 2,
  'disclosure.normative.repealed': 1,
  'disclosure.normative.inForce': 19,
  'disclosure.licensing.decisions': 130,
  'disclosure.penalty.decisions': 12,
  'disclosure.fees.amount': 5_070_000,
  'requests.received.natural': 12,
  'requests.received.commercial': 2,
  'requests.carriedIn.natural': 3,
  'requests.granted.natural': 9,
  'requests.granted.commercial': 2,
  'requests.unavailable.notHeld.natural': 5,
  'requests.carriedOut.natural': 1,
  'remedies.review.upheld': 2
}

/** Last year's, which led to these. */
const earlier: Patch = {
  ...figures,
  'disclosure.normative.inForce': 18,
  'disclosure.licensing.decisions': 118,
  'disclosure.penalty.decisions': 15,
  'disclosure.fees.amount': 4_820_000,
  'requests.received.natural': 10,
  'requests.granted.natural': 5,
  'requests.carriedOut.natural': 3,
  'remedies.review.upheld': 1
}

const empty = newReport('清川市档案局', year)
const { fields, totals } = formOf(empty)
const parts = fields.filter((field) => !totals.has(field))
const zeros: Patch = Object.fromEntries(parts.map((field) => [field, 0]))

/** The report of an invented unit with nothing to be said against it. */
const base: Report = {
  ...setCells(empty, { ...zeros, ...figures }),
  text: {
    leadIn:
      '根据《中华人民共和国政府信息公开条例》编制。统计期限为2025年1月1日至2025年12月31日。电子版可在清川市人民政府门户网站下载。联系电话：0000-1234567。',
    overview: `（一）主动公开。全年发布信息312条。
（二）依申请公开。新收14件，都在期限内答复。
（三）政府信息管理。核定公开属性，清理失效内容46条。
（四）政府信息公开平台建设。专栏改版，推送187条。
（五）监督保障。培训2次，自查4次。`,
    problems: '存在的问题：解读形式单一。上年提出的检索不便已经解决。改进情况：增加图解和问答。',
    other: '本年度没有收取信息处理费。'
  }
}

/** The report that an example describes. */
export function exampleReport({ last, original, ...change }: Example): Report {
  const read = original && recognise(original)
  const found = Object.entries(read?.patch.cells ?? {}).map(([field, one]) => [field, one?.value])
  const report: Report = {
    ...base,
    cells: { ...base.cells, ...Object.fromEntries(found), ...change.cells },
    text: { ...base.text, ...change.text },
    unit: { ...base.unit, ...change.unit },
    settings: { ...base.settings, ...change.settings },
    channels: change.channels ?? base.channels,
    metrics: change.metrics ?? base.metrics,
    charts: change.charts ?? base.charts,
    ...(change.published !== undefined && { published: change.published })
  }
  const { cells } = setCells(newReport('', year - 1), { ...zeros, ...earlier })
  return {
    ...report,
    ...(last && {
      previous: {
        year: year - 1,
        cells: { ...cells, ...last.cells },
        text: { leadIn: '', overview: '', problems: '', other: '', ...last.text },
        metrics: [],
        final: last.final ?? true
      }
    }),
    ...(read && {
      imported: { name: 'original.txt', at: report.createdAt, findings: [...read.findings] }
    })
  }
}

/** What else is known when the report of an example is checked: the day, the years before. */
export function exampleOptions({ history, today, own, typed }: Example): ValidateOptions {
  const known = Object.entries(history ?? {})
  const many = Math.max(0, ...known.map(([, values]) => values.length))
  const past = Array.from({ length: many }, (_, i) => ({
    year: year - many + i,
    cells: {
      ...blankCells(),
      ...Object.fromEntries(known.map(([field, values]) => [field, values.at(i - many) ?? null]))
    }
  }))
  return {
    ...(today !== undefined && { today }),
    ...(history && { history: past }),
    ...(own && { own }),
    ...(typed && { refused: refusedOf(typed) })
  }
}

const refusedOf = (typed: NonNullable<Example['typed']>): RefusedText[] =>
  Object.entries(typed).flatMap(([field, text]) => {
    const reading = isField(field) ? parseCell(field, text) : undefined
    if (!reading || reading.ok || !isField(field)) return []
    const at = { kind: 'cells', fields: [field] } as const
    return [{ at, key: field, text, why: reading.problem }]
  })
