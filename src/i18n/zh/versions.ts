import type { Channel, Chart, Metric, Report, Unit, Waiver } from '../../core/report/report.ts'
import type { ComparedPart } from '../../core/versions/compare.ts'
import type { Changed, Standing } from '../../core/versions/three-way.ts'

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
  imported: '原文记录',
  published: '公布日期',
  unknown: '当前版本无法识别的内容'
}

const unit: Record<keyof Unit, string> = {
  name: '机关全称',
  code: '统一社会信用代码',
  kind: '机关类别',
  level: '层级'
}
const settings: Record<keyof Report['settings'], string> = {
  feeDecimals: '收费金额小数',
  rules: '检查项',
  deadline: '本地报送期限',
  words: '本报告留意的词',
  labels: '本地使用的行名',
  look: '页面样式',
  digits: '数字和字母',
  signature: '署名和日期',
  signedOn: '成文日期'
}
/** What the fields of an entry are called; those of several lists have one name where they can. */
const entry: Record<
  keyof Channel | keyof Metric | keyof Chart | keyof Waiver | 'text' | 'when' | 'open' | 'rev',
  string
> = {
  ...{ id: '编号', kind: '类别', name: '名称', accountId: '账号', sponsor: '主办单位' },
  ...{ status: '状态', openedOn: '开设日期', closedOn: '关停日期', closeReason: '关停原因' },
  ...{ inspections: '季度抽查', facts: '年报表填报项', channel: '所属平台', key: '含义' },
  ...{ year: '年份', period: '口径', value: '数值', qualifier: '限定', shown: '印出为' },
  ...{ unit: '单位', source: '来源', date: '日期', note: '备注', months: '按月' },
  ...{ title: '标题', type: '图形', metrics: '数据', scale: '数轴', alt: '文字说明' },
  ...{
    sorted: '从大到小排列',
    names: '图中名称',
    table: '附数据表',
    fingerprint: '指纹',
    rule: '检查项'
  },
  ...{ reason: '理由', by: '说明人', at: '位置', text: '内容', when: '时间', open: '未处理' },
  rev: '第几次保存'
}

/** Two windows, or two files, that say different things about one report. */
export const conflict = { parts, unit, settings, entry, changed: '有改动' } as const

const time = (at: Date): string =>
  `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日 ${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`

const standing: Record<Standing, string> = {
  same: '库中已有这份报告，内容相同。',
  newer: '文件版本较新，由库中版本修改而来。库中版本没有变动。',
  older: '文件版本较旧，库中版本由此修改而来。库中版本没有变动。',
  diverged: '两边都有修改，库中版本没有变动。',
  unknown: '没有两份相同时的记录，库中版本没有变动。'
}
const groups: Record<Changed, (there: string, here: string) => string> = {
  both: () => '两边都有修改，须选定',
  unknown: () => '无法判断由哪边修改，须选定',
  there: (there) => `只有${there}修改`,
  here: (_there, here) => `只有${here}修改`
}

/** Another state of a report that is already in the library. */
export const versions = {
  action: '逐项比较',
  standing,
  title: '同一份报告的两个版本',
  why: '只有一边修改的已选定，可改选；两边都有修改的逐处选定。合并前自动存一个历史版本。',
  whyUnknown: '没有两份相同时的记录，无法判断由哪边修改，须逐处选定。合并前自动存一个历史版本。',
  state: (rev: number, at: string) => `第 ${rev} 次保存，${time(new Date(at))}`,
  place: '不同之处',
  here: '库中版本',
  there: '文件版本',
  groups,
  group: (title: string, n: number) => `${title}（${n}）`,
  paragraph: (n: number) => `第 ${n} 段`,
  behind: (n: number) => (n ? `第 ${n} 段之后` : '开头'),
  order: (part: string) => `${part}的次序`,
  before: '修改前',
  all: (side: string) => `全用${side}`,
  rest: (side: string) => `未选的全用${side}`,
  onlyOpen: '只看未选定的',
  next: '下一处未选定的',
  more: (n: number) => `再显示 ${n} 处`,
  empty: '未填',
  gone: '没有这一项',
  count: (all: number, theirs: number, side: string) => `${all} 处不同，${theirs} 处用${side}`,
  open: (n: number) => `还有 ${n} 处未选定`,
  settle: '按所选合并',
  keep: '保留库中版本',
  settled: (n: number) => (n ? `已合并，${n} 处用文件版本。` : '已合并，库中版本没有变动。'),
  unmerge: '撤销合并',
  conflict: '没有合并：另一窗口刚修改过这份报告，重新比较。',
  excess: '没有合并：合并后超过一份报告的上限，库中版本没有变动。',
  failed: '没有合并：浏览器存储已满或没有写入，库中版本没有变动。',
  notUnmerged: {
    conflict: '没有撤销合并：合并后这份报告又保存过。合并前的内容在历史版本中。',
    failed: '没有撤销合并：浏览器存储已满或没有写入，库中版本没有变动。'
  }
} as const
