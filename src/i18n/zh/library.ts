const two = (n: number): string => String(n).padStart(2, '0')

/** Words of the library: the list of reports, deadlines, backup. Long, for all of it is one screen. */
export const library = {
  title: '报告库',
  /** Where the single file keeps things: Firefox has a store for each place of a file. */
  single:
    '内容只存在这台电脑的这个浏览器里，不上传。本文件可以移动、改名；在火狐里会看不到，放回原处就在。换电脑、换浏览器，用“备份全部”“从备份恢复”带走。',
  count: (n: number) => `${n} 份`,
  licences: '软件许可',
  search: '查单位、年度、正文',
  sample: '打开样例',
  sampleMissing: '样例没有取到，可能断网了。连上后再试。',
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
  noFindings: '无待确认',
  waived: (n: number) => `已说明理由 ${n}`,
  untouched: '还没有开始填',
  carried: '已带入上年数',
  open: { empty: '开始填写', begun: '继续填写', ready: '查看' },
  openLabel: (action: string, unit: string, year: number) => `${action} ${unit} ${year} 年度`,
  more: (unit: string, year: number) => `${unit} ${year} 年度，更多`,
  unnamed: '未写单位名称',
  nextYear: '建立下一年度报告',
  exportJson: '导出交换文件',
  duplicate: '另存一份',
  remove: '删除',
  removed: (unit: string, year: number | undefined) =>
    `已删除 ${unit}${year ? ` ${year} 年度` : ''}报告，回收站里留 30 天`,
  nothing: '没有符合条件的报告',
  showAll: '显示全部',
  notStored: {
    conflict: '没有存上：同一份报告刚被另一个窗口改过。',
    full: '没有存上：浏览器存储已满。先备份，再删掉不用的报告。',
    failed: '没有存上：浏览器没有写入。关掉本页重新打开再试。',
    removed: '没有存上：这份报告刚被另一个窗口删除。',
    outdated: '没有存上：年报台已在另一个标签页更新。重新打开本页再试。'
  },
  notRemoved:
    '没有删除：浏览器没有写入，报告还在。存储满了就先清空回收站；没有满，关掉本页重新打开再试。',
  notRead: '没有打开：浏览器没有回应，或这份报告刚被另一个窗口删除。重新打开本页再试。',
  /** How far the summaries are made that an older version has not left. */
  missing: (done: number, of: number) => `正在整理报告清单：${done} / ${of}`,
  slow: '检查用时过长',
  broken: '检查出错',
  unsaved: {
    title: (unit: string, year: number) => `${unit} ${year} 年度报告：有改动没有保存`,
    why: (when: string) => `${when} 离开时没有存上，改动另存在这台电脑上，接着填就会再存。`,
    open: '接着填',
    discard: '不要这些改动'
  },
  waiting: {
    title: (names: readonly string[]) =>
      names.length === 1
        ? `“${names[0] ?? ''}”还没有核对完`
        : `有 ${names.length} 份导入还没有核对完`,
    why: '读入的内容和已答的都在，核对完才存为报告。',
    open: '接着核对'
  },
  damaged: {
    title: (n: number) => `有 ${n} 处另存的改动读不出来`,
    why: '内容可能已损坏。原样留在这里，不影响其他报告；可以导出保管。'
  },
  unreadable: {
    title: (n: number) => `有 ${n} 份存着的报告这一版打不开`,
    why: '原样留在这里，没有改动，备份里也有；可以先导出保管。',
    one: (name: string, year: number | undefined) => `${name}${year ? ` ${year} 年度` : ''}`,
    reasons: {
      newer: '由较新的年报台保存，用那一版打开。',
      damaged: '内容已损坏。',
      excess: '内容远多于一份年报。',
      foreign: '不是年报。'
    },
    export: '导出原始内容'
  },
  empty: {
    title: '还没有报告',
    why: '从上年的报告开始最省事：读入后，上年结转和上年数都可以对照。',
    import: {
      title: '读入上年报告',
      why: '粘贴文字，或选 Word、网页、表格文件。读入后逐处核对，核对完才存。',
      action: '导入文件'
    },
    create: {
      title: '新建一份空白报告',
      why: '六个部分、200 个数字都按国办公开办函〔2021〕30号的格式排好。',
      action: '新建'
    },
    sample: {
      title: '先看一份样例',
      why: '一份有几处常见错误的完整报告，可以随意修改。',
      action: '打开样例'
    }
  },
  dialog: {
    title: '新建报告',
    unit: '单位全称',
    unitHint: '与印章一致，它是标题的开头。',
    year: '报告年度',
    yearHint: '报告写的是哪一年，不是报送的这一年。',
    noUnit: '写上单位全称。',
    noYear: '写四位年份，如 2025。',
    tooEarly: '2021 年以前的报告是另一种格式，不能新建，可以导入。',
    tooLate: (last: number) => `最晚到 ${last} 年度。`,
    preview: '标题',
    twice: (unit: string, year: number) =>
      `库里已有 ${unit} ${year} 年度的报告。再建就有两份，各存各的。`,
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
    nothing: '还没有可备份的报告。',
    never: '还没有备份过。',
    opening: '报告库还没有打开。',
    failed: '没有备份：浏览器的存储没有回应或读取出错。重新打开本页再试。',
    last: (when: string, changed: number) =>
      changed ? `上次备份 ${when}，之后改过 ${changed} 份。` : `上次备份 ${when}，之后没有改动。`,
    make: '备份全部',
    restore: '从备份恢复',
    making: '正在备份',
    ended: '备份已停止，没有生成文件。',
    reading: '正在读备份，还没有改动库里的报告',
    restoring: '正在恢复',
    failedReading: '没有读出备份：文件或浏览器的存储没有回应。重新打开本页再试，库里没有改动。',
    stop: '停止',
    preview: {
      title: '从备份恢复',
      why: (file: string, n: number) =>
        `“${file}”里有 ${n} 份报告。选好再恢复，库里已有的都不改动。`,
      cut: '备份文件不完整或有损坏，可能没有存完或没有传完。下面是读得出来的，可以先恢复这些。',
      beside: (bin: number, snapshots: number) =>
        `${[bin && `回收站里的 ${bin} 份`, snapshots && `历史版本 ${snapshots} 版`].filter(Boolean).join('、')}一并放回，已有的不重复。`,
      empty: '备份里没有报告。',
      fates: {
        added: '库里没有的',
        differs: '库里有，内容不同',
        same: '库里有，内容相同',
        refused: '打不开的'
      },
      does: {
        added: '恢复',
        differs: '另存为新的一份，两份都在；也可逐项比较后合并',
        same: '不用恢复',
        refused: '不恢复，备份文件里还在'
      },
      merged: '已合并到库里的一份',
      n: (n: number) => `${n} 份`,
      list: '逐份选择',
      one: (name: string, year: number | undefined) => `${name}${year ? ` ${year} 年度` : ''}`,
      chosen: (n: number) => `已选 ${n} 份`,
      take: '恢复所选'
    },
    undo: '撤销恢复',
    restored: {
      added: (n: number) => `已恢复 ${n} 份。`,
      failed: (n: number) => `${n} 份没有存上：浏览器存储可能已满。`,
      ended: '恢复已停止，已恢复的都完整，可以再恢复一次接着做，不会重复。',
      undone: '已撤销恢复，刚恢复的报告都已取出。',
      stay: (n: number) => `已撤销恢复；其中 ${n} 份恢复后改过，留在库里。`,
      notUndone: '没有撤销：浏览器没有写入。关掉本页重新打开再试。'
    },
    refusedFile: {
      foreign: '这不是年报台的备份。选名为“年报台备份-日期”的文件，库里没有改动。',
      newer: '备份由较新的年报台生成，这里打不开。用那一版打开；文件和库里都没有改动。',
      damaged: '备份文件不完整，可能没有存完或没有传完，没有恢复。换一份备份再试，库里没有改动。',
      excess: '文件里的内容远多于一份年报，没有恢复。换一份备份再试，库里没有改动。'
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
