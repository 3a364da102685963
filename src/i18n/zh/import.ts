import type { FindingsOf, Place } from '../../core/findings/finding.ts'
import type { OriginalParams } from '../../core/findings/original.ts'
import { isMoney } from '../../core/form/form.ts'
import { conflict } from './versions.ts'

const megabytes = (bytes: string): string => `${Math.ceil(Number(bytes) / 1024 / 1024)} MB`
const quoted = (list: readonly string[]): string => list.map((one) => `“${one}”`).join('、')

/** What a report may have too much of: in all of it, or in one of its parts. */
const excesses: Readonly<Record<string, string>> = {
  depth: '内容的层数',
  size: '文字或条数',
  elements: '网页中的标签',
  lines: '行数',
  places: '表格的格数',
  text: '一个部分的文字',
  ...conflict.parts
}

/** What each rule says about an original that is being read in. */
const original: {
  readonly [Id in keyof OriginalParams]: (
    params: OriginalParams[Id],
    at: Place
  ) => readonly [string, string]
} = {
  'D-TITLE': ({ found, statutory }) => [
    '原标题与格式不同',
    `原文“${found}”，导入后用“${statutory}”。`
  ],
  'D-SEC': (params) => {
    switch (params.problem) {
      case 'none':
        return ['没有识别出六个部分的标题', '文字都放入引言，导入后移到各部分。']
      case 'missing':
        return [`原文没有“${params.section}”部分`, '导入后这一部分为空。']
      case 'order':
        return [`“${params.section}”的次序与格式不同`, '导入后按六个部分的次序排列。']
      case 'name':
        return [
          `“${params.section}”的标题与格式不同`,
          `原文写“${params.found}”，导入后用格式的标题。`
        ]
      case 'numeral':
        return [
          `“${params.section}”的序号与格式不同`,
          `原文写“${params.found}”，导入后用“${params.statutory}”。`
        ]
    }
  },
  'D-LABEL': ({ found, statutory }) => [
    '行名或列名与格式不同',
    `原文“${found}”，格式为“${statutory}”。导入后用格式的写法。`
  ],
  'T3-ROWSET': () => ['表三用的是 2019 年的行', '“（六）其他处理”只有一行，导入后计入“3.其他”。'],
  'T2-FEEDP': ({ found, decimals }) => [
    `收费金额“${found}”的小数位数与表头不符`,
    `表头要求保留 ${decimals} 位小数。导入后印成 ${decimals} 位，金额不变。`
  ],
  'D-NUMFMT': ({ found }) => ['有数字不是半角阿拉伯数字', `原文${quoted(found)}，导入后写成数字。`],
  'T2-INT': ({ found }, at) => [
    at.kind === 'cells' && at.fields.some(isMoney) ? '金额细于 1 分' : '件数不是整数',
    `原文${quoted(found)}，导入后留空。`
  ],
  'T2-NONNEG': ({ found }) => ['数字格中写有文字', `原文${quoted(found)}，导入后留空。`],
  'T3-NONNEG': ({ found }) => ['数字格中写有文字', `原文${quoted(found)}，导入后留空。`],
  'D-PROSE2': ({ found }) => [
    '表格之外另有文字',
    `原文${quoted(found)}，没有放入表格，可放入正文。`
  ]
}

/**
 * Words of the import screen: handing in, reviewing, taking over. Long, for every doubt, leftover and
 * refusal has its sentence here.
 */
export const importing = {
  title: '导入',
  back: '报告库',
  pasted: '粘贴的文字',
  paste: {
    title: '粘贴全文',
    why: '在网页、Word 或 WPS 中全选、复制，粘贴到这里，表格一并导入。',
    label: '报告全文',
    placeholder: '……2025年政府信息公开工作年度报告\n一、总体情况\n……',
    read: '识别文字'
  },
  file: {
    title: '选择文件',
    why: '文件也可拖入报告库和编辑页面，一次可选多个。',
    pick: '选择文件',
    kinds:
      'Word 和 WPS 的 .docx、.doc、.wps，Excel 的 .xlsx、.xls、.et、.csv，PDF、网页 .html 和 .mht、纯文本 .txt、年报台交换文件 .json。扫描的 PDF 没有文字，不能导入。'
  },
  promise: '识别后逐处核对，核对完成后存为新报告，不覆盖已有报告。',
  files: '已选的文件',
  reading: '正在识别…',
  stop: '停止',
  readingPage: (page: number, pages: number) => `正在识别第 ${page} / ${pages} 页…`,
  review: '核对',
  reviewDone: (read: number, doubtful: number) =>
    doubtful ? `识别出 ${read} 个数字，${doubtful} 格存疑` : `识别出 ${read} 个数字，没有存疑`,
  changed: {
    found: (n: number) => `Word 文字与文件所带的交换数据有 ${n} 处不同，逐处选定后导入`,
    title: '核对 Word 中的改动',
    count: (n: number) => `${n} 处与交换数据不同`,
    list: '不同之处',
    mine: '交换数据',
    theirs: 'Word',
    allMine: '全用交换数据',
    allTheirs: '全用 Word 文字',
    plainly: '不用交换数据，按普通文件导入',
    none: '没有',
    settled: '各处都已选定',
    foot: '未选的用交换数据。引用、图表、批注和设置都保留。',
    rest: '未选的用交换数据，导入',
    unread: '文件所带的交换数据无法读取，按文字导入',
    names: {
      absent: (table: string) => `${table} 缺少的格`,
      unit: '标题中的单位',
      year: '标题中的年度',
      signedOn: '落款日期',
      chartTitle: '图题',
      stray: '报告以外的文字'
    },
    fixed: { title: '标题的文字', signature: '落款', chart: '图表的数据' },
    fixedWhy: '由法定格式或报告数据生成，不从 Word 导入。需要修改的，导入后在报告中修改。',
    words: '不是数字，不能填入表格，用交换数据。',
    absentWhy: (n: number) => `Word 的表格没有这 ${n} 格；选用 Word 的，这些格留空。`,
    strayWhy: (section: string) => `报告中没有对应的位置；选用 Word 的，放在“${section}”末尾。`,
    quotes: (kept: number, lost: number) =>
      [
        kept ? `选用 Word 的，有 ${kept} 个数仍随表变化` : '',
        lost ? `${kept ? '' : '选用 Word 的，'}${lost} 个数改为 Word 中的文字` : ''
      ]
        .filter(Boolean)
        .join('，') + '。',
    follows: (n: number) => `正文有 ${n} 处引用这一格，随之变化。`
  },
  stored: (unit: string, year: number) => `已存为新报告：${unit} ${year} 年度报告`,
  migrated: '由旧版本文件转换，内容没有变动。',
  mended: (parts: readonly string[]) =>
    `文件中有编号重复（${parts.join('、')}），已重新编号，内容没有变动。`,
  open: '打开',
  known: {
    open: '打开库中版本',
    both: '两份并存'
  },
  nothing: {
    why: '没有识别出三张表，没有导入。须从标题到第六部分连同表格一并复制。',
    prose: '只导入文字部分'
  },
  failed: {
    tooLarge: (detail: string) =>
      `文件有 ${megabytes(detail)}，超过 50 MB，没有导入。年报一般不到 5 MB，核对是否选错文件；或全选、复制文字，粘贴到这里。`,
    tooLong: (detail: string) =>
      `内容有 ${detail} 个字符，远多于一份年报，没有导入。只复制年报部分，粘贴到这里。`,
    tooManyRows: (detail: string) =>
      `表格有 ${detail} 行，远多于年报的表格，没有导入。只保留年报的表格，另存一份再试。`,
    excess: (detail: string) =>
      `${excesses[detail] ?? '列出的内容'}远多于一份年报，没有导入；文件和报告库没有变动。核对是否选错文件。`,
    backup: () => '这是年报台的备份，没有导入。在报告库用“从备份恢复”恢复其中的报告。',
    damaged: (detail: string) =>
      `文件已损坏${detail ? `，位置 ${detail}` : ''}，没有导入。由提供人重新导出一份。`,
    bomb: () => '压缩包展开后过大，没有导入。换一份文件，或复制文字粘贴到这里。',
    encoding: () => '文字编码无法识别，没有导入。用记事本另存为 UTF-8 再试。',
    password: () => '文件有密码，没有导入。用 Word、Excel 或 WPS 打开，取消密码另存一份再试。',
    noText: () => '文件中没有文字，可能是扫描件，没有导入。改用 Word 或网页版本，或先作文字识别。',
    legacy: () =>
      '这是 Word 97、Excel 97 以前或 Works 的格式，没有导入。用 Word 或 WPS 打开，另存为 .docx 或 .xlsx 再试；或全选、复制，粘贴到这里。',
    foreign: () => '这不是年报台的交换文件，没有导入。交换文件的文件名以 .nianbao.json 结尾。',
    noDocument: () =>
      '文件中没有 Word 文档或 Excel 工作簿，没有导入。用 Word 或 WPS 打开，另存一份再试；或复制文字粘贴到这里。',
    embedded: () =>
      '文件中嵌有另一个文件，没有并入正文，没有导入。用 Word 或 WPS 打开，另存一份再试；或复制文字粘贴到这里。',
    newer: () => '文件由较新版本的年报台生成，当前版本无法打开，须用该版本打开。',
    empty: () => '没有文字。复制报告全文后再粘贴。',
    unknown: () => '不支持这种文件，没有导入。打开文件，全选、复制，粘贴到这里。',
    overdue: () =>
      '识别时间过长，已停止，没有导入。核对是否选错文件；或全选、复制文字，粘贴到这里。',
    stopped: () => '已停止，没有导入。',
    broken: () => '识别这个文件时出错，没有导入，其他文件不受影响。可复制文字粘贴到这里。'
  },
  unstored: '没有保存：浏览器存储已满或没有写入。先备份，再删除不用的报告。',
  again: '重试',
  drop: '移除',
  abandon: '放弃',
  made: (year: number) => `已导入为 ${year} 年度报告。`,
  dropped: (name: string) => `“${name}”已移除，不再导入。`,
  check: '导入核对',
  counts: {
    read: (n: number) => `识别出 ${n} 个数字`,
    sure: '个确定',
    doubtful: '格存疑',
    absent: '格原文没有',
    likely: '格推定',
    blank: '格空白'
  },
  source: {
    title: '原文',
    marks: '编号对应右侧各项',
    mended: '原文是乱码，已还原',
    view: '原文显示方式',
    laid: '表格',
    plain: '文字',
    tooLong: '原文过长，后面的没有列出，不影响导入。',
    mark: (n: number) => `查看第 ${n} 项`
  },
  result: '识别结果',
  left: (n: number) => `还有 ${n} 处存疑`,
  allDone: '存疑处都已确认',
  heading: {
    title: '标题',
    unit: '单位全称',
    year: '年度',
    noUnit: '单位全称未填，用于报告标题。',
    years: '原文有几个年份，选定报告年度',
    noYear: '年度填四位数字，如 2025。原文中没有识别出年份。',
    twice: '库中已有这个单位这一年度的报告，导入后有两份。'
  },
  groups: {
    open: '存疑',
    likely: '推定',
    likelyWhy: '导入时用下列数',
    original: '原文与格式不同',
    leftover: '没有识别',
    figures: '文字中的平台数据',
    figuresWhy: '按原文推定，勾选的填入平台数据',
    sure: '确定'
  },
  figures: {
    periods: { year: '本年', end: '年末', total: '累计' },
    closed: '已关停注销',
    shared: '几个平台合计，没有分列'
  },
  takes: (part: string) => `导入${part}`,
  leaves: '不导入，留空',

  cells: (n: number) => `${n} 格`,
  each: (n: number) => `逐格查看 ${n} 格`,
  why: {
    ragged: '原文这一行的格数与格式不同，按合计关系排定位置。',
    deduced: '原文没有这一格，由横行各格相加得出。',
    split: '数字拆在两格，合并后与总计相等。',
    merged: '原文一格中有几个数，无法分开，先留空。',
    unbalanced: '按原文，这一行相加与总计不等。',
    words: '不是数字，先留空。',
    approximate: '带“约”“余”等字，表格须填准确数。',
    change: '疑为增减数，不是件数。',
    spaced: '数字中间有空格，按一个数识别。',
    uncut: '原文一行的数连写，按勾稽关系分开，须对照原文核对。',
    unit: '原文单位是元，表中是万元，已除以一万。',
    noUnit: '原文没有注明单位，按万元识别。',
    otherUnit: '原文单位不是元或万元，或前后不一，已换算，须对照原文核对。',
    head: '原文列的次序与格式不同，按列名排定位置。',
    precision: '金额细于 1 分，先留空。',
    fraction: '件数不是整数，先留空。',
    range: '数值过大，先留空。',
    label: '行名与格式不同，按位置识别为这一行。',
    form2019: '取自 2019 年格式，含义不同。',
    twice: '原文有两处，两处不同，取前一处。',
    stroke: '不是数字，先留空，不当作 0。',
    absent: '原文中没有这一行，先留空。',
    table: '原文中没有这张表，先留空。'
  },
  wan: '万元',
  unusable: '不能作为表格的数。填整数；收费以万元为单位，最多六位小数。',
  confirm: '确认',
  confirmed: '已确认',
  change: '修改',
  blank: '留空',
  zero: '填 0',
  original: <Id extends keyof OriginalParams>({
    rule,
    params,
    at
  }: FindingsOf<OriginalParams, Id>): readonly [string, string] => original[rule](params, at),
  leftover: {
    length: (n: number) => `${n} 字`,
    reasons: {
      before: '标题之前的文字',
      after: '第六部分之后的文字',
      prose: '表格部分中的文字',
      row: '没有识别的行',
      table: '不是法定表格',
      twice: '重复的行',
      form2019: '现行格式没有的数',
      second: '后面的另一份报告，没有导入'
    },
    row: '对应的行',
    noRow: '不是表格的行',
    home: '放入',
    homes: { leadIn: '引言', overview: '一', problems: '五', other: '六' },
    drop: '不导入',
    stays: '不选的随报告保留，不印出。'
  },
  tables: { disclosure: '表二', requests: '表三', remedies: '表四' },
  balances: (held: number, broken: number) =>
    broken
      ? `勾稽关系 ${held} 条成立，${broken} 条不成立，导入后逐条列出。`
      : held
        ? `勾稽关系 ${held} 条都成立。`
        : '空白格过多，勾稽关系无法核对。',
  show: '展开',
  accept: '导入',
  acceptRest: '存疑的先留空，导入其余',
  acceptAll: '全部确认后导入',
  foot: '存为新报告，不覆盖已有报告。'
} as const
