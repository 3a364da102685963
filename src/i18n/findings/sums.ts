import { tableOf, type Form } from '../../core/form/form.ts'
import type { BrokenSums } from '../../core/checks/rules/sums.ts'
import { equationOf } from '../../core/sums/balances.ts'
import { tableNames } from './place.ts'
import { and, count, type SentenceOf, type FindingPlace } from './sentence.ts'

/** Broken sums in words: what the cause may be, and what would mend it. */

const slipWords: Readonly<Record<NonNullable<BrokenSums['kind']>, string>> = {
  swappedDigits: '疑为两位数字颠倒。',
  sign: '疑为多写负号。',
  tenfold: '疑为多写或少写一个 0。',
  tenThousandfold: '疑为元和万元混用，差一万倍。',
  digitLost: '疑为少填一位数字。',
  digitExtra: '疑为多填一位数字。',
  oneDigit: '疑为填错一位数字。',
  zeroForNumber: '这一格填 0，应当有数。',
  numberForZero: '这一格应当是 0。',
  lastYear: '这一格与上年的数相同。',
  shift: '疑为填入相邻一列。',
  rowOff: '疑为填入相邻一行。',
  exchange: '疑为两格的数互换。',
  split: '疑为一个两位数拆在两格。',
  withTotals: '疑为一格填错，总计按错误的数计算。',
  other: ''
}

/** 都差 3 where all differ by the same, else nothing. */
function commonOff(differences: readonly string[]): string | undefined {
  const sizes = new Set(differences.map((text) => text.replace('-', '')))
  return sizes.size === 1 ? [...sizes][0] : undefined
}

export const brokenSums: SentenceOf<BrokenSums> = (params, where) => {
  const { form, fields } = where
  const { balances: ids, differences, unique, kind, to = [] } = params
  const first = fields[0]
  const table = first ? tableNames[tableOf(first)] : '表格'
  const off = commonOff(differences)
  const slip = kind ? slipWords[kind] : ''
  const many = ids.length > 1
  const all = many ? '都' : ''
  if (unique === 1 && fields.length === 1) {
    const places = `${count(ids.length)}处`
    return {
      title: off
        ? `${table}有一格使${many ? places : ''}合计${all}差 ${off}`
        : `${table}有一格使${places}合计不平`,
      why: `${many ? `${places}${direction(where, ids, off)}，都含在内的只有这一格。` : ''}${slip}改为 ${to[0]}，${many ? `${places}都平` : '合计即平'}。`
    }
  }
  if (unique === 1) {
    return {
      title: `${table}有 ${fields.length} 格填错，${count(ids.length)}处合计不平`,
      why: `只修改一格不能全部平衡，修改这 ${fields.length} 格，${count(ids.length)}处都平。${slip}`
    }
  }
  const title = many
    ? `${table}${count(ids.length)}处合计不平${off ? `，都差 ${off}` : ''}`
    : `${table}${oneSum(form, ids)}${off ? `差 ${off}` : '不平'}`
  return { title, why: whyNot(form, params) }
}

/** Whether the totals are all too small or all too large by the same. */
function direction(
  { form, report }: FindingPlace,
  ids: readonly string[],
  off: string | undefined
): string {
  const signs = ids.map((id) => {
    const balance = form.balanceOf(id)
    if (!balance) return 0
    const { left, right } = equationOf(balance, report.cells)
    return left.sum > right.sum ? 1 : -1
  })
  if (!off) return '不平'
  return signs.every((sign) => sign === 1)
    ? `都少 ${off}`
    : signs.every((sign) => sign === -1)
      ? `都多 ${off}`
      : `都差 ${off}`
}

function oneSum({ balanceOf, entryOf }: Form, [only]: readonly string[]): string {
  const balance = only === undefined ? undefined : balanceOf(only)
  const total = balance?.right[0]
  if (!balance || !total) return '合计'
  const { row, column } = entryOf(total)
  switch (balance.rule) {
    case 'T3-BAL':
      return `“${column}”一列勾稽`
    case 'T3-SUM':
      return `“${column}”一列合计`
    case 'T3-ROW':
      return `“${row}”一行合计`
    case 'T4-SUM':
      return `“${row}”合计`
  }
}

function whyNot(form: Form, { balances: ids, candidates, late }: BrokenSums): string {
  const columns = ids
    .map((id) => form.balanceOf(id))
    .map((balance) => (balance?.rule === 'T3-BAL' ? balance.right[0] : undefined))
    .flatMap((field) => (field ? [`“${form.entryOf(field).column}”`] : []))
  const where = columns.length > 0 ? `${and(columns)}两边不等。` : ''
  if (candidates === 0) return `${where}无法确定是哪一格，对照原始台账核对。`
  const order = late === 1 ? '刚填写的在前' : '按可能大小排列'
  return `${where}仅凭合计无法确定是哪一格，可能的有 ${candidates}${candidates >= 30 ? ' 多' : ''} 种，${order}，对照原始台账核对。`
}
