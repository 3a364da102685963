import type { sumRules } from '../rules/sums.ts'
import type { Examples } from './example.ts'

export const sumExamples: Record<keyof typeof sumRules, Examples> = {
  'T3-BAL': {
    pass: [{ note: '新收 12 + 上年结转 3 = 15，总计 14 + 结转 1 = 15' }],
    fail: [
      {
        note: '结转下年度填 2：两边差 1',
        cells: { 'requests.carriedOut.natural': 2, 'requests.carriedOut.total': 2 }
      },
      {
        note: '一列多、一列少，总计一列相符',
        cells: { 'requests.received.natural': 10, 'requests.received.commercial': 4 }
      }
    ]
  },
  'T3-SUM': {
    pass: [
      { note: '予以公开 9 + 不掌握 5 = 总计 14' },
      {
        note: '有一格未填，其余 9 不超过总计 14，不列为错误',
        cells: { 'requests.unavailable.notHeld.natural': null }
      }
    ],
    fail: [
      { note: '予以公开填 6，一列和一行都少 3', cells: { 'requests.granted.natural': 6 } },
      {
        note: '有未填格，但已填的 9 + 5 超过总计 12',
        cells: {
          'requests.handled.natural': 12,
          'requests.carriedOut.natural': 3,
          'requests.carriedOut.total': 3,
          'requests.handled.total': 14,
          'requests.granted.total': null,
          'requests.partlyGranted.natural': null
        }
      }
    ]
  },
  'T3-ROW': {
    pass: [{ note: '自然人 12 + 商业企业 2 = 总计 14' }],
    fail: [
      {
        note: '另一列未填，这一行的总计仍少于自然人一格',
        cells: {
          'requests.granted.total': 8,
          'requests.handled.total': null
        }
      }
    ]
  },
  'T4-SUM': {
    pass: [{ note: '维持 2，总计 2' }],
    fail: [{ note: '维持 2，总计填 3', cells: { 'remedies.review.total': 3 } }]
  },
  'T3-SPLIT': {
    pass: [{ note: '自然人 12，商业企业 2，总计 14' }],
    fail: [
      {
        note: '12 拆成 1 和 2',
        cells: {
          'requests.received.natural': 1,
          'requests.received.commercial': 2,
          'requests.received.total': 12,
          'requests.granted.commercial': 0,
          'requests.granted.total': 9,
          'requests.handled.commercial': 0,
          'requests.handled.total': 14
        }
      }
    ]
  },
  'T3-SHIFT': {
    pass: [
      { note: '各列都平' },
      { note: '一列差，总计也差：不是错列', cells: { 'requests.granted.natural': 6 } }
    ],
    fail: [
      {
        note: '自然人的 2 件填入商业企业',
        cells: { 'requests.received.natural': 10, 'requests.received.commercial': 4 }
      }
    ]
  }
}
