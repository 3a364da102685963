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
      '这个浏览器太旧，打不开年报台',
      '<p>换用下面任何一种，再打开同一个网址：</p>' +
        '<ul>' +
        '<li>Chrome、Edge，或 360、QQ、搜狗、奇安信等浏览器的极速模式：内核 100 或更新</li>' +
        '<li>Firefox：近两年的版本</li>' +
        '<li>Safari：近两年的版本</li>' +
        '</ul>' +
        '<p>什么都没有丢：存在这台电脑里的报告原样未动，同一个浏览器升级以后还在；' +
        '现在就要用，可以先<a href="./recovery.html">取出报告</a>，在新浏览器里恢复。</p>'
    )
  } else if (
    location.protocol === 'file:' &&
    !document.documentElement.hasAttribute('data-edition')
  ) {
    // Browsers load no modules from files, so main.ts never comes; the single file has it inside.
    say(
      '年报台不能直接从文件打开',
      '<p>浏览器不运行从文件夹里双击打开的程序。用下面任何一种办法打开：</p>' +
        '<ul>' +
        '<li>用单文件版：只有“年报台.html”一个文件，双击就能打开</li>' +
        '<li>单位内网上放了年报台的，打开它的网址，以 http:// 或 https:// 开头</li>' +
        '<li>这台电脑装有 Node 的，在年报台的文件夹里运行 npm start，打开它显示的网址</li>' +
        '<li>请管理网站的同事把整个 dist 文件夹放到任何一台网站服务器上，再打开那个网址</li>' +
        '</ul>' +
        '<p>什么都没有丢：报告存在原来的网址之下，用原来的网址打开就还在。</p>'
    )
  }
})()
