/*
 * For where the app cannot start: the site opened as a file, and browsers that cannot run it
 * (before Chromium 98, Firefox 104, Safari 16.4; we promise Chromium 100 and two years of the
 * others). A page that says so. Plain ES5 and on its own, as the app's code may not even parse
 * there. It takes the place of #app, without which main.ts does not start.
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
  function say(title, html) {
    var app = document.getElementById('app')
    var page = document.createElement('main')
    page.style.cssText =
      'max-width:36em;margin:15vh auto 0;padding:0 24px;font:16px/1.8 "Microsoft YaHei",sans-serif'
    page.innerHTML = '<h1 style="font-size:24px">' + title + '</h1>' + html
    app.parentNode.replaceChild(page, app)
    document.title = title + ' · 年报台'
  }
  if (!able()) {
    say(
      '浏览器版本过低，无法打开年报台',
      '<p>换用下列任何一种，打开同一网址：</p>' +
        '<ul>' +
        '<li>Chrome、Edge，或 360、QQ、搜狗、奇安信等浏览器的极速模式：内核 100 或更新</li>' +
        '<li>Firefox：近两年的版本</li>' +
        '<li>Safari：近两年的版本</li>' +
        '</ul>' +
        '<p>这台电脑上保存的报告没有变动，浏览器升级后可继续使用；' +
        '急用的，可先<a href="./recovery.html">取出报告</a>，在其他浏览器中恢复。</p>'
    )
  } else if (
    location.protocol === 'file:' &&
    !document.documentElement.hasAttribute('data-edition')
  ) {
    // Browsers load no modules from files, so main.ts never comes; the single file has it inside.
    say(
      '年报台不能直接从文件打开',
      '<p>浏览器不能运行从文件夹中双击打开的程序。用下列任何一种办法打开：</p>' +
        '<ul>' +
        '<li>用单文件版：只有“年报台.html”一个文件，双击即可打开</li>' +
        '<li>单位内网已部署年报台的，打开其网址，以 http:// 或 https:// 开头</li>' +
        '<li>这台电脑装有 Node 的，在年报台的文件夹中运行 npm start，打开显示的网址</li>' +
        '<li>由网站管理人员将整个 dist 文件夹放到网站服务器，再打开其网址</li>' +
        '</ul>' +
        '<p>已保存的报告没有变动，用原来的网址打开可继续使用。</p>'
    )
  }
})()
