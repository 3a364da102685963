import { expect, test } from './app.ts'
import { clerksJob } from './clerks-job.ts'
import { exportDialog, leave, openExport } from './steps.ts'

/** What a browser may lack, by its age, its maker or a page without HTTPS, taken away before the app starts. */
const missing = {
  window: [
    'showSaveFilePicker',
    'showOpenFilePicker',
    'showDirectoryPicker',
    'queryLocalFonts',
    'BroadcastChannel',
    'ClipboardItem',
    'OffscreenCanvas',
    'requestIdleCallback',
    'createImageBitmap'
  ],
  navigator: ['locks', 'storage', 'clipboard', 'serviceWorker', 'connection', 'share']
}

test('a browser without all that may be missing does the whole job, and says what it cannot do', async ({
  page,
  context
}) => {
  await context.addInitScript(({ window: own, navigator: its }) => {
    for (const name of own) Reflect.deleteProperty(window, name)
    for (const name of its) Reflect.deleteProperty(Navigator.prototype, name)
    Reflect.deleteProperty(Intl, 'Segmenter')
  }, missing)
  await page.reload()
  const left = await page.evaluate(
    (names) => [
      ...names.window.filter((name) => name in window),
      ...names.navigator.filter((name) => name in navigator)
    ],
    missing
  )
  expect(left).toEqual([])

  await clerksJob(page)
  const dialog = await openExport(page)
  await expect(dialog).toContainText('不能列出已安装的字体')
  await dialog.locator('[data-action="copy-html"]').click()
  await expect(dialog.getByRole('status').filter({ hasText: '已复制' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(exportDialog(page)).toHaveCount(0)
  await leave(page)
  await page.locator('[data-action="storage"]').click()
  const storing = page.getByRole('dialog', { name: '存放与备份' })
  for (const sentence of [
    '不能直接读写磁盘文件',
    '没有说明是否自行清理',
    '没有提供占用情况',
    '不能让几个窗口轮流编辑'
  ])
    await expect(storing).toContainText(sentence)
})
