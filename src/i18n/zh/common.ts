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
    `这份文件导出后在其他程序中改动过。导出时${verdict === 'empty' ? '有部分未填，' : ''}错误 ${errors} 处、待确认 ${warnings} 处；以下按现有内容检查。`,
  noted: '关闭提示',
  /** The dialog about where the reports lie, by the button that opens it. */
  storing: '存放与备份',
  local: '内容只存在这台电脑的浏览器中，不上传。',
  /** What the browser does not keep, or not yet. */
  keeping: {
    upgrading: {
      title: '正在升级报告库',
      why: '旧版本保存的报告正在转换为当前格式，报告较多时需要几秒。不要关闭本页；中断后旧报告保持原样，下次打开时继续升级。'
    },
    blocked: {
      title: '报告库正由另一窗口使用',
      why: '另一窗口打开着旧版本的年报台。关闭该窗口后，这里自动继续，已保存的报告没有变动。',
      by: (titles: readonly string[]) => `另一窗口（${titles.join('；')}）打开着旧版本。`
    },
    silent: {
      title: '报告库尚未打开',
      why: '浏览器的存储没有响应，恢复后这里自动继续。仍无响应时，关闭其他年报台窗口，再重启浏览器。已保存的报告没有变动。',
      go: '不等待，临时填写'
    },
    memory: {
      title: '报告库无法打开，内容不会保存',
      why: {
        refused:
          '浏览器不允许本页保存数据，常见于无痕窗口，或管理员关闭了本地存储。仍可填写、检查、导出，关闭本页后内容丢失，离开前须导出交换文件。改用普通窗口打开，可看到已保存的报告。',
        damaged:
          '浏览器无法读取已保存的数据，可能是磁盘已满或数据损坏。仍可填写、检查、导出，关闭本页后内容丢失，离开前须导出交换文件。腾出磁盘空间并重启浏览器后再试；仍无法打开的，用备份恢复。',
        silent:
          '浏览器的存储没有响应。仍可填写、检查、导出，关闭本页后内容丢失，离开前须导出交换文件。重启浏览器后，可看到已保存的报告。'
      }
    },
    outdated: {
      title: '年报台已在另一窗口更新，本页不再保存',
      why: '没有保存的内容已暂存。刷新本页后继续填写。'
    },
    forgetful: {
      title: '浏览器不允许本页保存显示设置',
      why: '报告正常保存，深色等设置不会保留。右上角显示“已保存”后再关闭本页。'
    }
  },
  noAnswer: {
    title: '报告库无法读取',
    why: '浏览器的存储没有响应或读取出错，已保存的报告没有变动。刷新本页再试。'
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
    title: (shell: string) => `${shell}中不能下载文件`,
    why: (shell: string, file: string) =>
      `没有导出：${shell}不能保存网页生成的文件 ${file}。报告内容没有变动。`,
    byText: '文件内容如下。复制全部文字，在浏览器中打开年报台，粘贴到“导入”。',
    elsewhere:
      '在浏览器中打开年报台再导出。浏览器中没有这份报告的，在这里导出“交换文件”，复制文字，粘贴到浏览器中年报台的“导入”。',
    content: (file: string) => `${file} 的内容`,
    copy: '复制全部文字',
    copied: '已复制。',
    notCopied: '没有复制。长按上面的文字，全选后复制。'
  },
  broken: {
    title: '这部分页面出错',
    why: '已保存的内容没有变动。刷新本页后继续填写；再次出现时，将下面的文字发给维护人员。',
    reload: '刷新本页',
    copy: '复制文字'
  }
} as const
