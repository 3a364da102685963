import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { cell, newReport, openSection, paste, undoFrom } from './steps.ts'

const focused = (page: Page) => page.locator('[data-field]:focus')

test.beforeEach(async ({ page }) => {
  await newReport(page, '青石县水利局', 2025)
})

test.describe('the keyboard in a table', () => {
  test('arrows, Enter and Tab go from number to number', async ({ page }) => {
    await cell(page, 'requests.received.natural').focus()
    for (const [key, field] of [
      ['ArrowDown', 'requests.carriedIn.natural'],
      ['ArrowRight', 'requests.carriedIn.commercial'],
      ['ArrowUp', 'requests.received.commercial'],
      ['Enter', 'requests.carriedIn.commercial'],
      ['Tab', 'requests.carriedIn.research'],
      ['Shift+Tab', 'requests.carriedIn.commercial'],
      ['Shift+Enter', 'requests.received.commercial'],
      ['ArrowLeft', 'requests.received.natural']
    ] as const) {
      await page.keyboard.press(key)
      await expect(focused(page), key).toHaveAttribute('data-field', field)
    }
  })

  test('the grid is one tab stop', async ({ page }) => {
    await expect(page.locator('[data-field][tabindex="0"]')).toHaveCount(1)
  })

  test('typing fills in and totals follow', async ({ page }) => {
    await cell(page, 'requests.received.natural').focus()
    await page.keyboard.type('１２')
    await page.keyboard.press('Tab')
    await page.keyboard.type('3')
    await page.keyboard.press('Enter')
    await expect(cell(page, 'requests.received.natural')).toHaveValue('12')
    await expect(cell(page, 'requests.received.total')).toHaveValue('15')
  })

  test('Escape brings back what stood there before', async ({ page }) => {
    const received = cell(page, 'requests.received.natural')
    await received.fill('7')
    await page.keyboard.press('Enter')
    await received.focus()
    await page.keyboard.type('99')
    await page.keyboard.press('Escape')
    await expect(received).toHaveValue('7')
    await page.keyboard.press('Enter')
    await expect(received).toHaveValue('7')
    await expect(cell(page, 'requests.received.total')).toHaveValue('7')
  })

  test('undo and redo show at once, in the cell that has the focus too', async ({ page }) => {
    const received = cell(page, 'requests.received.natural')
    await received.focus()
    await page.keyboard.type('5')
    await page.keyboard.press('Control+z')
    await expect(received).toHaveValue('')
    await page.keyboard.press('Control+y')
    await expect(received).toHaveValue('5')
    // As after entering the cell, what is typed replaces what came back.
    await page.keyboard.type('7')
    await expect(received).toHaveValue('7')
  })

  test('Delete blanks the selection, never to 0; an arrow ends the selection', async ({ page }) => {
    for (const column of ['natural', 'commercial', 'research'] as const) {
      await cell(page, `requests.received.${column}`).fill('4')
    }
    await cell(page, 'requests.received.natural').focus()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Delete')
    await expect(cell(page, 'requests.received.natural')).toHaveValue('')
    await expect(cell(page, 'requests.received.commercial')).toHaveValue('')
    await expect(cell(page, 'requests.received.research')).toHaveValue('4')

    await cell(page, 'requests.received.natural').fill('1')
    await cell(page, 'requests.received.commercial').fill('2')
    await cell(page, 'requests.received.natural').focus()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Delete')
    await expect(cell(page, 'requests.received.natural')).toHaveValue('1')
    await expect(cell(page, 'requests.received.commercial')).toHaveValue('')
  })

  test('blanks of a selection become 0 on request', async ({ page }) => {
    await cell(page, 'requests.received.natural').focus()
    await page.keyboard.press('Shift+ArrowRight')
    await page.getByRole('button', { name: '未填格填 0' }).last().click()
    await expect(cell(page, 'requests.received.natural')).toHaveValue('0')
    await expect(cell(page, 'requests.received.commercial')).toHaveValue('0')
    await expect(cell(page, 'requests.received.research')).toHaveValue('')
  })
})

test.describe('pasting a block', () => {
  test('with labels: each number goes to its row, in one step', async ({ page }) => {
    await cell(page, 'requests.received.natural').focus()
    // Other rows, another order, and a label typed another way.
    await paste(
      page,
      [
        '二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1',
        '一、本年新收政府信息公开申请数量\t8\t1\t0\t0\t0\t0\t9',
        '（一）予以公开\t6\t1\t0\t0\t0\t0\t7'
      ].join('\n')
    )
    await expect(cell(page, 'requests.granted.natural')).toHaveValue('6')
    await expect(cell(page, 'requests.received.natural')).toHaveValue('8')
    await expect(cell(page, 'requests.carriedIn.total')).toHaveValue('1')
    await page.getByRole('button', { name: '撤销' }).first().click()
    await expect(cell(page, 'requests.granted.natural')).toHaveValue('')
    await expect(cell(page, 'requests.received.natural')).toHaveValue('')
    await expect(page.locator('[data-action="undo"]')).toBeDisabled()
  })

  test('without labels: by place from the cell it was pasted on, in one step', async ({ page }) => {
    await cell(page, 'requests.refused.safety.commercial').focus()
    await paste(page, '1\t2\n3\t4\n')
    await expect(cell(page, 'requests.refused.safety.commercial')).toHaveValue('1')
    await expect(cell(page, 'requests.refused.safety.research')).toHaveValue('2')
    await expect(cell(page, 'requests.refused.thirdParty.research')).toHaveValue('4')
    // As after arriving in the cell, what is typed next replaces what was pasted there.
    await page.keyboard.type('5')
    await expect(cell(page, 'requests.refused.safety.commercial')).toHaveValue('5')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect(cell(page, 'requests.refused.safety.commercial')).toHaveValue('')
    await expect(cell(page, 'requests.refused.thirdParty.research')).toHaveValue('')
    await expect(page.locator('[data-action="undo"]')).toBeDisabled()
  })
})

test('a cell that cannot be a number keeps what was typed, and the old number', async ({
  page
}) => {
  const received = cell(page, 'requests.received.natural')
  await received.fill('12')
  await page.keyboard.press('Tab')
  await received.fill('十几件')
  await page.keyboard.press('Tab')
  await expect(received).toHaveValue('十几件')
  await expect(received).toHaveAttribute('aria-invalid', 'true')
  await expect(received).toHaveAccessibleDescription(/十几件/)
  await expect(cell(page, 'requests.received.total')).toHaveValue('12')
  await received.fill('13')
  await page.keyboard.press('Tab')
  await expect(received).not.toHaveAttribute('aria-invalid', 'true')
  await expect(cell(page, 'requests.received.total')).toHaveValue('13')
})

test('undo takes refused text away first, then the edit before; redo brings both back', async ({
  page
}) => {
  const [a, b] = [cell(page, 'requests.granted.natural'), cell(page, 'requests.received.natural')]
  await b.fill('12')
  for (const refused of ['-5', 'abc']) {
    await a.focus()
    await page.keyboard.type(refused)
    await page.keyboard.press('Control+z')
    await expect(a).toHaveValue('')
    await expect(b).toHaveValue('12')
    await page.keyboard.press('Control+y')
    await expect(a).toHaveValue(refused)
    // From outside the field, when it has been left.
    await page.getByRole('heading', { level: 2 }).first().click()
    await page.locator('[data-action="undo"]').click()
    await expect(a).toHaveValue('')
    await expect(a).not.toHaveAttribute('aria-invalid', 'true')
    await expect(b).toHaveValue('12')
  }
  await page.locator('[data-action="undo"]').click()
  await expect(b).toHaveValue('')
})

test('what changes many cells says so beside its undo, and takes nothing from the focus', async ({
  page
}) => {
  const received = cell(page, 'requests.received.natural')
  await received.fill('12')
  await page.getByRole('button', { name: '未填格填 0' }).click()
  await expect(page.getByRole('status').filter({ hasText: '格已填 0' })).toBeVisible()
  await undoFrom(page, '格已填 0')
  await expect(cell(page, 'requests.granted.legal')).toHaveValue('')
  await expect(received).toHaveValue('12')
  await received.focus()
  await page.getByRole('button', { name: '清空' }).click()
  await expect(received).toHaveValue('')
  const notice = page.getByRole('status').filter({ hasText: '本表全部未填，可撤销' })
  await expect(notice).toBeVisible()
  // F6 goes round the panes, and the notice is one of them.
  await received.focus()
  await page.keyboard.press('F6')
  await expect(notice.getByRole('button', { name: '撤销' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(received).toHaveValue('12')
  await expect(received).toBeFocused()
  await expect(notice).toHaveCount(0)
})

test('a button that empties or fills a table leaves the focus in it', async ({ page }) => {
  const received = cell(page, 'requests.received.natural')
  await received.fill('12')
  for (const [name, after] of [
    ['未填格填 0', '12'],
    ['清空', '']
  ] as const) {
    await page.getByRole('button', { name }).focus()
    await page.keyboard.press('Enter')
    await expect(received).toHaveValue(after)
    await expect(received).toBeFocused()
    await page.keyboard.press('Control+z')
    await expect(received).toHaveValue('12')
    await expect(cell(page, 'requests.granted.legal')).toHaveValue('')
  }
})

test('the note of a cell goes with its number and comes back with it', async ({ page }) => {
  await openSection(page, '主动公开')
  const inForce = cell(page, 'disclosure.normative.inForce')
  await inForce.fill('22（其中修订16件）')
  await page.keyboard.press('Tab')
  await expect(inForce).toHaveAccessibleName(/注：其中修订16件/)
  await inForce.focus()
  await page.keyboard.type('5')
  await page.keyboard.press('Tab')
  await expect(inForce).not.toHaveAccessibleName(/注/)
  await undoFrom(page, '原注“其中修订16件”已删除')
  await inForce.focus()
  await expect(inForce).toHaveValue('22（其中修订16件）')
})
