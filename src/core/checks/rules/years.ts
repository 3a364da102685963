import { hasFigure, untouched } from '../../years/carried-text.ts'
import { columnNameOf } from '../../form/field-name.ts'
import type { Previous } from '../../report/report.ts'
import { tableIds, type FieldId, type TableId } from '../../form/table.ts'
import {
  documentCounts,
  documentField,
  documentKinds,
  type DocumentKind
} from '../../form/disclosure.ts'
import type { Place } from '../../findings/finding.ts'
import { asStated, type Facts, type Hit, type Rules } from '../../findings/rule.ts'
import { likeness } from '../../prose/likeness.ts'
import { countsFrom, follows, unusual, type Unusual } from '../../years/unusual.ts'

/** Rules against last year's report, as far as it is known. Long, for they are many and short. */

/** Columns in which what was carried in is not what last year's report carried out. */
interface NotCarried {
  readonly year: number
  readonly stated: readonly number[]
  readonly due: readonly number[]
}

/** Documents of a kind: in force at last year's end, made, repealed, in force now, and as it should be. */
interface NotInForce {
  readonly kind: DocumentKind
  readonly last: number
  readonly issued: number
  readonly repealed: number
  readonly valid: number
  readonly due: number
  readonly year: number
}

/** Sentences that nobody has touched, the first of those with figures, and how many have some. */
interface OldSentences {
  readonly sentences: readonly string[]
  readonly first: string
  readonly figures: number
  readonly year: number
}

/** What the findings of each of these rules hold; `year` is last year, numbers of cells in 件 or 元. */
export interface YearParams {
  'Y-CARRY': NotCarried
  'Y-VALID': NotInForce
  'Y-JUMP': { readonly now: number; readonly last: number; readonly year: number }
  'Y-UNUSUAL': Unusual
  'Y-SAME': { readonly table: TableId; readonly year: number }
  /** `onlyNumbers` 1: nothing but numbers was changed. */
  'Y-TEXTDUP': { readonly percent: number; readonly onlyNumbers: number; readonly year: number }
  'Y-TEXTOLD': OldSentences
}

const withPrevious =
  <Params>(check: (previous: Previous, facts: Facts) => Hit<Params>[]) =>
  (facts: Facts): Hit<Params>[] => {
    const { previous, year } = facts.report
    return previous && previous.year === year - 1 ? check(previous, facts) : []
  }

const cellsHit = <Params>(list: readonly FieldId[], params: Params): Hit<Params> => ({
  at: { kind: 'cells', fields: list },
  params
})

const fieldsOf = (at: Place): readonly FieldId[] => (at.kind === 'cells' ? at.fields : [])

/** One finding for all columns that differ: it is one set of figures that was taken over. */
function carried(previous: Previous, { form, report: { cells } }: Facts): Hit<NotCarried>[] {
  const off = form.carried.flatMap(({ from, to: field }) => {
    const stated = cells[field]
    const due = previous.cells[from]
    return stated !== null && due !== null && stated !== due ? [{ field, stated, due }] : []
  })
  if (off.length === 0) return []
  const params = {
    year: previous.year,
    stated: off.map(({ stated }) => stated),
    due: off.map(({ due }) => due)
  }
  const hit = cellsHit(
    off.map(({ field }) => field),
    params
  )
  return [previous.final ? hit : { ...hit, severity: 'warning' }]
}

/** In force now = in force last year + made − repealed, for each kind of document. */
function documentsInForce(previous: Previous, { report: { cells } }: Facts): Hit<NotInForce>[] {
  return documentKinds.flatMap(({ id }): Hit<NotInForce>[] => {
    const list = documentCounts.map((count) => documentField(id, count.id))
    const [issued, repealed, valid] = list.map((field) => cells[field])
    const last = previous.cells[documentField(id, 'inForce')]
    if (issued == null || repealed == null || valid == null || last == null) return []
    const due = last + issued - repealed
    if (due === valid) return []
    return [cellsHit(list, { kind: id, last, issued, repealed, valid, due, year: previous.year })]
  })
}

/** The fields that jumped, each with whether it rose. */
function jumpsOf(previous: Previous, { form, report: { cells } }: Facts): Map<FieldId, boolean> {
  return new Map(
    form.fields.flatMap((field): [FieldId, boolean][] => {
      const now = cells[field]
      const last = previous.cells[field]
      if (now == null || last == null) return []
      if (asStated(field, Math.max(now, last)) < countsFrom) return []
      const times = now / last
      return times > 5 || times < 0.2 ? [[field, times > 1]] : []
    })
  )
}

/** One jump is told once, of the figure that the others follow. */
function jumps(previous: Previous, facts: Facts): Hit<YearParams['Y-JUMP']>[] {
  const ups = jumpsOf(previous, facts)
  return [...ups.keys()].flatMap((field) => {
    if (follows(field, ups)) return []
    const now = asStated(field, facts.report.cells[field] ?? 0)
    const last = asStated(field, previous.cells[field] ?? 0)
    return [cellsHit([field], { now, last, year: previous.year })]
  })
}

/** Whether a number flows through a year; what is in force at its end can well stay the same. */
const flows = (field: FieldId): boolean => columnNameOf(field) !== 'inForce'

/** A table equal to last year's number by number; tables of nothing but 0 and blanks may be. */
function copied(previous: Previous, { form, report }: Facts): Hit<YearParams['Y-SAME']>[] {
  const { cells } = report
  return tableIds.flatMap((table) => {
    const list = form.fieldsOf(table).filter(flows)
    const same = list.every((field) => cells[field] === previous.cells[field])
    const filled = list.filter((field) => (cells[field] ?? 0) !== 0)
    return same && filled.length > 0 ? [cellsHit(filled, { table, year: previous.year })] : []
  })
}

/** The lead-in is the same every year. */
const texts = ['overview', 'problems', 'other'] as const

/** Shorter texts are alike by their nature: 本年度没有收取信息处理费. */
const longEnough = 50

function repeated(previous: Previous, { report: { text } }: Facts): Hit<YearParams['Y-TEXTDUP']>[] {
  return texts.flatMap((section): Hit<YearParams['Y-TEXTDUP']>[] => {
    const [now, last] = [text[section], previous.text[section]]
    if (now.length < longEnough || last.length < longEnough) return []
    const { share, onlyNumbers } = likeness(now, last)
    const percent = Math.round(share * 100)
    if (percent <= 60) return []
    return [
      {
        at: { kind: 'text', section },
        params: { percent, onlyNumbers: Number(onlyNumbers), year: previous.year },
        severity: percent > 80 ? 'warning' : 'hint'
      }
    ]
  })
}

const figures = /\d+(?:\.\d+)?/g
const noFigures = /(?:19|20)\d\d年度?|〔\d{4}〕\d+号|《[^《》]*》/g
/** 没有收取信息处理费: an office with nothing to report says so in the same words every year. */
const nothing = /没有|未(?!来)|无(?!障碍|线)|不涉及|不存在|零|均为|(?<![\d.])0(?![\d.])/

const recurs = (sentence: string): boolean => {
  const own = sentence.replace(noFigures, '')
  return nothing.test(own) && (own.match(figures) ?? []).every((figure) => Number(figure) === 0)
}

/**
 * Sentences of last year's that nobody has touched, years aside. With a figure in it such a sentence
 * states last year's figure.
 */
function leftAsTheyWere(previous: Previous, { report: { text } }: Facts): Hit<OldSentences>[] {
  return texts.flatMap((section): Hit<OldSentences>[] => {
    const old = untouched(text[section], previous.text[section]).filter(
      (sentence) => !recurs(sentence.text)
    )
    const figures = old.filter((sentence) => hasFigure(sentence.text))
    const first = figures[0] ?? old[0]
    if (!first) return []
    return [
      {
        at: { kind: 'text', section, from: first.from, to: first.to },
        params: {
          sentences: old.map((sentence) => sentence.text),
          first: first.text,
          figures: figures.length,
          year: previous.year
        },
        severity: figures.length > 0 ? 'warning' : 'hint'
      }
    ]
  })
}

/** A jump against last year is named as such, and what follows it is not named again. */
function unusualYet(facts: Facts): Hit<Unusual>[] {
  const { previous, year } = facts.report
  const jumped =
    previous?.year === year - 1 ? jumpsOf(previous, facts) : new Map<FieldId, boolean>()
  return unusual(facts).filter(({ at, params }) => {
    const [field] = fieldsOf(at)
    if (!field || jumped.has(field)) return false
    const rose = params.now > (params.values.at(-1) ?? NaN)
    return !follows(field, new Map([...jumped, [field, rose]]))
  })
}

export const yearRules: Rules<YearParams> = {
  'Y-CARRY': {
    severity: 'error',
    asks: '上年结转即上年年报的“结转下年度继续办理”，逐列相等',
    ground: '国办公开办函〔2021〕30号',
    check: withPrevious(carried)
  },
  'Y-VALID': {
    severity: 'warning',
    asks: '现行有效＝上年现行有效＋本年制发－本年废止',
    ground: '由数据含义得出',
    check: withPrevious(documentsInForce)
  },
  'Y-JUMP': {
    severity: 'hint',
    asks: '与上年相比超过 5 倍或不足五分之一的数，须核对',
    ground: '多为口径改变或填错',
    check: withPrevious(jumps)
  },
  'Y-UNUSUAL': {
    severity: 'hint',
    asks: '有五年以上的数时，与各年中位数相差过大（修正 z 值超过 3.5）的，须核对',
    ground: '多为口径改变或填错',
    check: unusualYet
  },
  'Y-SAME': {
    severity: 'warning',
    asks: '整张表与上年逐格相同的，须核对',
    ground: '多为沿用上年的表格',
    check: withPrevious(copied)
  },
  'Y-TEXTDUP': {
    severity: 'warning',
    asks: '内容据实填写，不照搬上年',
    ground: '内容雷同、敷衍塞责的，按条例第四十七条追责（国办公开办函〔2021〕30号）',
    check: withPrevious(repeated)
  },
  'Y-TEXTOLD': {
    severity: 'warning',
    asks: '句子据实修改，不沿用上年的数字',
    ground: '内容雷同、敷衍塞责的，按条例第四十七条追责（国办公开办函〔2021〕30号）',
    check: withPrevious(leftAsTheyWere)
  }
}
