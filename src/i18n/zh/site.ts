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
