import type { SnapshotReason } from '../../core/versions/thinning.ts'

const reasons: Record<SnapshotReason, string> = {
  opened: '打开时',
  'while-working': '编辑中',
  import: '带入数据前',
  merge: '合并前',
  conflict: '另一窗口的版本',
  repairs: '批量修改前',
  fill: '批量填写前',
  texts: '成段修改前',
  restore: '恢复前',
  migration: '升级格式前',
  removed: '删除前'
}

/** Earlier states of a report. */
export const past = {
  action: '历史版本',
  title: (name: string) => (name ? `历史版本：${name}` : '历史版本'),
  why: '打开报告时、每编辑十分钟、批量修改前各存一个版本，保存在这台电脑上；时间越早，保留的间隔越大。',
  list: '版本列表',
  reasons,
  otherReason: '其他',
  loading: '正在读取…',
  none: '没有历史版本。填写后自动生成。',
  failed: '历史版本无法读取：浏览器的存储没有响应或读取出错。报告没有变动，关闭后再试。',
  tally: ({ cells, texts, others }: { cells: number; texts: number; others: number }) =>
    [cells && `${cells} 格`, texts && `${texts} 处文字`, others && `${others} 处其他内容`]
      .filter(Boolean)
      .join('、'),
  since: (what: string) => (what ? `比前一版修改 ${what}` : '与前一版相同'),
  first: '最早的一版',
  fromNow: (n: number) => (n ? `与现在有 ${n} 处不同` : '与现在相同'),
  unopened: {
    newer: '由较新版本的年报台保存，当前版本无法打开。',
    damaged: '内容已损坏，无法打开。',
    excess: '内容远多于一份年报，无法打开。',
    foreign: '不是年报，无法打开。'
  },
  unopenedWhy: '内容保持原样，可导出保管。',
  raw: '导出原始内容',
  same: '与现在的报告相同，不用恢复。',
  here: '现在',
  there: '这一版',
  bySection: '按部分选择',
  others: '其他内容',
  sectionCount: (name: string, n: number) => `${name} ${n} 处`,
  count: (all: number, taken: number) => `${all} 处不同，${taken} 处恢复`,
  restore: '恢复所选',
  restoreAll: '全部恢复',
  restored: (n: number) => `已恢复 ${n} 处，恢复前的报告已存为历史版本`,
  notRestored: '没有恢复：浏览器存储已满，报告没有变动。先导出一份，再清空回收站或删除不用的报告。',
  copy: '另存为新报告',
  notCopied: '没有另存：浏览器存储已满或没有写入。',
  export: '导出交换文件'
} as const

/** Reports that were deleted. */
export const bin = {
  title: '回收站',
  why: (days: number) => `删除的报告连同历史版本保留 ${days} 天，到期自动清除。`,
  none: '回收站为空。',
  loading: '正在读取…',
  failed: '回收站无法读取：浏览器的存储没有响应或读取出错。刷新本页再试。',
  columns: { unit: '单位', year: '年度', at: '删除时间', left: '剩余', action: '操作' },
  left: (days: number) => `${days} 天`,
  back: '恢复',
  backLabel: (name: string) => `恢复 ${name}`,
  cameBack: (name: string) => `已恢复 ${name}。`,
  cameBeside: (name: string) => `已恢复 ${name}。库中已有同一份报告，两份并存。`,
  notDone: '没有完成：浏览器没有写入，回收站没有变动。刷新本页再试。',
  forget: '彻底删除',
  forgetLabel: (name: string) => `彻底删除 ${name}`,
  forgetAsk: (name: string) => `彻底删除 ${name}？连同历史版本，删除后不能恢复。`,
  empty: '清空回收站',
  emptyAsk: (n: number) => `彻底删除这 ${n} 份报告？连同历史版本，删除后不能恢复。`,
  named: (unit: string, year: number | undefined) => `${unit}${year ? ` ${year} 年度` : ''}`
} as const
