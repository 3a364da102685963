import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { layReports } from '../../scripts/bench/lay-reports.mjs'
import { exampleReport } from '../../src/core/checks/examples/examples.ts'
import type { Report } from '../../src/core/report/report.ts'
import { validReport } from '../core/report/reports.ts'
import { expect } from './app.ts'
import { fakeDisk, writeOnDisk } from './fake-disk.ts'
import { blank } from './laid-database.ts'
import { pasteReport } from './clerks-job.ts'
import { charts, command, openSample, view } from './platform-steps.ts'
import {
  cell,
  contentOf,
  exportDialog,
  exportFile,
  findings,
  goTo,
  importFiles,
  leave,
  newReport,
  openExport,
  openSection,
  paste,
  prose
} from './steps.ts'
import { makeTrouble, troubledStore, withoutLocks } from './troubled-store.ts'

/**
 * The states of the app: every screen, and every dialog, menu, pane and notice on it. Long, for it is
 * the one list, which pictures are taken of and everything is measured in (`states.test.ts`).
 *
 * A walk begins on the library of a fresh profile, and each of its states has a name and the step
 * that leads there from the state before it. A new screen or dialog is a line here.
 */
export type Walk = Readonly<Record<string, (page: Page) => Promise<unknown>>>

const unit = '青石县水利局'
const requests = '收到和处理申请'
const received = 'requests.received.natural'
const upheld = 'remedies.review.upheld'

const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name }).first().click()
/** Presses what opens a dialog, once the one that is open is closed. */
const open = (name: string | RegExp) => async (page: Page) => {
  await shut(page)
  await press(name)(page)
  await expect(page.getByRole('dialog')).toBeVisible()
}
/** Opens a menu, once what is open above the screen is closed. */
const menu = (name: string | RegExp) => async (page: Page) => {
  await shut(page)
  if (await page.getByRole('menu').count()) await page.keyboard.press('Escape')
  await press(name)(page)
  await expect(page.getByRole('menu')).toBeVisible()
}
const section = (name: string) => (page: Page) => openSection(page, name)
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })

/** Closes what is open above the screen. */
async function shut(page: Page): Promise<void> {
  const dialogs = page.getByRole('dialog')
  for (let open = await dialogs.count(); open > 0; open--) {
    await page.keyboard.press('Escape')
    await expect(dialogs).toHaveCount(open - 1)
  }
}
/** A dialog that the menu of the editor opens. */
const fromMenu = (item: string) => async (page: Page) => {
  await shut(page)
  await page.getByRole('banner').getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: item }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
}
const saved = (page: Page) => expect(page.locator('[data-save="saved"]')).toBeVisible()
const openFinding = (rule: string) => async (page: Page) => {
  await findings(page, rule).first().getByRole('heading').getByRole('button').click()
}

/** Scripts that run before the app in every window, and the app anew. */
async function prepared(page: Page, ...scripts: (() => void)[]): Promise<void> {
  for (const script of scripts) await page.context().addInitScript(script)
  await page.reload()
}

/** Another window of the report in `page`, at its table 三. */
async function another(page: Page): Promise<Page> {
  const other = await page.context().newPage()
  await other.goto(page.url())
  await openSection(other, requests)
  return other
}
/** Another window of the library deletes the report that is open here. */
async function removeElsewhere(page: Page): Promise<void> {
  const other = await page.context().newPage()
  await other.goto('./')
  await command(other, `${unit} 2025 年度，更多`, '删除')
  await page.bringToFront()
}

/** A new report with a number in it, stored. */
async function begun(page: Page): Promise<void> {
  await newReport(page, unit, 2025)
  await cell(page, received).fill('56')
  await saved(page)
}

const id = (n: number): string => `7c1e9a30-5b2d-4f68-8a10-${String(n).padStart(12, '0')}`
const whole = validReport(3)
const offices = [
  '清川市水利局',
  '清川市科学技术局',
  '青石县人民政府',
  '白石县民政局',
  '濮川市档案馆'
]
const library: Report[] = offices.flatMap((name, office) =>
  [2023, 2024, 2025].map((year, n) => ({
    ...whole,
    id: id(office * 3 + n),
    rev: 1,
    year,
    unit: { ...whole.unit, name },
    updatedAt: new Date(Date.UTC(year + 1, 0, 3 + office, 2, 30)).toISOString()
  }))
)
async function lay(page: Page, reports: readonly unknown[]): Promise<void> {
  await blank(page)
  await page.evaluate(layReports, { reports })
  await page.goto('./')
}

const json = (name: string, report: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(report))
})
const example = exampleReport({ note: '', last: {} })
const pasted = await readFile('tests/fixtures/reports/one-column-lost.txt')
const returned = await readFile('tests/fixtures/carried/changed-in-writer.docx')
const pastedTable = `<p>全年开展检查4次。</p><table><tr><td>第二十条第（五）项</td></tr>
<tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>19</td></tr></table>`
const account = Buffer.from('日期,推文量\n2025-03-01,5\n2025-04-01,许多')

/** Backs up all, and hands the file over to be restored. */
async function restoreBackup(page: Page, change: () => Promise<unknown>): Promise<void> {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: '备份全部' }).click()
  const backup = await saving
  const buffer = await contentOf(backup)
  await change()
  const file = { name: backup.suggestedFilename(), mimeType: 'application/zip', buffer }
  await page.locator('input[type=file]').first().setInputFiles(file)
  await expect(dialog(page, '从备份恢复')).toBeVisible()
}

export const walks: Readonly<Record<string, Walk>> = {
  'an empty library': {
    'library-empty': (page) => expect(page.getByText('没有报告', { exact: true })).toBeVisible(),
    'storage-empty': open('存放与备份'),
    'new-report': open('新建'),
    'new-report-refused': (page) =>
      dialog(page, '新建报告').getByRole('button', { name: '新建' }).click(),
    'import-empty': async (page) => {
      await shut(page)
      await goTo(page, '导入')
    },
    'not-here': (page) => page.goto('#/report/6f9619ff-8b86-4d01-b42d-00c04fc964ff')
  },

  'a library of many': {
    library: async (page) => {
      const [first] = library
      await lay(page, [...library, { ...first, id: id(99), schema: 99, year: 2026 }])
      await expect(page.getByRole('row').getByText('有错误').first()).toBeVisible()
    },
    'library-by-unit': press('按单位'),
    'library-palette': async (page) => {
      await press('按年度')(page)
      await page.keyboard.press('Control+K')
      await expect(dialog(page, '搜索').getByRole('option').first()).toBeVisible()
    },
    calendar: open('全部日程'),
    'versions-none': open('历史版本 清川市水利局 2026 年度'),
    'library-row-menu': menu('清川市水利局 2025 年度，更多'),
    'library-removed': async (page) => {
      await page.keyboard.press('Escape')
      await command(page, '清川市水利局 2025 年度，更多', '删除')
      await expect(page.getByRole('status').filter({ hasText: '已删除' })).toBeVisible()
    },
    'library-filtered': (page) => page.getByRole('searchbox').fill('青石县 2024'),
    'library-nothing': (page) => page.getByRole('searchbox').fill('没有这个单位'),
    bin: async (page) => {
      await page.getByRole('searchbox').fill('')
      await open('回收站')(page)
      await expect(dialog(page, '回收站').getByRole('row').nth(1)).toBeVisible()
    },
    'bin-question': (page) => dialog(page, '回收站').getByRole('button', { name: '清空' }).click(),
    'restore-added': async (page) => {
      await shut(page)
      await restoreBackup(page, async () => {
        await command(page, '濮川市档案馆 2025 年度，更多', '删除')
      })
    },
    restored: async (page) => {
      await dialog(page, '从备份恢复').locator('[data-action="restore-chosen"]').click()
      await expect(page.locator('[data-action="restore-undo"]')).toBeVisible()
    },
    'restore-refused': async (page) => {
      const file = { name: '备份.zip', mimeType: 'application/zip', buffer: Buffer.from('PK') }
      await page.locator('input[type=file]').first().setInputFiles(file)
      await expect(page.getByText(/库中报告没有变动/)).toBeVisible()
    }
  },

  'keeping safe': {
    'library-one': async (page) => {
      await prepared(page, fakeDisk)
      await begun(page)
      await leave(page)
    },
    'storage-details': async (page) => {
      await open('存放与备份')(page)
      await press('查看明细')(page)
    },
    'storage-folder': async (page) => {
      await press('选择文件夹')(page)
      await expect(dialog(page, '存放与备份').getByText('已检查，全部写入')).toBeVisible()
    },
    versions: async (page) => {
      await shut(page)
      await press(new RegExp(`填写 ${unit}`))(page)
      await openSection(page, requests)
      await cell(page, received).fill('7')
      await saved(page)
      // The state is kept in a quiet moment after the report was opened.
      await expect(async () => {
        await fromMenu('历史版本')(page)
        await expect(page.getByRole('button', { name: '恢复所选' })).toBeVisible({ timeout: 2_000 })
      }).toPass()
    },
    'restore-differs': async (page) => {
      await shut(page)
      await leave(page)
      await restoreBackup(page, async () => {
        await press(new RegExp(`填写 ${unit}`))(page)
        await openSection(page, requests)
        await cell(page, received).fill('9')
        await saved(page)
        await leave(page)
      })
      await dialog(page, '从备份恢复').getByText('逐份选择').click()
    },
    'restore-compared': async (page) => {
      await press(`逐项比较 ${unit}`)(page)
      await expect(dialog(page, '同一份报告的两个版本')).toBeVisible()
    },
    'storage-told': async (page) => {
      await shut(page)
      await writeOnDisk(page, '不是年报', `${unit}-2025.nianbao.json`, '年报')
      await expect(page.locator('[data-care="told"]')).toBeVisible()
    },
    'storage-matter': async (page) => {
      await page.locator('[data-care="told"]').getByRole('button').first().click()
      await expect(page.locator('[data-matter]')).toBeVisible()
    },
    recovery: async (page) => {
      await page.goto('./recovery.html')
      await expect(page.getByRole('row', { name: new RegExp(`${unit}.*已保存`) })).toBeVisible()
    }
  },

  'reading in': {
    'import-queue': async (page) => {
      const picture = Buffer.from('89504e470d0a1a0a', 'hex')
      await importFiles(
        page,
        json('另一份.nianbao.json', { ...example, schema: 99 }),
        { name: '照片.png', mimeType: 'image/png', buffer: picture },
        json('白石县民政局2024.nianbao.json', validReport(3)),
        { name: '清河县水务局2022.txt', mimeType: 'text/plain', buffer: pasted }
      )
      await expect(page.locator('[data-outcome="reading"]')).toHaveCount(0)
    },
    'import-dropped': press('移除 照片.png'),
    'import-review': async (page) => {
      await press('核对')(page)
      await expect(page.getByRole('heading', { name: '导入核对' })).toBeVisible()
    },
    'library-waiting': async (page) => {
      await goTo(page, '报告库')
      await expect(page.locator('[data-waiting]')).toBeVisible()
    }
  },

  'a file that comes back': {
    'import-meets': async (page) => {
      await begun(page)
      const file = JSON.parse((await exportFile(page, 'export-json')).toString('utf8')) as Report
      const cells = { ...file.cells, [received]: 8, [upheld]: 2 }
      const { lineage: _lineage, proof: _proof, ...other } = { ...file, cells }
      await leave(page)
      await importFiles(page, json('来件.nianbao.json', other))
      await expect(page.getByRole('button', { name: '逐项比较' })).toBeVisible()
    },
    'import-compared': open('逐项比较'),
    'changed-by-others': async (page) => {
      await shut(page)
      await goTo(page, '报告库')
      await press(new RegExp(`填写 ${unit}`))(page)
      const file = JSON.parse((await exportFile(page, 'export-json')).toString('utf8')) as Report
      await leave(page)
      const proof = { ...Object(file.proof), changed: true }
      const changed = { ...file.unit, name: '青石县林业局' }
      await lay(page, [{ ...file, id: id(98), rev: 1, unit: changed, proof }])
      await press(/填写 青石县林业局/)(page)
      await expect(page.getByRole('button', { name: '关闭提示' })).toBeVisible()
    },
    'import-word-returned': async (page) => {
      const name = '送审稿.docx'
      await importFiles(page, { name, mimeType: 'application/octet-stream', buffer: returned })
      await press('核对')(page)
      await expect(page.getByRole('heading', { name: '核对 Word 中的改动' })).toBeVisible()
    }
  },

  'the tables': {
    'editor-blank': (page) => newReport(page, unit, 2025),
    'unit-dialog': async (page) => {
      await page.getByTitle('单位和年度').click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
    editor: async (page) => {
      await shut(page)
      await leave(page)
      await openSample(page)
      await openSection(page, requests)
      await findings(page, 'T3-SUM').getByRole('heading').getByRole('button').click()
    },
    'rule-help': open('检查要求和依据'),
    'editor-repaired': async (page) => {
      await shut(page)
      await press('改为 6')(page)
    },
    'editor-refused': async (page) => {
      await press('撤销')(page)
      await cell(page, received).fill('十来件')
    },
    'editor-range': async (page) => {
      await page.keyboard.press('Escape')
      await cell(page, received).focus()
      for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown'])
        await page.keyboard.press(key)
    },
    'cell-help': async (page) => {
      await cell(page, 'requests.refused.stateSecret.natural').focus()
      await page.keyboard.press('F1')
      await expect(page.getByRole('region', { name: '口径' })).toBeVisible()
    },
    'editor-recompute': async (page) => {
      await page.keyboard.press('F1')
      await open('重算合计')(page)
    },
    'editor-menu': menu(/^更多$/),
    'editor-disclosure': async (page) => {
      await page.keyboard.press('Escape')
      await openSection(page, '主动公开')
    },
    'editor-remedies': section('复议、诉讼'),
    'finding-reason': async (page) => {
      await openFinding('D-S6')(page)
      await findings(page, 'D-S6').getByRole('button', { name: '无需修改，说明理由' }).click()
    },
    'finding-waived': async (page) => {
      const card = findings(page, 'D-S6')
      await card.getByLabel('理由').fill('本单位不收费')
      await card.getByLabel('说明人').fill('办公室')
      await card.getByRole('button', { name: '保存理由' }).click()
      await page.getByText('已说明理由 1').click()
    },
    'left-to-do': open(/查看报送前待办事项/),
    'checks-settings': fromMenu('检查设置'),
    'own-words': async (page) => {
      await open('本单位词表')(page)
      await press('加一行')(page)
    }
  },

  'finding and help': {
    palette: async (page) => {
      await openSample(page)
      await page.keyboard.press('Control+K')
      await expect(dialog(page, '搜索').getByRole('option').first()).toBeVisible()
    },
    'palette-nothing': (page) => dialog(page, '搜索').getByRole('combobox').fill('没有这一项'),
    'palette-found': (page) => dialog(page, '搜索').getByRole('combobox').fill('其他处理 3 总计'),
    keys: async (page) => {
      await dialog(page, '搜索').getByRole('combobox').fill('快捷键')
      await page.keyboard.press('Enter')
      await expect(dialog(page, '快捷键')).toBeVisible()
    },
    guide: async (page) => {
      await shut(page)
      await leave(page)
      await newReport(page, unit, 2025)
      await expect(page.getByRole('region', { name: '第一次填报' })).toBeVisible()
    },
    'prose-empty': section('总体情况'),
    'platforms-empty': section('平台数据'),
    'findings-of-kind': async (page) => {
      await press('检查')(page)
      await press(/^只看提示/)(page)
    }
  },

  'the text': {
    'prose-lead-in': async (page) => {
      await openSample(page)
      await openSection(page, '引言')
    },
    'prose-overview': section('总体情况'),
    'prose-problems': section('问题及改进'),
    'prose-other': section('其他事项'),
    'prose-fees': async (page) => {
      await open('计算信息处理费')(page)
      await page.getByRole('textbox', { name: '收费通知 1，数量' }).fill('32')
    },
    'prose-pasted': async (page) => {
      await shut(page)
      await prose(page).fill('')
      await paste(page, '', pastedTable)
      await expect(page.getByRole('button', { name: '填入表格' })).toBeVisible()
    },
    'prose-quotes': async (page) => {
      await press('撤销')(page)
      await openSection(page, '总体情况')
      await prose(page).focus()
      await page.keyboard.press('Control+End')
      await press('插入数字')(page)
      await expect(page.getByRole('option').first()).toBeVisible()
    },
    'prose-bindings': async (page) => {
      await page.keyboard.press('Escape')
      await page.keyboard.type('收到政府信息公开申请56件。')
      await press('逐个查看')(page)
    },
    'prose-pages': async (page) => {
      await press('分页')(page)
      await expect(
        prose(page)
          .getByText(/^第 \d+ 页$/)
          .first()
      ).toBeVisible()
    },
    'prose-sentences': async (page) => {
      await press('分页')(page)
      await open('生成句子')(page)
    },
    'prose-find': async (page) => {
      await shut(page)
      await page.keyboard.press('Control+h')
      await page.getByRole('textbox', { name: '查找内容' }).fill('科室')
    },
    'prose-finding': async (page) => {
      await page.keyboard.press('Escape')
      const overview = '（一）主动公开\n各项工作持之以恒恒，公式公开，公式公开，群众可以查阅。'
      await importFiles(
        page,
        json('一份.nianbao.json', { ...example, text: { ...example.text, overview } })
      )
      await openSection(page, '总体情况')
      await prose(page).locator('mark').first().click()
      await expect(page.getByRole('main').getByRole('dialog')).toBeVisible()
    },
    'finding-alike': async (page) => {
      await page.keyboard.press('Escape')
      await openFinding('D-TYPO')(page)
      await findings(page, 'D-TYPO').getByRole('button', { name: /^同类/ }).click()
    },
    'finding-two-sums': async (page) => {
      const cells = { ...example.cells, 'requests.received.total': 3 }
      await importFiles(page, json('另一份.nianbao.json', { ...example, id: id(97), cells }))
      await openSection(page, requests)
      await findings(page, 'T3-BAL').first().getByRole('heading').getByRole('button').click()
    }
  },

  'from year to year': {
    'next-year': async (page) => {
      await openSample(page)
      await openSection(page, '问题及改进')
      await fromMenu('建立下一年度报告')(page)
    },
    'last-year': fromMenu('更换上年报告'),
    'years-compared': fromMenu('对照上年'),
    'next-year-begun': async (page) => {
      await fromMenu('建立下一年度报告')(page)
      await page.locator('[data-action="next-year-create"]').click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('2026')
    },
    'next-year-text': section('总体情况')
  },

  paper: {
    preview: async (page) => {
      await openSample(page)
      await openSection(page, '总体情况')
      await press('预览')(page)
      await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible()
    },
    'preview-look': (page) => page.locator('summary', { hasText: '页面样式' }).click(),
    'preview-text': press('纯文字'),
    export: async (page) => {
      await page.keyboard.press('Escape')
      await openExport(page)
    },
    exported: async (page) => {
      const saving = page.waitForEvent('download')
      await exportDialog(page).locator('[data-action="export-json"]').click()
      await saving
      await expect(exportDialog(page)).toContainText('已导出')
    },
    'export-end': (page) =>
      exportDialog(page)
        .locator('.body')
        .evaluate((body) => body.scrollTo(0, body.scrollHeight))
  },

  platforms: {
    'platforms-year': async (page) => {
      await openSample(page)
      await expect(charts(page).locator('canvas')).toBeVisible()
    },
    'platforms-years': (page) => view(page, '历年'),
    'platforms-across': (page) => view(page, '平台对比'),
    'platforms-digest': (page) => view(page, '图解'),
    'platforms-digest-dialog': open('图解插入正文'),
    'platforms-return': async (page) => {
      await shut(page)
      await view(page, '报表')
    },
    'platforms-register': (page) =>
      page.getByLabel('报表', { exact: true }).selectOption('政务新媒体账号情况'),
    'platforms-months': async (page) => {
      await view(page, '本年')
      await page.getByRole('button', { name: /推送信息，按月填写$/ }).press('Enter')
    },
    'platforms-add': open(/^平台$/),
    'platform-menu': menu('科技之窗：更多'),
    'figure-menu': menu('科技之窗访问量：更多'),
    'charts-menu': menu(/^图表$/),
    'chart-menu': menu(/^图表“.*更多$/),
    'platform-dialog': async (page) => {
      await page.keyboard.press('Escape')
      await command(page, '科技之窗：更多', '平台资料')
    },
    'figure-dialog': async (page) => {
      await shut(page)
      await command(page, '科技之窗访问量：更多', '口径、来源和备注')
    },
    'chart-dialog': async (page) => {
      await shut(page)
      await command(page, /^图表“.*更多$/, '修改')
    },
    'chart-table': async (page) => {
      await shut(page)
      await command(page, /^图表“.*更多$/, '显示数据')
    },
    'platforms-import': async (page) => {
      await page.getByRole('button', { name: '导入', exact: true }).click()
      const file = { name: '推文.csv', mimeType: 'text/csv', buffer: account }
      await page.getByLabel('选择 Excel 或 CSV 文件').setInputFiles(file)
      await expect(page.getByLabel('“推文量”一列的含义')).toBeVisible()
    }
  },

  'a window beside': {
    'removed-elsewhere': async (page) => {
      await begun(page)
      await removeElsewhere(page)
      await expect(page.locator('[data-save="conflict"]')).toBeVisible()
    },
    'read-only': async (page) => {
      await press('存回报告库')(page)
      await saved(page)
      const other = await another(page)
      await other.getByRole('button', { name: '在这里编辑' }).click()
      await page.bringToFront()
      await expect(page.locator('[data-reading]')).toBeVisible()
    },
    'read-removed': async (page) => {
      await removeElsewhere(page)
      await expect(page.locator('[data-reading="removed"]')).toBeVisible()
    }
  },

  'a window beside, in a browser without locks': {
    renewed: async (page) => {
      // States are told from each other by their time, which has to pass.
      await page.clock.setSystemTime(new Date('2026-01-12T10:00:00+08:00'))
      await prepared(page, withoutLocks, troubledStore)
      await begun(page)
      const other = await another(page)
      await cell(other, received).fill('8')
      await page.bringToFront()
      await expect(page.locator('[data-renewed]')).toBeVisible()
    },
    conflict: async (page) => {
      await press('关闭提示')(page)
      await makeTrouble(page, 'full')
      await cell(page, received).fill('6')
      await expect(page.locator('[data-save="failed"]')).toBeVisible()
      const [, other] = page.context().pages()
      if (!other) throw new Error('no other window')
      await cell(other, received).fill('9')
      await expect(page.locator('[data-save="conflict"]')).toBeVisible()
    },
    'conflict-compared': open('逐项比较')
  },

  'trouble with the store': {
    'save-failed': async (page) => {
      await prepared(page, troubledStore)
      await begun(page)
      await makeTrouble(page, 'full')
      await cell(page, received).fill('6')
      await expect(page.locator('[data-save="failed"]')).toBeVisible()
    },
    'library-unsaved': async (page) => {
      await leave(page)
      await expect(page.locator('[data-unsaved]')).toBeVisible()
    },
    'library-discarded': press('放弃这些改动'),
    'not-stored': async (page) => {
      await command(page, `${unit} 2025 年度，更多`, '另存一份')
      await expect(page.getByRole('alert').filter({ hasText: '没有保存' })).toBeVisible()
    },
    'part-missing': async (page) => {
      await page.evaluate(() => window.dispatchEvent(new Event('vite:preloadError')))
      await expect(page.getByRole('dialog')).toBeVisible()
    },
    broken: async (page) => {
      await shut(page)
      await page.evaluate(() => {
        window.dispatchEvent(new ErrorEvent('error', { error: new Error('of the state') }))
      })
      await expect(page.getByText('这部分页面出错')).toBeVisible()
    }
  },

  'a store that does not answer': {
    'library-silent': async (page) => {
      // A request that never gets an answer.
      await prepared(page, () => {
        IDBFactory.prototype.open = () => new EventTarget() as unknown as IDBOpenDBRequest
      })
      await expect(page.locator('[data-keeping="silent"]')).toBeVisible()
    }
  },

  'nothing can be kept': {
    'library-memory': async (page) => {
      await prepared(page, () => Object.defineProperty(window, 'indexedDB', { value: undefined }))
      await expect(page.locator('[data-keeping="memory"]')).toBeVisible()
    },
    'editor-memory': (page) => newReport(page, unit, 2025),
    undelivered: async (page) => {
      await prepared(page, () =>
        Object.defineProperty(navigator, 'userAgent', { value: 'Chrome/107.0 MicroMessenger/7.0' })
      )
      await goTo(page, '报告库')
      await newReport(page, unit, 2025)
      await (await openExport(page)).locator('[data-action="export-json"]').click()
      await expect(dialog(page, '微信中不能下载文件')).toBeVisible()
    }
  }
}

/** On a telephone, where the report is read and put right rather than written. */
export const walksOnPhone: Readonly<Record<string, Walk>> = {
  'on a telephone': {
    'phone-library-empty': (page) =>
      expect(page.getByText('没有报告', { exact: true })).toBeVisible(),
    'phone-findings': async (page) => {
      await press('打开样例')(page)
      await expect(page.getByRole('heading', { name: '还不能报送' })).toBeVisible()
    },
    'phone-finding': (page) =>
      page
        .locator('[data-rule^="T3-"]')
        .filter({ hasText: '两处合计都差 3' })
        .getByRole('button')
        .click(),
    'phone-text': (page) => page.getByRole('button', { name: '正文', exact: true }).click(),
    'phone-tables': (page) => page.getByRole('button', { name: '表格', exact: true }).click(),
    'phone-table-filled': (page) => page.getByRole('button', { name: `填写${requests}` }).click(),
    'phone-prose': partOnPhone('总体情况'),
    'phone-platforms': partOnPhone('平台数据'),
    'phone-menu': menu(/^更多$/),
    'phone-export': async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
    'phone-library': async (page) => {
      await shut(page)
      await page.getByRole('button', { name: '报告库' }).click()
      await expect(page.getByRole('rowheader').first()).toBeVisible()
    },
    'phone-import-review': pasteReport
  }
}

function partOnPhone(name: string) {
  return async (page: Page): Promise<void> => {
    await page.getByRole('combobox', { name: '报告结构' }).selectOption({ label: name })
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
  }
}
