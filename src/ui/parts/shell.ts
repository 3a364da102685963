/**
 * Programs with a browser inside in which a download does nothing, by what they call themselves.
 * The order matters: several of them name each other. Sources: the user agents these programs send.
 */
const shells = [
  ['wework', /wxwork/i],
  ['wechat', /MicroMessenger/i],
  ['dingtalk', /DingTalk|TaurusApp/i],
  // QQ Browser, which can download, writes `QQBrowser/`.
  ['qq', /\bQQ\/\d|\bTIM\/\d/],
  ['lark', /\b(?:Lark|Feishu)\b/i],
  ['alipay', /AlipayClient/i],
  ['weibo', /Weibo|__weibo__/i],
  ['baidu', /baiduboxapp/i],
  ['app', /aweme|NewsArticle|BytedanceWebview/i],
  // A web view of some other program on Android, or on iOS, where only browsers name Safari.
  ['app', /; wv\)/],
  ['app', /\((?:iPhone|iPad|iPod)(?!.*Safari\/)/]
] as const

/** One of these programs; `app` is any other with a web view. */
export type Shell = (typeof shells)[number][0]

/** The program around the page, where it is one that saves no files; undefined in a browser. */
export const shellOf = (userAgent: string): Shell | undefined =>
  shells.find(([, name]) => name.test(userAgent))?.[0]
