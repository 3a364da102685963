import type { Finding, RuleId } from '../../core/checks/finding.ts'

/** Rules about cells without a number; of a number that was typed they say an error. */
const ofBlanks: ReadonlySet<string> = new Set<RuleId>([
  'T3-BLANK',
  'T2-NONNEG',
  'T3-NONNEG',
  'T2-INT'
])
/** Rules that stand at cells or figures and doubt no number: labels, accounts, charts. */
const ofWords: ReadonlySet<string> = new Set<RuleId>([
  'D-LABEL',
  'D-NUMFMT',
  'T3-ROWSET',
  'P-ACCOUNT',
  'P-CHART',
  'P-CLOSEDATE',
  'P-HEADS'
])

/** The list of findings. */
export const checks = {
  title: '检查结果',
  severity: { error: '错误', warning: '待确认', hint: '提示' },
  only: (name: string, count: number) => `只看${name}，${count} 条`,
  none: (blank: number) =>
    blank > 0
      ? `没有待处理的问题。还有 ${blank} 格没有填。`
      : '没有问题。数字齐了，合计都对，可以报送。',
  noneOfKind: '没有这一类。',
  more: (rest: number) => `还有 ${rest} 条，再列一些`,
  locate: '定位',
  candidates: '可能填错的：',
  moreCandidates: (count: number) => `还有 ${count} 种可能`,
  notThis: '不是这一格',
  otherFilling: '换一种填法',
  otherWords: '换一种写法',
  explain: ({ rule, at }: Pick<Finding, 'rule' | 'at'>) =>
    ofBlanks.has(rule)
      ? '暂不填，说明理由'
      : (at.kind === 'cells' || at.kind === 'metric') && !ofWords.has(rule)
        ? '数字没错，说明理由'
        : '无需修改，说明理由',
  reason: '理由',
  reasonHint: '写一句给看报告的人，例如：本年没有收到申请。',
  accept: '记下理由',
  by: '说明人（可不填）',
  explained: (count: number) => `已说明理由 ${count}`,
  reasoned: (by: string, when: string) => [by, when].filter(Boolean).join('，'),
  lapsed: (count: number) => `已失效的理由 ${count}`,
  lapsedWhy: '当时的数字或文字后来改了，或者本版没有这一项检查。',
  withdraw: '取消理由',
  remove: '删去',
  mended: (what: string) => `${what}。`,
  state: {
    title: '离报送还差什么',
    open: (verdict: string) => `${verdict}：看离报送还差什么`,
    section: '部分',
    verdict: '状态',
    filled: '数字',
    findings: '检查结果',
    cells: (filled: number, of: number) => `${filled}/${of} 格`,
    prose: '文字',
    missing: (count: number) => `去填 ${count} 格`,
    write: '去写',
    look: '去看',
    ready: '六个部分都齐了，没有错误和待确认，可以报送。',
    whole: (filled: number, of: number) => `法定数字填了 ${filled}/${of}。`
  },
  recompute: {
    action: '重算合计',
    title: '按各格重算合计',
    why: '只改合计格，其他数字不动。可以撤销。',
    field: '合计格',
    from: '现在',
    to: '算出',
    accept: (count: number) => `改 ${count} 格`,
    done: (count: number) => `已按各格重算，改了 ${count} 格。`
  },
  settings: {
    action: '检查设置',
    title: '检查设置',
    why: '跟着这份报告走，导出的交换文件里也有。下一年度的报告可以沿用。',
    deadline: '本地报送期限',
    deadlineHint: '上级通知定得更早的，写月-日，如 01-26。空着按条例。',
    deadlineWrong: '写成 01-26 这样的月-日。',
    deadlineLater: '比条例的期限晚，仍按条例。',
    published: '公布日期',
    publishedHint: '在网站上公布了就填，期限检查不再提醒。',
    fee: '收费金额小数',
    words: '本单位要留意的词',
    wordsHint: '一行一个，正文里出现就提示核对。各份报告都要核对的，写在本单位词表里。',
    labels: '本地改过的行名',
    labelsHint: '一行一个：法定行名=本地行名。读入时认这样的行名，不算差错；打印仍用法定行名。',
    rules: '检查项',
    rulesWhy: '格式和条例规定的不能改松。',
    usual: (severity: string) => `默认（${severity}）`,
    off: '不查',
    statutory: '法定',
    ignored: (count: number) => `有 ${count} 项设置留在文件里，没有采用`,
    reset: '全部恢复默认',
    wasReset: (count: number) => `${count} 项检查已恢复默认。`,
    done: '完成'
  },
  own: {
    title: '本单位词表',
    why: '各份报告都按这张表核对。词表存在这台电脑的浏览器里，不随报告走；给别的电脑用，先导出，再读入。',
    kind: '类别',
    kinds: { wrong: '错词', person: '姓名', watch: '留意' },
    word: '写法',
    right: '应为',
    hints: {
      wrong: ['错的写法', '对的写法'],
      person: ['姓名', '职务，如：副局长'],
      watch: ['逐处核对的词', '']
    },
    none: '词表是空的。错词写出对的写法，姓名写出职务，留意的词只提示核对。',
    add: '加一行',
    remove: (word: string) => (word ? `删去“${word}”` : '删去这一行'),
    take: '读入',
    takeHint: '文本文件或表格软件另存的 CSV，一行一条：类别、写法、应为。',
    save: '导出',
    file: '本单位词表.txt',
    keep: '保存',
    cancel: '取消',
    faults: {
      kind: '类别应为错词、姓名或留意',
      short: '至少两个字',
      long: '最多 40 个字',
      noRight: '没有写“应为”',
      same: '两种写法相同'
    },
    wasRead: (count: number) => `读入 ${count} 条。`,
    unused: (count: number) => `有 ${count} 行没有采用：`,
    unusedLine: (line: number, why: string) => `第 ${line} 行，${why}`,
    moreUnused: (count: number) => `另有 ${count} 行`,
    unreadable: '读不出文字。另存为文本文件再读入。',
    incomplete: (count: number) => `有 ${count} 行没有写对，改好再保存。`,
    notKept: '没有存上，关掉网页后词表会丢。先导出一份。'
  },
  help: {
    why: '为什么查这一项',
    all: '全部检查项',
    search: '找检查项',
    noneFound: '没有这样的检查项。',
    passes: '合要求的例子',
    faults: '不合要求的例子',
    unknown: '本版不认识这一项，由别的版本写入，留着不动。'
  }
} as const
