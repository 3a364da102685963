import { expect, test } from './app.ts'
import { imagesOfPdf, textOfPdf } from './pdf-text.ts'
import { placedInPdf, placedInSvg } from './placed-glyphs.ts'
import {
  addChannel,
  addLine,
  charts,
  command,
  figure,
  newPlatforms,
  openSample,
  previewed,
  rename,
  says,
  view,
  wordsOf
} from './platform-steps.ts'
import { exportFile, openSection, paste, textBeforeCaret } from './steps.ts'

test('the sample’s figures typed by hand become charts, in preview and PDF alike', async ({
  page
}) => {
  await newPlatforms(page)
  const type = async (label: string, text: string, year = 2025) => {
    await figure(page, label, year).fill(text)
    await page.keyboard.press('Enter')
  }
  const total = async (kind: string, name: string) => {
    await addLine(page, '科技之窗', kind)
    await rename(page, `科技之窗${kind}`, name, '累计')
  }
  await addChannel(page, '门户网站', '科技之窗')
  await rename(page, '科技之窗信息发布总数', '全市科技动态')
  await rename(page, '科技之窗网站总访问量', '访问量')
  await total('信息发布总数', '全市科技动态')
  await total('网站总访问量', '访问量')
  await addLine(page, '科技之窗', '信息发布总数')
  await rename(page, '科技之窗信息发布总数', '国内科技动态及前沿')
  await total('信息发布总数', '国内科技动态及前沿')
  await addLine(page, '科技之窗', '办结留言数量')
  await rename(page, '科技之窗办结留言数量', '在线咨询')
  await total('办结留言数量', '在线咨询')
  const site: readonly (readonly [label: string, typed: string, printed: string])[] = [
    ['全市科技动态', '289', '289条'],
    ['全市科技动态（累计）', '2292', '2292条'],
    ['国内科技动态及前沿', '2636', '2636条'],
    ['国内科技动态及前沿（累计）', '9682', '9682条'],
    ['在线咨询', '260余', '260余条'],
    ['在线咨询（累计）', '1800余', '1800余条'],
    ['访问量', '约30万', '约30万次'],
    ['访问量（累计）', '200万', '200万次']
  ]
  for (const [label, typed, printed] of site) {
    await type(`科技之窗${label}`, typed)
    await figure(page, `科技之窗${label}`).focus()
    await expect(page.getByText(`印出为 ${printed}`)).toBeVisible()
  }
  await addChannel(page, '微信公众号', '清川科技')
  await type('清川科技信息发布总数', '190余')
  await type('清川科技关注用户总数（年末）', '341')
  await type('清川科技新增关注', '85')
  await addChannel(page, '今日头条', '清川头条')
  await type('清川头条信息发布总数', '41', 2024)
  await command(page, '清川头条：更多', '平台资料')
  const details = page.getByRole('dialog', { name: '平台资料' })
  await details.getByLabel('状态').selectOption('已关停')
  await details.getByLabel('关停日期').fill('2025-06-30')
  await details.getByLabel('关停原因').fill('更新不便')
  await details.getByRole('button', { name: '完成' }).click()
  await expect(page.getByText('已关停')).toBeVisible()
  await expect(figure(page, '清川头条信息发布总数')).toHaveCount(0)

  await view(page, '历年')
  for (const [year, followers] of [
    [2022, '141'],
    [2023, '193'],
    [2024, '256']
  ] as const) {
    await type('清川科技关注用户总数（年末）', followers, year)
  }
  await view(page, '本年')
  await expect(page.getByText('上年末 256 + 本年新增 85 = 年末 341')).toBeVisible()
  for (const name of [/^各平台发布信息（柱形）/, /占比（饼图）/, /关注用户总数（折线）/]) {
    await charts(page).getByRole('button', { name: '图表', exact: true }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  await charts(page).getByRole('button', { name: '3 张图表插入一（四）段后' }).click()
  await expect(charts(page).getByText('已插入正文')).toHaveCount(3)

  const sheets = await previewed(page)
  const pdf = await exportFile(page, 'export-pdf')
  const { text } = await textOfPdf(pdf)
  for (const words of ['各平台发布信息', '全市科技动态', '190余', '2636', '2022年', '341']) {
    expect(text).toContain(words)
  }
  expect(await imagesOfPdf(pdf)).toBe(0)
  const inPdf = await placedInPdf(pdf, 'charts')
  expect(inPdf.flat().length).toBeGreaterThan(60)
  for (const [i, glyphs] of inPdf.entries()) {
    const sheet = sheets.nth(i)
    await sheet.scrollIntoViewIfNeeded()
    await expect(sheet.locator('> svg')).toBeAttached()
    const inSvg = await placedInSvg(sheet.locator('> svg'), 'charts')
    expect(inSvg.map(({ char }) => char).join('')).toBe(glyphs.map(({ char }) => char).join(''))
    inSvg.forEach(({ x, y }, k) => {
      expect(Math.abs(x - (glyphs[k]?.x ?? NaN))).toBeLessThan(0.1)
      expect(Math.abs(y - (glyphs[k]?.y ?? NaN))).toBeLessThan(0.1)
    })
  }
})

test.describe('keyboard and blocks', () => {
  test.beforeEach(async ({ page }) => {
    await newPlatforms(page)
    await addChannel(page, '门户网站', '甲网')
    await addChannel(page, '今日头条', '乙号')
    await figure(page, '乙号信息发布总数', 2024).fill('41')
    await command(page, '乙号：更多', '平台资料')
    await page.getByLabel('状态').selectOption('已关停')
    await page.getByRole('button', { name: '完成', exact: true }).click()
    await addChannel(page, '微信公众号', '丙号')
  })

  test('本年, with a closed platform and months unfolded', async ({ page }) => {
    await page.getByRole('button', { name: '甲网信息发布总数，按月填写' }).focus()
    await page.keyboard.press('Enter')
    await figure(page, '甲网信息发布总数').focus()
    await paste(page, '289\t280\n30万余\t28万\n—\t40\n\t12\n\t3\n190余\t172')
    await says(page, '已粘贴 9 格')
    await expect(figure(page, '甲网信息发布总数')).toHaveValue('289')
    await expect(figure(page, '甲网网站总访问量')).toHaveValue('30万')
    await expect(page.getByLabel('甲网网站总访问量，限定')).toHaveValue('余')
    await expect(figure(page, '乙号信息发布总数', 2024)).toHaveValue('40')
    await expect(figure(page, '丙号信息发布总数', 2024)).toHaveValue('172')
    await expect(figure(page, '丙号信息发布总数')).toHaveValue('190')
    await figure(page, '甲网网站总访问量').focus()
    await page.keyboard.press('ArrowDown')
    await expect(figure(page, '丙号信息发布总数')).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(figure(page, '丙号信息发布总数', 2024)).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(figure(page, '乙号新增关注', 2024)).toBeFocused()
    await page.getByLabel('甲网信息发布总数，2025年3月').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByLabel('甲网信息发布总数，2025年10月')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByLabel('甲网信息发布总数，2024年4月')).toBeFocused()
    await page.keyboard.press('Control+z')
    await expect(figure(page, '甲网信息发布总数')).toHaveValue('')
  })

  test('历年 and 平台对比', async ({ page }) => {
    await view(page, '历年')
    await figure(page, '甲网信息发布总数', 2024).focus()
    await paste(page, '100\t110\n约28万\t约30万')
    await expect(figure(page, '甲网网站总访问量')).toHaveValue('约30万')
    await view(page, '平台对比')
    await figure(page, '甲网信息发布总数').focus()
    await paste(page, '120\n\n190余\t341')
    await expect(figure(page, '甲网信息发布总数')).toHaveValue('120')
    await expect(figure(page, '丙号信息发布总数')).toHaveValue('190余')
    await expect(figure(page, '丙号关注用户总数（年末）')).toHaveValue('341')
    await expect(page.getByRole('row', { name: /^合计/ })).toContainText('约310')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(figure(page, '丙号信息发布总数')).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(figure(page, '丙号关注用户总数（年末）')).toBeFocused()
    await page.keyboard.type('999')
    await page.keyboard.press('Escape')
    await expect(figure(page, '丙号关注用户总数（年末）')).toHaveValue('341')
  })
})

test('a finding offers its repair, the repair can be taken back', async ({ page }) => {
  await openSample(page)
  await figure(page, '清川科技（微信公众号）新增用户').fill('95')
  await page.getByRole('button', { name: '检查', exact: true }).click()
  const finding = page.locator('[data-rule="P-FOLLOW"]')
  await finding.getByRole('button').first().click()
  await expect(finding).toContainText('256')
  await finding.getByRole('button', { name: /^改为/ }).first().click()
  await expect(page.locator('[data-rule="P-FOLLOW"]')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.locator('[data-rule="P-FOLLOW"]')).toHaveCount(1)
})

test('a figure is explained, noted and quoted; the prose follows it', async ({ page }) => {
  await openSample(page)
  const of = '清川科技（微信公众号）推送信息'
  await command(page, `${of}：更多`, '口径、来源和备注')
  const dialog = page.getByRole('dialog', { name: of })
  await expect(dialog).toContainText('一年内发布的信息条数')
  const [year, last] = [
    dialog.getByRole('group', { name: '2025 年' }),
    dialog.getByRole('group', { name: '2024 年' })
  ]
  await year.getByLabel('采集日期').fill('2025-12-30')
  await year.getByLabel('备注').fill('不含转载')
  await last.getByLabel('来源').fill('上年台账')
  await dialog.getByRole('button', { name: '完成' }).click()
  await figure(page, of).focus()
  await expect(page.getByText('备注 不含转载')).toBeVisible()
  await command(page, `${of}：更多`, '口径、来源和备注')
  await expect(last.getByLabel('来源')).toHaveValue('上年台账')
  await expect(year.getByLabel('采集日期')).toHaveValue('2025-12-30')
  await page.keyboard.press('Escape')

  await command(page, `${of}：更多`, '引用到正文')
  await says(page, '已插入一（四）')
  await page.getByRole('status').getByRole('button', { name: '查看' }).click()
  const area = page.getByRole('textbox', { name: '一、总体情况' })
  await expect(area).toBeFocused()
  expect(await textBeforeCaret(area)).toMatch(/推送信息\{\{metric:[^{}]+\}\}条。$/)
  await openSection(page, '平台数据')
  await figure(page, of).fill('201')
  const sheets = await previewed(page)
  await expect.poll(() => wordsOf(sheets)).toContain('“清川科技”推送信息201余条。')
})

test('undo beside a notice takes back what the notice tells, or is not there', async ({ page }) => {
  await openSample(page)
  await command(page, '清川科技（微信公众号）新增用户：更多', '删除')
  await says(page, '已删除新增用户')
  await figure(page, '清川科技（微信公众号）推送信息').fill('5')
  await expect(page.getByRole('status').filter({ hasText: '已删除' })).toHaveCount(0)
  await command(page, '清川科技（微信公众号）总用户数（年末）：更多', '删除')
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect(figure(page, '清川科技（微信公众号）总用户数（年末）')).toHaveValue('341')
  await expect(figure(page, '清川科技（微信公众号）推送信息')).toHaveValue('5')
})
