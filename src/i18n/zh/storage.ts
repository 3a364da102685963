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
      `报告保存在这台电脑的这个浏览器中，网址 ${address}。更换浏览器、网址，或用无痕窗口，都看不到；须用备份或磁盘文件夹转移。`,
    memory: '浏览器不允许本页保存数据，报告只在本页中，关闭后丢失。离开前导出或备份。',
    firm: '浏览器已允许长期保留，不会自行清理。',
    loose: '磁盘空间不足时，浏览器可能自行清理。可申请长期保留，同时备份或与磁盘同步。',
    unknown: '浏览器没有说明是否自行清理，须定期备份。',
    ask: '申请长期保留',
    refused: '浏览器没有允许。将本页加入书签或安装为应用后再试。',
    noTurns:
      '这个浏览器不能让几个窗口轮流编辑，同一份报告只在一个窗口中修改。两个窗口都有修改的，会提示比较，不直接覆盖。',
    shortLived:
      'Safari 会删除 7 天未打开的网站的数据。每周至少打开一次，或添加到程序坞（主屏幕），并定期备份。'
  },
  disk: {
    title: '磁盘文件',
    none: '报告库可与磁盘上的一个文件夹同步：每份报告一个交换文件，保存后几秒写入；文件在其他程序中修改过的，确认后再采用，不直接覆盖。',
    unable:
      '这个浏览器不能直接读写磁盘文件，用下面的备份代替。Chrome、Edge 等浏览器在 https:// 网址下支持。',
    bindFolder: '选择文件夹',
    other: '另选文件夹',
    bindFile: '选择文件',
    unbind: '停止同步',
    report: (unit: string, year: number) => `${unit} ${year} 年度报告`,
    unbound: '单独与磁盘上的一个文件同步，保存后几秒写入。',
    folder: (name: string) => `整个报告库与文件夹“${name}”同步。`,
    file: (name: string) => `与文件“${name}”同步。`,
    kept: (at: Date | undefined) => (at ? `${time(at)} 已检查，全部写入。` : '正在检查。'),
    elsewhere: '由另一窗口写入。',
    progress: (n: number) => `正在检查，已检查 ${n} 份。`,
    again: '重试',
    bin: '库中删除的报告，文件移到文件夹中的“回收站”；停止同步后，文件保留在原处。',
    folderTrouble: {
      denied: '浏览器不再允许读写这个文件夹。报告仍保存在浏览器中。',
      missing:
        '没有找到这个文件夹，可能已移动、改名，或 U 盘已拔出。放回原处后自动继续，报告仍保存在浏览器中。',
      locked: '这个文件夹无法写入，可能是只读，或正由其他程序使用。报告仍保存在浏览器中。',
      full: '磁盘已满，没有写入。腾出空间后自动继续，报告仍保存在浏览器中。',
      failed: '没有写入文件夹。一分钟后自动重试，报告仍保存在浏览器中。'
    },
    notChanged: '没有修改：浏览器的存储没有响应或没有写入。重试一次。',
    notBound: {
      denied: '没有同步：浏览器不允许读写所选位置。另选一个自建的文件夹。',
      missing: '没有同步：没有找到所选的文件或文件夹。',
      locked: '没有同步：所选位置是只读，或正由其他程序使用。',
      full: '没有同步：磁盘已满。',
      failed: '没有同步：浏览器没有打开所选的文件或文件夹。'
    }
  },
  matter: {
    states: {
      theirs: '磁盘上的文件有修改，库中版本没有。没有覆盖。',
      both: '两边都有修改。没有覆盖，比较后选定。',
      foreign: '磁盘上的文件不是这份报告。没有覆盖；移走或改名后自动继续。',
      denied: '浏览器不再允许读写这个文件。',
      missing: '没有找到这个文件，可能已移动、改名，或 U 盘已拔出。放回原处后自动继续。',
      locked: '无法写入：文件是只读，或正由其他程序使用。自动重试。',
      full: '磁盘已满，没有写入。腾出空间后自动继续。',
      failed: '没有写入，自动重试。'
    },
    take: '采用文件版本',
    compare: '比较',
    keep: '保留库中版本',
    taken: (name: string) => `已采用文件版本“${name}”，原库中版本另存一份。`,
    kept: (name: string) => `“${name}”已按库中版本写入，原文件版本另存一份。`,
    merged: (name: string) => `已合并，并写入“${name}”。`,
    conflict: '没有修改：另一窗口刚修改过这份报告，重新比较。',
    failed: '没有修改：浏览器存储已满或没有写入。'
  },
  news: {
    told: (n: number) => `文件夹中有 ${n} 个新文件。`,
    take: '导入',
    pass: '不导入'
  },
  notice: {
    resume: (name: string) => `继续同步到“${name}”`,
    resumeWhy: '浏览器重启后，须再次允许才能写入磁盘。',
    resumeAction: '继续同步',
    matter: (name: string) => `磁盘上的“${name}”没有同步`,
    matters: (n: number) => `磁盘上有 ${n} 个文件没有同步`,
    folder: (name: string) => `没有写入文件夹“${name}”`,
    news: (name: string) => `文件夹“${name}”中有新文件`,
    newsWhy: '可导入报告库。',
    full: (left: string) => `浏览器存储空间剩余 ${left}`,
    fullWhy: '存满后不能保存。先备份，再删除不用的报告。'
  },
  reminder: {
    long: {
      title: '已有一个月没有备份',
      why: '报告只保存在这个浏览器中。备份后，更换电脑、清除缓存都可恢复。'
    },
    deadline: { title: '临近报送期限，最近没有备份', why: '备份后，电脑发生故障也不影响报送。' },
    shortLived: {
      title: '已近一周没有备份',
      why: 'Safari 会删除 7 天未打开的网站的数据。'
    },
    make: '备份',
    later: '一周后提示'
  },
  room: {
    title: '占用空间',
    used: (used: string, quota: string) => `已用 ${used}，上限 ${quota}。`,
    unknown: '浏览器没有提供占用情况。',
    count: '查看明细',
    counting: '正在统计。',
    columns: { kind: '内容', count: '数量', bytes: '大小（约）' },
    kinds: {
      reports: '报告',
      snapshots: '历史版本',
      bin: '回收站',
      known: '合并比较用的版本',
      pending: '没有保存的改动',
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
    plain: '网址以 http:// 开头，断网时不能打开。',
    thrifty: '浏览器已开启省流量，断网时不能打开。',
    fetching: '正在下载程序，完成后断网可用。',
    ready: '断网可用。'
  },
  /** All files of a version. */
  keep: '下载程序（26 MB）',
  newer: {
    title: (version: string) => `新版本 ${version} 已下载`,
    why: '更新只涉及程序，报告没有变动；其他窗口刷新后更新。',
    agree: '更新'
  },
  missing: {
    offline: {
      title: '网络已断开，这部分程序没有下载',
      why: '已填内容没有变动，可继续填写。联网后刷新本页再用。'
    },
    newer: {
      title: '新版本已发布，须刷新本页',
      why: '服务器已没有当前版本的程序，这一项不能打开。已填内容没有变动，刷新后用新版本继续填写。'
    },
    lacking: {
      title: '服务器没有提供这部分程序',
      why: '已填内容没有变动，可继续填写。稍后刷新本页再试；仍不能打开的，由网站管理人员核对文件是否齐全。'
    },
    reopen: '刷新本页',
    still: '网络尚未连接。'
  }
} as const
