/*
 * The recovery page: for when the app does not start, or an older one stands before a newer database.
 * It shows what the databases of the app hold in this browser, as it lies there, and saves it as files
 * that the app reads back. It never writes: a database is opened in whatever version it has, and one
 * that is not there is not made. Plain ES5 and on its own, so that any browser with IndexedDB runs it.
 *
 * It is recovery.html, where #recovery waits for it; in the single file it is at the address #recovery.
 * Long, for it may share nothing with the app.
 */
;(function () {
  /** The databases of the app's editions, and what keys of localStorage begin with. */
  var names = ['nianbao', 'nianbao-single']
  var aside = /^nianbao(-single)?\.aside\./
  /** The stores whose reports are shown, and what is said of them. Others have only copies. */
  var places = {
    reports: '已保存',
    pending: '没有保存的改动',
    localStorage: '没有保存的改动',
    bin: '回收站'
  }
  /** Without an answer for so long, in milliseconds, it is said what may be the reason. */
  var patience = 5000

  var look =
    'body{margin:0;background:#e7e9ec;color:#1a1d21;' +
    'font:14px/22px "Microsoft YaHei",sans-serif,nianbao-screen}' +
    '#recovery{max-width:880px;margin:0 auto;padding:32px 24px 48px}' +
    '#recovery h1{margin:0 0 8px;font-size:22px;line-height:32px}' +
    '#recovery p{margin:0 0 12px;max-width:44em}' +
    '#recovery table{width:100%;margin:0 0 16px;border-collapse:collapse;background:#fff}' +
    '#recovery th,#recovery td{padding:8px 12px;border-bottom:1px solid #d3d7dc;text-align:left}' +
    '#recovery th{font-size:12px;font-weight:400;color:#474e56}' +
    '#recovery td:first-child{word-break:break-all}' +
    '#recovery td:last-child{text-align:right;white-space:nowrap}' +
    '#recovery button{height:30px;padding:0 12px;border:1px solid #8a9199;border-radius:3px;' +
    'background:#fff;color:#1a1d21;font:inherit;line-height:20px;cursor:pointer}' +
    '#recovery td button{margin-left:8px}' +
    '#recovery button.all{border-color:#1d4a8c;background:#1d4a8c;color:#fff;font-weight:600}' +
    '#recovery a{color:#1d4a8c}#recovery .said{color:#b42a18}' +
    '@media (max-width:600px){#recovery{padding:20px 12px}#recovery thead{display:none}' +
    '#recovery tr,#recovery td{display:block;border:0}#recovery td{padding:2px 12px}' +
    '#recovery tr{padding:8px 0;border-bottom:1px solid #d3d7dc}' +
    '#recovery td:first-child{font-weight:600}#recovery td:last-child{text-align:left}' +
    '#recovery td button{margin:4px 8px 4px 0}}' +
    '@media (prefers-color-scheme:dark){body{background:#0f1215;color:#e7eaed}' +
    '#recovery table{background:#1e2328}#recovery th,#recovery td,#recovery tr{border-color:#2f363d}' +
    '#recovery th{color:#b7bec6}#recovery .said{color:#f39682}' +
    '#recovery a{color:#93b7f2}' +
    '#recovery button{border-color:#6e7882;background:#1e2328;color:#e7eaed}' +
    '#recovery button.all{border-color:#93b7f2;background:#93b7f2;color:#0d1a2e}}'

  function startWhereAsked() {
    if (location.hash !== '#recovery' || document.getElementById('recovery')) return
    var main = document.createElement('main')
    main.id = 'recovery'
    // Without #app the app does not start.
    document.body.textContent = ''
    document.body.appendChild(main)
    document.title = '取出报告 · 年报台'
    start()
  }

  function start() {
    var main = document.getElementById('recovery')
    var style = document.createElement('style')
    style.textContent = look
    document.head.appendChild(style)
    add(main, 'h1', '取出报告')
    add(
      main,
      'p',
      '年报台无法打开时用本页：这个浏览器中保存的报告列在下面，可导出为文件。' +
        '本页只读取，不修改。'
    )
    add(
      main,
      'p',
      '年报台可打开后，在报告库用“从备份恢复”恢复导出的文件；也可在其他电脑、其他浏览器中恢复。'
    )
    // Without a fragment, which is a new start in the single file, too.
    var again = add(add(main, 'p', ''), 'a', '打开年报台')
    again.href = location.href.split('#')[0].replace(/recovery\.html$/, '')
    var waiting = add(main, 'p', '正在读取…')
    var silence = setTimeout(function () {
      waiting.textContent = '浏览器的存储没有响应。关闭其他年报台窗口；仍无响应的，重启浏览器。'
    }, patience)
    readAll(function (found, troubles) {
      clearTimeout(silence)
      main.removeChild(waiting)
      for (var i = 0; i < troubles.length; i++) add(main, 'p', troubles[i]).className = 'said'
      if (found.length) list(main, found)
      else if (!troubles.length) add(main, 'p', nothing)
    })
  }

  var nothing =
    '这个浏览器中没有年报台的报告。报告按浏览器和网址分别保存：用填报时的浏览器，' +
    '从填报时的网址（单文件版从原来的文件）打开本页。'

  /* ---- a computer without Chinese fonts */

  /** Whether it has one: without, browsers draw the same box, rarely one em wide, for each character. */
  function drawsChinese() {
    var context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    if (!context) return true
    context.font = '24px sans-serif'
    context.textBaseline = 'top'
    function pictureOf(char) {
      context.clearRect(0, 0, 24, 24)
      context.fillText(char, 0, 0)
      return Array.prototype.join.call(context.getImageData(0, 0, 24, 24).data)
    }
    return (
      Math.abs(context.measureText('国').width - 24) <= 1 && pictureOf('国') !== pictureOf('一')
    )
  }

  /**
   * Shows the app's own, which lie beside the page, and goes on once the commonest characters can be
   * drawn, or time is up: what stands before may keep its boxes. A browser may lack the means.
   */
  function withFonts(goOn) {
    if (drawsChinese() || !window.fetch || !window.FontFace || !window.DecompressionStream)
      return goOn()
    var files = ['hei-1', 'noto-1', 'hei-2', 'noto-2']
    var late = setTimeout(ready, 3000)
    next(0)
    function ready() {
      clearTimeout(late)
      if (late) goOn()
      late = 0
    }
    function next(i) {
      if (i === 2) ready()
      if (i === files.length) return
      fetch('./fonts/' + files[i] + '.ttf.gz')
        .then(function (answer) {
          return answer.ok ? answer.blob() : Promise.reject(new Error())
        })
        .then(unpacked)
        .then(function (bytes) {
          return new FontFace('nianbao-screen', bytes).load()
        })
        .then(function (face) {
          document.fonts.add(face)
        })
        // What does not come is left out.
        .then(goFurther, goFurther)
      function goFurther() {
        next(i + 1)
      }
    }
  }

  /** Some servers unpack files on the way. */
  function unpacked(blob) {
    return new Response(blob.slice(0, 2)).arrayBuffer().then(function (start) {
      var bytes = new Uint8Array(start)
      var packed = bytes[0] === 0x1f && bytes[1] === 0x8b
      var stream = packed && blob.stream().pipeThrough(new DecompressionStream('gzip'))
      return new Response(stream || blob).arrayBuffer()
    })
  }

  /* ---- what there is */

  /** Hands over all that is found, each { place, id, unit, year, at, read, copies }, and sentences. */
  function readAll(done) {
    var found = []
    var troubles = []
    fromLocalStorage(found)
    next(0)
    function next(i) {
      if (i === names.length) return done(found, troubles)
      connect(
        names[i],
        function (db) {
          fromDatabase(db, names[i], found, after)
        },
        after
      )
      function after(error) {
        if (error) {
          var why = error.message || error.name || error
          troubles.push('有一部分无法读取（' + why + '）。重启浏览器再试。')
        }
        next(i + 1)
      }
    }
  }

  function fromLocalStorage(found) {
    try {
      for (var i = 0; i < localStorage.length; i++) {
        var key = localStorage.key(i)
        if (aside.test(key)) found.push(laidAside(key))
      }
    } catch (error) {
      // The browser keeps none for this page.
    }
  }

  function laidAside(key) {
    var value = localStorage.getItem(key)
    try {
      value = JSON.parse(value)
    } catch (error) {
      // Kept as the text that it is.
    }
    return entry('localStorage', value, function (use) {
      use(value)
    })
  }

  /** Value by value: one that the browser cannot read holds up no other. */
  function fromDatabase(db, name, found, done) {
    var copies = {}
    var mine = []
    var stores = []
    for (var i = 0; i < db.objectStoreNames.length; i++) {
      var store = db.objectStoreNames[i]
      if (places[store] || store === 'snapshots') stores.push(store)
    }
    if (!stores.length) return done()
    var transaction = db.transaction(stores, 'readonly')
    var bad = 0
    for (var k = 0; k < stores.length; k++) readStore(stores[k])
    transaction.onabort = function () {
      done(transaction.error || 'abort')
    }
    transaction.oncomplete = function () {
      for (var i = 0; i < mine.length; i++) {
        var keys = mine[i].place === 'reports' && copies[mine[i].id]
        if (keys) mine[i].copies = { name: name, keys: keys }
        found.push(mine[i])
      }
      done(bad && bad + ' 份')
    }

    function readStore(store) {
      transaction.objectStore(store).getAllKeys().onsuccess = function (event) {
        var keys = event.target.result
        for (var i = 0; i < keys.length; i++) readValue(store, keys[i])
      }
    }
    function readValue(store, key) {
      var request = transaction.objectStore(store).get(key)
      request.onsuccess = function () {
        var value = request.result
        if (store !== 'snapshots') mine.push(entry(store, value, reader(name, store, key)))
        else if (value && value.reportId) {
          copies[value.reportId] = (copies[value.reportId] || []).concat([key])
        }
      }
      request.onerror = function (event) {
        event.preventDefault()
        bad++
      }
    }
  }

  /** What is told of a value, and how it is read when it is saved. */
  function entry(place, value, read) {
    var report = reportIn(value)
    var unit = report && report.unit && report.unit.name
    var year = report && report.year
    var at = place === 'reports' ? report && report.updatedAt : value && value.at
    return {
      place: place,
      id: report && report.id,
      unit: typeof unit === 'string' ? unit.slice(0, 100) : '',
      year: typeof year === 'number' || typeof year === 'string' ? String(year).slice(0, 20) : '',
      at: typeof at === 'string' ? at : '',
      read: read
    }
  }

  /** The report in a value of any store; the value itself where there is none. */
  function reportIn(value) {
    return value && value.report && !value.format ? value.report : value
  }

  function reader(name, store, key) {
    return function (use, fail) {
      connect(
        name,
        function (db) {
          var request = db.transaction([store], 'readonly').objectStore(store).get(key)
          request.onsuccess = function () {
            use(request.result)
          }
          request.onerror = fail
        },
        fail
      )
    }
  }

  /** Databases that are open, by their names. */
  var connections = {}

  /** Opens a database in the version it has. One that is not there is not made: `without` follows. */
  function connect(name, use, without) {
    if (connections[name]) return use(connections[name])
    var request
    var absent = false
    try {
      request = indexedDB.open(name)
    } catch (error) {
      return without(error)
    }
    request.onupgradeneeded = function () {
      absent = true
      request.transaction.abort()
    }
    request.onerror = function (event) {
      event.preventDefault()
      without(absent ? undefined : request.error)
    }
    request.onsuccess = function () {
      var db = (connections[name] = request.result)
      // The app may start with it at any time.
      db.onclose = db.onversionchange = function () {
        delete connections[name]
        db.close()
      }
      use(db)
    }
  }

  /* ---- what is shown */

  function list(main, found) {
    found.sort(function (a, b) {
      return b.year - a.year || a.unit.localeCompare(b.unit)
    })
    var all = add(add(main, 'p', ''), 'button', '全部导出为一个文件')
    all.className = 'all'
    var said = add(main, 'p', '')
    said.className = 'said'
    said.setAttribute('role', 'status')
    var table = add(main, 'table', '')
    var head = add(add(table, 'thead', ''), 'tr', '')
    var columns = ['单位', '年度', '最后保存', '位置', '']
    for (var i = 0; i < columns.length; i++) add(head, 'th', columns[i])
    var body = add(table, 'tbody', '')
    for (var k = 0; k < found.length; k++) row(body, found[k], said)
    all.onclick = function () {
      said.textContent = ''
      save('年报台备份-' + today() + '.json', backup(found), said)
    }
  }

  function row(body, one, said) {
    var line = add(body, 'tr', '')
    add(line, 'td', one.unit || '单位名称未填')
    add(line, 'td', one.year ? one.year + ' 年度' : '')
    add(line, 'td', moment(one.at))
    add(line, 'td', places[one.place])
    var actions = add(line, 'td', '')
    var file = (one.unit || '报告') + '-' + (one.year || '') + '-取出'
    add(actions, 'button', '导出文件').onclick = function () {
      said.textContent = ''
      save(file + '.nianbao.json', [one], said)
    }
    if (!one.copies) return
    var count = one.copies.keys.length
    add(actions, 'button', '历史版本 ' + count + ' 份').onclick = function () {
      said.textContent = ''
      save(file + '-历史版本.json', backup(snapshots(one.copies)), said)
    }
  }

  function snapshots(copies) {
    var found = []
    for (var i = 0; i < copies.keys.length; i++) {
      found.push({ read: reader(copies.name, 'snapshots', copies.keys[i]) })
    }
    return found
  }

  function moment(at) {
    var date = new Date(at)
    if (!at || isNaN(date.getTime())) return ''
    return day(date) + ' ' + two(date.getHours()) + ':' + two(date.getMinutes())
  }
  function today() {
    return day(new Date())
  }
  function day(date) {
    return date.getFullYear() + '-' + two(date.getMonth() + 1) + '-' + two(date.getDate())
  }
  function two(number) {
    return (number < 10 ? '0' : '') + number
  }

  function add(parent, tag, text) {
    var element = document.createElement(tag)
    element.textContent = text
    parent.appendChild(element)
    return element
  }

  /* ---- what is saved */

  /** The parts of a backup file of the app: texts, and entries whose report is read when its turn is. */
  function backup(entries) {
    var parts = [
      '{"format":"zfxxgk-annual-report-backup","schema":1,"createdAt":"' +
        new Date().toISOString() +
        '","reports":['
    ]
    for (var i = 0; i < entries.length; i++) parts.push(entries[i], ',')
    parts.pop()
    return parts.concat([']}'])
  }

  function save(name, parts, said) {
    var texts = []
    var lost = 0
    next(0)
    function next(i) {
      if (i === parts.length) return finish()
      if (typeof parts[i] === 'string') {
        texts.push(parts[i])
        return next(i + 1)
      }
      parts[i].read(
        function (value) {
          texts.push(textOf(reportIn(value)))
          next(i + 1)
        },
        function () {
          texts.push(textOf(undefined))
          next(i + 1)
        }
      )
    }
    function textOf(value) {
      var text
      try {
        text = JSON.stringify(value)
      } catch (error) {
        text = undefined
      }
      if (text === undefined) lost++
      return text === undefined ? 'null' : text
    }
    function finish() {
      var link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(texts, { type: 'application/json' }))
      link.download = name.replace(/[\\/:*?"<>|]/g, '-')
      document.body.appendChild(link)
      link.click()
      document.body.removeChild(link)
      said.textContent = lost ? '有 ' + lost + ' 份无法读取，没有导出。' : ''
    }
  }

  if (document.getElementById('recovery')) withFonts(start)
  else {
    startWhereAsked()
    window.addEventListener('hashchange', startWhereAsked)
  }
})()
