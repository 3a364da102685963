/** The draft of the year after, and last year's report beside this year's. */
export const nextYear = {
  action: '建立下一年度报告',
  title: (year: number) => `建立 ${year} 年度报告`,
  from: (unit: string, year: number) => `${unit}，承接 ${year} 年度报告`,
  settings: '单位资料和报送设置',
  settingsWhy: '机关全称、类别和层级、收费小数位数、报送期限。',
  carried: '上年结转',
  carriedWhy: (last: number, year: number) =>
    `${last} 年“四、结转下年度继续办理”写入 ${year} 年“二、上年结转”，共 7 格：`,
  carriedBlank: (last: number, n: number) => `${last} 年有 ${n} 格未填，写入后仍为未填。`,
  platforms: '平台和指标清单',
  platformsWhy: (channels: number, figures: number) =>
    channels ? `${channels} 个平台、${figures} 项指标，数字留空。` : '这份报告没有平台。',
  previous: (year: number) => `${year} 年的全部数字和文字，作对照`,
  previousWhy: (year: number) => `显示在各格左侧，并用于跨年检查；不填入 ${year} 年的格。`,
  final: (year: number) => `${year} 年报告已公布，数字不再修改`,
  text: '正文复制为初稿',
  textWhy: '不勾选时只建立小标题，左右对照填写。勾选的，没有修改的句子逐处标出。',
  twice: (unit: string, year: number) =>
    `库中已有 ${unit} ${year} 年度的报告。继续新建将有两份，分别保存。`,
  after: '建立后：已填',
  cells: '格，未填',
  cellsEnd: '格',
  create: (year: number) => `建立 ${year} 年度报告`,
  created: (year: number, filled: number) => `已建立 ${year} 年度报告，已填 ${filled} 格。`,
  failed: '没有保存：浏览器存储已满或没有写入。先备份，再删除不用的报告。',
  more: '更多'
} as const

/** Choosing last year's report for a draft that has none, or another one. */
export const attach = {
  action: (has: boolean) => (has ? '更换上年报告' : '选择上年报告'),
  title: '选择上年报告',
  why: (year: number) =>
    `选定后，${year} 年的数显示在各格左侧，并用于跨年检查。已填的数不变，可撤销。`,
  replaces: (year: number) => `现有的 ${year} 年对照数将由选定的报告替换。`,
  list: (year: number) => `库中 ${year} 年度的报告`,
  none: (year: number) => `库中没有 ${year} 年度的报告。先将上年报告导入报告库，再选择。`,
  import: '导入',
  otherUnit: '单位不同',
  current: '正在对照',
  fill: (n: number) => `上年结转未填的 ${n} 格，按这份报告的结转下年度填写`,
  choose: '选定',
  attached: (year: number, filled: number) =>
    `已对照 ${year} 年报告${filled ? `，上年结转已填 ${filled} 格` : ''}。`
} as const

/** Last year's text beside this year's. */
export const lastYear = {
  show: (year: number) => `对照 ${year} 年`,
  title: (year: number) => `${year} 年的文字`,
  none: '上年这一部分没有文字。',
  old: (n: number) => `${n} 句与上年相同`,
  newFigures: '数字已改',
  kept: '沿用',
  find: '定位',
  /** Of this year's sentences that stand in a paragraph, so many are still last year's. */
  oldIn: (n: number) => `${n} 句未改`,
  take: '取用',
  takeName: (text: string) => `取用：${text}`,
  takePart: '取用整段',
  takePartName: (heading: string) => `取用整段：${heading}`,
  takeAll: '全部取用',
  taken: '已取用上年的文字。',
  insertName: (text: string) => `插入：${text}`,
  findName: (text: string) => `定位：${text}`,
  inYear: (year: number) => `取用时年份改为 ${year} 年。`,
  asQuotes: '与上年表格相同的数，改为引用本年的格',
  problems: (year: number) => `${year} 年问题的改进情况`,
  noProblems: '上年的文字中没有识别出问题。',
  progress: { done: '已改进', partly: '部分改进', not: '未改进' },
  own: '正文已写到',
  answerHint: '选定后插入正文，再次选择则撤回。'
} as const

/** The numbers of two years, side by side. */
export const changes = {
  action: '对照上年',
  title: (year: number, last: number) => `对照上年：${year} 年与 ${last} 年`,
  summary: (changed: number, same: number, unknown: number) =>
    `${changed} 格有变化，${same} 格相同${unknown ? `，${unknown} 格至少一年未填` : ''}。`,
  tables: { all: '全部', disclosure: '表二', requests: '表三', remedies: '表四' },
  table: '表格',
  order: '排列方式',
  orders: { amount: '按增减', share: '按比例', form: '按表格次序' },
  columns: { name: '项目', by: '增减', share: '比例', sentence: '插入正文' },
  fromZero: '上年为 0',
  insert: '插入',
  into: '插入到',
  sections: { overview: '一、总体情况', problems: '五、问题及改进', other: '六、其他事项' },
  inserted: (sentence: string) => `已插入：${sentence}`,
  again: '已插入',
  nothing: '没有变化的格。',
  undo: '撤销'
} as const
