import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fields } from '../../../../src/core/form/form.ts'
import { recognise } from '../../../../src/core/intake/recognise.ts'
import type { Report } from '../../../../src/core/report/report.ts'
import { read } from '../../../../src/formats/read/sheet/read-csv.ts'
import { writeCsv } from '../../../../src/formats/write/sheet/csv.ts'
import { channel, figure } from '../../../core/platforms/figures.ts'
import { validReport } from '../../../core/report/reports.ts'
import { anyReport } from '../../../fixtures/random-reports.ts'
import { times } from '../../../run.ts'

const bytesOf = async (report: Report): Promise<Uint8Array> => {
  const made = await writeCsv(report)
  if (!made.ok) throw new Error(JSON.stringify(made))
  return made.bytes
}
const textOf = async (report: Report) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(report))
const readBack = async (report: Report) => {
  const result = await read({ name: '年报.csv', bytes: await bytesOf(report) })
  if (!result.ok || !('blocks' in result)) throw new Error(JSON.stringify(result))
  return recognise(result.blocks)
}
/** What UTF-8 can hold of a text, as a reader of cells gives it. */
const held = (text: string): string => text.replace(/\ud800(?![\udc00-\udfff])/g, '\ufffd').trim()

describe('a report as values in long form', () => {
  it('is read back with every number and remark, its unit and its year', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        const { patch } = await readBack(report)
        for (const field of fields) {
          expect(patch.cells[field]?.value ?? null, field).toBe(report.cells[field])
          expect(patch.cells[field]?.confidence, field).toBe('sure')
          expect(patch.notes[field] ?? '', field).toBe(held(report.notes[field] ?? ''))
        }
        expect(patch.unitName ?? '').toBe(held(report.unit.name))
        expect(patch.year).toBe(report.year)
      }),
      { numRuns: times(300, 30) }
    )
  }, 60_000)

  it('asks nothing when it is read back', async () => {
    const { patch, findings } = await readBack(validReport(4))
    expect(patch.leftovers).toEqual([])
    expect(findings).toEqual([])
  })

  const report: Report = {
    ...validReport(4),
    year: 2025,
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
        unit: '次',
        months: [12, null, 0]
      }),
      figure({ channel: 'w', key: 'own', name: '甲,"乙"\n丙', year: 2024, value: null })
    ]
  }

  it('begins with the mark of UTF-8, has lines that end as Windows ends them, and as many fields in each', async () => {
    const text = await textOf(report)
    expect(text).toMatch(
      /^\ufeff单位,年度,表,行,列,字段,数值,计量单位,备注,平台类型,时段,数值（原样）,来源,采集日期\r\n/
    )
    expect(text.endsWith('\r\n')).toBe(true)
    const rows = text
      .replace(/"(?:[^"]|"")*"/g, '')
      .split('\r\n')
      .slice(0, -1)
    expect(rows).toHaveLength(1 + fields.length + 4)
    expect(new Set(rows.map((row) => row.split(',').length))).toEqual(new Set([14]))
  })

  it('says of a number where it stands, of money what it is counted in, of a blank nothing', async () => {
    const cells = {
      ...report.cells,
      'disclosure.fees.amount': 4_166_241_619,
      'requests.refused.safety.legal': null
    }
    const lines = (
      await textOf({ ...report, cells, unit: { ...report.unit, name: '清川市档案局' } })
    ).split('\r\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        '清川市档案局,2025,表二,行政事业性收费,本年收费金额（单位：万元）,disclosure.fees.amount,4166.241619,万元,,,,,,',
        '清川市档案局,2025,表三,（三）不予公开3.危及“三安全一稳定”,法律服务机构,requests.refused.safety.legal,,件,,,,,,'
      ])
    )
  })

  it('has a line for each figure of a platform, and for each of its months', async () => {
    const lines = (await textOf(report)).split('\r\n').filter((line) => line.includes('平台数据'))
    expect(lines.map((line) => line.slice(line.indexOf('平台数据')))).toEqual([
      "平台数据,'=1+1,阅读量,views,300000,次,,微信公众号,本年,约30万,,",
      "平台数据,'=1+1,阅读量,views,12,次,,微信公众号,1月,,,",
      "平台数据,'=1+1,阅读量,views,0,次,,微信公众号,3月,,,",
      // The name of this one goes over two lines.
      '平台数据,\'=1+1,"甲,""乙""\n丙",own,,条,,微信公众号,本年,,,'
    ])
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-甲', "'-甲"],
    ['-5', '-5'],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t=1"'],
    ['\r=1', '"\'\r=1"'],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ["'甲'", "'甲'"]
  ])('holds %j so that no program takes it for a formula, and gives it back', async (note, raw) => {
    const field = fields[0] ?? 'disclosure.rules.issued'
    const noted = { ...report, notes: { [field]: note } }
    expect(await textOf(noted)).toContain(`${field},${report.cells[field]},件,${raw},`)
    expect((await readBack(noted)).patch.notes).toEqual({ [field]: note.trim() })
  })
})
