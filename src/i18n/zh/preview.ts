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
    `字体文件 ${file} 读不到，或与发布的不一致，排不出页面。报告内容没有变动。重新打开本页再试；仍不行，让管理员检查 fonts 文件夹。`,
  broken: (detail: string) => `排版没有做成，报告内容没有变动。重新打开本页再试。${detail}`,
  view: { label: '显示', pages: '页面', text: '纯文字' },
  look: {
    title: '版式',
    style: '版面',
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
    ours: { body: '随附的仿宋', title: '随附的宋体粗' },
    ask: '从本机选',
    pick: '选文件',
    pickFor: (role: string) => `${role}：选字体文件`,
    back: '换回',
    unable: '这个浏览器不能列出本机的字体，可以选字体文件。',
    denied: '浏览器没有给出本机的字体。可以改为选字体文件。',
    none: '本机没有找到仿宋或小标宋。可以改为选字体文件。',
    refused: {
      unreadable: (name: string) =>
        `${name} 读不了：不是 TrueType 字体（.ttf、.ttc），或文件已损坏。`,
      forbidden: (name: string) => `${name} 的许可不允许嵌入文件，不能用在 PDF 里。`,
      'not-chinese': (name: string) => `${name} 里没有全角的汉字，不能用来排正文和标题。`
    }
  }
} as const
