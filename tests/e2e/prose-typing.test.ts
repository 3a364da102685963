import type { CDPSession, Page } from '@playwright/test'
import { newReport as blankReport } from '../../src/core/report/new-report.ts'
import { setCells } from '../../src/core/report/edit.ts'
import { expect, test } from './app.ts'
import { exportFile, findings, importFiles, openSection, paste, prose, textIn } from './steps.ts'

/** Long texts under the fingers: nothing typed is lost, and what the rules say follows. */

const blank = setCells(blankReport('清川市水利局', 2025), {
  'requests.received.natural': 50,
  'requests.received.commercial': 6,
  'requests.carriedIn.natural': 3,
  'requests.granted.natural': 30
})

/** A paragraph of a report, each another; every third quotes cells, every sixth has a slip. */
function paragraph(n: number): string {
  const quoted =
    '新收申请{{requests.received.total}}件，其中自然人{{requests.received.natural}}件，上年结转{{requests.carriedIn.natural}}件。'
  const slips = ['项目名单在网站公式公开。', '开展技术公关12次。', '工作取得取得进展。']
  return [
    `围绕第${n}项重点任务，通过门户网站发布信息${300 + n}条，其中规划计划${n % 20}条、财政信息${n % 40}条，`,
    `其余为动态信息；组织培训${1 + (n % 5)}次，参加${20 + (n % 80)}人次，回复群众留言${100 + n}件，`,
    '办结情况逐件登记，答复文书由法制机构审核后送达，做到条条有来源、件件有回音。',
    n % 6 === 0 ? quoted : '有关工作按季度检查，结果在单位内部通报，并列入年度考核。',
    n % 6 === 1 ? (slips[((n / 6) % 3) | 0] ?? '') : ''
  ].join('')
}

/** A section of that many characters at least. */
function longText(length: number): string {
  const lines: string[] = []
  for (let size = 0, n = 0; size < length; n++) {
    const line =
      n % 20 === 0 ? `（${'一二三四五六七八九'.charAt((n / 20) % 9)}）重点领域公开` : paragraph(n)
    lines.push(line)
    size += line.length + 1
  }
  return lines.join('\n')
}

/** Opens a report at section 一, from a file. */
async function open(page: Page, overview: string): Promise<CDPSession> {
  await importFiles(page, {
    name: 'a.nianbao.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...blank, text: { ...blank.text, overview } }))
  })
  await expect(page.getByRole('heading', { level: 1 })).toContainText(blank.unit.name, {
    timeout: 60_000
  })
  await openSection(page, '总体情况')
  await prose(page).focus()
  return page.context().newCDPSession(page)
}

/** Milliseconds from a key to the frame that shows it, and to the findings that follow it. */
interface KeyTimes {
  readonly painted: number[]
  readonly followed: number[]
}

/** Types at the pace of a quick typist, each key by itself. */
async function keyTimes(page: Page, keys: readonly string[]): Promise<KeyTimes> {
  await page.evaluate(() => {
    const times = { painted: [] as number[], followed: [] as number[] }
    Object.assign(window, { times })
    let pressed = 0
    const afterFrame = (done: () => void) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = done
        port2.postMessage(0)
      })
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        pressed = timeStamp
        afterFrame(() => times.painted.push(performance.now() - timeStamp))
      },
      { capture: true }
    )
    const list = document.querySelector('[data-rule]')?.closest('aside, section, ul')
    new MutationObserver(() => {
      const began = pressed
      pressed = 0
      if (began) afterFrame(() => times.followed.push(performance.now() - began))
    }).observe(list ?? document.body, { subtree: true, childList: true, characterData: true })
  })
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(150)
  }
  return page.evaluate(() => Reflect.get(window, 'times') as KeyTimes)
}

const quantile = (times: readonly number[], share: number): string =>
  ([...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? NaN).toFixed(1)

const said = ({ painted, followed }: KeyTimes): string =>
  `painted p50 ${quantile(painted, 0.5)}, p95 ${quantile(painted, 0.95)} ms; ` +
  `findings p50 ${quantile(followed, 0.5)}, p95 ${quantile(followed, 0.95)} ms (${followed.length})`

/** Noted with the aim: p95 of painted at most 32 ms, where the CPU is slowed 4 times 100. */
const note = (of: string, times: KeyTimes): void => {
  test.info().annotations.push({ type: of, description: said(times) })
}

/** Digits and Backspaces in turn; what stays is 2345. */
const keys = Array.from({ length: 60 }, (_, i) => (i % 8 < 4 ? String(2 + (i % 8)) : 'Backspace'))

/** The section as an export has it. */
async function stored(page: Page): Promise<string> {
  const file = await exportFile(page, 'export-json')
  return (JSON.parse(file.toString('utf8')) as typeof blank).text.overview
}

test('20,000 characters: each key shows, and its finding follows', async ({ page }) => {
  test.setTimeout(180_000)
  const devtools = await open(page, longText(20_000))
  const editor = prose(page)
  await page.keyboard.press('Control+Home')
  for (let line = 0; line < 9; line++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.insertText('全年收到政府信息公开申请件。')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  for (const rate of [1, 4]) {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate })
    note(`20,000 characters, CPU slowed ${rate} times`, await keyTimes(page, keys))
    await expect.poll(() => textIn(editor)).toContain('申请2345件。')
    await expect(findings(page, 'X-NEW')).toContainText('2345')
    for (let i = 0; i < 4; i++) await page.keyboard.press('Backspace')
  }
})

/** A million characters, the first of them in a heading and in a line that is given. */
const novel = (first: string): string => {
  const lines = Array.from(
    { length: 12_000 },
    (_, n) =>
      `第${n}段。从前有一座山，山里住着几户人家，村口的河水四季不停，两岸靠水吃饭。春天来得迟，桃花开到五月；秋天收了稻子，晒场上坐满老人，谁家的孩子出了远门，信写得勤不勤，都在那里说，说到日头落下去。`
  )
  return ['（一）序', first, ...lines].join('\n').slice(0, 1_000_000).padEnd(1_000_000, '长')
}

/** What no editor likes, and what this version does not know. */
const odd = '控\u0000\u0007制\u200b字\u001f符\ufeff{{甲 }}{{later:x}}另有{{未完\r\n换行\r独行'

test('a novel is kept to the character, and can be written on', async ({ page }) => {
  test.setTimeout(180_000)
  const text = novel(odd)
  expect(text.length).toBe(1_000_000)
  await open(page, text)
  const editor = prose(page)
  await expect(editor).toContainText('控')
  expect((await stored(page)).length).toBe(text.length)
  expect((await stored(page)) === text).toBe(true)

  await editor.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  note('a novel', await keyTimes(page, keys.slice(0, 12)))
  await expect.poll(() => textIn(editor)).toContain('（一）序2345')
  expect((await stored(page)) === text.replace('序', '序2345')).toBe(true)

  // What a final version must not print is named, each with its place.
  const wrong = findings(page, 'P-QUOTE')
  await expect(wrong.filter({ hasText: '{{later:x}}' })).toHaveCount(1)
  await expect(wrong.filter({ hasText: '{{甲 }}' })).toHaveCount(1)
  await expect(wrong).toHaveCount(3)
})

test('a novel that is pasted is there to the character, and goes with one step', async ({
  page
}) => {
  test.setTimeout(180_000)
  await open(page, '本局')
  await page.keyboard.press('Control+End')
  const text = novel('控制')
  await paste(page, text)
  await expect(prose(page)).toContainText('日头落下去')
  const now = await stored(page)
  expect(now.length).toBe(text.length + 2)
  expect(now === `本局${text}`).toBe(true)
  await prose(page).focus()
  await page.keyboard.press('Control+z')
  await expect.poll(() => textIn(prose(page))).toBe('本局')
})
