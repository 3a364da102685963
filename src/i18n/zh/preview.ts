/** Pages on the screen and on paper. */
export const preview = {
  title: '预览',
  same: '与导出的 PDF 相同',
  page: (number: number) => `第 ${number} 页`,
  at: (number: number, count: number) => `${number} / ${count}`,
  before: '上一页',
  after: '下一页',
  /** What a press makes of the pages: as wide as the pane, or of their real size. */
  fit: '适合宽度',
  whole: '100%',
  setting: '正在排版…',
  failure: (file: string) =>
    `字体文件 ${file} 无法读取，或与发布的不一致，不能排版。报告内容没有变动。刷新本页再试；仍不能排版的，由网站管理人员检查 fonts 文件夹。`,
  broken: (detail: string) => `排版出错，报告内容没有变动。刷新本页再试。${detail}`,
  view: { label: '显示', pages: '页面', text: '纯文字' },
  look: {
    title: '页面样式',
    style: '格式',
    styles: { official: '公文格式', compact: '紧凑' },
    digits: '数字和字母',
    faces: { own: '随正文字体', times: '西文用 Times' },
    signature: '署名和日期',
    places: { none: '不印', title: '标题下', end: '文末' },
    signedOn: '成文日期'
  },
  fonts: {
    title: '字体',
    roles: { body: '正文仿宋', title: '标题小标宋' },
    ours: { body: '自带仿宋', title: '自带宋体（粗）' },
    ask: '选择已安装的字体',
    pick: '选择文件',
    pickFor: (role: string) => `${role}：选择字体文件`,
    back: '恢复默认',
    unable: '这个浏览器不能列出已安装的字体，可选择字体文件。',
    denied: '浏览器没有提供已安装的字体。可改为选择字体文件。',
    none: '这台电脑没有安装仿宋或小标宋。可改为选择字体文件。',
    refused: {
      unreadable: (name: string) =>
        `${name} 不能使用：不是 TrueType 字体（.ttf、.ttc），或文件已损坏。`,
      forbidden: (name: string) => `${name} 不能使用：许可不允许嵌入 PDF。`,
      'not-chinese': (name: string) => `${name} 不能使用：没有汉字。`
    }
  }
} as const
