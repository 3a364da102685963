import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fields, form2021 } from '../../../src/core/form/form.ts'
import { openReport } from '../../../src/core/report/migrate.ts'
import { reportFrom } from '../../../src/core/intake/draft.ts'
import { recognise } from '../../../src/core/intake/recognise.ts'
import { blankCells, type Cells } from '../../../src/core/form/cells.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import { settle } from '../../../src/core/sums/totals.ts'
import { textBlocks } from '../../../src/formats/read/text/read-text.ts'
import { balancedCells, gappyCells } from './arbitrary.ts'
import { score } from './score.ts'
import { reportText, shapes } from './shapes.ts'
import { times } from '../../run.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/reports/${name}`, import.meta.url), 'utf8')
const read = (text: string) => recognise(textBlocks(text))
const cell = (text: string, field: FieldId) => read(text).patch.cells[field]
const rules = (text: string) => read(text).findings.map(({ rule }) => rule)
const zeros = Object.fromEntries(fields.map((field) => [field, 0])) as Record<FieldId, number>

describe('a text whose table 三 lost a column', () => {
  const text = fixture('one-column-lost.txt')
  const expected: Cells = {
    ...zeros,
    'disclosure.normative.inForce': 19,
    'disclosure.fees.amount': 5_070_000
  }
  const { right, unflagged, recognised } = score(textBlocks(text), expected)
  const { patch, findings } = recognised

  it('has all 200 cells right and marks the 25 that follow from their rows', () => {
    expect([right, unflagged]).toEqual([200, []])
    const deduced = Object.values(patch.cells).filter(({ why }) => why === 'deduced')
    expect(deduced).toHaveLength(25)
  })

  it('knows unit, year and prose, and leaves nothing over', () => {
    expect(patch).toMatchObject({ unitName: '清河县水务局', year: 2022, leftovers: [] })
    expect(patch.text.overview.split('\n')).toHaveLength(10)
    expect(patch.text.problems).toMatch(/^主要问题：.*\n改进措施：.*。$/)
    expect(patch.text.other).toBe('无')
  })

  it('names the faults of the original', () => {
    expect(patch.settings.feeDecimals).toBe(4)
    expect(findings.map(({ rule, params }) => [rule, params])).toEqual([
      ['D-LABEL', { found: '2. 其他法律法规禁止公开', statutory: '2.其他法律行政法规禁止公开' }],
      ['T2-FEEDP', { found: '5.07', decimals: 4, places: 2 }]
    ])
  })

  it('shows where each cell stands', () => {
    const fee = patch.cells['disclosure.fees.amount']?.at
    expect(text.slice(fee?.from, fee?.to)).toBe('5.07')
  })

  it('makes a draft that opens', () => {
    const report = reportFrom(patch, { name: '年报.txt', year: 2024, findings })
    expect(report).toMatchObject({ year: 2022, unit: { name: '清河县水务局', level: 'county' } })
    expect(report.cells).toEqual(expected)
    expect(report.imported?.findings).toHaveLength(2)
    expect(openReport(JSON.parse(JSON.stringify(report)))).toMatchObject({ ok: true })
  })
})

describe('a row of table 三', () => {
  const row = (cells: string) => `三、收到和处理政府信息公开申请情况\n${cells}`
  const values = (text: string, id: string) =>
    ['natural', 'commercial', 'research', 'welfare', 'legal', 'otherOrg', 'total'].map((column) => {
      const reading = cell(text, `requests.${id}.${column}` as FieldId)
      return reading && `${reading.value ?? reading.kind}${reading.why ? ` ${reading.why}` : ''}`
    })

  it.each<[string, string, string, string[]]>([
    [
      'keeps blank cells in their columns',
      '一、本年新收政府信息公开申请数量\t5\t\t\t\t\t\t5',
      'received',
      ['5', 'blank', 'blank', 'blank', 'blank', 'blank', '5']
    ],
    [
      'takes a stroke for no number',
      '| 二、上年结转政府信息公开申请数量 | 5 | / | — | 无 | 0 | - | 5 |',
      'carriedIn',
      ['5', 'na', 'na', 'na', '0', 'na', '5']
    ],
    [
      'joins digits that stand in two cells when the sum proves it',
      '（一）予以公开\t1\t2\t0\t0\t0\t0\t0\t12',
      'granted',
      ['12 split', ...Array.from(['0', '0', '0', '0', '0', '12'], (n) => `${n} ragged`)]
    ],
    [
      'joins digits that stand apart in one cell',
      '（一）予以公开\t1 2\t0\t3\t0\t0\t0\t15',
      'granted',
      ['12 spaced', '0', '3', '0', '0', '0', '15']
    ],
    [
      'leaves digits apart that no sum joins',
      '（一）予以公开\t1 2\t0\t0\t0\t0\t0\t13',
      'granted',
      ['text words', ...Array.from(['0', '0', '0', '0', '0', '13'], (n) => `${n} unbalanced`)]
    ],
    [
      'deduces a lost total',
      '1.属于国家秘密\t3\t0\t0\t0\t0\t0',
      'refused.stateSecret',
      ['3 ragged', '0 ragged', '0 ragged', '0 ragged', '0 ragged', '0 ragged', '3 deduced']
    ],
    [
      'does not guess which of several columns was lost',
      '1.属于国家秘密\t3\t0\t0\t0\t0\t3',
      'refused.stateSecret',
      [
        'text ragged',
        'text ragged',
        '0 ragged',
        '0 ragged',
        '0 ragged',
        'text ragged',
        'text ragged'
      ]
    ],
    [
      'reads full-width digits and Chinese numerals',
      '2、其他法律行政法规禁止公开\t１２\t十二\t0件\t0\t0\t0\t24',
      'refused.lawForbids',
      ['12', '12', '0', '0', '0', '0', '24']
    ],
    [
      'marks a row that does not add up',
      '（七）总计\t3\t0\t0\t0\t0\t0\t4',
      'handled',
      Array.from(['3', '0', '0', '0', '0', '0', '4'], (n) => `${n} unbalanced`)
    ],
    [
      'knows a mistyped label and says so',
      '5.属于三类内郎事务信息\t1\t0\t0\t0\t0\t0\t1',
      'refused.internal',
      Array.from(['1', '0', '0', '0', '0', '0', '1'], (n) => `${n} label`)
    ]
  ])('%s', (_what, line, id, expected) => {
    expect(values(row(line), id)).toEqual(expected)
  })

  it('lets the other rows and the column sums say which column was lost', () => {
    const text = row(
      [
        '一、本年新收政府信息公开申请数量\t4\t0\t0\t0\t0\t3',
        '二、上年结转政府信息公开申请数量\t3\t0\t0\t0\t0\t3',
        '（一）予以公开\t5\t1\t0\t0\t0\t2'
      ].join('\n')
    )
    expect(values(text, 'carriedIn').map((value) => value?.replace(/ .*/, ''))).toEqual([
      '3',
      '0',
      '0',
      '0',
      '0',
      '3',
      '6'
    ])
  })

  it('reports a label unlike the form with its cells', () => {
    const { findings } = read(row('（三）不予公开\t2.其他法律行政止公开\t0\t0\t0\t0\t0\t0\t0'))
    expect(findings).toMatchObject([
      {
        rule: 'D-LABEL',
        at: { fields: expect.arrayContaining(['requests.refused.lawForbids.total']) },
        params: { found: '2.其他法律行政止公开', statutory: '2.其他法律行政法规禁止公开' }
      }
    ])
  })

  it('keeps the first of two readings and doubts where they differ', () => {
    const text = row('（七）总计\t3\t0\t0\t0\t0\t0\t3\n（七）总计\t3\t1\t0\t0\t0\t0\t4')
    expect(cell(text, 'requests.handled.total')).toMatchObject({ value: 3, confidence: 'doubt' })
    expect(cell(text, 'requests.handled.natural')).toMatchObject({ value: 3, confidence: 'sure' })
    expect(read(text).patch.leftovers).toMatchObject([{ reason: 'twice' }])
  })

  it('keeps a row that the form does not have', () => {
    const { patch } = read(
      row('（八）撤回申请\t1\t0\t0\t0\t0\t0\t1\n（七）总计\t0\t0\t0\t0\t0\t0\t0')
    )
    expect(patch.leftovers).toEqual([
      expect.objectContaining({ reason: 'row', text: '（八）撤回申请  1  0  0  0  0  0  1' })
    ])
  })
})

describe('table 二', () => {
  const table = (lines: string) => `二、主动公开政府信息情况\n${lines}`

  it('reads remarks, strokes and the variants of its labels', () => {
    const text = table(
      '信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t/\t/\t22（其中修订16件）\n规范性文件\t3\t0\t1,234'
    )
    expect(cell(text, 'disclosure.rules.issued')).toMatchObject({ kind: 'na', value: null })
    expect(read(text).patch.notes).toEqual({ 'disclosure.rules.inForce': '其中修订16件' })
    expect(cell(text, 'disclosure.normative.inForce')).toMatchObject({ value: 1234 })
    expect(rules(text)).toEqual(['D-LABEL', 'D-NUMFMT'])
  })

  it.each<[string, string, object]>([
    ['本年收费金额（单位：万元）', '5.07', { value: 5_070_000, confidence: 'sure' }],
    ['本年收费金额（单位：元）', '50700', { value: 5_070_000, why: 'unit' }],
    ['本年收费金额（单位：万元）', '50700元', { value: 5_070_000, why: 'unit' }],
    ['本年收费金额（单位：万元）', '5.07万元', { value: 5_070_000, confidence: 'sure' }],
    ['本年收费金额（单位：万元）', '4166.241619', { value: 4_166_241_619, confidence: 'sure' }],
    ['本年收费金额（单位：元）', '41,662,416.19', { value: 4_166_241_619, why: 'unit' }],
    ['本年收费金额（单位：百元）', '416624.1619', { value: 4_166_241_619, why: 'otherUnit' }],
    ['本年收费金额（单位：千元）', '41662.41619', { value: 4_166_241_619, why: 'otherUnit' }],
    ['本年收费金额（单位：亿元）', '0.4166241619', { value: 4_166_241_619, why: 'otherUnit' }],
    ['本年收费金额（单位：亿元）', '41662416.19元', { value: 4_166_241_619, why: 'unit' }],
    ['本年收费金额', '4166.241619', { value: 4_166_241_619, why: 'noUnit' }],
    ['本年收费金额（单位：万元）', '5.0712345', { value: null, why: 'precision' }],
    ['本年收费金额（单位：元）', '50712.345', { value: null, why: 'precision' }],
    ['本年收费金额（单位：万元）', '若干', { value: null, kind: 'text', confidence: 'doubt' }]
  ])('%s: %s', (head, amount, expected) => {
    const text = table(`信息内容\t${head}\t\t\n行政事业性收费\t${amount}\t\t`)
    expect(cell(text, 'disclosure.fees.amount')).toMatchObject(expected)
  })

  it('leaves a row of documents with a cell too few in doubt', () => {
    const text = table('规章\t1\t2\n行政规范性文件\t1\t0\t19')
    expect(cell(text, 'disclosure.rules.issued')).toMatchObject({ value: null, why: 'ragged' })
    expect(cell(text, 'disclosure.normative.inForce')).toMatchObject({ value: 19 })
  })
})

describe('table 四', () => {
  const head =
    '四、政府信息公开行政复议、行政诉讼情况\n行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n'

  it('reads its 15 numbers in order', () => {
    const numbers = '1 2 3 4 10 0 0 0 1 1 2 0 0 0 2'.split(' ')
    const text = head + numbers.join('\t')
    const remedies = fields.filter((field) => field.startsWith('remedies.'))
    expect(remedies.map((field) => String(cell(text, field)?.value))).toEqual(numbers)
  })

  it('deduces the one number that was lost where only one place is left for it', () => {
    const text = head + '1 2 3 4 10 0 0 0 1 1 2 0 0 3'.split(' ').join('\t')
    const { patch } = read(text)
    const found = Object.values(patch.cells).filter(({ confidence }) => confidence === 'sure')
    expect(patch.cells['remedies.review.total']).toMatchObject({ value: 10 })
    expect(found.length).toBeLessThan(15)
  })
})

describe('the form of 2019', () => {
  const text = fixture('form-2019.txt')
  const { patch } = read(text)

  it('is known, and gives what still has a place, marked', () => {
    expect(patch).toMatchObject({ form: '2019', year: 2020, unitName: '清河县水务局' })
    expect(patch.cells['disclosure.normative.issued']).toMatchObject({ value: 3, why: 'form2019' })
    expect(patch.cells['disclosure.normative.inForce']).toMatchObject({ value: 21 })
    expect(patch.cells['disclosure.licensing.decisions']).toMatchObject({ value: 48 })
    expect(patch.cells['disclosure.fees.amount']).toBeUndefined()
    expect(patch.cells['requests.other.other.natural']).toMatchObject({ value: 2, why: 'form2019' })
    expect(patch.cells['requests.carriedOut.total']).toMatchObject({ value: 1, confidence: 'sure' })
  })

  it('keeps the rest for the reader to see', () => {
    const rest = patch.leftovers.filter(({ reason }) => reason === 'form2019')
    expect(rest.map(({ text: line }) => line)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('政府集中采购'),
        expect.stringContaining('其他对外管理服务事项')
      ])
    )
  })
})

describe('title and sections', () => {
  it.each<[string, string, number | undefined, string[]]>([
    ['清河县水务局2023年政府信息公开工作年度报告', '清河县水务局', 2023, []],
    ['清河县水务局2023年度政府信息公开工作年度报告', '清河县水务局', 2023, ['D-TITLE']],
    ['2023年清河县水务局政府信息公开工作年度报告', '清河县水务局', 2023, ['D-TITLE']],
    ['清河县水务局2023年政府信息公开年度报告', '清河县水务局', 2023, ['D-TITLE']],
    ['清河县水务局\n2023年政府信息公开工作年度报告', '清河县水务局', 2023, []],
    ['清河县水务局2023年\n政府信息公开工作年度报告', '清河县水务局', 2023, []],
    ['清河县水务局二〇二三年政府信息公开工作年度报告', '清河县水务局', 2023, ['D-TITLE']],
    ['首页 > 年报 > 清河县水务局2023年政府信息公开工作年度报告', '清河县水务局', 2023, []],
    ['# 清河县水务局2023年政府信息公开年报', '清河县水务局', 2023, ['D-TITLE']]
  ])('%s', (title, unit, year, found) => {
    const { patch, findings } = read(`${title}\n一、总体情况\n平稳。`)
    expect(patch).toMatchObject({ unitName: unit, year })
    expect(findings.map(({ rule }) => rule)).toEqual(found)
  })

  it('takes the year from the period when there is no title', () => {
    const { patch } = read(
      '本报告数据统计期限为2023年1月1日至2023年12月31日。\n一、总体情况\n平稳。'
    )
    expect(patch.year).toBe(2023)
    expect(patch.unitName).toBeUndefined()
  })

  it('finds sections whose numbering starts again, and says so', () => {
    const { patch, findings } = read(
      '一、总体情况\n甲。\n一、主动公开政府信息情况\n二、收到和处理政府信息公开申请情况\n三、政府信息公开行政复议、行政诉讼情况\n四、存在问题及改进情况\n乙。\n五、其他需要报告的事项\n丙。'
    )
    expect(patch.text).toMatchObject({ overview: '甲。', problems: '乙。', other: '丙。' })
    expect(findings.filter(({ rule }) => rule === 'D-SEC')).toHaveLength(5)
  })

  it.each([
    ['五、存在问题及改进措施', '五、存在问题及改进措施'],
    ['五、存在的主要问题及改进情况', undefined],
    ['五. 存在的主要问题及改进情况', undefined],
    ['五、主要问题和下步打算', '五、主要问题和下步打算']
  ])('says how a section was named otherwise: %s', (heading, found) => {
    const { findings } = read(
      `一、总体情况\n甲。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n${heading}\n乙。\n六、其他需要报告的事项\n丙。`
    )
    const said = findings.filter(({ rule }) => rule === 'D-SEC').map(({ params }) => params)
    const section = '存在的主要问题及改进情况'
    expect(said).toEqual(
      found === undefined ? [] : [{ problem: 'name', section, found, statutory: section }]
    )
  })

  it('passes over a list of contents and navigation, and keeps them', () => {
    const { patch } = read(
      '网站首页\n清河县水务局2023年政府信息公开工作年度报告\n一、总体情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n一、总体情况\n甲。\n五、存在的主要问题及改进情况\n乙。\n六、其他需要报告的事项\n丙。\n【打印本页】\n主办单位：清河县人民政府'
    )
    expect(patch.text).toMatchObject({ overview: '甲。', problems: '乙。', other: '丙。' })
    expect(patch.leftovers.map(({ reason }) => reason)).toEqual([
      ...Array.from({ length: 4 }, () => 'before'),
      'after',
      'after'
    ])
    expect(patch.text.leadIn).toBe('')
  })

  it('keeps prose found inside a table section', () => {
    const { patch } = read(
      '二、主动公开政府信息情况\n全年制发规范性文件3件，全部公开。\n规章\t0\t0\t0'
    )
    expect(patch.leftovers).toMatchObject([{ reason: 'prose', section: 'disclosure' }])
  })

  it('does not take a table of the overview for the form', () => {
    const { patch } = read(
      '一、总体情况\n平台\t条数\n网站\t289\n行政许可\t12\n二、主动公开政府信息情况\n行政许可\t3\t\t'
    )
    expect(patch.cells['disclosure.licensing.decisions']).toMatchObject({ value: 3 })
    expect(patch.leftovers).toMatchObject([{ reason: 'table', section: 'overview' }])
  })
})

describe('whatever comes in', () => {
  it('has no wrong number unmarked when cells are lost from rows', () => {
    const { write } = shapes['tabs, merged cells gone'] ?? { write: () => '' }
    const losses = fc.array(fc.tuple(fc.nat(200), fc.nat(20)), { maxLength: 30 })
    fc.assert(
      fc.property(fc.oneof(balancedCells, gappyCells), losses, (cells, lost) => {
        const lines = reportText({ unit: '清河县水务局', year: 2023, cells }, write).split('\n')
        for (const [line, at] of lost) {
          const row = lines[line % lines.length]?.split('\t') ?? []
          const places = row.flatMap((text, i) => (i > 0 && /^\d*$/.test(text) ? [i] : []))
          const place = places[at % places.length]
          if (place !== undefined)
            lines[line % lines.length] = row.filter((_, i) => i !== place).join('\t')
        }
        expect(score(textBlocks(lines.join('\n')), cells).unflagged).toEqual([])
      }),
      { numRuns: times(100, 30) }
    )
  })

  it('says nothing about a text that is no report', () => {
    const { patch } = read('今天天气很好。\n\n我们去公园。')
    expect(patch.cells).toEqual({})
    expect(patch.text.leadIn).toBe('今天天气很好。\n我们去公园。')
  })

  it('never throws on a truncated report and never invents a sure number', () => {
    const cells = settle(form2021, blankCells(), zeros)
    const text = reportText(
      { unit: '清河县水务局', year: 2023, cells },
      shapes['tabs, merged cells gone']?.write ?? (() => '')
    )
    fc.assert(
      fc.property(fc.nat(text.length), (length) => {
        const { patch } = read(text.slice(0, length))
        for (const { value } of Object.values(patch.cells)) expect(value ?? 0).toBe(0)
      }),
      { numRuns: times(60, 20) }
    )
  })

  it('never throws on noise, nor on a report with noise in it', () => {
    const { write } = shapes['bars, framed'] ?? { write: () => '' }
    const noise = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom(...'|｜\t\n 0123一二三、（）总计其他新收"#*-—/'))
        .map((c) => c.join(''))
    )
    fc.assert(
      fc.property(
        balancedCells,
        fc.array(fc.tuple(fc.nat(), noise), { maxLength: 8 }),
        (cells, cuts) => {
          let text = reportText({ unit: '清河县水务局', year: 2023, cells }, write)
          for (const [at, insert] of cuts) {
            const place = at % text.length
            text = text.slice(0, place) + insert + text.slice(place + (at % 5))
          }
          expect(() => read(text)).not.toThrow()
        }
      ),
      { numRuns: times(60, 20) }
    )
  })
})
