import type { cellRules } from '../rules/cells.ts'
import { line, table, type Examples } from './example.ts'

const fee = 'disclosure.fees.amount'

/** Table 三 of an original, with 若干 for the requests of natural persons. */
const someReceived = [
  line('三、收到和处理政府信息公开申请情况'),
  table(['一、本年新收政府信息公开申请数量', '若干', '2', '0', '0', '0', '0', '14'])
]
/** Table 二 of an original whose head asks for four decimals. */
const fourDecimals = [
  line('二、主动公开政府信息情况'),
  table(['信息内容', '本年收费金额（单位：万元，保留4位小数）'], ['行政事业性收费', '5.07'])
]
const feeOf = (text: string) => [
  line('二、主动公开政府信息情况'),
  table(['信息内容', '本年收费金额（单位：万元）'], ['行政事业性收费', text])
]
const penalties = (text: string) => [
  line('二、主动公开政府信息情况'),
  table(['信息内容', '本年处理决定数量'], ['行政处罚', text], ['行政强制', '0'])
]

export const cellExamples: Record<keyof typeof cellRules, Examples> = {
  'N-TEXT': {
    pass: [{ note: '填了 1.2万，记作 12000', typed: { 'requests.received.natural': '1.2万' } }],
    fail: [
      { note: '填了“十几件”', typed: { 'requests.received.natural': '十几件' } },
      { note: '没有的填了“/”', typed: { 'disclosure.penalty.decisions': '/' } }
    ]
  },
  'T3-NONNEG': {
    pass: [
      { note: '没有的填 0' },
      {
        note: '原文是“若干”，后填 12',
        original: someReceived,
        cells: { 'requests.received.natural': 12 }
      }
    ],
    fail: [
      { note: '填 −3', cells: { 'requests.other.other.natural': -3 } },
      { note: '原文是“若干”，仍为空', original: someReceived }
    ]
  },
  'T3-BLANK': {
    pass: [{ note: '每格都有数' }],
    fail: [
      {
        note: '科研机构一格未填',
        cells: { 'requests.declined.excessive.research': null }
      },
      { note: '表二有一格未填', cells: { 'disclosure.compulsion.decisions': null } }
    ]
  },
  'T3-BLANKTOTAL': {
    pass: [{ note: '总计都已填' }],
    fail: [
      { note: '分项都有，总计未填', cells: { 'requests.received.total': null } },
      { note: '表四总计未填', cells: { 'remedies.review.total': null } }
    ]
  },
  'T3-ROWSET': {
    pass: [{ note: '25 行' }],
    fail: [
      {
        note: '原文“（六）其他处理”只有一行',
        original: [
          line('三、收到和处理政府信息公开申请情况'),
          table(
            ['（五）不予处理', '1.信访举报投诉类申请', '0', '0', '0', '0', '0', '0', '0'],
            ['（六）其他处理', '0', '0', '0', '0', '0', '0', '0'],
            ['（七）总计', '12', '2', '0', '0', '0', '0', '14']
          )
        ]
      }
    ]
  },
  'T2-NONNEG': {
    pass: [{ note: '没有的填 0' }],
    fail: [
      { note: '废止填 −4', cells: { 'disclosure.normative.repealed': -4 } },
      { note: '原文是“若干”，仍为空', original: penalties('若干') }
    ]
  },
  'T2-INT': {
    pass: [
      { note: '件数都是整数', original: penalties('12') },
      { note: '金额到分', original: feeOf('4166.241619') },
      {
        note: '原文写 2.5 件，后填 12',
        original: penalties('2.5'),
        cells: { 'disclosure.penalty.decisions': 12 }
      }
    ],
    fail: [
      {
        note: '原文写 2.5 件，仍为空',
        original: penalties('2.5')
      },
      { note: '金额细于 1 分，仍为空', original: feeOf('4166.2416195') }
    ]
  },
  'T2-FEEDP': {
    pass: [
      { note: '5.07，要求两位', settings: { feeDecimals: 2 } },
      {
        note: '原文的 5.07 已改为 5.08',
        original: fourDecimals,
        cells: { [fee]: 5_080_000 }
      }
    ],
    fail: [
      { note: '5.0725，要求两位', cells: { [fee]: 5_072_500 }, settings: { feeDecimals: 2 } },
      {
        note: '原文 5.07，要求四位；印成四位小数就是 5.0700，只作提示',
        settings: { feeDecimals: 4 },
        original: fourDecimals
      },
      {
        note: '原文 5.07，表头写明保留4位小数',
        original: fourDecimals
      }
    ]
  },
  'T2-FEEUNIT': {
    pass: [{ note: '5.07 万元，上年 4.82 万元', last: {} }],
    fail: [
      { note: '50700 万元，上年 4.82 万元', cells: { [fee]: 50_700_000_000 }, last: {} },
      { note: '超过一百亿元', cells: { [fee]: 2_510_000_000_000 } }
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
        note: '乡镇填规章 6 件',
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
