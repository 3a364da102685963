const time = (at: Date): string => `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`

/** A size as people say it; of less than a tenth of a megabyte in KB. */
const size = (bytes: number): string =>
  bytes < 100_000
    ? `${Math.ceil(bytes / 1000)} KB`
    : bytes < 1_000_000_000
      ? `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`
      : `${(bytes / 1_000_000_000).toFixed(1)} GB`

/** Where the reports lie, and how they are kept safe. */
export const storage = {
  size,
  look: '查看',
  place: {
    title: '存放位置',
    browser: (address: string) =>
      `报告存在这台电脑的这个浏览器里，网址 ${address}。换浏览器、换网址、用无痕窗口都看不到；要带走，用备份或磁盘文件夹。`,
    memory: '浏览器不让本页保存数据，报告只在这一页里，关掉就没有了。离开前导出或备份。',
    firm: '浏览器已答应长期保留，不会自行清理。',
    loose: '磁盘空间紧张时，浏览器可能自行清理。可以请它长期保留，同时做好备份或磁盘同步。',
    unknown: '这个浏览器不说明会不会自行清理，要定期备份。',
    ask: '请浏览器长期保留',
    refused: '浏览器没有答应。常用本页或把它加到书签、安装为应用以后再试。',
    noTurns:
      '这个浏览器不能让几个窗口轮流填写，同一份报告只在一个窗口里改。两个窗口都改了，会提示比较，不直接覆盖。',
    shortLived:
      'Safari 会删除 7 天没有打开过的网站的数据。每周至少打开一次，或添加到程序坞（主屏幕），并定期备份。'
  },
  disk: {
    title: '磁盘文件',
    none: '把报告库与磁盘上的一个文件夹同步：每份报告一个交换文件，保存后几秒写入；在别处改过的文件先问再用，不直接覆盖。',
    unable:
      '这个浏览器不能直接读写磁盘文件，用下面的备份代替。Chrome、Edge 等在 https:// 网址下可以。',
    bindFolder: '选择文件夹',
    other: '换一个文件夹',
    bindFile: '选择文件',
    unbind: '停止同步',
    report: (unit: string, year: number) => `${unit} ${year} 年度报告`,
    unbound: '单独与磁盘上的一个文件同步，保存后几秒写入。',
    folder: (name: string) => `整个报告库与文件夹“${name}”同步。`,
    file: (name: string) => `与文件“${name}”同步。`,
    kept: (at: Date | undefined) => (at ? `${time(at)} 核对过，都已写入。` : '正在核对。'),
    elsewhere: '由另一个年报台窗口写入。',
    progress: (n: number) => `正在核对，已看 ${n} 份。`,
    again: '再试',
    bin: '库里删除的报告，文件移到文件夹里的“回收站”；停止同步，文件都留在原处。',
    folderTrouble: {
      denied: '浏览器不再允许读写这个文件夹。报告照常存在浏览器里。',
      missing:
        '找不到这个文件夹：可能移走、改名，或 U 盘已拔出。放回原处自动继续，报告照常存在浏览器里。',
      locked: '这个文件夹写不进去：可能是只读的，或被别的程序占着。报告照常存在浏览器里。',
      full: '磁盘已满，没有写入。腾出空间自动继续，报告照常存在浏览器里。',
      failed: '没有写入文件夹。一分钟后再试，报告照常存在浏览器里。'
    },
    notChanged: '没有改动：浏览器的存储没有回应或没有写入。再试一次。',
    notBound: {
      denied: '没有同步：浏览器不允许读写那里。换一个自己建的文件夹。',
      missing: '没有同步：找不到选中的文件或文件夹。',
      locked: '没有同步：那里是只读的，或被别的程序占着。',
      full: '没有同步：那个磁盘已满。',
      failed: '没有同步：浏览器没有打开选中的文件或文件夹。'
    }
  },
  matter: {
    states: {
      theirs: '磁盘上的文件改过，这里没有改。没有覆盖。',
      both: '磁盘上的文件和这里都改过。没有覆盖，比较以后决定。',
      foreign: '文件里现在是别的内容，不是这份报告。没有覆盖；把它移走或改名，自动继续。',
      denied: '浏览器不再允许读写这个文件。',
      missing: '找不到这个文件：可能移走、改名，或 U 盘已拔出。放回原处自动继续。',
      locked: '写不进去：文件是只读的，或被别的程序占着。自动再试。',
      full: '磁盘已满，没有写入。腾出空间自动继续。',
      failed: '没有写入，自动再试。'
    },
    take: '采用文件内容',
    compare: '比较',
    keep: '保留这里的',
    taken: (name: string) => `已采用“${name}”的内容，原来的另存了一份。`,
    kept: (name: string) => `“${name}”已按这里的重写，文件原来的内容另存了一份。`,
    merged: (name: string) => `已合并，并写入“${name}”。`,
    conflict: '没有改动：这份报告刚被另一个窗口改过，再比较一次。',
    failed: '没有改动：浏览器存储已满或没有写入。'
  },
  news: {
    told: (n: number) => `文件夹里有 ${n} 个新文件。`,
    take: '读入',
    pass: '不读'
  },
  notice: {
    resume: (name: string) => `继续同步到“${name}”`,
    resumeWhy: '重新打开浏览器以后，要再允许一次才能写入磁盘。',
    resumeAction: '继续同步',
    matter: (name: string) => `磁盘上的“${name}”没有同步`,
    matters: (n: number) => `磁盘上有 ${n} 个文件没有同步`,
    folder: (name: string) => `没有写入文件夹“${name}”`,
    news: (name: string) => `文件夹“${name}”里有新文件`,
    newsWhy: '可以读入报告库。',
    full: (left: string) => `浏览器给年报台的空间还剩 ${left}`,
    fullWhy: '满了就存不上。先备份，再清理不用的报告。'
  },
  reminder: {
    long: {
      title: '一个月没有备份了',
      why: '报告只存在这个浏览器里，备份以后换电脑、清缓存都不怕。'
    },
    deadline: { title: '临近报送期限，最近没有备份', why: '备份一次，电脑出问题也不耽误报送。' },
    shortLived: {
      title: '快一周没有备份了',
      why: 'Safari 会删除 7 天没有打开过的网站的数据。'
    },
    make: '去备份',
    later: '一周后再说'
  },
  room: {
    title: '占用空间',
    used: (used: string, quota: string) => `已用 ${used}，浏览器最多给 ${quota}。`,
    unknown: '这个浏览器不说明用了多少空间。',
    count: '看明细',
    counting: '正在统计。',
    columns: { kind: '内容', count: '数量', bytes: '大小（约）' },
    kinds: {
      reports: '报告',
      snapshots: '历史版本',
      bin: '回收站',
      known: '合并时比较用的旧稿',
      pending: '没有存上的改动',
      facts: '设置和字库',
      caches: '离线使用的程序'
    },
    largest: '最大的报告'
  }
} as const

/** Words of the app as a site: its version, how it gets along without a server, what did not come. */
export const site = {
  version: (version: string, build: string | undefined) =>
    `版本 ${version}${build ? `（${build}）` : ''}`,
  offline: {
    none: '',
    plain: '网址以 http:// 开头，浏览器不让断网时打开。',
    thrifty: '浏览器开着省流量，断网时打不开。',
    fetching: '正在存下程序，存好后断网也能用。',
    ready: '断网也能用。'
  },
  /** All files of a version. */
  keep: '存下程序（26 MB）',
  newer: {
    title: (version: string) => `新版本 ${version} 已下载好`,
    why: '更新只在本页换程序，报告都在；其他标签页重新打开时才换。',
    agree: '更新'
  },
  missing: {
    offline: {
      title: '断网了，这一部分程序没有取到',
      why: '写的内容没有丢，可以接着填。连上网后重新打开本页，再用这一项。'
    },
    newer: {
      title: '新版本已放到服务器上，本页要重新打开',
      why: '服务器上已没有本页这一版的程序，这一项打不开。写的内容没有丢，重新打开后用新版本接着填。'
    },
    lacking: {
      title: '服务器没有给出这一部分程序',
      why: '写的内容没有丢，可以接着填。过一会儿重新打开本页再试；一直这样，请管理网站的同事核对文件是否放全。'
    },
    reopen: '重新打开',
    still: '还没有连上。'
  }
} as const
