/*
 * For browsers that cannot run the app (before Chromium 98, Firefox 104, Safari 16.4; we promise
 * Chromium 100 and two years of the others): a page that says so. Plain ES5 and on its own, as the
 * app's code may not even parse there. It takes the place of #app, without which main.ts does not
 * start.
 */
;(function () {
  function able() {
    try {
      // Chromium 62, Firefox 78, Safari 16.4; a syntax error before.
      new RegExp('(?<=a)b')
    } catch (e) {
      return false
    }
    // Chromium 97 and 98, Firefox 104 and 94, Safari 15.4
    return typeof [].findLast === 'function' && typeof structuredClone === 'function'
  }
  if (able()) return
  var app = document.getElementById('app')
  var page = document.createElement('main')
  page.style.cssText =
    'max-width:36em;margin:15vh auto 0;padding:0 24px;font:16px/1.8 "Microsoft YaHei",sans-serif'
  page.innerHTML =
    '<h1 style="font-size:24px">这个浏览器太旧，打不开年报台</h1>' +
    '<p>换用下面任何一种，再打开同一个网址：</p>' +
    '<ul>' +
    '<li>Chrome、Edge，或 360、QQ、搜狗、奇安信等浏览器的极速模式：内核 100 或更新</li>' +
    '<li>Firefox：近两年的版本</li>' +
    '<li>Safari：近两年的版本</li>' +
    '</ul>' +
    '<p>什么都没有丢：存在这台电脑里的报告原样未动，已导出的文件在新浏览器里可以导入。' +
    '同一个浏览器升级以后，原来的报告还在。</p>'
  app.parentNode.replaceChild(page, app)
  document.title = '浏览器太旧 · 年报台'
})()
