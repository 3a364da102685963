import type { cellRules } from '../cells.ts'
import { noticed, type Examples } from './example.ts'

const fee = 'disclosure.fees.amount'
const feePlace = { kind: 'cells', fields: [fee] } as const

export const cellExamples: Record<keyof typeof cellRules, Examples> = {
  'T3-NONNEG': {
    pass: [
      { note: '没有的填 0' },
      {
        note: '原文是“若干”，后来填了 12',
        imported: noticed(
          'T3-NONNEG',
          { kind: 'cells', fields: ['requests.received.natural'] },
          { found: ['若干'] }
        )
      }
    ],
    fail: [
      { note: '填了 −3', cells: { 'requests.other.other.natural': -3 } },
      {
        note: '原文是“若干”，还空着',
        cells: { 'requests.received.natural': null },
        imported: noticed(
          'T3-NONNEG',
          { kind: 'cells', fields: ['requests.received.natural'] },
          { found: ['若干'] }
        )
      }
    ]
  },
  'T3-BLANK': {
    pass: [{ note: '每格都有数' }],
    fail: [
      {
        note: '科研机构一格空着',
        cells: { 'requests.declined.excessive.research': null }
      },
      { note: '表二也要填满', cells: { 'disclosure.compulsion.decisions': null } }
    ]
  },
  'T3-BLANKTOTAL': {
    pass: [{ note: '总计都填了' }],
    fail: [
      { note: '分项都有，总计空着', cells: { 'requests.received.total': null } },
      { note: '表四总计空着', cells: { 'remedies.review.total': null } }
    ]
  },
  'T3-ROWSET': {
    pass: [{ note: '25 行' }],
    fail: [
      {
        note: '原文“（六）其他处理”只有一行',
        imported: noticed(
          'T3-ROWSET',
          { kind: 'cells', fields: ['requests.other.other.natural'] },
          {}
        )
      }
    ]
  },
  'T2-NONNEG': {
    pass: [{ note: '没有的填 0' }],
    fail: [{ note: '废止填了 −4', cells: { 'disclosure.normative.repealed': -4 } }]
  },
  'T2-INT': {
    pass: [{ note: '件数都是整数' }],
    fail: [
      {
        note: '原文写 2.5 件，还空着',
        cells: { 'disclosure.penalty.decisions': null },
        imported: noticed(
          'T2-INT',
          { kind: 'cells', fields: ['disclosure.penalty.decisions'] },
          { found: ['2.5'] }
        )
      }
    ]
  },
  'T2-FEEDP': {
    pass: [
      { note: '5.07，要求两位', settings: { feeDecimals: 2 } },
      {
        note: '原文的 5.08 已经改过',
        imported: noticed('T2-FEEDP', feePlace, { found: '5.08', decimals: 4, places: 2 })
      }
    ],
    fail: [
      { note: '5.0725，要求两位', cells: { [fee]: 50_725 }, settings: { feeDecimals: 2 } },
      {
        note: '原文 5.07，要求四位；印成四位小数就是 5.0700，只作提示',
        settings: { feeDecimals: 4 },
        imported: noticed('T2-FEEDP', feePlace, { found: '5.07', decimals: 4, places: 2 })
      },
      {
        note: '原文 5.07，表头写明保留4位小数',
        imported: noticed('T2-FEEDP', feePlace, { found: '5.07', decimals: 4, places: 2 })
      }
    ]
  },
  'T2-FEEUNIT': {
    pass: [{ note: '5.07 万元，上年 4.82 万元', last: {} }],
    fail: [
      { note: '50700 万元，上年 4.82 万元', cells: { [fee]: 507_000_000 }, last: {} },
      { note: '超过一百亿元', cells: { [fee]: 25_100_000_000 } }
    ]
  },
  'T2-REG-AUTH': {
    pass: [
      {
        note: '设区的市人民政府可以制定规章',
        unit: { kind: 'government', level: 'city', name: '清川市人民政府' },
        cells: { 'disclosure.rules.inForce': 6 }
      }
    ],
    fail: [
      {
        note: '乡镇填了规章 6 件',
        unit: { kind: 'town', level: 'town', name: '清川市河东镇人民政府' },
        cells: { 'disclosure.rules.inForce': 6 }
      }
    ]
  },
  'T2-VALID-GE': {
    pass: [{ note: '制发 2，废止 1，有效 19' }],
    fail: [
      {
        note: '制发 9，废止 1，有效 3',
        cells: { 'disclosure.normative.issued': 9, 'disclosure.normative.inForce': 3 }
      }
    ]
  },
  'T2-NOAUTH': {
    pass: [{ note: '行政机关制发 2 件' }],
    fail: [
      { note: '事业单位制发 2 件', unit: { kind: 'institution', name: '清川市地方志编研中心' } }
    ]
  }
}
