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
  elements: '网页里的标签',
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
    `原文“${found}”，读入后用“${statutory}”。`
  ],
  'D-SEC': (params) => {
    switch (params.problem) {
      case 'none':
        return ['没有认出六个部分的标题', '文字都放在引言里，读入后分到各部分。']
      case 'missing':
        return [`原文没有“${params.section}”部分`, '读入后这一部分是空的。']
      case 'order':
        return [`“${params.section}”的次序与格式不同`, '读入后按六个部分的次序排。']
      case 'name':
        return [
          `“${params.section}”的标题与格式不同`,
          `原文写“${params.found}”，读入后用格式的标题。`
        ]
      case 'numeral':
        return [
          `“${params.section}”的序号与格式不同`,
          `原文写“${params.found}”，读入后用“${params.statutory}”。`
        ]
    }
  },
  'D-LABEL': ({ found, statutory }) => [
    '行名或列名与格式不同',
    `原文“${found}”，格式是“${statutory}”。读入后用法定的字。`
  ],
  'T3-ROWSET': () => ['表三用的是 2019 年的行', '“（六）其他处理”只有一行，读入后记在“3.其他”。'],
  'T2-FEEDP': ({ found, decimals }) => [
    `收费金额“${found}”的小数位数不对`,
    `表头要求保留 ${decimals} 位小数。读入后印成 ${decimals} 位，数不变。`
  ],
  'D-NUMFMT': ({ found }) => ['有数字不是半角阿拉伯数字', `原文${quoted(found)}，读入后写成数字。`],
  'T2-INT': ({ found }, at) => [
    at.kind === 'cells' && at.fields.some(isMoney) ? '金额细于 1 分' : '件数不是整数',
    `原文${quoted(found)}，读入后留空。`
  ],
  'T2-NONNEG': ({ found }) => ['数字格里写了文字', `原文${quoted(found)}，读入后留空。`],
  'T3-NONNEG': ({ found }) => ['数字格里写了文字', `原文${quoted(found)}，读入后留空。`],
  'D-PROSE2': ({ found }) => [
    '表格之外另有文字',
    `原文${quoted(found)}，没有放进表格，可以放到正文里。`
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
    why: '在网页、Word 或 WPS 里全选、复制，粘贴到这里。表格会一起带过来。',
    label: '报告全文',
    placeholder: '……2025年政府信息公开工作年度报告\n一、总体情况\n……',
    read: '读这段文字'
  },
  file: {
    title: '选文件',
    why: '在报告库和编辑里也可以把文件拖进来，一次可以多份。',
    pick: '选文件',
    kinds:
      'Word 和 WPS 的 .docx、.doc、.wps，Excel 的 .xlsx、.xls、.et、.csv，PDF、网页 .html 和 .mht、纯文本 .txt、年报台交换文件 .json。扫描的 PDF 里没有文字，读不了。'
  },
  promise: '读入后逐处核对，核对完才存为新的一份，不覆盖已有报告。',
  files: '读到的文件',
  reading: '正在读……',
  stop: '停止',
  readingPage: (page: number, pages: number) => `正在读第 ${page} / ${pages} 页……`,
  review: '核对',
  reviewDone: (read: number, doubtful: number) =>
    doubtful ? `读出 ${read} 个数字，${doubtful} 格存疑` : `读出 ${read} 个数字，没有存疑`,
  changed: {
    found: (n: number) => `里面有年报台的数据，Word 里的文字与它有 ${n} 处不同，逐处选定后读入`,
    title: '核对 Word 里的改动',
    count: (n: number) => `${n} 处与交换数据不同`,
    list: '哪里不同',
    mine: '交换数据',
    theirs: 'Word',
    allMine: '全用交换数据',
    allTheirs: '全用 Word 的',
    plainly: '不看交换数据，按普通文件读',
    none: '没有',
    settled: '各处都已选定',
    foot: '没有选的用交换数据。引用、图表、批注和设置都保留。',
    rest: '没选的用交换数据，读入',
    unread: '文件里的年报台数据读不出，按文字读',
    names: {
      absent: (table: string) => `${table} 缺少的格`,
      unit: '标题里的单位',
      year: '标题里的年度',
      signedOn: '落款日期',
      chartTitle: '图题',
      stray: '报告以外的文字'
    },
    fixed: { title: '标题的文字', signature: '落款', chart: '图表的数据' },
    fixedWhy: '由法定格式或报告的数据生成，Word 里的字收不进来。要改的话，读入后在报告里改。',
    words: '不是数字，收不进表里，用交换数据的。',
    absentWhy: (n: number) => `Word 的表里没有这 ${n} 格；用 Word 的，这些格就是空白。`,
    strayWhy: (section: string) => `报告里没有这一处的位置；用 Word 的，放在“${section}”末尾。`,
    quotes: (kept: number, lost: number) =>
      [
        kept ? `用 Word 的，有 ${kept} 个数仍随表变化` : '',
        lost ? `${kept ? '' : '用 Word 的，'}${lost} 个数改为照 Word 写的字` : ''
      ]
        .filter(Boolean)
        .join('，') + '。',
    follows: (n: number) => `正文有 ${n} 处引用这一格，会跟着变。`
  },
  stored: (unit: string, year: number) => `已存为新的一份：${unit} ${year} 年度报告`,
  migrated: '由旧版文件转换而来，内容没有变。',
  mended: (parts: readonly string[]) =>
    `文件里有编号重复（${parts.join('、')}），已分开，内容没有少。`,
  open: '打开',
  known: {
    open: '打开库中版本',
    both: '两份都留'
  },
  nothing: {
    why: '没有认出三张表。要从标题到第六部分一起复制，表格也要选上；库里没有改动。',
    prose: '只读入文字部分'
  },
  failed: {
    tooLarge: (detail: string) =>
      `文件有 ${megabytes(detail)}，超过 50 MB，没有读。年报一般不到 5 MB，看看是不是选错了；或全选复制文字，粘贴到这里。`,
    tooLong: (detail: string) =>
      `里面有 ${detail} 个字符，一份年报远没有这么长，没有读。只复制年报部分，粘贴到这里。`,
    tooManyRows: (detail: string) =>
      `表里有 ${detail} 行，年报的表没有这么长，没有读。只留年报的表，另存一份再试。`,
    excess: (detail: string) =>
      `${excesses[detail] ?? '列出的内容'}远多于一份年报，没有读入；文件和库都没有改动。核对是不是选错了文件。`,
    backup: () =>
      '这是年报台的备份，里面可能有多份报告。到报告库用“从备份恢复”读入；库里没有改动。',
    damaged: (detail: string) =>
      `文件损坏${detail ? `，坏在 ${detail}` : ''}，没有读入。让对方重新导出一份；库里没有改动。`,
    bomb: () => '压缩包展开后大得不合常理，没有读。换一份文件，或复制文字粘贴到这里。',
    encoding: () => '认不出文字编码，读出来会是乱码，没有读入。用记事本另存为 UTF-8 再试。',
    password: () =>
      '文件有密码，没有读入，文件没有改动。用 Word、Excel 或 WPS 打开，去掉密码另存一份再试。',
    noText: () => '文件里没有文字，可能是扫描件。找 Word 或网页版，或先做文字识别。',
    legacy: () =>
      '这是 Word 97、Excel 97 以前或 Works 的格式，没有读入，文件没有改动。用 Word 或 WPS 打开，另存为 .docx 或 .xlsx 再试；或全选、复制，粘贴到这里。',
    foreign: () => '这不是年报台的交换文件，没有读入。交换文件的名字以 .nianbao.json 结尾。',
    noDocument: () =>
      '文件里没有 Word 文档或 Excel 工作簿，没有读入。用 Word 或 WPS 打开看看，另存一份再试；或复制文字粘贴到这里。',
    embedded: () =>
      '文件里嵌着另一个文件，还没有并入正文，没有读入。用 Word 或 WPS 打开，另存一份再试；或复制文字粘贴到这里。',
    newer: () => '文件由较新的年报台生成，这里打不开，文件没有改动。用那一版打开。',
    empty: () => '里面没有文字。复制报告全文再粘贴。',
    unknown: () => '这种文件还读不了。打开它，全选、复制，粘贴到这里。',
    overdue: () =>
      '读了很久还没有读完，已经停下，没有读入；库里没有改动。看看是不是选错了文件；或全选复制文字，粘贴到这里。',
    stopped: () => '已停止，没有读入；库里没有改动。',
    broken: () => '读这个文件时出了意外，其他文件不受影响，库里没有改动。可以复制文字粘贴到这里。'
  },
  unstored: '没有存上：浏览器存储已满或没有写入。先备份，再删掉不用的报告。',
  again: '再试',
  drop: '去掉',
  abandon: '放弃',
  check: '读入核对',
  counts: {
    read: (n: number) => `读出 ${n} 个数字`,
    sure: '个确定',
    doubtful: '格存疑',
    absent: '格没有找到',
    likely: '格推定',
    blank: '格空白'
  },
  source: {
    title: '原文',
    marks: '编号处即右侧各条',
    mended: '原文是乱码，已还原',
    view: '原文的样子',
    laid: '按表格看',
    plain: '看原文字',
    tooLong: '原文很长，后面的不在这里列出，读入不受影响。',
    mark: (n: number) => `看第 ${n} 条`
  },
  result: '读成什么',
  left: (n: number) => `还剩 ${n} 处`,
  allDone: '存疑处都已确认',
  heading: {
    title: '标题',
    unit: '单位全称',
    year: '年度',
    noUnit: '写上单位全称，它是标题的开头。',
    years: '原文里有几个年份，选这份报告的年度',
    noYear: '写四位年份，如 2025。原文里没有认出年份。',
    twice: '库里已有这个单位这一年度的报告，读入后有两份。'
  },
  groups: {
    open: '存疑',
    likely: '推定',
    likelyWhy: '读入时用这里的数',
    original: '原文与格式不同',
    leftover: '没有看懂',
    figures: '文字里的平台数据',
    figuresWhy: '按原文推定，勾选的记到平台数据里',
    sure: '确定'
  },
  figures: {
    periods: { year: '本年', end: '年末', total: '累计' },
    closed: '已关停注销',
    shared: '几个平台合计，各自的数未写'
  },
  takes: (part: string) => `读入${part}`,
  leaves: '不读入，留空',

  cells: (n: number) => `${n} 格`,
  each: (n: number) => `逐格看 ${n} 格`,
  why: {
    ragged: '原文这一行的格数与格式不同，按加总关系排的位置。',
    deduced: '原文没有这一格，由横行各格相加得出。',
    split: '数字分在两格里，合起来后与总计相等。',
    merged: '原文一格里有几个数，分不开，先留空。',
    unbalanced: '照原文读，这一行加起来与总计不等。',
    words: '不是数字，先留空。',
    approximate: '带“约”“余”一类的字，表里要写准确的数。',
    change: '写的像是增减，不是数量。',
    spaced: '数字中间有空格，合在一起读。',
    uncut: '原文一行的数连在一起，没有分隔，是按勾稽关系分开的，对照原文看一遍。',
    unit: '原文单位是元，表里是万元，已除以一万。',
    noUnit: '原文没有写单位，按万元读。',
    otherUnit: '原文写的单位不是元也不是万元，或前后不一，换算后对照原文看一遍。',
    head: '原文列的次序与格式不同，按列名放的位置。',
    precision: '金额细于 1 分，先留空。',
    fraction: '件数不是整数，先留空。',
    range: '数太大，先留空。',
    label: '行名与格式不同，按位置认作这一行。',
    form2019: '取自 2019 年的旧格式，那时的含义不同。',
    twice: '原文有两处，两处不同，取了前一处。',
    stroke: '不是数字，先留空，不当作 0。',
    absent: '原文里没有找到这一行，先留空。',
    table: '原文里没有找到这张表，先留空。'
  },
  wan: '万元',
  unusable: '这不能作为表里的数。写整数；收费写万元，最多 6 位小数。',
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
      before: '标题以前的文字',
      after: '第六部分以后的文字',
      prose: '表格部分里的文字',
      row: '认不出的行',
      table: '不是法定的表',
      twice: '重复的行',
      form2019: '现行格式没有的数',
      second: '后面的另一份报告，没有读'
    },
    row: '是哪一行',
    noRow: '不是表里的行',
    home: '放进',
    homes: { leadIn: '引言', overview: '一', problems: '五', other: '六' },
    drop: '不要',
    stays: '不选也不会丢，随报告留着，不印出来。'
  },
  tables: { disclosure: '表二', requests: '表三', remedies: '表四' },
  balances: (held: number, broken: number) =>
    broken
      ? `勾稽关系 ${held} 条成立，${broken} 条在读入的数上不成立，读入后逐条列出。`
      : held
        ? `勾稽关系 ${held} 条在读入的数上都成立。`
        : '空格太多，勾稽关系还不能核对。',
  show: '展开',
  accept: '读入',
  acceptRest: '存疑的先留空，读入其余',
  acceptAll: '全部确认后读入',
  foot: '不覆盖已有报告，存为新的一份。'
} as const
