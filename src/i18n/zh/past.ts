import type { SnapshotReason } from '../../core/versions/thinning.ts'

const reasons: Record<SnapshotReason, string> = {
  opened: '打开时',
  'while-working': '编辑中',
  import: '带入数据前',
  merge: '合并前',
  conflict: '另一窗口的一版',
  repairs: '成批改正前',
  fill: '成批填数前',
  texts: '成段改写前',
  restore: '恢复前',
  migration: '升级格式前',
  removed: '删除前'
}

/** Earlier states of a report. */
export const past = {
  action: '历史版本',
  title: (name: string) => (name ? `历史版本：${name}` : '历史版本'),
  why: '打开报告时、每编辑十分钟、每次大改之前各存一版，存在这台电脑上；越早的留得越稀。',
  list: '各版',
  reasons,
  otherReason: '其他',
  loading: '正在读取…',
  none: '还没有历史版本。填写以后再来看。',
  failed: '读不到历史版本：浏览器的存储没有回应或读取出错。报告没有变动，关掉这里再试。',
  tally: ({ cells, texts, others }: { cells: number; texts: number; others: number }) =>
    [cells && `${cells} 格`, texts && `${texts} 处文字`, others && `${others} 处其他内容`]
      .filter(Boolean)
      .join('、'),
  since: (what: string) => (what ? `比前一版改了 ${what}` : '与前一版相同'),
  first: '最早的一版',
  fromNow: (n: number) => (n ? `与现在有 ${n} 处不同` : '与现在相同'),
  unopened: {
    newer: '由较新的年报台保存，这一版打不开。',
    damaged: '内容已损坏，打不开。',
    excess: '内容远多于一份年报，打不开。',
    foreign: '不是年报，打不开。'
  },
  unopenedWhy: '原样留着，没有改动；可以导出保管。',
  raw: '导出原始内容',
  same: '这一版与现在的报告相同，没有可恢复的。',
  here: '现在',
  there: '这一版',
  bySection: '按部分选',
  others: '其他内容',
  sectionCount: (name: string, n: number) => `${name} ${n} 处`,
  count: (all: number, taken: number) => `${all} 处不同，${taken} 处恢复`,
  restore: '恢复所选',
  restoreAll: '全部恢复',
  restored: (n: number) => `已恢复 ${n} 处，恢复前的报告另存了一版`,
  notRestored:
    '没有恢复：浏览器存不下现在的一版，报告没有改动。先导出一份，再清空回收站或删去不用的报告。',
  copy: '另存为新报告',
  notCopied: '没有另存：浏览器存储已满或没有写入。',
  export: '导出交换文件'
} as const

/** Reports that were deleted. */
export const bin = {
  title: '回收站',
  why: (days: number) => `删除的报告留 ${days} 天，连同历史版本；到期自动清除。`,
  none: '回收站是空的。',
  loading: '正在读取…',
  failed: '读不到回收站：浏览器的存储没有回应或读取出错。重新打开本页再试。',
  columns: { unit: '单位', year: '年度', at: '删除时间', left: '还留', action: '操作' },
  left: (days: number) => `${days} 天`,
  back: '恢复',
  backLabel: (name: string) => `恢复 ${name}`,
  cameBack: (name: string) => `已恢复 ${name}。`,
  cameBeside: (name: string) => `已恢复 ${name}。库里已有同一份报告，恢复为另一份，两份都在。`,
  notDone: '没有做成：浏览器没有写入，回收站没有变动。关掉本页重新打开再试。',
  forget: '彻底删除',
  forgetLabel: (name: string) => `彻底删除 ${name}`,
  forgetAsk: (name: string) => `彻底删除 ${name}？连同历史版本，删除后找不回来。`,
  empty: '清空回收站',
  emptyAsk: (n: number) => `彻底删除这 ${n} 份报告？连同历史版本，删除后找不回来。`,
  named: (unit: string, year: number | undefined) => `${unit}${year ? ` ${year} 年度` : ''}`
} as const
