import type { Page } from '@playwright/test'
import { fields } from '../../src/core/form/form.ts'
import type { Report } from '../../src/core/report/report.ts'
import { newReport as blank } from '../../src/core/report/new-report.ts'
import { setCells } from '../../src/core/report/edit.ts'
import type { FieldId } from '../../src/core/form/table.ts'
import { applicants } from '../../src/core/form/requests.ts'
import { expect, test } from './app.ts'
import { cell, importFiles, openSection, undoFrom } from './steps.ts'

/** Numbers are read whole, and nothing beside them touches them, on every usual screen. */

const rows = ['received', 'granted', 'refused.safety', 'declined.repeat', 'handled'] as const

/** Totals that do not agree, last year's numbers, notes, and numbers of one to fifteen digits. */
function crowded(): Report {
  const zero = Object.fromEntries(fields.map((field) => [field, 0]))
  const report = setCells(blank('清川市档案局', 2025), zero)
  const cells: Partial<Record<FieldId, number>> = {}
  rows.forEach((row, r) =>
    applicants.forEach(({ id }, column) => {
      cells[`requests.${row}.${id}`] = Number(
        '123456789012345'.slice(0, ((r * 4 + column) % 15) + 1)
      )
    })
  )
  cells['remedies.review.upheld'] = 98765
  cells['remedies.review.total'] = 123456789012345
  cells['disclosure.normative.inForce'] = 3985758
  const last = fields.map((field, i) => [field, Number('987654321'.slice(0, (i % 9) + 1))] as const)
  const months = Array.from({ length: 12 }, (_, i) => 25000 * 10 ** (i % 5))
  return {
    ...report,
    cells: { ...report.cells, ...cells },
    notes: {
      'requests.granted.natural': '含线上9件',
      'requests.declined.repeat.legal': '含线上9件',
      'disclosure.normative.inForce': '其中修订16件'
    },
    previous: {
      year: 2024,
      cells: Object.fromEntries(last) as Report['cells'],
      text: report.text,
      metrics: []
    },
    channels: [
      {
        id: 'site',
        kind: 'website',
        name: '清川档案',
        accountId: '',
        sponsor: '',
        status: 'active',
        openedOn: '',
        closedOn: '',
        closeReason: ''
      }
    ],
    metrics: [2024, 2025].map((year) => ({
      id: `visits-${year}`,
      channel: 'site',
      key: 'pv',
      name: '访问量',
      year,
      period: 'year' as const,
      value: 123456789,
      qualifier: '约' as const,
      shown: '',
      unit: '次',
      source: '',
      date: '',
      note: '',
      months
    }))
  }
}

async function open(page: Page, report: Report): Promise<void> {
  const buffer = Buffer.from(JSON.stringify(report))
  await importFiles(page, { name: 'a.nianbao.json', mimeType: 'application/json', buffer })
  await expect(page.getByRole('heading', { level: 1 })).toContainText(report.unit.name)
}

/** The fields of the section in sight whose number is cut, too small, or touched by another thing. */
const faults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const measure = document.createElement('canvas').getContext('2d')
    return [...document.querySelectorAll<HTMLInputElement>('td input[data-field], td.figure input')]
      .filter((input) => input.value !== '')
      .flatMap((input) => {
        const style = getComputedStyle(input)
        if (!measure) return ['no canvas']
        measure.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
        const box = input.getBoundingClientRect()
        const right = box.right - parseFloat(style.paddingRight)
        const left = right - measure.measureText(input.value).width
        const cell = input.closest('td')?.getBoundingClientRect()
        const touched = [...(input.parentElement?.querySelectorAll('.slot') ?? [])].some((slot) => {
          const other = slot.getBoundingClientRect()
          const shown = cell !== undefined && other.top < box.bottom - 1
          return shown && (other.right > left || other.left < cell.left)
        })
        return [
          ...(input.scrollWidth > input.clientWidth || left < box.left ? ['cut'] : []),
          ...(parseFloat(style.fontSize) < 12 ? ['small'] : []),
          ...(touched ? ['touched'] : [])
        ].map((fault) => `${input.ariaLabel ?? ''}: ${input.value} is ${fault}`)
      })
  })

/** The months of a figure scroll sideways: their years stay in sight, and cover no field in hand. */
async function yearsInSight(page: Page): Promise<void> {
  const december = page.getByLabel('清川档案访问量，2025年12月')
  const heads = page.locator('.months').getByRole('rowheader')
  for (const [width, height] of [
    [1280, 720],
    [1366, 768],
    [683, 384]
  ] as const) {
    await page.setViewportSize({ width, height })
    await december.focus()
    for (const key of ['', ...new Array<string>(11).fill('ArrowLeft')]) {
      if (key) await page.keyboard.press(key)
      const field = await page.locator('.months input:focus').boundingBox()
      const years = await Promise.all((await heads.all()).map((head) => head.boundingBox()))
      expect(years).toHaveLength(2)
      const pane = await page.locator('.months .scroll').boundingBox()
      for (const year of years) {
        expect(year?.x).toBe(pane?.x)
        expect((year?.x ?? 0) + (year?.width ?? 0)).toBeLessThanOrEqual(field?.x ?? 0)
      }
    }
  }
  await page.setViewportSize({ width: 1366, height: 768 })
}

test('one to fifteen digits stand whole beside Δ, 注 and last year’s number', async ({ page }) => {
  await open(page, crowded())
  await openSection(page, '主动公开')
  await cell(page, 'disclosure.fees.amount').fill('3985758.123456')
  const whole = async (what: string) => {
    for (const [width, height] of [
      [1280, 720],
      [1366, 768],
      [1440, 900],
      [1680, 1050],
      [1024, 700],
      [900, 700],
      [1920, 1080],
      // 1366 × 768 at 200 %.
      [683, 384]
    ] as const) {
      await page.setViewportSize({ width, height })
      expect(await faults(page), `${what} at ${width} × ${height}`).toEqual([])
    }
    await page.setViewportSize({ width: 1366, height: 768 })
    // A browser without a window may paint no more frames after so many sizes; a picture makes it.
    await page.screenshot()
  }
  for (const [section, table] of [
    ['主动公开', 'disclosure'],
    ['收到和处理申请', 'requests'],
    ['复议、诉讼', 'remedies']
  ] as const) {
    await openSection(page, section)
    await expect(page.locator(`td input[data-field^="${table}."]`).first()).toBeVisible()
    await whole(section)
  }
  await openSection(page, '平台数据')
  await page.getByRole('button', { name: /按月填写$/ }).click()
  await expect(page.getByLabel('清川档案访问量，2025年12月')).toBeAttached()
  await whole('months')
  await yearsInSight(page)
  await page.getByRole('button', { name: '历年', exact: true }).click()
  await expect(page.getByRole('button', { name: '历年', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true'
  )
  await expect(page.locator('td.figure input').first()).toBeVisible()
  await whole('years')
})

test('a click into a cell focuses it; only a press on its Δ takes the computed number', async ({
  page
}) => {
  const zero = Object.fromEntries(fields.map((field) => [field, 0]))
  const base = setCells(blank('清川市档案局', 2025), {
    ...zero,
    'requests.received.natural': 1262,
    'requests.received.total': 41
  })
  await open(page, base)
  await openSection(page, '收到和处理申请')
  const total = cell(page, 'requests.received.total')
  const place = page.locator('td').filter({ has: total })
  for (const [width, height] of [
    [1280, 720],
    [1366, 768],
    [1920, 1080]
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const at of [undefined, { x: 24, y: 3 }]) {
      await place.click(at && { position: at })
      await expect(total).toBeFocused()
      await expect(total).toHaveValue('41')
      await cell(page, 'requests.received.natural').focus()
    }
  }
  await place.getByRole('button', { name: /Δ−1221，改为计算结果/ }).click()
  await expect(total).toHaveValue('1262')
  await undoFrom(page, '由 41 改为计算结果 1262')
  await expect(total).toHaveValue('41')
})
