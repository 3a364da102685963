import type { ComparedPart } from '../../core/report/compare.ts'

const parts: Record<ComparedPart, string> = {
  unit: '单位',
  year: '年度',
  scope: '统计范围',
  notes: '格内注',
  channels: '平台',
  metrics: '平台数据',
  charts: '图表',
  previous: '上年报告',
  settings: '设置',
  waivers: '已说明的理由',
  remarks: '批注',
  sources: '汇总来源',
  imported: '原文的记录',
  published: '公布日期',
  unknown: '本版不认识的内容'
}

/** Two windows, or two files, that say different things about one report. */
export const conflict = { parts, changed: '有改动' } as const
