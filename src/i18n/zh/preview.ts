/** Pages on the screen and on paper. */
export const preview = {
  title: '预览',
  same: '与导出的 PDF 相同',
  pages: (count: number) => `共 ${count} 页`,
  page: (number: number) => `第 ${number} 页`,
  setting: '正在排版…',
  failure: (file: string) =>
    `字体文件 ${file} 读不到，排不出页面。报告内容没有变动。重新打开本页再试；仍不行，让管理员检查 fonts 文件夹。`
} as const
