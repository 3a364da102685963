import { expect, test } from './app.ts'
import { openSample } from './platform-steps.ts'
import { cell, openSection, paste, prose, textIn, undoFrom } from './steps.ts'

/** A paragraph numbered by Word, a table of the form and a numbered list, as markup. */
const markup = `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>（六）</span><![endif]>检查工作</p><p>全年开展检查4次。</p>
<table><tr><td>第二十条第（五）项</td></tr><tr><td>信息内容</td><td>本年处理决定数量</td></tr>
<tr><td>行政许可</td><td>19</td></tr></table><ol><li>一季度检查</li><li>二季度检查</li></ol>`

test('what is pasted comes clean, with its numbers; the form’s numbers go to the tables', async ({
  page
}) => {
  await openSample(page)
  await openSection(page, '其他事项')
  const area = prose(page)
  await area.fill('')
  await paste(page, '', markup)
  await expect
    .poll(() => textIn(area))
    .toBe('（六）检查工作\n全年开展检查4次。\n1. 一季度检查\n2. 二季度检查')
  await expect(page.getByText('粘贴的内容中有法定表格的 1 格，没有写入正文。')).toBeVisible()
  await page.getByRole('button', { name: '填入表格' }).click()
  await openSection(page, '主动公开')
  await expect(cell(page, 'disclosure.licensing.decisions')).toHaveValue('19')
  await undoFrom(page, '已粘贴 1 格')
  await expect(cell(page, 'disclosure.licensing.decisions')).toHaveValue('128')
})

test('the text shows where printed pages begin, when it is asked to', async ({ page }) => {
  await openSample(page)
  await openSection(page, '总体情况')
  const begins = prose(page).getByText(/^第 \d+ 页$/)
  await expect(begins).toHaveCount(0)
  await page.getByRole('button', { name: '分页' }).click()
  await expect(begins.first()).toHaveText('第 2 页')
  await page.getByRole('button', { name: '分页' }).click()
  await expect(begins).toHaveCount(0)
})
