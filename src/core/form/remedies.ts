import type { Balance, Entry, Label, TableDef } from './table.ts'

/**
 * Table of section 四 (政府信息公开行政复议、行政诉讼情况): 3 groups × 5 numbers.
 * Form of 国办公开办函〔2021〕30号. Cases carried over from the year before are counted again, so
 * nothing here has to agree with last year's table.
 */

export const remedyKinds = [
  { id: 'review', text: '行政复议' },
  { id: 'direct', text: '未经复议直接起诉' },
  { id: 'afterReview', text: '复议后起诉' }
] as const

export const remedyOutcomes = [
  { id: 'upheld', text: '结果维持', breaks: [2] },
  { id: 'corrected', text: '结果纠正', breaks: [2] },
  { id: 'other', text: '其他结果', breaks: [2] },
  { id: 'pending', text: '尚未审结', breaks: [2] },
  { id: 'total', text: '总计' }
] as const

export type RemedyKind = (typeof remedyKinds)[number]['id']
export type RemedyOutcome = (typeof remedyOutcomes)[number]['id']
export type RemediesField = `remedies.${RemedyKind}.${RemedyOutcome}`

/** The field of a kind of case and its outcome. */
export const remedyField = (kind: RemedyKind, outcome: RemedyOutcome): RemediesField =>
  `remedies.${kind}.${outcome}`

const heads = (rows: number): Label[] =>
  remedyOutcomes.map((outcome) => ({
    text: outcome.text,
    ...('breaks' in outcome && { breaks: outcome.breaks }),
    ...(rows > 1 && { rows })
  }))

export const remedies: TableDef = {
  id: 'remedies',
  widths: new Array<number>(15).fill(650),
  headRows: 3,
  rows: [
    [
      { text: '行政复议', cols: 5 },
      { text: '行政诉讼', cols: 10 }
    ],
    [...heads(2), { text: '未经复议直接起诉', cols: 5 }, { text: '复议后起诉', cols: 5 }],
    [...heads(1), ...heads(1)],
    remedyKinds.flatMap((kind) =>
      remedyOutcomes.map((outcome): Entry => ({
        field: remedyField(kind.id, outcome.id),
        row: kind.text,
        column: outcome.text
      }))
    )
  ]
}

export const remedyBalances: readonly Balance[] = remedyKinds.map(({ id }) => ({
  id: `T4-SUM:${id}`,
  rule: 'T4-SUM',
  left: remedyOutcomes
    .filter((outcome) => outcome.id !== 'total')
    .map((outcome) => remedyField(id, outcome.id)),
  right: [remedyField(id, 'total')],
  fills: remedyField(id, 'total')
}))
