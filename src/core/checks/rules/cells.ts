import { tableOf, type Form } from '../../form/form.ts'
import { formatMoney } from '../../numbers/money.ts'
import { feeDecimalsOf, type Report, type Unit } from '../../report/report.ts'
import { tableIds, type FieldId, type TableId } from '../../form/table.ts'
import {
  documentCounts,
  documentField,
  documentKinds,
  type DocumentKind
} from '../../form/disclosure.ts'
import type { OriginalParams } from '../../findings/original.ts'
import {
  asStated,
  type Facts,
  type Hit,
  type RefusedText,
  type Rules
} from '../../findings/rule.ts'

/** Rules about single cells of the three tables: what may stand in them at all. Long, for they are many. */

/** Blank cells of one table. `empty` 1: the table has no number at all. */
interface Blanks {
  readonly table: TableId
  readonly count: number
  readonly empty: number
}

/** A number below 0, in 件 or 元. */
interface Negative {
  readonly value: number
}

/** A fee printed with `places` decimals where `decimals` are asked for; `value` in 元. */
interface FeeDecimals {
  readonly found: string
  readonly decimals: number
  readonly places: number
  readonly value: number
}

/** Documents of a kind in force, fewer than were made and not repealed. */
interface TooFewInForce {
  readonly kind: DocumentKind
  readonly issued: number
  readonly repealed: number
  readonly valid: number
}

/** What the findings of each of these rules hold; of some also what the reading of an original says. */
export interface CellParams {
  'N-TEXT': Omit<RefusedText, 'at'>
  'T3-NONNEG': Negative | OriginalParams['T3-NONNEG']
  'T3-BLANK': Blanks
  'T3-BLANKTOTAL': Omit<Blanks, 'empty'>
  'T3-ROWSET': OriginalParams['T3-ROWSET']
  'T2-NONNEG': Negative | OriginalParams['T2-NONNEG']
  'T2-INT': OriginalParams['T2-INT']
  'T2-FEEDP': FeeDecimals | OriginalParams['T2-FEEDP']
  /** In 万元 as it is printed, and in 元; `last` where last year's is far from it. */
  'T2-FEEUNIT': { readonly amount: string; readonly value: number; readonly last?: string }
  /** `swapped` 1: the row below is 0, so that the numbers may belong there. */
  'T2-REG-AUTH': { readonly values: readonly number[]; readonly swapped: number }
  'T2-VALID-GE': TooFewInForce
  'T2-NOAUTH': { readonly value: number }
}

const cellsHit = <Params>(list: readonly FieldId[], params: Params): Hit<Params> => ({
  at: { kind: 'cells', fields: list },
  params
})

/** Whether a total is blank although some of its parts are filled in. */
const leftOut = ({ totals }: Form, { cells }: Report, field: FieldId): boolean =>
  cells[field] === null &&
  (totals.get(field) ?? []).some(({ left }) => left.some((part) => cells[part] !== null))

/** One finding a table with all its blanks; a table without any number is one finding too. */
function blanks({ form, report, numbers }: Facts): Hit<Blanks>[] {
  if (!numbers.blank.includes(1)) return []
  return tableIds.flatMap((table): Hit<Blanks>[] => {
    const all = form.fieldsOf(table)
    const blank = all.filter(
      (field) => report.cells[field] === null && !leftOut(form, report, field)
    )
    const empty = all.every((field) => report.cells[field] === null)
    return blank.length
      ? [cellsHit(blank, { table, count: blank.length, empty: Number(empty) })]
      : []
  })
}

function blankTotals({ form, report, numbers }: Facts): Hit<CellParams['T3-BLANKTOTAL']>[] {
  if (!numbers.blank.includes(1)) return []
  return tableIds.flatMap((table): Hit<CellParams['T3-BLANKTOTAL']>[] => {
    const out = form.fieldsOf(table).filter((field) => leftOut(form, report, field))
    return out.length ? [cellsHit(out, { table, count: out.length })] : []
  })
}

const negatives =
  (wanted: (table: TableId) => boolean) =>
  ({ form: { fields }, numbers }: Facts): Hit<Negative>[] => {
    const found: Hit<Negative>[] = []
    for (let i = 0; i < fields.length; i++) {
      const value = numbers.values[i] as number
      if (value >= 0) continue
      const field = fields[i] as FieldId
      if (wanted(tableOf(field))) found.push(cellsHit([field], { value: asStated(field, value) }))
    }
    return found
  }

const fee: FieldId = 'disclosure.fees.amount'
/** 10⁶ 万元, in 分. */
const enormousFee = 1_000_000_000_000

function feeDecimals({ report }: Facts): Hit<FeeDecimals>[] {
  const value = report.cells[fee]
  const decimals = feeDecimalsOf(report)
  if (value === null || decimals === null) return []
  const places = formatMoney(value, null).split('.')[1]?.length ?? 0
  if (places <= decimals) return []
  const found = formatMoney(value, null)
  return [cellsHit([fee], { found, decimals, places, value: asStated(fee, value) })]
}

/** About ten thousand times as much as last year, or as little: 元 taken for 万元. */
function feeUnit({ report: { cells, previous } }: Facts): Hit<CellParams['T2-FEEUNIT']>[] {
  const value = cells[fee]
  if (value === null) return []
  const last = previous?.cells[fee] ?? 0
  const ratio = last > 0 ? value / last : 1
  const jumped = (ratio > 5_000 && ratio < 20_000) || (ratio > 1 / 20_000 && ratio < 1 / 5_000)
  if (value <= enormousFee && !jumped) return []
  const shown = { amount: formatMoney(value, null), value: asStated(fee, value) }
  return [cellsHit([fee], jumped ? { ...shown, last: formatMoney(last, null) } : shown)]
}

const documents = (kind: DocumentKind): FieldId[] =>
  documentCounts.map(({ id }) => documentField(kind, id))

/** 规章: departments of the State Council, governments of provinces and of cities with districts. */
export const canMakeRules = ({ kind, level }: Unit): boolean =>
  level === 'national' || (kind === 'government' && (level === 'province' || level === 'city'))

function authority({ report: { cells, unit } }: Facts): Hit<CellParams['T2-REG-AUTH']>[] {
  if (canMakeRules(unit)) return []
  const filled = documents('rules').filter((field) => (cells[field] ?? 0) !== 0)
  const values = filled.map((field) => cells[field] ?? 0)
  const swapped = documents('normative').every((field) => (cells[field] ?? 0) === 0)
  return filled.length ? [cellsHit(filled, { values, swapped: Number(swapped) })] : []
}

function inForce({ report: { cells } }: Facts): Hit<TooFewInForce>[] {
  return documentKinds.flatMap(({ id }): Hit<TooFewInForce>[] => {
    const [issued, repealed, valid] = documents(id).map((field) => cells[field])
    if (issued == null || repealed == null || valid == null) return []
    // What was made this year may have been repealed this year.
    if (valid + repealed >= issued) return []
    return [cellsHit(documents(id), { kind: id, issued, repealed, valid })]
  })
}

function noAuthority({ report: { cells, unit } }: Facts): Hit<CellParams['T2-NOAUTH']>[] {
  const field: FieldId = 'disclosure.normative.issued'
  const value = cells[field] ?? 0
  return unit.kind === 'institution' && value > 0 ? [cellsHit([field], { value })] : []
}

const refusedTexts = ({ refused = [] }: Facts): Hit<CellParams['N-TEXT']>[] =>
  refused.map(({ at, ...params }) => ({ at, params }))

export const cellRules: Rules<CellParams> = {
  'N-TEXT': {
    severity: 'error',
    statutory: true,
    asks: '每格填数字；不是数字的留在格内，不记入报告',
    ground: '国办公开办函〔2021〕30号',
    check: refusedTexts
  },
  'T3-NONNEG': {
    severity: 'error',
    statutory: true,
    asks: '表三、表四填件数，为零或正整数',
    ground: '国办公开办函〔2021〕30号',
    check: negatives((table) => table !== 'disclosure')
  },
  'T3-BLANK': {
    severity: 'warning',
    asks: '每格都填数字，没有的填 0；空白、“/”“—”“无”都不是数字',
    ground: '国办公开办函〔2021〕30号',
    check: blanks
  },
  'T3-BLANKTOTAL': {
    severity: 'error',
    statutory: true,
    asks: '分项已填，总计不能为空',
    ground: '国办公开办函〔2021〕30号',
    check: blankTotals
  },
  'T3-ROWSET': {
    severity: 'warning',
    ofOriginals: true,
    asks: '2021 年度起表三为 25 行，（六）其他处理分三行',
    ground: '国办公开办函〔2021〕30号'
  },
  'T2-NONNEG': {
    severity: 'error',
    statutory: true,
    asks: '表二填件数和金额，不为负数',
    ground: '国办公开办函〔2021〕30号',
    check: negatives((table) => table === 'disclosure')
  },
  'T2-INT': {
    severity: 'warning',
    ofOriginals: true,
    asks: '表二件数为整数；金额最多到分，即六位小数',
    ground: '国办公开办函〔2021〕30号'
  },
  'T2-FEEDP': {
    severity: 'warning',
    asks: '收费金额的小数位数符合上级通知，常见两位、四位',
    ground: '地方通知；全国格式只写“单位：万元”',
    check: feeDecimals
  },
  'T2-FEEUNIT': {
    severity: 'warning',
    asks: '表二收费金额单位为万元',
    ground: '国办公开办函〔2021〕30号；已公开年报中有误填为元的',
    check: feeUnit
  },
  'T2-REG-AUTH': {
    severity: 'warning',
    asks: '规章由国务院部门、省级政府、设区的市和自治州政府制定',
    ground: '立法法',
    check: authority
  },
  'T2-VALID-GE': {
    severity: 'warning',
    asks: '本年制发而未废止的文件，年末都现行有效',
    ground: '由数据含义得出',
    check: inForce
  },
  'T2-NOAUTH': {
    severity: 'hint',
    asks: '行政规范性文件由行政机关制发，事业单位和内设机构没有制发权',
    ground: '国办发〔2018〕37号',
    check: noAuthority
  }
}
