import type { FigureChange } from '../../core/platforms/change.ts'
import { shortNumber } from '../../core/numbers/short-number.ts'
import type { FigureQualifier } from '../../core/platforms/figure.ts'
import type { MonthApart, Refused } from '../../core/platforms/exported/intake.ts'
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
  decimal: '有小数，个数应为整数',
  negative: '是负数',
  percent: '是百分数，这一列应为个数',
  scale: '列名已注明万、亿，格中又注明',
  date: '不是日期',
  year: '不在本年度及以前二十年内',
  account: '报告中没有这个平台',
  accounts: '有几个平台同名，无法对应',
  label: '不是这个平台的指标',
  same: '整行与前面一行相同',
  twice: '与前面的行日期重复',
  again: '与前面的行重复，没有日期，无法区分'
}

type ChartType = 'bar' | 'line' | 'pie'
const types: Record<ChartType, string> = { bar: '柱形', line: '折线', pie: '饼图' }

/** Platforms: their figures, their charts. Long, for the five views and their dialogs speak from here. */
export const platforms = {
  note: '不是法定表格，用于一（四）平台建设',
  add: '平台',
  adding: {
    title: '新建平台',
    why: '名称按平台显示的填写，用于报告和报表。',
    make: '新建平台',
    made: (name: string) => `已新建${name}。`
  },
  nameFault: (why: 'empty' | 'twice', name: string, kind: string) =>
    why === 'empty' ? '平台名称未填。' : `已有${kind}“${name}”。同类平台名称不能相同。`,
  addFigure: '添加指标',
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
  cell: (line: string, when: string, blank: boolean) => `${line}，${when}${blank ? '，未填' : ''}`,
  when: (year: number, month?: number) => `${year}年${month === undefined ? '' : `${month + 1}月`}`,
  label: (line: string, column: string) => `${line}，${column}`,
  more: (name: string) => `${name}：更多`,
  remove: '删除',
  removeChannel: '删除平台',
  removed: (name: string) => `已删除${name}。`,
  look: '查看',
  quote: '引用到正文',
  quotedNow: (name: string) => `${name}已插入一（四）。`,
  copyQuote: '复制引用',
  copied: (token: string) => `已复制 ${token}，粘贴到正文，印出时显示该数。`,
  notCopied: (token: string) => `没有复制。在正文中写 ${token}，印出时显示该数。`,
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
  reopened: (name: string) => `“${name}”已改为运行，关停日期已清空。`,
  closedOn: '关停日期',
  noClosedOn: '填写关停日期',
  notAfterClosing: '关停后不填',
  own: '自定指标',
  empty: '没有平台。网站、公众号的发布数、访问量在这里填写，正文可引用。',
  change: ({ kind, by, about }: FigureChange) => {
    const sign = by > 0 ? '+' : by < 0 ? '−' : ''
    const size = kind === 'share' ? `${Math.abs(by).toFixed(1)}%` : shortNumber(Math.abs(by))
    return by === 0 ? '持平' : `${about ? '约' : ''}${sign}${size}`
  },
  views: {
    label: '视图',
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
    open: '按月填写',
    month: (month: number) => `${month}月`,
    sum: (sum: string) => `合计 ${sum}`,
    last: (sum: string) => `12月 ${sum}`,
    use: (sum: string) => `全年改为 ${sum}`,
    used: (name: string, year: number, sum: string) => `${name} ${year} 年已改为 ${sum}。`
  },
  refusedCells: (cells: readonly string[]) =>
    `${cells.length} 格不是数字或没有对应的格，没有粘贴：${cells.slice(0, 8).join('、')}${cells.length > 8 ? ' 等' : ''}。`,
  across: {
    channel: '平台',
    none: '没有两个以上平台共有的指标，不能对比。',
    noSum: '关注数、访客数不能跨平台相加：同一人可能关注多个平台。',
    total: '合计',
    heads: '合计（未去重）'
  },
  charts: {
    title: '图表',
    show: '图表',
    add: '图表',
    none: '没有图表。填写数据后，右上角列出可生成的图表。',
    nothing: '同一指标满三年，或两个以上平台有发布数，即可生成图表。',
    own: '空白图表，自选数据',
    newTitle: '新图表',
    suggest: (title: string, type: ChartType) => `${title}（${types[type]}）`,
    types,
    more: (title: string) => `图表“${title}”：更多`,
    edit: '修改',
    table: '显示数据',
    noTable: '隐藏数据',
    svg: '导出 SVG',
    png: '导出 PNG',
    up: '上移',
    down: '下移',
    remove: '删除',
    removed: (title: string) => `图表“${title}”已删除。`,
    place: (count: number) =>
      count === 1 ? '插入一（四）段后' : `${count} 张图表插入一（四）段后`,
    placed: '已插入正文',
    unplace: '从正文移除',
    placedNow: (count: number) => `${count} 张图表已插入正文一（四）。`,
    unplacedNow: (title: string) => `图表“${title}”已从正文移除。`,
    faults: {
      empty: '没有数据，印出为空白。',
      missing: '有数未填，图中缺少。',
      units: '各数单位不同，不能用同一数轴。',
      periods: '本年数与年末数、累计数并列，不可比。',
      negative: '有负数，饼图和对数轴无法显示。',
      gap: '中间有几年没有数，图中空缺。',
      side: '两年对比，有的平台只有一年的数。',
      crowded: '数据过多，颜色和线型难以区分。',
      doubtful: '有数未通过检查，先核对。'
    },
    outlier: (name: string, times: number) =>
      `“${name}”是其余最大数的 ${times} 倍，其余的难以看清。`,
    log: '改用对数轴',
    split: '分为两张图表',
    splitNow: (title: string) => `图表“${title}”已分为两张图表。`,
    dialog: {
      title: '修改图表',
      name: '标题',
      type: '图形',
      scale: '数轴',
      scales: { linear: '均匀', log: '对数' },
      logWhy: '对数轴每格为上一格的 10 倍，长短不成比例，图上印有说明。',
      sorted: '从大到小排列',
      months: '按月显示',
      table: '图表后附数据表',
      figures: '所用数据',
      label: '图中名称',
      sortedOrder: '从大到小排列时，次序由数值确定。',
      alt: '文字说明',
      altHelp: '读屏时朗读。不填时用以下文字：',
      done: '完成'
    }
  },
  intake: {
    open: '导入',
    title: '导入平台导出的数据',
    file: '选择 Excel 或 CSV 文件',
    another: '另选文件',
    channel: '所属平台',
    columns: '各列含义',
    remembered: '选定后，同类平台的文件自动识别。',
    column: (head: string) => `“${head}”一列的含义`,
    fixed: {
      skip: '不导入',
      date: '日期',
      account: '账号名称',
      label: '指标名称',
      item: '作品标题（每行计 1 条）',
      source: '来源',
      collected: '采集日期',
      this: '本年数',
      last: '上年数'
    },
    ofYear: (year: number) => `${year} 年数`,
    left: (names: string, rows: number, why: LeftOut['why']) =>
      `${names} ${rows} 行没有计入：${why === 'total' ? '是合计' : '同一天已计“全部”'}。`,
    differs: (name: string, column: string, said: string, sum: string) =>
      `“${name}”行的“${column}”是 ${said}，各行相加是 ${sum}，两者不一致。`,
    unknown: (name: string) => `文件中有“${name}”，报告中没有这个平台。`,
    make: (name: string, kind: string) => `新建${kind}“${name}”`,
    taken: (count: number) => `识别出 ${count} 个数`,
    took: (count: number, kept: number) =>
      `已填入 ${count} 个数${kept ? `，${kept} 个保留原数` : ''}。`,
    rows: (count: number) => (count > 1 ? `由 ${count} 行合计` : ''),
    summed: '同日各行相加',
    instead: (count: number) => `${count} 个数已填，与文件不同，逐个选定：`,
    keepAll: '全部保留原数',
    replaceAll: '全部改用文件的数',
    keep: (now: string, from: string) => `保留 ${now}${from ? `（${from}）` : ''}`,
    replace: (file: string) => `改用文件的 ${file}`,
    /** The first few months that are said differently, as `side` says them. */
    monthly: (apart: readonly MonthApart[], side: 'now' | 'file') =>
      apart
        .slice(0, 3)
        .map((one) => `${one.month + 1}月 ${one[side] ?? '空白'}`)
        .join('、') + (apart.length > 3 ? ` 等 ${apart.length} 个月` : ''),
    refused: (count: number) => `${count} 格没有识别`,
    refusal: (row: number, column: string, text: string, why: Refused['why']) =>
      `第 ${row} 行${column ? `“${column}”` : ''}：“${text}”${refusals[why]}`,
    more: (count: number) => `另有 ${count} 格，原因相同或类似。`,
    nothing: '没有识别出数。请为各列选定含义，或另选文件。',
    take: (count: number) => `填入 ${count} 个数`,
    failed: '文件中没有识别出表格，已有的数没有变动。须用没有密码的 Excel 或 CSV 文件。'
  },
  returns: {
    which: '报表',
    register: '政务新媒体账号情况',
    website: (name: string) => `${name}：政府网站工作年度报表`,
    note: '与“本年”页为同一组数据，改动互通。带“约”“余”的数，在报表中须填准确数。',
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
    steady: '与上年相比变化不大。',
    none: '没有数据。填写数据后显示图表。',
    tables: '显示数据',
    charts: '显示图表',
    others: '数据不足以生成图表的指标',
    make: '图解插入正文',
    which: '插入的图表',
    worded: '图表前写明变化最大的几项',
    room: (count: number) => `图表插入一（四）段后，每页两张，约 ${Math.ceil(count / 2)} 页。`,
    put: (count: number) => `插入 ${count} 张图表`,
    made: (count: number, out: number) =>
      `已插入 ${count} 张图表${out ? `，未选的 ${out} 张没有插入` : ''}。`,
    from: (last: string, now: string) => `${last} → ${now}`
  },
  current: '当前格',
  prints: '印出为',
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
