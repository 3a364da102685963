import type { ComparedPart } from '../../core/versions/compare.ts'

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

const time = (at: Date): string =>
  `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日 ${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`

/** Another state of a report that is already in the library. */
export const versions = {
  action: '逐项比较',
  standing: {
    same: '这份报告已在库里，内容相同。',
    newer: '文件版本较新，库中版本没有动。库中也有修改时，逐处核对后再合并。',
    older: '文件版本较旧，库中版本没有动。',
    diverged: '两边都有修改，库中版本没有动。'
  },
  title: '同一份报告的两个版本',
  why: '逐处选定后合并，没有选的保留库中版本；合并前另存一份原样。',
  state: (rev: number, at: string) => `第 ${rev} 次保存，${time(new Date(at))}`,
  place: '哪里不同',
  here: '库中版本',
  there: '文件版本',
  all: (side: string) => `全用${side}`,
  empty: '没有写',
  count: (all: number, theirs: number, side: string) => `${all} 处不同，${theirs} 处用${side}`,
  settle: '按所选合并',
  keep: '保留库中版本',
  settled: (n: number) => (n ? `已合并，${n} 处用了文件版本。` : '库中版本没有改动。'),
  conflict: '没有合并：这份报告刚被另一个窗口改过，再比较一次。',
  failed: '没有合并：浏览器存储已满或没有写入，库中版本没有动。'
} as const
