import type { DutyKind } from '../../core/duties/duties.ts'

/** The search over everything that can be done or gone to. */
export const palette = {
  inEditor: '功能、栏目、问题、平台、报告',
  inLibrary: '功能、报告',
  kinds: {
    action: '功能',
    section: '部分',
    cell: '栏目',
    finding: '问题',
    platform: '平台',
    report: '报告'
  },
  count: (n: number) => (n ? `${n} 项` : '没有相符的。可按功能、栏目、平台或单位的名称查找。'),
  keys: '↑↓ 选择，回车打开，Esc 关闭',
  nextFinding: '下一个问题',
  lastFinding: '上一个问题',
  nextPane: '转到下一栏（结构、正文、检查）',
  lastPane: '转到上一栏',
  light: '浅色',
  /** Why something is out of use at the moment. */
  why: {
    reading: '只读，不能修改',
    nothing: '没有改动',
    noLast: '没有上年报告',
    noFindings: '没有问题',
    noText: '先打开引言或一、五、六部分',
    noTable: '先打开一张表',
    noBlank: '没有未填格',
    agrees: '合计相符',
    noReport: '没有报告',
    noNumber: '没有已填的数',
    here: '正在编辑'
  }
} as const

/** The list of keys, by place. Those of the editor are named as what they do. */
export const keys = {
  title: '快捷键',
  why: '按 ? 打开本表。光标在输入框中时，? 作为文字输入，可用搜索（Ctrl+K）打开。',
  places: {
    library: '报告库',
    editor: '编辑器',
    table: '表格',
    text: '正文',
    find: '查找',
    findings: '问题'
  },
  sections: '转到第一至第六部分',
  sectionKeys: 'Alt+1 … Alt+6',
  table: {
    '↑ ↓ ← →': '到相邻的格',
    'Ctrl+方向键': '到一段已填格的边缘',
    'Home End': '到本行两端',
    'Ctrl+Home Ctrl+End': '到首格、末格',
    'PageUp PageDown': '上移、下移 10 行',
    Tab: '到右侧的格，Shift+Tab 到左侧',
    Enter: '到下方的格，Shift+Enter 到上方',
    F2: '在格中移动光标',
    Esc: '恢复原数',
    Delete: '清空，成为未填',
    'Shift+方向键': '选择多格，Shift 加以上各键选到那一格',
    'Ctrl+A': '选择整张表',
    'Ctrl+D': '向下填充',
    'Ctrl+R': '向右填充',
    'Ctrl+C': '复制选中的格',
    'Ctrl+Shift+C': '连行列名复制',
    'Ctrl+V': '粘贴整块表格'
  },
  text: {
    '@': '插入表格和平台的数字',
    'Ctrl+Enter': '前往光标处数字的出处'
  },
  find: {
    Enter: '下一处，Shift+Enter 上一处',
    Esc: '关闭查找，光标留在这一处'
  },
  findings: {
    Tab: '到下一处，Shift+Tab 到上一处',
    Enter: '展开问题，标出有关的格'
  }
} as const

/** The steps of a first report, beside the report itself. */
export const guide = {
  title: '第一次填报',
  step: (at: number, of: number) => `第 ${at} 步，共 ${of} 步`,
  back: '上一步',
  next: '下一步',
  skip: '不再显示',
  done: '完成',
  go: '前往',
  steps: {
    sources: {
      name: '收齐数字',
      text: '表二的文件和许可、处罚、强制由法制机构提供，收费由财务提供；表三取自依申请公开台账；表四由复议、诉讼承办人提供；平台数据由网站和新媒体运维提供。'
    },
    last: {
      name: '选定上年报告',
      text: '上年的“结转下年度”是本年的“上年结转”。库中有上年报告的，选定后自动填入结转，上年数显示在各格左侧。没有的先导入。'
    },
    tables: {
      name: '填三张表',
      text: '没有的填 0，不留空。合计自动计算。Excel、Word 中的表格可整块复制，粘贴到第一格。'
    },
    text: {
      name: '写正文',
      text: '一、五、六部分和引言是文字。用“插入数字”引用表格的数，文字随表变化。'
    },
    findings: {
      name: '查看检查结果',
      text: '方块为错误，改正后才能正式导出；三角为待确认，数字无误的说明理由。按 F8 逐处查看。'
    },
    export: {
      name: '导出、报送',
      text: '导出 PDF 送审、公布，Word 供修改，网页粘贴到网站后台。1月31日前公布，上级通知更早的以通知为准。'
    }
  }
} as const

/** The calendar of duties. */
export const calendar = {
  action: '报送日程',
  title: (year: number) => `${year} 年度报告：报送日程`,
  kinds: {
    collect: {
      name: '开始收集数字',
      why: '统计期限至12月31日。向法制、财务、信息公开、网站运维等机构收集。'
    },
    website: {
      name: '公布政府网站工作年度报表',
      why: '国办发〔2017〕47号。没有网站的单位无需公布。'
    },
    organ: {
      name: '向主管部门提交并公布年度报告',
      why: '条例第四十九条。'
    },
    region: {
      name: '公布本级政府年度报告',
      why: '条例第四十九条。'
    }
  } satisfies Record<DutyKind, { name: string; why: string }>,
  local: '上级通知',
  from: '起',
  until: '前',
  columns: { date: '日期', what: '事项', left: '还有' },
  left: (days: number) => (days > 0 ? `${days} 天` : days === 0 ? '今天' : `已过 ${-days} 天`),
  begun: '已开始',
  units: (names: readonly string[]) =>
    names.length > 3
      ? `${names.slice(0, 3).join('、')}等 ${names.length} 个单位`
      : names.join('、'),
  published: (n: number) => `已公布 ${n} 份`,
  allPublished: '已公布',
  reading: '正在读取各份报告的期限…',
  why: '日期按条例；检查设置中填写上级通知期限的，按通知。',
  file: (year: number) => `年报报送日程-${year}.ics`,
  save: '存为日历文件',
  saveWhy: '可导入 Outlook、手机和钉钉等的日历，提前 7 天和 1 天提醒。',
  over: '日期均已过，没有可提醒的事项。'
} as const
