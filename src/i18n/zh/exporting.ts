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
  right: {
    tables: (numerals: readonly string[], summed: boolean) =>
      `${numerals.join('、')}的数字已填齐${summed ? '，合计都对' : ''}`,
    columns: (count: number) => `表三 ${count} 列都满足：一＋二＝三（七）＋四`,
    carried: (year: number, count: number) => `上年结转与 ${year} 年报告相同，${count} 列`,
    years: (year: number) => `标题是 ${year} 年，统计期限和正文没有查到写错的年份`,
    clean: '没有查到手机号、身份证号、住址和没有替换的“XX”'
  },
  unchecked: (held: number, open: number) =>
    held > 0
      ? `合计 ${held} 处对，另有 ${open} 处因有空格没有核对`
      : `合计都没有核对：${open} 处都有空格`,
  files: '文件',
  name: {
    label: '文件名',
    untaken: {
      characters: '文件名不能有 \\ / : * ? " < > | 和看不见的字符，没有收下。',
      length: '文件名最长约 60 个汉字，多出的没有收下。'
    }
  },
  formats: {
    pdf: { name: 'PDF', use: '报送、公布用，版式按公文格式' },
    print: { name: '打印', use: '与 PDF 页面相同' },
    docx: { name: 'Word', use: '会签、修改用' },
    ofd: { name: 'OFD', use: '归档用，与 PDF 页面相同' },
    html: { name: '网页', use: '单独的网页，可打印' },
    copy: { name: '富文本', use: '贴进网站后台不变形' },
    xlsx: { name: 'Excel', use: '三张表和平台数据，合计带公式' },
    csv: { name: 'CSV', use: '一行一个数，导入统计系统' },
    json: { name: '交换文件', use: '发给同事，用年报台接着填' }
  },
  make: '导出',
  makeDraft: '导出草稿',
  print: '打印',
  printDraft: '打印草稿',
  printPlain: '按纯文字打印',
  fonts:
    'Word 里的字体是方正小标宋简体、仿宋_GB2312、楷体_GB2312、黑体。电脑上没有的，Word 会换成别的；要版面不变，用 PDF。',
  copy: {
    rich: '复制',
    draft: '复制草稿',
    code: '复制代码',
    done: {
      rich: '已复制，在网站后台的编辑框里粘贴。',
      code: '已复制代码，在网站后台的源代码里粘贴。'
    },
    failed: '没有复制成，浏览器不让本页写剪贴板。报告内容没有变动。可以导出网页，打开后全选、复制。'
  },
  pack: {
    name: '一并导出',
    use: '打成一个压缩包，附清单和检查证明',
    files: '压缩包里的文件',
    none: '先选要打包的文件。'
  },
  look: '版式和字体',
  fixFirst: '先改错误',
  fillFirst: '先填空白',
  draft: '草稿',
  note: {
    error: '有错误时只导出草稿，每页页脚印“草稿”。交换文件照常导出。',
    empty: '有表或部分未填时只导出草稿，每页页脚印“草稿”。交换文件照常导出。',
    ready: '交换文件里带着全部内容，收到的人可以接着填。'
  },
  progress: {
    fonts: (done: number, total: number) => `取字体 ${done}/${total}`,
    pages: (done: number, total: number) => `排版 第 ${done}/${total} 页`,
    file: '写文件',
    /** The file in hand, before what is done for it. */
    of: (file: string) => `${file}：`
  },
  stop: '停止',
  stopped: '已停止，没有写出文件。',
  done: (name: string) => `已导出 ${name}，在浏览器的下载文件夹里。`,
  again: '再存一次',
  failed: {
    font: (file: string) =>
      `字体文件 ${file} 读不到，或与发布的不一致，PDF、OFD 和按页打印都不做，免得缺字。报告内容没有变动。可以用本机的字体按纯文字打印，或导出交换文件。`,
    missing: (characters: string) =>
      `没有字体的字：${characters}。PDF、OFD 和按页打印都会缺字，所以不做。换一个写法，或用本机的字体按纯文字打印。`,
    print: '页面没有排出来，没有打印。报告内容没有变动。再试一次，或按纯文字打印。',
    failed: (detail: string) => `没有写出文件，报告内容没有变动。再试一次。${detail}`,
    /** One file of an archive failed, and why. */
    inPack: (file: string, why: string) => `${file} 没有写出，所以没有打包。${why}`
  }
} as const
