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
  tooLong: (most: number) => `一节最多 ${most / 10_000} 万字。这次输入没有写进报告，原文未动。`,
  pageBreaks: '分页',
  pageBegins: (page: number) => `第 ${page} 页`,
  pasted: {
    tables: (count: number) => `粘贴的内容里有法定表格的 ${count} 格，没有写进正文。`,
    take: '填进表格',
    leave: '不填'
  },
  written: (characters: number) => (characters ? `${characters} 字` : '还没有写'),
  platforms: (count: number) => (count ? `${count} 个平台` : '还没有填'),
  marks: (errors: number, warnings: number, hints: number) =>
    [errors && `${errors} 处错误`, warnings && `${warnings} 处待确认`, hints && `${hints} 处提示`]
      .filter(Boolean)
      .join('，') || '没有问题',
  /** Why the report that the address names is not on the screen. */
  unopened: {
    missing: {
      title: '这里没有这份报告',
      why: '可能已经删除，或是在别的浏览器里填的。让对方导出交换文件，再从报告库导入。'
    },
    newer: {
      title: '这份报告由较新的年报台保存，这里打不开',
      why: '报告原样留在这台电脑里。重新打开本页取得新版；报告库里可以先导出原始内容保管。'
    },
    damaged: {
      title: '这份报告的内容已损坏，打不开',
      why: '报告原样留在这台电脑里，没有改动。报告库里可以导出原始内容，交给维护的人。'
    },
    excess: {
      title: '这份报告太大，打不开',
      why: '报告原样留在这台电脑里，没有改动。报告库里可以导出原始内容，交给维护的人。'
    },
    failed: {
      title: '读不到这份报告',
      why: '浏览器的存储没有回应或读取出错，已存的报告没有变动。重新打开本页再试。'
    },
    back: '回到报告库'
  },
  panes: { label: '右侧显示', findings: '检查', preview: '预览', charts: '图表', find: '查找' },
  export: '导出',
  dark: '深色',
  details: '单位和年度',
  saved: (time: string) => `已保存 ${time}`,
  saving: '正在保存…',
  conflictShort: '没有保存：另一窗口也改了',
  removedShort: '没有保存：另一窗口已删除',
  failedShort: '没有保存',
  exportCopy: '导出一份',
  failed: {
    full: '没有保存：浏览器存储已满。删去不用的报告，这里会自动再试。',
    failed: '没有保存：浏览器没有写入，正在自动再试。'
  },
  /** What becomes of unsaved work when the page goes. */
  laidAside: '改动已另存在这台电脑上，离开以后还在。',
  onlyHere: '改动只在本页里，离开就没有了：先导出一份。',
  /** The report is edited in another window, or was. */
  reading: {
    short: '只读',
    elsewhere: '正在另一个窗口编辑。那边一保存，这里就更新。',
    handed: '已转到另一个窗口编辑。那边一保存，这里就更新。',
    lost: '另一个窗口接过去编辑了：这个窗口当时没有回应。',
    handing: '正在保存，保存后转到另一个窗口编辑。',
    taking: '正在等另一个窗口保存…',
    removed: (unit: string) => `另一个窗口删除了“${unit}”的这份报告，这里是删除前的内容。`,
    found: '这里没有保存的改动已另存，在这里编辑时接着用。',
    take: '在这里编辑'
  },
  renewed: (time: string) => `另一个窗口 ${time} 存过这份报告，这里已换成那时的内容。`,
  conflict: {
    removed: (unit: string) => `另一个窗口删除了“${unit}”的这份报告，这里的内容不在报告库里。`,
    putBack: '存回报告库',
    noSnapshot:
      '没有合并：浏览器存不下另一窗口的那一份，或者合起来太大，两边都没有改动。先导出一份，再删去不用的报告。',
    notice: (time: string, cells: number) =>
      `另一个窗口 ${time} 改过这份报告，两边有 ${cells} 处不同。`,
    compare: '逐项比较',
    title: '两个窗口的不同',
    why: '只有一个窗口改过的已经选好，可以改选；两边都改了的逐处选定。合并之前两边都没有改动。',
    whyUnknown: '不知道两份最后一次相同是什么时候，分不清是哪边改的：逐处选定后合并。',
    joined: (time: string, n: number) =>
      `另一个窗口 ${time} 也改了这份报告，两边改的不是同一处，已经合到一起${n ? `：${n} 处来自另一窗口` : ''}。`,
    here: '本窗口',
    there: '另一窗口'
  },
  prose: {
    leadIn: '写编制依据、统计期限、电子版下载地址和联系方式。',
    overview:
      '按主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面写。小标题写成（一）主动公开，单独一行。',
    problems: '先写上年问题改进得怎样，再写今年的问题和改进办法。',
    other: '写明信息处理费收取情况，没有收取也要写。'
  },
  aspects: '五个方面',
  quotes: {
    insert: '插入数字',
    menu: '可以引用的数',
    keys: '打字查找，↑↓ 选，回车插入，Esc 关闭',
    none: '没有相符的数。可以写栏目名称、平台名称或者数字。',
    bindTo: '改为随表变化',
    found: (count: number) => `有 ${count} 个数字可以改为随表变化`,
    why: '改了以后，表格和平台数据一变，正文跟着变。',
    bindAll: '全部改',
    each: '逐个看',
    bindOne: '改',
    bindName: (number: string, source: string) => `${number} 改为随表变化：${source}`,
    bound: (count: number) => `${count} 个数字已改为随表变化`,
    dismiss: '不改',
    /** Why a quote prints nothing. */
    lacking: {
      gone: '已经删去或没有填',
      blank: '未填',
      last: '上年数不知道',
      whole: '算不出，除数是 0',
      unknown: '不认识的引用'
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
    feeDigits: (digits: number | null) => (digits === null ? '有几位写几位' : `${digits} 位`),
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
    yearWrong: '年度写四位数字。'
  }
} as const

/** The report on a phone. */
export const phone = {
  parts: '看什么',
  tabs: { findings: (count: number) => `问题 ${count}`, text: '正文', tables: '表格' },
  verdict: {
    empty: '还没有填',
    error: '还不能报送',
    warning: '确认后可以报送',
    ready: '可以报送'
  },
  left: (errors: number, warnings: number, filled: number, of: number) => {
    const found = [errors && `${errors} 处错误要改`, warnings && `${warnings} 处要确认`]
    return `${found.filter(Boolean).join('，') || '没有要改的'}。数字填了 ${filled}/${of}。`
  },
  at: (place: number, count: number) => `问题 ${place}/${count}`,
  next: '下一处',
  back: '返回',
  write: '填写',
  writeSection: (section: string) => `填写${section}`
}
