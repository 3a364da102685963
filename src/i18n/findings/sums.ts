import { tableOf, type Form } from '../../core/form/form.ts'
import type { BrokenSums } from '../../core/checks/rules/sums.ts'
import { equationOf } from '../../core/sums/balances.ts'
import { tableNames } from './place.ts'
import { and, count, type SentenceOf, type FindingPlace } from './sentence.ts'

/** Broken sums in words: what the cause may be, and what would mend it. */

const slipWords: Readonly<Record<NonNullable<BrokenSums['kind']>, string>> = {
  swappedDigits: '像是两个数字写颠倒了。',
  sign: '像是多了一个负号。',
  tenfold: '像是差了一位，多写或少写了一个 0。',
  tenThousandfold: '像是元和万元弄混了，差一万倍。',
  digitLost: '像是少打了一位数字。',
  digitExtra: '像是多打了一位数字。',
  oneDigit: '像是打错了一位数字。',
  zeroForNumber: '这一格填了 0，应当有数。',
  numberForZero: '这一格应当是 0。',
  lastYear: '这一格还是上年的数。',
  shift: '像是填到了旁边一列。',
  rowOff: '像是填到了上下另一行。',
  exchange: '像是两格的数填反了。',
  split: '像是一个两位数拆进了两格。',
  withTotals: '有一格填错，总计是照它算出来的。',
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
      why: `${many ? `${places}${direction(where, ids, off)}，都含在内的只有这一格。` : ''}${slip}改为 ${to[0]}，${many ? `${places}都平` : '合计就平'}。`
    }
  }
  if (unique === 1) {
    return {
      title: `${table}有 ${fields.length} 格填错，${count(ids.length)}处合计不平`,
      why: `只改一格平不了，改这 ${fields.length} 格，${count(ids.length)}处都平。${slip}`
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
  if (candidates === 0) return `${where}看不出是哪一格，对照原始台账核对。`
  const order = late === 1 ? '刚填过的在前' : '按可能大小排列'
  return `${where}单凭合计定不了是哪一格，可能的有 ${candidates}${candidates >= 30 ? ' 多' : ''} 种，${order}，对照原始台账核对。`
}
