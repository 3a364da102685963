import type { Spot } from '../../core/form/outline.ts'

const short: Record<Spot, string> = {
  leadIn: '引言',
  overview: '总体情况',
  disclosure: '主动公开',
  requests: '收到和处理申请',
  remedies: '复议、诉讼',
  problems: '问题及改进',
  other: '其他事项',
  platforms: '平台数据'
}

/** The editor's frame: bar, outline, prose, saving. */
export const editor = {
  back: '报告库',
  outline: '报告结构',
  short,
  numbers: '法定数字',
  deadline: (day: string) => `距 ${day}`,
  days: (days: number) => `${days} 天`,
  past: '已过',
  published: '已发布',
  /** 1月31日, with the year where it is not the running one. */
  day: (date: string) => {
    const [year, month, day] = date.split('-').map(Number)
    const named = year === new Date().getFullYear() ? '' : `${year}年`
    return `${named}${month}月${day}日`
  },
  filled: (filled: number, all: number) => `${filled}/${all} 格`,
  headingsOnly: '只有标题',
  tooLong: (most: number) =>
    `一个部分最多 ${most / 10_000} 万字。本次输入没有写入报告，原文没有变动。`,
  pageBreaks: '分页',
  pageBegins: (page: number) => `第 ${page} 页`,
  pasted: {
    tables: (count: number) => `粘贴的内容中有法定表格的 ${count} 格，没有写入正文。`,
    take: '填入表格',
    leave: '不填'
  },
  written: (characters: number) => (characters ? `${characters} 字` : '未填'),
  platforms: (count: number) => (count ? `${count} 个平台` : '未填'),
  marks: (errors: number, warnings: number, hints: number) =>
    [errors && `${errors} 处错误`, warnings && `${warnings} 处待确认`, hints && `${hints} 处提示`]
      .filter(Boolean)
      .join('，') || '没有问题',
  /** Why the report that the address names is not on the screen. */
  unopened: {
    missing: {
      title: '没有找到这份报告',
      why: '可能已删除，或在其他浏览器中填写。由填写人导出交换文件，再从报告库导入。'
    },
    newer: {
      title: '这份报告由较新版本的年报台保存，当前版本无法打开',
      why: '报告保持原样。刷新本页可更新到新版本；也可在报告库中先导出原始内容保管。'
    },
    damaged: {
      title: '这份报告的内容已损坏，无法打开',
      why: '报告保持原样，没有变动。可在报告库中导出原始内容，交维护人员处理。'
    },
    excess: {
      title: '这份报告太大，无法打开',
      why: '报告保持原样，没有变动。可在报告库中导出原始内容，交维护人员处理。'
    },
    failed: {
      title: '这份报告无法读取',
      why: '浏览器的存储没有响应或读取出错，已保存的报告没有变动。刷新本页再试。'
    },
    back: '返回报告库'
  },
  panes: { label: '右侧显示', findings: '检查', preview: '预览', charts: '图表', find: '查找' },
  export: '导出',
  dark: '深色',
  details: '单位和年度',
  saved: (time: string) => `已保存 ${time}`,
  saving: '正在保存…',
  conflictShort: '没有保存：另一窗口也有修改',
  removedShort: '没有保存：另一窗口已删除',
  failedShort: '没有保存',
  exportCopy: '导出一份',
  failed: {
    full: '没有保存：浏览器存储已满。删除不用的报告后自动重试。',
    failed: '没有保存：浏览器没有写入，正在自动重试。'
  },
  /** What becomes of unsaved work when the page goes. */
  laidAside: '改动已暂存在这台电脑上，离开后不会丢失。',
  onlyHere: '改动只在本页中，离开后丢失。先导出一份。',
  /** The report is edited in another window, or was. */
  reading: {
    short: '只读',
    elsewhere: '正在另一窗口编辑。该窗口保存后，这里自动更新。',
    handed: '已转到另一窗口编辑。该窗口保存后，这里自动更新。',
    lost: '已由另一窗口编辑：本窗口当时没有响应。',
    handing: '正在保存，保存后转到另一窗口编辑。',
    taking: '正在等待另一窗口保存…',
    removed: (unit: string) => `另一窗口删除了“${unit}”的这份报告，这里是删除前的内容。`,
    found: '本窗口没有保存的改动已暂存，在这里编辑时恢复。',
    take: '在这里编辑'
  },
  renewed: (time: string) => `另一窗口 ${time} 保存了这份报告，这里已更新。`,
  conflict: {
    removed: (unit: string) => `另一窗口删除了“${unit}”的这份报告，这里的内容不在报告库中。`,
    putBack: '存回报告库',
    noSnapshot:
      '没有合并：浏览器存储已满，或合并后超过上限，两边都没有变动。先导出一份，再删除不用的报告。',
    notice: (time: string, cells: number) =>
      `另一窗口 ${time} 修改过这份报告，两边有 ${cells} 处不同。`,
    compare: '逐项比较',
    title: '两个窗口的不同',
    why: '只有一边修改的已选定，可改选；两边都有修改的逐处选定。合并前两边都不变。',
    whyUnknown: '没有两份相同时的记录，无法判断由哪边修改，须逐处选定后合并。',
    joined: (time: string, n: number) =>
      `另一窗口 ${time} 也修改了这份报告，两边修改的不是同一处，已合并${n ? `：${n} 处来自另一窗口` : ''}。`,
    settled: (n: number) => `已合并，${n ? `${n} 处取自另一窗口` : '全部取自本窗口'}。`,
    here: '本窗口',
    there: '另一窗口'
  },
  prose: {
    leadIn: '写编制依据、统计期限、电子版下载地址和联系方式。',
    overview:
      '按主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面写。小标题单独一行，如“（一）主动公开”。',
    problems: '先写上年问题的改进情况，再写本年的问题和改进措施。',
    other: '写明信息处理费收取情况，没有收取也要写明。'
  },
  aspects: '五个方面',
  quotes: {
    insert: '插入数字',
    menu: '可引用的数',
    keys: '输入文字查找，↑↓ 选择，回车插入，Esc 关闭',
    none: '没有相符的数。可按栏目名称、平台名称或数字查找。',
    bindTo: '改为随表变化',
    found: (count: number) => `有 ${count} 个数字可改为随表变化`,
    why: '修改后，正文随表格和平台数据变化。',
    bindAll: '全部修改',
    each: '逐个查看',
    bindOne: '改为随表变化',
    bindName: (number: string, source: string) => `${number} 改为随表变化：${source}`,
    bound: (count: number) => `${count} 个数字已改为随表变化`,
    dismiss: '不修改',
    /** Why a quote prints nothing. */
    lacking: {
      gone: '已删除或未填',
      blank: '未填',
      last: '没有上年数',
      whole: '除数是 0，无法计算',
      unknown: '无法识别的引用'
    }
  },
  unit: {
    name: '机关全称',
    code: '统一社会信用代码',
    year: '年度',
    kind: '机关类别',
    level: '层级',
    guessed: '类别和层级按名称推定，须核对。',
    scope: '统计范围',
    feeDigits: (digits: number | null) => (digits === null ? '按填写的位数' : `${digits} 位`),
    kinds: {
      government: '人民政府',
      department: '政府部门',
      town: '乡镇、街道',
      institution: '事业单位'
    },
    levels: {
      national: '国务院',
      province: '省级',
      city: '设区的市',
      county: '县级',
      town: '乡级'
    },
    done: '完成',
    yearWrong: '年度填四位数字。'
  }
} as const

/** The report on a phone. */
export const phone = {
  parts: '查看内容',
  tabs: { findings: (count: number) => `问题 ${count}`, text: '正文', tables: '表格' },
  verdict: {
    empty: '未填写完',
    error: '还不能报送',
    warning: '确认后可以报送',
    ready: '可以报送'
  },
  left: (errors: number, warnings: number, filled: number, of: number) => {
    const found = [errors && `${errors} 处错误须改正`, warnings && `${warnings} 处待确认`]
    return `${found.filter(Boolean).join('，') || '没有须改正的'}。数字已填 ${filled}/${of}。`
  },
  at: (place: number, count: number) => `问题 ${place}/${count}`,
  next: '下一处',
  /** A quote that prints no number, in the words around a finding. */
  quoted: (source: string, why: string) => `〔${source}${why && `：${why}`}〕`,
  back: '返回',
  write: '填写',
  writeSection: (section: string) => `填写${section}`
}
