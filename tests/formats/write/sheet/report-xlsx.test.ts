import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fields, form2021 } from '../../../../src/core/form/form.ts'
import { longHeads } from '../../../../src/core/form/own-heads.ts'
import { recognise } from '../../../../src/core/intake/recognise.ts'
import { newReport } from '../../../../src/core/report/new-report.ts'
import type { Report } from '../../../../src/core/report/report.ts'
import { read } from '../../../../src/formats/read/sheet/read-xlsx.ts'
import { writeReportXlsx } from '../../../../src/formats/write/sheet/report-xlsx.ts'
import { channel, figure } from '../../../core/platforms/figures.ts'
import { validReport } from '../../../core/report/reports.ts'
import { anyReport } from '../../../fixtures/random-reports.ts'
import { times } from '../../../run.ts'
import { bookOf, evaluated } from './evaluated.ts'

const bytesOf = async (report: Report, draft = false): Promise<Uint8Array> => {
  const made = await writeReportXlsx(report, { draft })
  if (!made.ok) throw new Error(JSON.stringify(made))
  return made.bytes
}
const readBack = async (report: Report) => {
  const result = await read({ name: '年报.xlsx', bytes: await bytesOf(report) })
  if (!result.ok || !('blocks' in result)) throw new Error(JSON.stringify(result))
  return recognise(result.blocks)
}
/** What XML can hold of a text, as a reader of cells gives it. */
const held = (text: string): string => text.replace(/(?![\t\n\r])\p{Cc}|\ufffe|\p{Cs}/gu, '').trim()

const tables = ['表二 主动公开', '表三 申请办理', '表四 复议诉讼']
const valid: Report = { ...validReport(4), year: 2025 }
const withCells = (report: Report, cells: Partial<Report['cells']>): Report => ({
  ...report,
  cells: { ...report.cells, ...cells }
})

describe('a report as a workbook', () => {
  it('is read back with every number and remark, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        const { patch } = await readBack(report)
        for (const field of fields) {
          expect(patch.cells[field]?.value ?? null, field).toBe(report.cells[field])
          expect(patch.notes[field] ?? '', field).toBe(held(report.notes[field] ?? ''))
        }
      }),
      { numRuns: times(200, 12) }
    )
  }, 60_000)

  it('asks nothing when it is read back and its sums hold', async () => {
    const { patch, findings } = await readBack(valid)
    expect(patch).toMatchObject({ unitName: valid.unit.name, year: 2025, leftovers: [] })
    expect(Object.values(patch.cells).filter((one) => one?.confidence !== 'sure')).toEqual([])
    // The prose is not in it.
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['D-SEC']))
  })

  it('has with every formula what it comes to', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        const book = bookOf(await bytesOf(report))
        for (const cell of book.cells)
          if (cell.formula !== undefined)
            expect(evaluated(book, cell), `${cell.sheet} ${cell.formula}`).toBe(cell.stored)
      }),
      { numRuns: times(100, 8) }
    )
  }, 60_000)

  it('computes every total and all balances where they hold', async () => {
    const book = bookOf(await bytesOf(valid))
    const live = book.cells.filter(({ formula }) => formula !== undefined)
    const inTables = live.filter(({ sheet }) => tables.includes(sheet))
    expect(inTables).toHaveLength(form2021.totals.size)
    const differences = live.filter(({ sheet, ref }) => sheet === '勾稽核对' && ref.startsWith('E'))
    expect(differences.map(({ stored }) => stored)).toEqual(form2021.balances.map(() => 0))
    expect(book.at('勾稽核对', 'F45')?.stored).toBe(form2021.balances.length)
  })

  it('follows what is typed in it', async () => {
    const book = bookOf(await bytesOf(valid))
    const before = Number(book.at('表三 申请办理', 'D5')?.stored)
    const typed = new Map([['表三 申请办理!D5', before + 7]])
    const now = (sheet: string, ref: string) => {
      const cell = book.at(sheet, ref)
      return cell && evaluated(book, cell, typed)
    }
    expect(now('表三 申请办理', 'J5')).toBe(Number(book.at('表三 申请办理', 'J5')?.stored) + 7)
    const rows = form2021.balances.map(({ id }, i) => ({
      id,
      verdict: now('勾稽核对', `F${i + 3}`)
    }))
    expect(rows.filter(({ verdict }) => verdict !== '相符')).toEqual([
      { id: 'T3-BAL:natural', verdict: '不符' },
      { id: 'T3-BAL:total', verdict: '不符' }
    ])
    expect(now('勾稽核对', 'F46')).toBe(2)
  })
})

describe('a total', () => {
  const total = 'remedies.review.total'
  const parts = {
    'remedies.review.upheld': 2,
    'remedies.review.corrected': 1,
    'remedies.review.other': 0
  }
  const blank = newReport('清川市档案局', 2025)
  const cellOf = async (cells: Partial<Report['cells']>) =>
    bookOf(await bytesOf(withCells(blank, cells))).at('表四 复议诉讼', 'E5')
  const marked = (cell: Awaited<ReturnType<typeof cellOf>>) =>
    cell?.style?.attributes['fillId'] === '2'

  it('that agrees with its parts is computed of them', async () => {
    const cell = await cellOf({ ...parts, [total]: 3 })
    expect(cell).toMatchObject({ formula: 'IF(COUNT(A5:D5)=0,"",SUM(A5:D5))', stored: 3 })
    expect(marked(cell)).toBe(false)
  })

  it('that was typed otherwise stays as it was typed, and is marked', async () => {
    const cell = await cellOf({ ...parts, [total]: 4 })
    expect(cell).toMatchObject({ formula: undefined, stored: 4 })
    expect(marked(cell)).toBe(true)
  })

  it('of blanks is blank, and comes with the first number', async () => {
    const book = bookOf(await bytesOf(blank))
    const cell = book.at('表四 复议诉讼', 'E5')
    expect(cell?.stored).toBe('')
    expect(cell && evaluated(book, cell, new Map([['表四 复议诉讼!B5', 5]]))).toBe(5)
    expect(
      book.cells.filter(({ sheet, stored }) => tables.includes(sheet) && stored === 0)
    ).toEqual([])
  })

  it('that was left blank over numbers is not filled in', async () => {
    expect(await cellOf(parts)).toMatchObject({ formula: undefined, stored: '' })
  })

  it('with a part longer than spreadsheets can count keeps all its digits', async () => {
    const long = { 'remedies.review.upheld': 9_007_199_254_740_991, [total]: 9_007_199_254_740_991 }
    expect(await cellOf(long)).toMatchObject({ formula: undefined, stored: '9007199254740991' })
  })
})

describe('a balance', () => {
  const blank = newReport('清川市档案局', 2025)
  const upheld = 'remedies.review.upheld'
  const all = { upheld: 1, corrected: 1, other: 0, pending: 0, total: 2 }
  const group = (values: Readonly<Record<string, number | null>>) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [`remedies.review.${name}`, value])
    )

  it.each<[string, Readonly<Record<string, number | null>>, number | string, string]>([
    ['holds', all, 0, '相符'],
    ['is contradicted', { ...all, total: 5 }, -3, '不符'],
    ['has a blank that may make up for it', { ...all, other: null, total: 5 }, -3, '未核'],
    ['has a blank that cannot make up for it', { ...all, other: null, total: 1 }, 1, '不符'],
    ['adds up but has a blank', { ...all, other: null }, 0, '未核'],
    ['is all blank', {}, '', '未核']
  ])('that %s', async (_, values, difference, verdict) => {
    const book = bookOf(await bytesOf(withCells(blank, group(values))))
    const row = 3 + form2021.balances.findIndex(({ left }) => left.includes(upheld))
    expect(book.at('勾稽核对', `E${row}`)?.stored).toBe(difference)
    expect(book.at('勾稽核对', `F${row}`)?.stored).toBe(verdict)
  })
})

describe('a number', () => {
  const noted = (
    cells: Partial<Report['cells']>,
    notes: Report['notes'],
    more: Partial<Report['settings']> = {}
  ) => ({
    ...withCells(newReport('清川市档案局', 2025), cells),
    notes,
    settings: { ...newReport('', 2025).settings, ...more }
  })
  const formatsOf = async (report: Report, sheet: string, ref: string) => {
    const book = bookOf(await bytesOf(report))
    const id = book.at(sheet, ref)?.style?.attributes['numFmtId']
    const own = book
      .part('xl/styles.xml')
      .children.flatMap((child) =>
        typeof child !== 'string' && child.name === 'numFmts' ? child.children : []
      )
    const code = own.find((one) => typeof one !== 'string' && one.attributes['numFmtId'] === id)
    return {
      stored: book.at(sheet, ref)?.stored,
      code: typeof code === 'object' ? code.attributes['formatCode'] : id
    }
  }

  // 1 and 2 are the formats 0 and 0.00, which every program has.
  it.each<[number | null, number, string]>([
    [4, 5.07, '0.0000'],
    [null, 5.07, '2'],
    [0, 5, '1']
  ])('of money with %j decimals is one, in 万元', async (feeDecimals, value, code) => {
    const report = noted({ 'disclosure.fees.amount': value * 1e6 }, {}, { feeDecimals })
    expect(await formatsOf(report, tables[0] ?? '', 'B16')).toEqual({ stored: value, code })
  })

  it('with a remark stays a number and shows it', async () => {
    const field = 'disclosure.normative.inForce'
    const report = noted({ [field]: 22 }, { [field]: '其中修订16件' })
    expect(await formatsOf(report, tables[0] ?? '', 'D6')).toEqual({
      stored: 22,
      code: '0"（其中修订16件）"'
    })
  })

  it('with a remark longer than its cell points to the list of remarks', async () => {
    const field = 'requests.granted.natural'
    const report = noted({ [field]: 22 }, { [field]: '含上年结转后公开的3件' })
    expect(await formatsOf(report, tables[1] ?? '', 'D7')).toEqual({
      stored: 22,
      code: '0"（注）"'
    })
    const { cells } = bookOf(await bytesOf(report))
    const list = cells.filter(({ sheet }) => sheet === '格内注').map(({ stored }) => stored)
    expect(list).toEqual(expect.arrayContaining([longHeads.note, field, '含上年结转后公开的3件']))
  })
})

describe('the sheets', () => {
  const report: Report = {
    ...valid,
    unit: { ...valid.unit, name: '清川市A&B中心' },
    channels: [channel('w', 'wechat', '=1+1')],
    metrics: [
      figure({
        channel: 'w',
        key: 'views',
        name: '阅读量',
        year: 2025,
        value: 300_000,
        shown: '30万',
        qualifier: '约',
        months: [1, null]
      }),
      figure({ channel: 'gone', key: 'own', name: '培训', year: 2024, value: null })
    ]
  }

  it('have their elements in the order of the schema', async () => {
    const order = [
      'sheetPr',
      'dimension',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'mergeCells',
      'printOptions',
      'pageMargins',
      'pageSetup',
      'headerFooter'
    ]
    const { sheets } = bookOf(await bytesOf(report))
    for (const { children } of sheets.values()) {
      const names = children.flatMap((child) => (typeof child === 'string' ? [] : [child.name]))
      expect(names).toEqual(order.filter((name) => names.includes(name)))
    }
  })

  it('list every figure, as it is printed and as a number', async () => {
    const { cells } = bookOf(await bytesOf(report))
    const rows = ['3', '4'].map((row) =>
      cells
        .filter(({ sheet, ref }) => sheet === '平台数据' && ref.replace(/\D/g, '') === row)
        .map(({ stored }) => stored)
    )
    expect(rows[0]?.slice(0, 8)).toEqual([
      '微信公众号',
      '=1+1',
      '阅读量',
      2025,
      '本年',
      '约30万',
      300_000,
      '条'
    ])
    expect(rows[0]?.slice(11, 13)).toEqual([1, ''])
    expect(rows[1]?.slice(0, 7)).toEqual(['', '', '培训', 2024, '本年', '', ''])
  })

  it('are set up for paper, the heads of long tables on every page', async () => {
    const book = bookOf(await bytesOf(report))
    const setUps = [...book.sheets.values()].map(({ children }) =>
      children.find((child) => typeof child !== 'string' && child.name === 'pageSetup')
    )
    expect(setUps.map((one) => (typeof one === 'object' ? one.attributes : {}))).toEqual(
      ['portrait', 'portrait', 'portrait', 'landscape', 'portrait'].map((orientation, i) => ({
        paperSize: '9',
        orientation,
        fitToHeight: i < 3 ? '1' : '0'
      }))
    )
    const names = book
      .part('xl/workbook.xml')
      .children.flatMap((child) =>
        typeof child !== 'string' && child.name === 'definedNames' ? child.children : []
      )
    expect(names.map((one) => (typeof one === 'string' ? one : one.children.join('')))).toContain(
      "'表三 申请办理'!$1:$4"
    )
  })

  it.each([true, false])('of a draft (%s) say so on every page', async (draft) => {
    const { sheets } = bookOf(await bytesOf(report, draft))
    for (const { children } of sheets.values()) {
      const running = JSON.stringify(children.at(-1))
      expect(running.match(/草稿/g) ?? []).toHaveLength(draft ? 2 : 0)
      expect(running).toContain('清川市A&&B中心2025年')
      expect(running).toContain('第 &P 页，共 &N 页')
    }
  })

  it('are the same bytes for the same report', async () => {
    expect(await bytesOf(report)).toEqual(await bytesOf(report))
  })

  it('are none where a text is longer than a cell can hold: its place is told', async () => {
    const metrics = [
      figure({ channel: 'w', key: 'own', year: 2025, value: 1, note: '长'.repeat(40_000) })
    ]
    const made = await writeReportXlsx({ ...report, metrics }, { draft: false })
    expect(made).toEqual({ ok: false, reason: 'failed', detail: '平台数据 K3' })
  })
})
