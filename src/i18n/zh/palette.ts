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
  count: (n: number) => (n ? `${n} 项` : '没有相符的。可以写功能、栏目、平台或单位的名称。'),
  keys: '↑↓ 选，回车打开，Esc 关闭',
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
    noBlank: '没有空格',
    agrees: '合计都对',
    here: '正在编辑'
  }
} as const

/** The list of keys, by place. Those of the editor are named as what they do. */
export const keys = {
  title: '快捷键',
  why: '按 ? 打开这张表；正在输入文字时先按 Esc 或点一下别处。',
  places: { library: '报告库', editor: '编辑器', table: '表格', text: '正文', findings: '问题' },
  sections: '转到第一至第六部分',
  sectionKeys: 'Alt+1 … Alt+6',
  table: {
    '↑ ↓ ← →': '到相邻的格',
    Tab: '到右边的格，Shift+Tab 到左边',
    Enter: '到下面的格，Shift+Enter 到上面',
    F2: '在格里移动光标',
    Esc: '改回原来的数',
    Delete: '清空，成为未填',
    'Shift+方向键': '选多格',
    'Ctrl+C': '复制选中的格',
    'Ctrl+V': '粘贴整块表格'
  },
  text: {
    'Ctrl+Enter': '打开引用数字的出处'
  },
  findings: {
    Tab: '到下一条，Shift+Tab 到上一条',
    Enter: '展开，转到出错的格'
  }
} as const
