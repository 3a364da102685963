/** The export dialog. */
export const exporting = {
  title: '导出',
  checks: '导出前检查',
  go: { error: '修改', warning: '查看', hint: '查看' },
  onPages: '页面',
  where: { title: '标题', chart: '平台数据的图表' },
  pages: {
    missing: (what: string, near: string) => `“${near}”中的 ${what} 没有字体，印出会缺字`,
    overfull: (_what: string, near: string) => `“${near}”处内容过多，超出单元格或页面`,
    dropped: (what: string, near: string) => `“${near}”处有不可见的控制字符 ${what}，不印出`,
    alt: (what: string) => `图表 ${what} 未写文字说明，读屏时自动朗读数据`,
    blank: (what: string) => `从这一格起还有 ${what} 个数字未填`
  },
  more: (count: number) => `还有 ${count} 处`,
  waived: (count: number) => `已说明理由 ${count} 处`,
  right: {
    tables: (numerals: readonly string[], summed: boolean) =>
      `${numerals.join('、')}的数字已填齐${summed ? '，合计相符' : ''}`,
    columns: (count: number) => `表三 ${count} 列都满足：一＋二＝三（七）＋四`,
    carried: (year: number, count: number) => `上年结转与 ${year} 年报告相同，${count} 列`,
    years: (year: number) => `标题为 ${year} 年，统计期限和正文没有发现错误年份`,
    clean: '没有发现手机号、身份证号、住址和未替换的“XX”'
  },
  unchecked: (held: number, open: number) =>
    held > 0
      ? `合计 ${held} 处相符，另有 ${open} 处有未填格，没有核对`
      : `合计没有核对：${open} 处都有未填格`,
  files: '文件',
  name: {
    label: '文件名',
    untaken: {
      characters: '文件名不能含 \\ / : * ? " < > | 和不可见字符，已略去。',
      length: '文件名最长约 60 个汉字，超出的已略去。'
    }
  },
  formats: {
    pdf: { name: 'PDF', use: '报送、公布用，版式按公文格式' },
    print: { name: '打印', use: '与 PDF 页面相同' },
    docx: { name: 'Word', use: '会签、修改用' },
    ofd: { name: 'OFD', use: '归档用，与 PDF 页面相同' },
    html: { name: '网页', use: '单独的网页，可打印' },
    copy: { name: '富文本', use: '粘贴到网站后台，格式不变' },
    xlsx: { name: 'Excel', use: '三张表和平台数据，合计带公式' },
    csv: { name: 'CSV', use: '一行一个数，导入统计系统' },
    json: { name: '交换文件', use: '发给同事，用年报台继续填写' }
  },
  make: '导出',
  makeDraft: '导出草稿',
  print: '打印',
  printDraft: '打印草稿',
  printPlain: '按纯文字打印',
  fonts:
    'Word 所用字体为方正小标宋简体、仿宋_GB2312、楷体_GB2312、黑体，没有安装的由 Word 替换；须保持版式的，用 PDF。',
  copy: {
    rich: '复制',
    draft: '复制草稿',
    code: '复制代码',
    done: {
      rich: '已复制，在网站后台的编辑框中粘贴。',
      code: '已复制代码，在网站后台的源代码中粘贴。'
    },
    failed: '没有复制：浏览器不允许本页写入剪贴板。报告内容没有变动。可导出网页，打开后全选、复制。'
  },
  pack: {
    name: '一并导出',
    use: '导出一个压缩包，附文件清单和检查证明',
    files: '压缩包中的文件',
    none: '未选择文件。'
  },
  look: '页面样式和字体',
  fixFirst: '先修改错误',
  fillFirst: '先填未填格',
  draft: '草稿',
  note: {
    error: '有错误时只导出草稿，每页页脚印“草稿”。交换文件不受影响。',
    empty: '有表格或部分未填时只导出草稿，每页页脚印“草稿”。交换文件不受影响。',
    ready: '交换文件包含全部内容，收件人可继续填写。'
  },
  progress: {
    fonts: (done: number, total: number) => `读取字体 ${done}/${total}`,
    pages: (done: number, total: number) => `正在排版，第 ${done}/${total} 页`,
    file: '正在生成文件',
    /** The file in hand, before what is done for it. */
    of: (file: string) => `${file}：`
  },
  stop: '停止',
  stopped: '已停止，没有导出。',
  done: (name: string) => `已导出 ${name}，保存在浏览器的下载文件夹。`,
  again: '再次下载',
  failed: {
    font: (file: string) =>
      `字体文件 ${file} 无法读取，或与发布的不一致，为免缺字，没有生成 PDF、OFD 和打印页面。报告内容没有变动。可用电脑已安装的字体按纯文字打印，或导出交换文件。`,
    missing: (characters: string) =>
      `没有字体的字：${characters}。为免缺字，没有生成 PDF、OFD 和打印页面。改换写法，或用电脑已安装的字体按纯文字打印。`,
    print: '没有打印：排版出错，报告内容没有变动。重试，或按纯文字打印。',
    failed: (detail: string) => `没有导出：生成文件出错，报告内容没有变动。重试一次。${detail}`,
    /** One file of an archive failed, and why. */
    inPack: (file: string, why: string) => `没有导出压缩包：${file} 没有生成。${why}`
  }
} as const
