import { describe, expect, it } from 'vitest'
import { shellOf } from '../../../src/ui/parts/shell.ts'

const android = 'Mozilla/5.0 (Linux; Android 13; M2102J2SC'
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15'
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'

describe('programs with a browser inside', () => {
  it.each([
    ['wechat', `${android}; wv) Chrome/107 MQQBrowser/6.2 TBS/046 MicroMessenger/8.0.40 Weixin`],
    ['wechat', `${iphone} (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.42 NetType/WIFI`],
    ['wechat', `${windows} Chrome/107.0.0.0 Safari/537.36 MicroMessenger/7.0.20 WindowsWechat`],
    ['wework', `${windows} Chrome/108 Safari/537.36 wxwork/4.1.0 MicroMessenger/7.0.1`],
    ['dingtalk', `${android}) Chrome/100 Mobile Safari/537.36 AliApp(DingTalk/7.0.30)`],
    ['dingtalk', `${android}) Chrome/100 Mobile Safari/537.36 AliApp(TaurusApp/2.5.1)`],
    ['qq', `${android}) Chrome/89 MQQBrowser/6.2 TBS/045 Mobile Safari/537.36 V1_AND QQ/8.9.5`],
    ['qq', `${iphone} (KHTML, like Gecko) Mobile/15E148 QQ/8.9.10.612 V1_IPH`],
    ['lark', `${android}) Chrome/99 Mobile Safari/537.36 Lark/6.0.1`],
    ['alipay', `${android}) Chrome/97 Mobile Safari/537.36 AlipayClient/10.3.80`],
    ['app', `${android}; wv) AppleWebKit/537.36 Version/4.0 Chrome/110 Mobile Safari/537.36`],
    ['app', `${iphone} (KHTML, like Gecko) Mobile/15E148`]
  ])('%s: %s', (shell, userAgent) => {
    expect(shellOf(userAgent)).toBe(shell)
  })
})

describe('browsers, which save files', () => {
  it.each([
    `${windows} Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0`,
    `${windows} Chrome/94.0 Safari/537.36 Core/1.94.201 QQBrowser/11.9.5325.400`,
    `${windows} Chrome/108.0.5359.95 Safari/537.36 QIHU 360SE`,
    'Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.1 Safari/605.1.15',
    `${iphone} (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1`,
    `${iphone} (KHTML, like Gecko) CriOS/119.0.6045.109 Mobile/15E148 Safari/604.1`,
    `${android}) AppleWebKit/537.36 Chrome/119.0.0.0 Mobile Safari/537.36`,
    `${android}) Chrome/89 MQQBrowser/13.5 Mobile Safari/537.36`,
    'Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 Version/16.6 Safari/604.1'
  ])('%s', (userAgent) => {
    expect(shellOf(userAgent)).toBeUndefined()
  })
})
