import type { Entry, Label, TableDef } from './table.ts'

/**
 * Table of section 二 (主动公开政府信息情况): 10 numbers after article 20 of the Regulations,
 * items 1, 5, 6 and 8. Form of 国办公开办函〔2021〕30号.
 */

/** Documents made, repealed and in force. 规章 belong to few bodies only, see rule T2-REG-AUTH. */
export const documentKinds = [
  { id: 'rules', text: '规章' },
  { id: 'normative', text: '行政规范性文件' }
] as const

export const documentCounts = [
  { id: 'issued', text: '本年制发件数' },
  { id: 'repealed', text: '本年废止件数' },
  { id: 'inForce', text: '现行有效件数' }
] as const

/** Decisions that are counted. */
export const decisionKinds = ['licensing', 'penalty', 'compulsion'] as const

export type DocumentKind = (typeof documentKinds)[number]['id']
export type DocumentCount = (typeof documentCounts)[number]['id']
export type DecisionKind = (typeof decisionKinds)[number]

export type DisclosureField =
  | `disclosure.${DocumentKind}.${DocumentCount}`
  | `disclosure.${DecisionKind}.decisions`
  | 'disclosure.fees.amount'

/** The field of a kind of documents and of what is counted of them. */
export const documentField = (kind: DocumentKind, count: DocumentCount): DisclosureField =>
  `disclosure.${kind}.${count}`

const matter: Label = { text: '信息内容' }
const article = (text: string): Label[] => [{ text, cols: 4 }]
const decisions = '本年处理决定数量'
const amount = '本年收费金额（单位：万元）'

const single = (field: DisclosureField, row: string, column = decisions): (Label | Entry)[] => [
  { text: row },
  { field, row, column, cols: 3 }
]

export const disclosure: TableDef = {
  id: 'disclosure',
  widths: [2435, 2435, 2435, 2435],
  headRows: 0,
  rows: [
    article('第二十条第（一）项'),
    [matter, ...documentCounts.map(({ text }) => ({ text }))],
    ...documentKinds.map((kind): (Label | Entry)[] => [
      { text: kind.text },
      ...documentCounts.map((count): Entry => ({
        field: documentField(kind.id, count.id),
        row: kind.text,
        column: count.text
      }))
    ]),
    article('第二十条第（五）项'),
    [matter, { text: decisions, cols: 3 }],
    single('disclosure.licensing.decisions', '行政许可'),
    article('第二十条第（六）项'),
    [matter, { text: decisions, cols: 3 }],
    single('disclosure.penalty.decisions', '行政处罚'),
    single('disclosure.compulsion.decisions', '行政强制'),
    article('第二十条第（八）项'),
    [matter, { text: amount, cols: 3 }],
    [
      { text: '行政事业性收费' },
      {
        field: 'disclosure.fees.amount',
        row: '行政事业性收费',
        column: amount,
        cols: 3,
        unit: 'money'
      }
    ]
  ]
}
