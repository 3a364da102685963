import type { Proof } from '../../core/checks/proof.ts'

/** Words that stand on more than one screen. */
export const common = {
  app: '年报台',
  subject: '政府信息公开工作年度报告',
  close: '关闭',
  cancel: '取消',
  search: '搜索',
  undo: '撤销',
  redo: '重做',
  own: '本机关',
  rollup: '汇总',
  year: (year: number) => `${year}年度报告`,
  verdict: { empty: '未填', error: '有错误', warning: '待确认', ready: '可报送' },
  /** What the certificate of an exchange file tells of one that was changed since. */
  changedFile: ({ errors, warnings, verdict }: Proof) =>
    `这份文件导出之后在别处改动过。导出时${verdict === 'empty' ? '有部分未填，' : ''}错误 ${errors} 处、待确认 ${warnings} 处；下面按现在的内容检查。`,
  noted: '知道了',
  /** The dialog about where the reports lie, by the button that opens it. */
  storing: '存放与备份',
  local: '内容只存在这台电脑的浏览器里，不上传。',
  /** What the browser does not keep, or not yet. */
  keeping: {
    upgrading: {
      title: '正在升级报告库',
      why: '把旧版存的报告转成这一版的格式，报告多时要几秒。不要关闭本页；中途断了，旧报告原样都在，下次打开接着升级。'
    },
    blocked: {
      title: '报告库被另一个标签页占着',
      why: '另一个标签页开着旧版年报台。关掉那个标签页，这里自动继续，已存的报告都还在。',
      by: (titles: readonly string[]) => `另一个窗口（${titles.join('；')}）还开着旧版本。`
    },
    silent: {
      title: '报告库还没有打开',
      why: '浏览器的存储没有回应，一有回应这里自动继续。一直这样，就关掉其他年报台标签页，再重新打开浏览器。已存的报告没有变动。',
      go: '先不等，临时填写'
    },
    memory: {
      title: '打不开这台电脑上的报告库，内容不会保存',
      why: {
        refused:
          '浏览器不让本页保存数据，常见于无痕窗口或被管理员关闭了本地存储。可以照常填写、检查、导出，关掉本页就没有了：离开前导出交换文件。换普通窗口再打开，已存的报告都还在。',
        damaged:
          '浏览器读不出存着的数据，可能磁盘已满或数据已损坏。可以照常填写、检查、导出，关掉本页就没有了：离开前导出交换文件。腾出磁盘空间，重新打开浏览器再试；一直这样，用备份恢复。',
        silent:
          '浏览器的存储没有回应，本页只在内存里工作。可以照常填写、检查、导出，关掉本页就没有了：离开前导出交换文件。重新打开浏览器以后，已存的报告都还在。'
      }
    },
    outdated: {
      title: '年报台已在另一个标签页更新，本页不再保存',
      why: '没有保存的内容已另存。重新打开本页，接着填。'
    },
    forgetful: {
      title: '浏览器不让本页使用 localStorage',
      why: '报告照常保存，深色等选择不会记住。关掉本页前，等右上角显示“已保存”。'
    }
  },
  noAnswer: {
    title: '读不到这台电脑上的报告库',
    why: '浏览器的存储没有回应或读取出错，已存的报告没有变动。重新打开本页再试。'
  },
  /** In programs whose browser saves no files. */
  undelivered: {
    shells: {
      wework: '企业微信',
      wechat: '微信',
      dingtalk: '钉钉',
      qq: 'QQ',
      lark: '飞书',
      alipay: '支付宝',
      weibo: '微博',
      baidu: '百度',
      app: '这个应用'
    },
    title: (shell: string) => `${shell}里不能下载文件`,
    why: (shell: string, file: string) =>
      `没有导出：${shell}不保存网页生成的文件，${file} 没有存下来。报告内容没有变动。`,
    byText: '文件的内容都在下面。复制全部文字发到电脑上，在浏览器里打开年报台，粘贴到“导入”。',
    elsewhere:
      '在浏览器里打开年报台再导出。报告在浏览器里看不到，要带过去：在这里导出“交换文件”，复制文字，粘贴到浏览器里年报台的“导入”。',
    content: (file: string) => `${file} 的内容`,
    copy: '复制全部文字',
    copied: '已复制。',
    notCopied: '没有复制成。长按上面的文字，全选，再复制。'
  },
  broken: {
    title: '这里出了意外',
    why: '已存的内容没有变动。重新打开本页可以接着填；如果再次出现，把下面的文字发给维护的人。',
    reload: '重新打开',
    copy: '复制这段文字'
  }
} as const
