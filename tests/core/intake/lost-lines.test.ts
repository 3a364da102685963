import { describe, expect, it } from 'vitest'
import { recognise } from '../../../src/core/intake/recognise.ts'
import { textBlocks } from '../../../src/formats/read/text/read-text.ts'
import { random, sizes, validCells } from '../report/reports.ts'
import { reportText, shapes } from './shapes.ts'
import { tally } from './score.ts'

/** Heads broken over lines, headings inside a line, and separators that were lost. */

const page = { unit: '清河县水务局', year: 2024, cells: validCells(random(5), sizes.bureau) }
const written = (shape: string) => reportText(page, shapes[shape]?.write ?? (() => ''))
const lines = written('one cell a line')
const tabs = written('tabs, merged cells gone')
const spaces = written('columns by spaces')
const bare = reportText(page, (id, cells) =>
  (shapes['tabs, merged cells gone']?.write(id, cells) ?? '').replace(/\t/g, '')
)
const read = (text: string) => recognise(textBlocks(text))

const broken = (text: string, between: string) =>
  text.replace(
    /(商业|科研|社会公益|法律服务|结果|其他|尚未|未经复议|复议后|本年制发|现行有效)(企业|机构|组织|维持|纠正|结果|审结|直接起诉|起诉|件数)/g,
    `$1${between}$2`
  )

describe.each<[string, string]>([
  ['one cell a line, heads over two lines', broken(lines, '\n')],
  [
    'one cell a line, heads over lines of one character',
    lines.replace('自然人', '自\n然\n人').replace('商业企业', '商\n业\n企\n业')
  ],
  ['columns by spaces, heads over two cells', broken(spaces, '  ')],
  ['cells by tabs, heads broken inside', broken(tabs, ' ')],
  ['all in one line, one space between', spaces.replace(/\s+/g, ' ')],
  ['every heading with its prose behind it', tabs.replace(/^([一五六]、.+)\n\n/gm, '$1 ')],
  ['every heading with its prose right behind it', tabs.replace(/^([一五六]、.+)\n\n/gm, '$1')],
  [
    'section one begun in the line of the lead-in',
    tabs.replace('本报告按年编制。\n\n', '本报告按年编制。')
  ],
  ['标题： before the title', `标题：${tabs}`],
  [
    '名称: before the title, the date behind it',
    `名称: ${tabs.replace('年度报告\n', '年度报告 发布日期：2025-01-20\n')}`
  ]
])('%s', (_what, text) => {
  it('is read whole', () => {
    const { right, asked, unflagged, recognised } = tally(textBlocks(text), page.cells)
    expect(unflagged).toEqual([])
    expect(right + asked).toBe(200)
    const { patch } = recognised
    expect(patch).toMatchObject({ unitName: page.unit, year: 2024 })
    expect(patch.text.leadIn).toContain('本报告按年编制。')
    expect(patch.text.overview).toContain('渠道畅通')
    expect(patch.text.problems).toContain('逐月核对')
    expect(patch.text.other).toBe('本年度没有收取信息处理费。')
  })
})

describe('a heading inside a line', () => {
  const overview = (text: string) => read(text).patch.text.overview

  it.each<[string, string]>([
    [
      '我局编制本报告。一、总体情况 2025年，平稳。\n五、存在的主要问题及改进情况\n无。',
      '2025年，平稳。'
    ],
    ['一、总体情况：平稳。\n五、存在的主要问题及改进情况\n无。', '平稳。'],
    [
      '一、总体情况我局平稳。五、存在的主要问题及改进情况不细。六、其他需要报告的事项没有。',
      '我局平稳。'
    ]
  ])('%s', (text, expected) => {
    expect(overview(text)).toBe(expected)
  })

  it.each([
    '一、总体情况\n按“二、主动公开政府信息情况”的要求办理。\n二、主动公开政府信息情况\n规章\t0\t0\t0',
    '一、总体情况\n总体情况良好，详见附表。\n二、主动公开政府信息情况\n规章\t0\t0\t0'
  ])('is none where the section has a line of its own or words go on: %s', (text) => {
    expect(overview(text)).toBe(text.split('\n')[1])
  })
})

it.each([
  `清河县水务局2024年政府信息公开工作年度报告\n${'我局做好公开工作。'.repeat(50)}`,
  '我局做好政府信息公开工作。'.repeat(40)
])('says so where no section has a heading', (text) => {
  expect(read(text).findings).toContainEqual(
    expect.objectContaining({ rule: 'D-SEC', params: { problem: 'none' } })
  )
})

describe('tables that lost all separators', () => {
  it.each<[string, string]>([
    ['line by line', bare],
    ['in one line', bare.replace(/\n+/g, ' ')],
    ['in one line without a space', bare.replace(/\s+/g, '')]
  ])('%s: proposed, none as certain, the prose in its sections', (_what, text) => {
    const { right, asked, unflagged, recognised } = tally(textBlocks(text), page.cells)
    expect([right, asked, unflagged]).toEqual([0, 200, []])
    const { cells, text: prose } = recognised.patch
    expect(cells['requests.received.total']).toMatchObject({ confidence: 'likely', why: 'uncut' })
    expect(prose.overview).toContain('渠道畅通')
    expect(prose.problems).toContain('逐月核对')
    expect(prose.other).toBe('本年度没有收取信息处理费。')
  })

  const cells = (...rows: string[]) =>
    read(['三、收到和处理政府信息公开申请情况', ...rows].join('\n')).patch.cells
  const received = '一、本年新收政府信息公开申请数量'

  it('are cut where the sum of the row leaves one way', () => {
    const read = cells(`${received}21710000218`)
    expect(read['requests.received.natural']).toMatchObject({ value: 217, why: 'uncut' })
    expect(read['requests.received.total']).toMatchObject({ value: 218, why: 'uncut' })
  })

  it.each([
    ['several ways', '11100011113'],
    ['no way', '21710000219'],
    ['fewer digits than cells', '218']
  ])('are left alone where it leaves %s', (_ways, digits) => {
    expect(cells(received + digits)['requests.received.natural']).toMatchObject({
      value: null,
      confidence: 'doubt'
    })
  })
})
