import { expect, test } from './app.ts'

test('a browser too old to run the app is told so, and what to use', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Array.prototype, 'findLast')
  })
  await page.reload()
  await expect(page.getByRole('heading', { name: '这个浏览器太旧' })).toBeVisible()
  await expect(page.getByText('什么都没有丢')).toBeVisible()
  await expect(page.getByText('Chrome、Edge')).toBeVisible()
  await expect(page.locator('#app')).toHaveCount(0)
})
