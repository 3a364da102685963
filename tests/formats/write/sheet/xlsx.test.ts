import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { registerSheet } from '../../../../src/core/platforms/returns/register.ts'
import { websiteSheet } from '../../../../src/core/platforms/returns/website-sheet.ts'
import type { Sheet } from '../../../../src/core/form/sheet.ts'
import { read } from '../../../../src/formats/read/sheet/read-xlsx.ts'
import { sheetPage } from '../../../../src/formats/write/sheet/sheet-page.ts'
import { writeXlsx } from '../../../../src/formats/write/sheet/xlsx.ts'
import { channel, figure, reportOf } from '../../../core/platforms/figures.ts'

const sheet: Sheet = {
  name: '表[一]',
  title: '平台数据',
  widths: [6, 10, 8],
  headRows: 1,
  rows: [
    [
      { text: '平台', head: 'column' },
      { text: '名称', head: 'column' },
      { text: '数', head: 'column' }
    ],
    [
      { text: '网站', head: 'row', rows: 2 },
      { text: '=HYPERLINK("x")' },
      { text: '', value: 12.5 }
    ],
    [{ text: '<b>&"\u0007' }, { text: '约30万' }],
    [{ text: '说明', cols: 3 }]
  ]
}
const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＠甲']

const partOf = (bytes: Uint8Array, name: string) =>
  strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())

describe('a workbook', () => {
  it('is read back cell for cell, with its merged cells', async () => {
    const result = await read({ name: 'x.xlsx', bytes: writeXlsx([sheet]) })
    if (!result.ok || !('blocks' in result)) throw new Error('not read')
    const grid = result.blocks.find((block) => block.type === 'grid')
    expect(grid?.rows.map((row) => row.map(({ text }) => text)).slice(0, 3)).toEqual([
      ['平台', '名称', '数'],
      ['网站', '=HYPERLINK("x")', '12.5'],
      ['<b>&"', '约30万']
    ])
    expect(grid?.rows[1]?.[0]).toMatchObject({ rows: 2 })
  })

  it.each(dangerous)('holds %j as a text that no program takes for a formula', (text) => {
    const rows = [[{ text }, { text: '' }, { text: '' }]]
    const body = partOf(writeXlsx([{ ...sheet, rows }]), 'xl/worksheets/sheet1.xml')
    expect(body).not.toContain('<f>')
    expect(body).toMatch(/<c r="A2" s="5" t="inlineStr">/)
    expect(partOf(writeXlsx([{ ...sheet, rows }]), 'xl/styles.xml')).toContain('quotePrefix="1"')
  })

  it('keeps what looks like the mark of a character', async () => {
    const rows = [[{ text: '_x0041_' }, { text: '甲_x41_' }, { text: 'a_x000D_' }]]
    const result = await read({ name: 'x.xlsx', bytes: writeXlsx([{ ...sheet, rows }]) })
    const grid = result.ok && 'blocks' in result ? result.blocks.at(-1) : undefined
    expect(grid).toMatchObject({
      rows: [[{ text: '_x0041_' }, { text: '甲_x41_' }, { text: 'a_x000D_' }]]
    })
    const body = partOf(writeXlsx([{ ...sheet, rows }]), 'xl/worksheets/sheet1.xml')
    expect(body).toContain('_x005F_x0041_')
  })

  it('says the height of every row, and gives sheets names that Excel takes', () => {
    const bytes = writeXlsx([sheet, sheet, { ...sheet, name: 'x'.repeat(60) }])
    const body = partOf(bytes, 'xl/worksheets/sheet1.xml')
    const heights = body.match(/<row [^>]*customHeight="1"/g)
    expect(heights).toHaveLength(5)
    const names = [...partOf(bytes, 'xl/workbook.xml').matchAll(/sheet name="([^"]*)"/g)].map(
      ([, name = '']) => name
    )
    expect(names).toEqual(['表一', '表一2', 'x'.repeat(28)])
  })

  it('is the same file for the same figures', () => {
    expect(writeXlsx([sheet])).toEqual(writeXlsx([sheet]))
  })
})

describe('the yearly returns', () => {
  const site = { ...channel('s', 'website', '档案网'), facts: { url: 'www.example.cn' } }
  const account = {
    ...channel('w', 'wechat', '清川档案'),
    inspections: ['pass', 'fail', 'none'] as const
  }
  const report = reportOf(
    [site, { ...account, inspections: [...account.inspections] }],
    [
      figure({ channel: 's', key: 'posts', year: 2025, value: 289, name: '全市动态' }),
      figure({ channel: 's', key: 'posts', year: 2025, value: 2636, name: '国内动态' }),
      figure({
        channel: 's',
        key: 'pv',
        year: 2025,
        value: 300_000,
        qualifier: '约',
        shown: '30万'
      }),
      figure({ channel: 's', key: 'msgsIn', year: 2025, value: 12 }),
      figure({ channel: 'w', key: 'posts', year: 2025, value: 190, qualifier: '余' }),
      figure({ channel: 'w', key: 'followersEnd', period: 'end', year: 2025, value: 341 })
    ]
  )
  const textsOf = ({ rows }: Sheet) => rows.map((row) => row.map(({ text }) => text).join(' '))

  it('show the figures of the platforms, categories added up, qualifiers kept as text', () => {
    const rows = textsOf(websiteSheet(report, site))
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.stringContaining('首页网址 www.example.cn'),
        '信息发布（单位：条） 总数 2925',
        '网站总访问量（单位：次） 约30万',
        '留言办理 收到留言数量（单位：条） 12',
        '订阅数（单位：个） 341'
      ])
    )
  })

  it('list the accounts with their inspections, and never add followers up', () => {
    const rows = textsOf(registerSheet(report))
    expect(rows[2]).toBe('1 微信公众号 清川档案  清川市档案局 正常    合格 不合格   190余 341')
    expect(rows.at(-1)).toContain('抽查合格率 50%')
    expect(rows.at(-1)).toContain('未去重')
  })

  it('are printed as a page without anything of the cells being taken for markup', () => {
    const evil = { ...site, name: '<script>alert(1)</script>' }
    expect(sheetPage([websiteSheet(report, evil)])).not.toContain('<script>')
  })
})
