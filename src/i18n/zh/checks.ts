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
  only: (name: string, count: number) => `只看${name}，${count} 处`,
  none: (blank: number) =>
    blank > 0
      ? `没有待处理的问题。还有 ${blank} 格未填。`
      : '没有问题。数字已填齐，合计相符，可报送。',
  noneOfKind: '没有这一类问题。',
  more: (rest: number) => `还有 ${rest} 处，继续显示`,
  locate: '定位',
  candidates: '可能填错的格：',
  moreCandidates: (count: number) => `还有 ${count} 种可能`,
  notThis: '不是这一格',
  otherFilling: '换一种填法',
  otherWords: '换一种写法',
  explain: ({ rule, at }: Pick<Finding, 'rule' | 'at'>) =>
    ofBlanks.has(rule)
      ? '暂不填，说明理由'
      : (at.kind === 'cells' || at.kind === 'metric') && !ofWords.has(rule)
        ? '数字无误，说明理由'
        : '无需修改，说明理由',
  reason: '理由',
  reasonHint: '写明原因，供审核人查看。例如：本年没有收到申请。',
  accept: '保存理由',
  by: '说明人（选填）',
  explained: (count: number) => `已说明理由 ${count}`,
  reasoned: (by: string, when: string) => [by, when].filter(Boolean).join('，'),
  lapsed: (count: number) => `已失效的理由 ${count}`,
  lapsedWhy: '说明理由后，数字或文字有修改，或当前版本没有这一项检查。',
  withdraw: '撤回理由',
  remove: '删除',
  mended: (what: string) => `${what}。`,
  state: {
    title: '报送前须完成的事项',
    open: (verdict: string) => `${verdict}：查看报送前须完成的事项`,
    section: '部分',
    verdict: '状态',
    filled: '数字',
    findings: '检查结果',
    cells: (filled: number, of: number) => `${filled}/${of} 格`,
    prose: '文字',
    missing: (count: number) => `填写 ${count} 格`,
    write: '填写',
    look: '查看',
    ready: '六个部分已填齐，没有错误和待确认，可报送。',
    whole: (filled: number, of: number) => `法定数字已填 ${filled}/${of}。`
  },
  recompute: {
    action: '重算合计',
    title: '按分项重算合计',
    why: '只修改合计格，其他数字没有变动。可撤销。',
    field: '合计格',
    from: '现在',
    to: '计算结果',
    accept: (count: number) => `修改 ${count} 格`,
    done: (count: number) => `已重算合计，修改 ${count} 格。`
  },
  settings: {
    action: '检查设置',
    title: '检查设置',
    why: '随这份报告保存，交换文件中同样包含。下一年度报告可沿用。',
    deadline: '本地报送期限',
    deadlineHint: '上级通知的期限更早的，填月-日，如 01-26。不填的按条例。',
    deadlineWrong: '按月-日填写，如 01-26。',
    deadlineLater: '晚于条例的期限，仍按条例。',
    published: '公布日期',
    publishedHint: '公布后填写，期限检查不再提示。',
    fee: '收费金额小数',
    words: '本报告留意的词',
    wordsHint: '每行一个，正文中出现时提示核对。各份报告都要核对的，填入本单位词表。',
    labels: '本地使用的行名',
    labelsHint:
      '每行一个：法定行名=本地行名。导入时识别本地行名，不列为错误；导出和打印仍用法定行名。',
    rules: '检查项',
    rulesWhy: '格式和条例规定的检查项不能放宽。',
    usual: (severity: string) => `默认（${severity}）`,
    off: '不检查',
    statutory: '法定',
    ignored: (count: number) => `有 ${count} 项设置没有采用，仍保留在文件中`,
    reset: '全部恢复默认',
    wasReset: (count: number) => `${count} 项检查已恢复默认。`,
    done: '完成'
  },
  own: {
    title: '本单位词表',
    why: '各份报告都按本词表核对。词表保存在这台电脑的浏览器中，不随报告导出；其他电脑使用的，先导出，再导入。',
    kind: '类别',
    kinds: { wrong: '错词', person: '姓名', watch: '留意' },
    word: '写法',
    right: '应为',
    hints: {
      wrong: ['错误写法', '正确写法'],
      person: ['姓名', '职务，如副局长'],
      watch: ['须逐处核对的词', '']
    },
    none: '词表为空。错词填正确写法，姓名填职务，留意的词只提示核对。',
    add: '增加一行',
    remove: (word: string) => (word ? `删除“${word}”` : '删除这一行'),
    take: '导入',
    takeHint: '文本文件或 CSV 文件，每行一条：类别、写法、应为。',
    save: '导出',
    file: '本单位词表.txt',
    keep: '保存',
    cancel: '取消',
    faults: {
      kind: '类别应为错词、姓名或留意',
      short: '少于两个字',
      long: '超过 40 个字',
      noRight: '“应为”未填',
      same: '两种写法相同'
    },
    wasRead: (count: number) => `已导入 ${count} 条。`,
    unused: (count: number) => `有 ${count} 行没有导入：`,
    unusedLine: (line: number, why: string) => `第 ${line} 行，${why}`,
    moreUnused: (count: number) => `另有 ${count} 行`,
    unreadable: '文件中的文字无法识别。另存为文本文件后再导入。',
    incomplete: (count: number) => `有 ${count} 行填写有误，修改后再保存。`,
    notKept: '没有保存，关闭本页后词表丢失。先导出一份。'
  },
  help: {
    why: '检查依据',
    all: '全部检查项',
    search: '查找检查项',
    noneFound: '没有相符的检查项。',
    passes: '符合要求的例子',
    faults: '不符合要求的例子',
    unknown: '当前版本没有这一项，由其他版本写入，予以保留。'
  }
} as const
