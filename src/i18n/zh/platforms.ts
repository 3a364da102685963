import type { FigureChange } from '../../core/platforms/change.ts'
import { shortNumber } from '../../core/numbers/short-number.ts'
import type { FigureQualifier } from '../../core/platforms/figure.ts'
import type { Refused } from '../../core/platforms/exported/intake.ts'
import type { LeftOut } from '../../core/platforms/exported/left-out.ts'
import type { Period } from '../../core/platforms/kinds.ts'
import type { Channel } from '../../core/report/report.ts'

const periods: Record<Period, string> = { year: '本年', end: '年末', total: '累计' }
const qualifiers: Record<FigureQualifier, string> = {
  '': '准确',
  约: '约',
  余: '余',
  多: '多',
  超: '超',
  近: '近'
}
const status: Record<Channel['status'], string> = {
  active: '运行',
  opened: '新开',
  closed: '已关停'
}

const refusals: Record<Refused['why'], string> = {
  number: '不是数字',
  decimal: '有小数，个数没有小数',
  negative: '是负数',
  percent: '是百分数，这一列要个数',
  scale: '列头已经写了万、亿，格里又写',
  date: '不是日期',
  year: '不在本年度及以前二十年内',
  account: '不是已有的平台',
  accounts: '有几个平台叫这个名字，分不清',
  label: '不是这个平台的指标',
  same: '整行与前面一行相同',
  twice: '这一天前面有了',
  again: '前面有了，没有日期分不清'
}

type ChartType = 'bar' | 'line' | 'pie'
const types: Record<ChartType, string> = { bar: '柱形', line: '折线', pie: '饼图' }

/** Platforms: their figures, their charts. Long, for the five views and their dialogs speak from here. */
export const platforms = {
  note: '不是法定表格，写进一（四）平台建设',
  add: '平台',
  adding: {
    title: '新建平台',
    why: '名称照平台上显示的写，报告和报表都用这个名称。',
    make: '新建平台',
    made: (name: string) => `已新建${name}。`
  },
  nameFault: (why: 'empty' | 'twice', name: string, kind: string) =>
    why === 'empty' ? '写上平台的名称。' : `已有${kind}“${name}”。同类平台名称不能相同。`,
  addFigure: '加指标',
  periods,
  qualifiers,
  status,
  of: (name: string, kind: string) => `${name}（${kind}）`,
  columns: {
    name: '指标',
    period: '口径',
    qualifier: '限定',
    year: (year: number) => `${year} 年`,
    unit: '单位',
    change: '增减',
    source: '来源',
    actions: '操作'
  },
  cell: (line: string, year: number, month: number | undefined, blank: boolean) =>
    `${line}，${year}年${month === undefined ? '' : `${month + 1}月`}${blank ? '，未填' : ''}`,
  label: (line: string, column: string) => `${line}，${column}`,
  more: (name: string) => `${name}：更多`,
  remove: '删去',
  removeChannel: '删去平台',
  removed: (name: string) => `已删去${name}。`,
  look: '去看',
  quote: '引用到正文',
  quotedNow: (name: string) => `${name}已写进一（四）。`,
  copyQuote: '复制引用',
  copied: (token: string) => `已复制 ${token}，贴进正文，印出时显示该数。`,
  notCopied: (token: string) => `没有复制上。在正文里写 ${token}，印出时显示该数。`,
  blank: '未填',
  figure: {
    open: '口径、来源和备注',
    definition: '口径',
    date: '采集日期',
    note: '备注',
    done: '完成'
  },
  edit: '平台资料',
  up: '上移',
  down: '下移',
  reopen: '重新启用',
  closedOn: '关停日期',
  noClosedOn: '写上关停日期',
  notAfterClosing: '关停后不再填',
  own: '自己的指标',
  empty: '还没有平台。网站、公众号的发布数、访问量填在这里，正文可以引用。',
  problem: (typed: string, why: 'words' | 'range' | 'stroke') =>
    why === 'stroke'
      ? `“${typed}”不是数字；没有就填 0。`
      : why === 'range'
        ? `“${typed}”太大或太细，原来的数没有变。`
        : `“${typed}”读不成数，原来的数没有变。`,
  change: ({ kind, by, about }: FigureChange) => {
    const sign = by > 0 ? '+' : by < 0 ? '−' : ''
    const size = kind === 'share' ? `${Math.abs(by).toFixed(1)}%` : shortNumber(Math.abs(by))
    return by === 0 ? '持平' : `${about ? '约' : ''}${sign}${size}`
  },
  views: {
    label: '看法',
    year: '本年',
    years: '历年',
    across: '平台对比',
    digest: '图解',
    returns: '报表'
  },
  /** Held identities, said at the foot: 上年末 256 + 本年新增 85 = 年末 341. */
  follow: (channel: string, last: string, fresh: string, end: string) =>
    `${channel}：上年末 ${last} + 本年新增 ${fresh} = 年末 ${end}`,
  total: (name: string, last: string, now: string, all: string) =>
    `${name}：${last} + ${now} = ${all}`,
  months: {
    open: '按月填',
    year: '年度',
    month: (month: number) => `${month}月`,
    sum: (sum: string) => `合计 ${sum}`,
    last: (sum: string) => `12月 ${sum}`,
    use: (sum: string) => `全年用 ${sum}`,
    used: (name: string, year: number, sum: string) => `${name} ${year} 年已改为 ${sum}。`
  },
  pasted: (taken: number) => `贴入 ${taken} 格。`,
  refusedCells: (cells: readonly string[]) =>
    `${cells.length} 格不是数字或没有地方放，没有贴：${cells.slice(0, 8).join('、')}${cells.length > 8 ? ' 等' : ''}。`,
  across: {
    channel: '平台',
    none: '没有两个以上平台都有的指标，还不能对比。',
    noSum: '关注数、访客数不能跨平台相加：同一个人可能关注几个平台。',
    total: '合计',
    heads: '合计（未去重）'
  },
  charts: {
    title: '图表',
    show: '图表',
    add: '图',
    none: '还没有图。填了数以后，右上角按数据给出可以画的图。',
    nothing: '同一指标满三年，或两个以上平台有发布数，即可生成图表。',
    own: '空白图，自己选数',
    newTitle: '新图',
    suggest: (title: string, type: ChartType) => `${title}（${types[type]}）`,
    types,
    more: (title: string) => `图“${title}”：更多`,
    edit: '修改',
    table: '看数据',
    noTable: '收起数据',
    svg: '存为 SVG',
    png: '存为 PNG',
    up: '上移',
    down: '下移',
    remove: '删去',
    removed: (title: string) => `图“${title}”已删去。`,
    place: (count: number) => (count === 1 ? '放在一（四）段后' : `${count} 张图放在一（四）段后`),
    placed: '已放进正文',
    unplace: '从正文取下',
    faults: {
      empty: '没有数据，印出来是空的。',
      missing: '有数没填，图里缺着。',
      units: '各数单位不同，不能放在一个轴上。',
      periods: '本年的数和年末、累计的数放在一起，不能比。',
      negative: '有负数，饼图和对数轴画不出。',
      gap: '中间有几年没有数，图里空着。',
      side: '两年对比，有的平台只有一年。',
      crowded: '画得太多，颜色和线型分不开。',
      doubtful: '有数检查没有通过，先核对。'
    },
    outlier: (name: string, times: number) => `“${name}”是其余最大数的 ${times} 倍，别的看不清。`,
    log: '改用对数轴',
    split: '分成两张图',
    zeroLog: '对数轴画不出 0，数据表里有。',
    dialog: {
      title: '修改图',
      name: '标题',
      type: '图形',
      scale: '数轴',
      scales: { linear: '均匀', log: '对数' },
      sorted: '从大到小排',
      months: '按月画',
      table: '图后附数据表',
      figures: '画哪些数',
      label: '图中名称',
      sortedOrder: '从大到小排时，先后由数定。',
      alt: '文字说明',
      altHelp: '看不见图的人靠它。不写就用下面这句：',
      done: '完成'
    }
  },
  intake: {
    open: '导入',
    title: '导入平台导出的数据',
    file: '选 Excel 或 CSV 文件',
    another: '换一个文件',
    channel: '是哪个平台的',
    columns: '各列是什么',
    remembered: '选过的列，下次同类平台自动认出。',
    column: (head: string) => `“${head}”一列是`,
    fixed: {
      skip: '不要',
      date: '日期',
      account: '账号名称',
      label: '指标名称',
      item: '作品标题（每行计 1 条）',
      this: '本年数',
      last: '上年数'
    },
    ofYear: (year: number) => `${year} 年数`,
    left: (names: string, rows: number, why: LeftOut['why']) =>
      `${names} ${rows} 行没有计入：${why === 'total' ? '是合计' : '同一天已计“全部”'}。`,
    differs: (name: string, column: string, said: string, sum: string) =>
      `“${name}”行的“${column}”是 ${said}，各行相加是 ${sum}，两者不一致。`,
    unknown: (name: string) => `文件里有“${name}”，报告里没有这个平台。`,
    make: (name: string, kind: string) => `新建${kind}“${name}”`,
    taken: (count: number) => `读到 ${count} 个数`,
    took: (count: number, kept: number) =>
      `已填入 ${count} 个数${kept ? `，${kept} 个保留原数` : ''}。`,
    rows: (count: number) => (count > 1 ? `${count} 行合成` : ''),
    summed: '同一天的几行相加',
    instead: (count: number) => `${count} 个数已填过，与文件不同，逐个选用哪一个：`,
    keepAll: '都保留原数',
    replaceAll: '都改用文件的数',
    keep: (now: string, from: string) => `保留 ${now}${from ? `（${from}）` : ''}`,
    replace: (file: string) => `改用文件的 ${file}`,
    monthly: '逐月的数',
    refused: (count: number) => `${count} 格没有读`,
    refusal: (row: number, column: string, text: string, why: Refused['why']) =>
      `第 ${row} 行${column ? `“${column}”` : ''}：“${text}”${refusals[why]}`,
    more: (count: number) => `还有 ${count} 格，原因相同或类似。`,
    nothing: '没有读到数。请为各列选定含义，或换一个文件。',
    take: (count: number) => `填入 ${count} 个数`,
    failed: '这个文件读不出表格，已有的数没有改动。请换成没有密码的 Excel 或 CSV 文件。'
  },
  returns: {
    which: '报表',
    register: '政务新媒体账号情况',
    website: (name: string) => `${name}：政府网站工作年度报表`,
    note: '与“本年”页为同一组数据，改动互通。带“约”“余”的数在报表里要填准数。',
    categories: '各类相加',
    none: '没有网站，也没有账号。',
    print: '打印',
    xlsx: '导出 Excel',
    all: '全部报表',
    file: (unit: string, year: number) => `${unit}${year}年度平台报表.xlsx`,
    rate: (rate: number) => `抽查合格率 ${rate}%`
  },
  digest: {
    title: '历年图解',
    changed: '变化最大',
    steady: '和上年比没有大变化。',
    none: '还没有数。填了数，这里就有图。',
    tables: '看数据',
    charts: '看图',
    others: '还画不成图的数',
    make: '做成图解放进正文',
    which: '放哪些图',
    worded: '图前写一句变化最大的几项',
    room: (count: number) => `图放在一（四）段后，一页两张，约 ${Math.ceil(count / 2)} 页。`,
    put: (count: number) => `放进 ${count} 张图`,
    made: (count: number, out: number) =>
      `已放进 ${count} 张图${out ? `，没有选的 ${out} 张没放` : ''}。`,
    from: (last: string, now: string) => `${last} → ${now}`
  },
  current: '当前格',
  prints: '印成',
  quoted: (times: number) => (times ? `正文引用 ${times} 处` : '正文没有引用'),
  details: {
    title: '平台资料',
    kind: '类别',
    name: '名称',
    accountId: '账号',
    siteId: '网站标识码',
    optional: '（可以后填）',
    sponsor: '主办单位',
    status: '状态',
    openedOn: '开设日期',
    closedOn: '关停日期',
    closeReason: '关停原因',
    inspections: '季度抽查',
    quarter: (quarter: number) => `${quarter}季度`,
    result: { pass: '合格', fail: '不合格', none: '未抽查' },
    done: '完成'
  }
} as const
