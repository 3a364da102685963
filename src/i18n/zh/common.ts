/** Words that stand on more than one screen. */
export const common = {
  app: '年报台',
  subject: '政府信息公开工作年度报告',
  close: '关闭',
  cancel: '取消',
  undo: '撤销',
  redo: '重做',
  own: '本机关',
  rollup: '汇总',
  year: (year: number) => `${year}年度报告`,
  verdict: { empty: '未填', error: '有错误', warning: '待确认', ready: '可报送' },
  /** What the certificate of an exchange file tells of one that was changed since. */
  changedFile: (errors: number, warnings: number) =>
    `这份文件导出之后在别处改动过。导出时错误 ${errors} 处、待确认 ${warnings} 处；下面按现在的内容检查。`,
  noted: '知道了',
  local: '内容只存在这台电脑的浏览器里，不上传。',
  noDatabase: {
    title: '打不开这台电脑上的报告库',
    why: '浏览器不让本页保存数据，常见于无痕窗口或被管理员关闭了本地存储。换普通窗口再打开，已存的报告都还在。'
  },
  broken: {
    title: '这里出了意外',
    why: '已存的内容没有变动。重新打开本页可以接着填；如果再次出现，把下面的文字发给维护的人。',
    reload: '重新打开',
    copy: '复制这段文字'
  }
} as const
