import { expect, test } from './app.ts'

test('a browser too old to run the app is told so, and what to use', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Array.prototype, 'findLast')
  })
  await page.reload()
  await expect(page.getByRole('heading', { name: '浏览器版本过低' })).toBeVisible()
  await expect(page.getByText('保存的报告没有变动')).toBeVisible()
  await expect(page.getByText('Chrome、Edge')).toBeVisible()
  await expect(page.locator('#app')).toHaveCount(0)
})

test('opened as a file it says what to open instead', async ({ context, silence }) => {
  silence.except(/^error: (Access to .* from origin 'null'|Failed to load resource)/)
  const page = await context.newPage()
  await page.goto(new URL('../../dist/index.html', import.meta.url).href)
  await expect(page.getByRole('heading', { name: '年报台不能直接从文件打开' })).toBeVisible()
  await expect(page.getByText('以 http:// 或 https:// 开头')).toBeVisible()
  await expect(page.getByText('npm start')).toBeVisible()
})

test('where none of its code comes it says that it is not open yet', async ({
  context,
  silence
}) => {
  silence.except(/^error: Failed to load resource/)
  const page = await context.newPage()
  await page.route('**/*.js', (route) => route.abort())
  await page.goto('./')
  await expect(page.getByRole('heading', { name: '年报台尚未打开' })).toBeVisible()
  await page.unroute('**/*.js')
  await page.reload()
  await expect(page.getByRole('heading', { name: '报告库' })).toBeVisible()
  await expect(page.getByText('年报台尚未打开')).toHaveCount(0)
})
