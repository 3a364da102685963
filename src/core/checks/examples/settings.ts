import type { settingRules } from '../rules/settings.ts'
import type { Examples } from './example.ts'

export const settingExamples: Record<keyof typeof settingRules, Examples> = {
  'D-DEADLINE': {
    pass: [
      { note: '1 月 31 日当天', today: '2026-01-31' },
      { note: '已标明公布', today: '2026-02-03', published: '2026-01-28' },
      { note: '报送期限已过多时的旧报告', today: '2026-11-26' },
      {
        note: '县级以上地方人民政府到 3 月 31 日',
        today: '2026-02-03',
        unit: { name: '清川市人民政府', kind: 'government', level: 'city' }
      }
    ],
    fail: [
      { note: '2 月 1 日尚未公布', today: '2026-02-01' },
      {
        note: '地方通知要求 1 月 26 日',
        today: '2026-01-27',
        settings: { deadline: '01-26' }
      }
    ]
  },
  'SET-IGNORED': {
    pass: [
      { note: '不检查一项提示', settings: { rules: { 'D-LEADIN': 'off' } } },
      { note: '期限提前', settings: { deadline: '01-26' } },
      { note: '收费金额保留 3 位小数', settings: { feeDecimals: 3 } }
    ],
    fail: [
      { note: '不检查表三的勾稽', settings: { rules: { 'T3-BAL': 'off' } } },
      { note: '其他版本的检查项', settings: { rules: { 'T9-NEW': 'hint' } } },
      { note: '其他版本的级别', settings: { rules: { 'D-S6': 'fatal' } } },
      { note: '期限不是日期', settings: { deadline: '02-30' } },
      { note: '期限晚于条例', settings: { deadline: '02-20' } },
      { note: '收费金额保留 7 位小数', settings: { feeDecimals: 7 } }
    ]
  }
}
