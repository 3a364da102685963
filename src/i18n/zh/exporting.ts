/** The export dialog. */
export const exporting = {
  title: '导出',
  checks: '导出前检查',
  go: { error: '去改', warning: '去看', hint: '去看' },
  onPages: '页面',
  where: { title: '标题', chart: '平台数据的图' },
  pages: {
    missing: (what: string, near: string) => `“${near}”里的 ${what} 没有字体，印出来会缺字`,
    overfull: (_what: string, near: string) => `“${near}”处放不下，超出了格子或页面`,
    dropped: (what: string, near: string) => `“${near}”处有看不见的控制字符 ${what}，不印`,
    alt: (what: string) => `图 ${what} 未写文字说明，读屏时自动朗读数据`,
    blank: (what: string) => `从这一格起还有 ${what} 个数字没有填`
  },
  more: (count: number) => `还有 ${count} 条`,
  waived: (count: number) => `已写说明、不再提示的 ${count} 条`,
  filled: '200 个数字都已填写',
  balanced: '表三、表四的合计都对',
  unchecked: (held: number, open: number) =>
    held > 0
      ? `合计 ${held} 处对，另有 ${open} 处因有空格没有核对`
      : `合计都没有核对：${open} 处都有空格`,
  files: '文件',
  formats: {
    pdf: { name: 'PDF', use: '报送、公布用，版式按公文格式' },
    print: { name: '打印', use: '与 PDF 页面相同，直接送打印机' },
    json: { name: '交换文件', use: '发给同事，用年报台打开继续填写' }
  },
  make: '导出',
  makeDraft: '导出草稿',
  print: '打印',
  printDraft: '打印草稿',
  printPlain: '按纯文字打印',
  look: '版式和字体',
  fixFirst: '先改错误',
  fillFirst: '先填空白',
  fileName: '文件名',
  draft: '草稿',
  note: {
    error: '有错误时只导出草稿，每页页脚印“草稿”。交换文件照常导出。',
    empty: '有表或部分未填时只导出草稿，每页页脚印“草稿”。交换文件照常导出。',
    ready: '交换文件里带着全部内容，收到的人可以接着填。'
  },
  progress: {
    fonts: (done: number, total: number) => `取字体 ${done}/${total}`,
    pages: (done: number, total: number) => `排版 第 ${done}/${total} 页`,
    file: '写文件'
  },
  stop: '停止',
  stopped: '已停止，没有写出文件。',
  done: (name: string) => `已导出 ${name}`,
  failed: {
    font: (file: string) =>
      `字体文件 ${file} 读不到，或与发布的不一致，不写 PDF，免得缺字。报告内容没有变动。可以用本机的字体按纯文字打印，或导出交换文件。`,
    missing: (characters: string) =>
      `没有字体的字：${characters}。PDF 和按页打印都会缺字，所以不做。换一个写法，或用本机的字体按纯文字打印。`,
    print: '页面没有排出来，没有打印。报告内容没有变动。再试一次，或按纯文字打印。',
    failed: (detail: string) => `没有写出文件，报告内容没有变动。${detail}`
  }
} as const
