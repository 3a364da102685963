const two = (n: number): string => String(n).padStart(2, '0')

/** Words of the library: the list of reports, deadlines, backup. Long, for all of it is one screen. */
export const library = {
  title: '报告库',
  /** Where the single file keeps things: Firefox has a store for each place of a file. */
  single:
    '内容只保存在这台电脑的这个浏览器中，不上传。本文件可移动、改名；火狐浏览器须放回原处才能看到报告。更换电脑或浏览器的，用“备份全部”和“从备份恢复”。',
  count: (n: number) => `${n} 份`,
  licences: '软件许可',
  search: '查找单位、年度、正文',
  sample: '打开样例',
  sampleMissing: '样例没有打开，网络可能已断开。联网后再试。',
  import: '导入',
  create: '新建',
  years: '年度',
  all: '全部',
  verdicts: '状态',
  group: '排列方式',
  byYear: '按年度',
  byUnit: '按单位',
  yearGroup: (year: number) => `${year} 年度`,
  columns: {
    unit: '单位',
    year: '年度',
    verdict: '状态',
    filled: '已填数字',
    findings: '检查',
    changed: '最后修改',
    action: '操作'
  },
  findings: { error: '错误', warning: '待确认', hint: '提示' },
  noFindings: '没有问题',
  waived: (n: number) => `已说明理由 ${n}`,
  untouched: '未开始填写',
  carried: '已带入上年数',
  open: { empty: '开始填写', begun: '继续填写', ready: '查看' },
  openLabel: (action: string, unit: string, year: number) => `${action} ${unit} ${year} 年度`,
  more: (unit: string, year: number) => `${unit} ${year} 年度，更多`,
  unnamed: '单位名称未填',
  nextYear: '建立下一年度报告',
  exportJson: '导出交换文件',
  duplicate: '另存一份',
  remove: '删除',
  removed: (unit: string, year: number | undefined) =>
    `已删除 ${unit}${year ? ` ${year} 年度` : ''}报告，回收站保留 30 天`,
  nothing: '没有符合条件的报告',
  showAll: '显示全部',
  notStored: {
    conflict: '没有保存：另一窗口刚修改过这份报告。',
    full: '没有保存：浏览器存储已满。先备份，再删除不用的报告。',
    failed: '没有保存：浏览器没有写入。刷新本页再试。',
    removed: '没有保存：另一窗口刚删除这份报告。',
    outdated: '没有保存：年报台已在另一窗口更新。刷新本页再试。'
  },
  notRemoved:
    '没有删除：浏览器没有写入，报告没有变动。存储已满的，先清空回收站；未满的，刷新本页再试。',
  notRead: '没有打开：浏览器没有响应，或另一窗口刚删除这份报告。刷新本页再试。',
  /** How far the summaries are made that an older version has not left. */
  missing: (done: number, of: number) => `正在整理报告清单：${done} / ${of}`,
  slow: '检查用时过长',
  broken: '检查出错',
  unsaved: {
    title: (unit: string, year: number) => `${unit} ${year} 年度报告：有改动没有保存`,
    why: (when: string) => `${when} 离开时没有保存，改动已暂存在这台电脑上，继续填写时一并保存。`,
    open: '继续填写',
    discard: '放弃这些改动',
    discarded: (unit: string, year: number) => `${unit} ${year} 年度报告没有保存的改动已删除。`
  },
  waiting: {
    title: (names: readonly string[]) =>
      names.length === 1 ? `“${names[0] ?? ''}”尚未核对完` : `有 ${names.length} 份导入尚未核对完`,
    why: '导入的内容和已确认的各处均已保存，核对完成后存为报告。',
    open: '继续核对'
  },
  damaged: {
    title: (n: number) => `有 ${n} 处暂存的改动无法读取`,
    why: '内容可能已损坏，保持原样，不影响其他报告；可导出保管。'
  },
  unreadable: {
    title: (n: number) => `有 ${n} 份已保存的报告，当前版本无法打开`,
    why: '报告保持原样，备份中同样包含；可先导出保管。',
    one: (name: string, year: number | undefined) => `${name}${year ? ` ${year} 年度` : ''}`,
    reasons: {
      newer: '由较新版本的年报台保存，须用该版本打开。',
      damaged: '内容已损坏。',
      excess: '内容远多于一份年报。',
      foreign: '不是年报。'
    },
    export: '导出原始内容'
  },
  empty: {
    title: '没有报告',
    why: '可从导入上年报告开始：导入后可对照上年数，并填入上年结转。',
    import: {
      title: '导入上年报告',
      why: '粘贴文字，或选择 Word、PDF、网页、表格文件。逐处核对后保存。',
      action: '导入文件'
    },
    create: {
      title: '新建一份空白报告',
      why: '六个部分、200 个数字，按国办公开办函〔2021〕30号的格式编排。',
      action: '新建'
    },
    sample: {
      title: '查看样例',
      why: '一份有几处常见错误的完整报告，可任意修改。',
      action: '打开样例'
    }
  },
  dialog: {
    title: '新建报告',
    unit: '单位全称',
    unitHint: '与印章一致，用于报告标题。',
    year: '报告年度',
    yearHint: '报告所反映的年度，不是报送的年份。',
    noUnit: '单位全称未填。',
    noYear: '年度填四位数字，如 2025。',
    tooEarly: '2021 年以前的报告格式不同，不能新建，可以导入。',
    tooLate: (last: number) => `最晚到 ${last} 年度。`,
    preview: '标题',
    twice: (unit: string, year: number) =>
      `库中已有 ${unit} ${year} 年度的报告。继续新建将有两份，分别保存。`,
    create: '新建'
  },
  deadlines: {
    title: '报送期限',
    of: (year: number) => `${year} 年度报告`,
    left: '天后截止',
    today: '今天截止',
    past: '天前已截止',
    day: (month: number, day: number) => `${month}月${day}日`,
    organ: '行政机关向主管部门提交并向社会公布。',
    region: '县级以上人民政府的报告向社会公布。',
    cite: '条例第四十九条',
    all: '全部日程'
  },
  backup: {
    title: '备份',
    nothing: '没有可备份的报告。',
    never: '尚未备份。',
    opening: '报告库尚未打开。',
    failed: '没有备份：浏览器的存储没有响应或读取出错。刷新本页再试。',
    last: (when: string, changed: number) =>
      changed ? `上次备份 ${when}，之后修改过 ${changed} 份。` : `上次备份 ${when}，之后没有修改。`,
    make: '备份全部',
    restore: '从备份恢复',
    making: '正在备份',
    ended: '备份已停止，没有生成文件。',
    reading: '正在读取备份，库中报告没有变动',
    restoring: '正在恢复',
    failedReading: '没有读取备份：文件或浏览器的存储没有响应，库中报告没有变动。刷新本页再试。',
    stop: '停止',
    preview: {
      title: '从备份恢复',
      why: (file: string, n: number) =>
        `“${file}”中有 ${n} 份报告。选定后恢复，库中已有的报告不变。`,
      cut: '备份文件不完整或已损坏，可能没有保存完或传送完。可先恢复下列能读取的报告。',
      beside: (bin: number, snapshots: number) =>
        `${[bin && `回收站中的 ${bin} 份`, snapshots && `历史版本 ${snapshots} 个`].filter(Boolean).join('、')}一并恢复，已有的不重复。`,
      empty: '备份中没有报告。',
      fates: {
        added: '库中没有的',
        differs: '库中已有，内容不同',
        same: '库中已有，内容相同',
        refused: '无法打开的'
      },
      does: {
        added: '恢复',
        differs: '另存一份，两份并存；也可逐项比较后合并',
        same: '不用恢复',
        refused: '不恢复，备份文件没有变动'
      },
      merged: '已合并到库中版本',
      n: (n: number) => `${n} 份`,
      list: '逐份选择',
      one: (name: string, year: number | undefined) => `${name}${year ? ` ${year} 年度` : ''}`,
      chosen: (n: number) => `已选 ${n} 份`,
      take: '恢复所选'
    },
    undo: '撤销恢复',
    restored: {
      added: (n: number) => `已恢复 ${n} 份。`,
      failed: (n: number) => `${n} 份没有保存：浏览器存储可能已满。`,
      ended: '恢复已停止，已恢复的报告完整。可再次恢复其余报告，不会重复。',
      undone: '已撤销恢复，刚恢复的报告已移出报告库。',
      stay: (n: number) => `已撤销恢复；其中 ${n} 份恢复后有修改，保留在库中。`,
      notUndone: '没有撤销：浏览器没有写入。刷新本页再试。'
    },
    refusedFile: {
      foreign: '这不是年报台的备份，库中报告没有变动。选择名为“年报台备份-日期”的文件。',
      newer:
        '备份由较新版本的年报台生成，当前版本无法打开，须用该版本打开。文件和库中报告没有变动。',
      damaged:
        '备份文件不完整，可能没有保存完或传送完，没有恢复。库中报告没有变动，换一份备份再试。',
      excess: '文件内容远多于一份年报，没有恢复。库中报告没有变动，换一份备份再试。'
    }
  },
  /** A moment as people say it: 今天 14:32, 昨天 17:05, 1月12日, 2025-01-20. */
  when(at: Date, now: Date): string {
    const days = Math.round(
      (Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) -
        Date.UTC(at.getFullYear(), at.getMonth(), at.getDate())) /
        86_400_000
    )
    const time = `${two(at.getHours())}:${two(at.getMinutes())}`
    if (days === 0) return `今天 ${time}`
    if (days === 1) return `昨天 ${time}`
    return at.getFullYear() === now.getFullYear()
      ? `${at.getMonth() + 1}月${at.getDate()}日`
      : `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  }
} as const
