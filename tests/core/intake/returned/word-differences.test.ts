import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fields } from '../../../../src/core/form/form.ts'
import { reportTitle } from '../../../../src/core/form/sections.ts'
import type { WordDifference } from '../../../../src/core/intake/returned/difference.ts'
import { withDifferences } from '../../../../src/core/intake/returned/with-differences.ts'
import { wordDifferences } from '../../../../src/core/intake/returned/word-differences.ts'
import type { RawBlock } from '../../../../src/core/intake/source/raw.ts'
import { setCells } from '../../../../src/core/report/edit.ts'
import type { Report } from '../../../../src/core/report/report.ts'
import { anyReport } from '../../../fixtures/random-reports.ts'
import { times } from '../../../run.ts'
import { validReport } from '../../report/reports.ts'
import { saidBy, withCell } from './said.ts'

const valid = validReport(7)
const report: Report = {
  ...setCells(valid, { 'requests.received.natural': 56, 'remedies.review.upheld': 2 }),
  unit: { ...valid.unit, name: '清川市水利局' },
  year: 2025,
  notes: { 'disclosure.licensing.decisions': '含委托办理' },
  text: {
    leadIn: '本报告按照条例编制。',
    overview: [
      '（一）主动公开',
      '全年公开信息1200条。其中自然人申请{{requests.received.natural}}件，都按期办结。没有超期。',
      '{{chart:visits}}',
      '（二）依申请公开',
      '自然人提出申请{{requests.received.natural}}件，维持{{remedies.review.upheld}}件。'
    ].join('\n'),
    problems: '公开的内容不够细。\n下一步加强培训。',
    other: '没有收取信息处理费。'
  },
  charts: [
    { id: 'visits', title: '网站访问量', type: 'bar', metrics: [], scale: 'linear', alt: '' }
  ],
  settings: { ...valid.settings, signature: 'end', signedOn: '2026-01-23' }
}

/** The document with one line exchanged, taken out (none) or added to (several). */
const withLine = (line: string, ...lines: readonly string[]): RawBlock[] => {
  const said = saidBy(report)
  const at = said.findIndex((block) => block.type === 'text' && block.text === line)
  if (at < 0) throw new Error(line)
  return said.flatMap((block, i): RawBlock[] =>
    i === at ? lines.map((text) => ({ type: 'text', text })) : [block]
  )
}

const long = '全年公开信息1200条。其中自然人申请56件，都按期办结。没有超期。'
const title = '清川市水利局2025年政府信息公开工作年度报告'
const cases: [string, RawBlock[], Partial<WordDifference>, (taken: Report) => unknown, unknown][] =
  [
    [
      'a number',
      withCell(saidBy(report), 'requests.received.natural', '57'),
      { kind: 'cell', field: 'requests.received.natural', mine: '56', theirs: '57' },
      ({ cells }) => cells['requests.received.natural'],
      57
    ],
    [
      'a number that was taken out',
      withCell(saidBy(report), 'remedies.review.upheld', ''),
      { kind: 'cell', mine: '2', theirs: '', reading: { value: null, note: '' } },
      ({ cells }) => cells['remedies.review.upheld'],
      null
    ],
    [
      'the note behind a number',
      withCell(
        saidBy(report),
        'disclosure.licensing.decisions',
        `${report.cells['disclosure.licensing.decisions'] ?? ''}（含代办）`
      ),
      { kind: 'cell', field: 'disclosure.licensing.decisions' },
      ({ notes }) => notes['disclosure.licensing.decisions'],
      '含代办'
    ],
    [
      'words in a cell, which cannot be taken',
      withCell(saidBy(report), 'requests.received.natural', '若干'),
      { kind: 'cell', mine: '56', theirs: '若干' },
      ({ cells }) => cells['requests.received.natural'],
      56
    ],
    [
      'a sentence, without its neighbours; the quotes of the others stay',
      withLine(long, '全年公开信息1300余条。其中自然人申请56件，都按期办结。没有超期。'),
      { kind: 'text', mine: '全年公开信息1200条。', theirs: '全年公开信息1300余条。' },
      ({ text }) => text.overview.split('\n')[1],
      '全年公开信息1300余条。其中自然人申请{{requests.received.natural}}件，都按期办结。没有超期。'
    ],
    [
      'a sentence with a quote that says the same: it stays a quote',
      withLine(long, '全年公开信息1200条。其中自然人申请56件，全部按时办结。没有超期。'),
      { kind: 'text', theirs: '其中自然人申请56件，全部按时办结。', kept: 1, lost: 0 },
      ({ text }) => text.overview.split('\n')[1],
      '全年公开信息1200条。其中自然人申请{{requests.received.natural}}件，全部按时办结。没有超期。'
    ],
    [
      'a number of the text that is a quote: it becomes what was typed',
      withLine(long, '全年公开信息1200条。其中自然人申请58件，都按期办结。没有超期。'),
      { kind: 'text', theirs: '其中自然人申请58件，都按期办结。', kept: 0, lost: 1 },
      ({ text }) => text.overview.split('\n')[1],
      '全年公开信息1200条。其中自然人申请58件，都按期办结。没有超期。'
    ],
    [
      'the same number said of something else: it is no quote any more',
      withLine('自然人提出申请56件，维持2件。', '商业企业提出申请56件，维持2件。'),
      { kind: 'text', kept: 1, lost: 1 },
      ({ text }) => text.overview.split('\n')[4],
      '商业企业提出申请56件，维持{{remedies.review.upheld}}件。'
    ],
    [
      'a sentence that was left out',
      withLine(long, '全年公开信息1200条。其中自然人申请56件，都按期办结。'),
      { kind: 'text', mine: '没有超期。', theirs: '' },
      ({ text }) => text.overview.split('\n')[1],
      '全年公开信息1200条。其中自然人申请{{requests.received.natural}}件，都按期办结。'
    ],
    [
      'a sentence that was added',
      withLine(long, `${long}群众满意。`),
      { kind: 'text', mine: '', theirs: '群众满意。' },
      ({ text }) => text.overview.split('\n')[1]?.slice(-10),
      '没有超期。群众满意。'
    ],
    [
      'two sentences made one',
      withLine(long, '全年公开信息1200条，其中自然人申请56件，都按期办结。没有超期。'),
      { kind: 'text', theirs: '全年公开信息1200条，其中自然人申请56件，都按期办结。', kept: 1 },
      ({ text }) => text.overview.split('\n')[1],
      '全年公开信息1200条，其中自然人申请{{requests.received.natural}}件，都按期办结。没有超期。'
    ],
    [
      'a heading',
      withLine('（二）依申请公开', '（二）依申请公开工作'),
      { kind: 'text', mine: '（二）依申请公开', theirs: '（二）依申请公开工作' },
      ({ text }) => text.overview.split('\n')[3],
      '（二）依申请公开工作'
    ],
    [
      'a paragraph that was taken out',
      withLine('公开的内容不够细。'),
      { kind: 'text', mine: '公开的内容不够细。', theirs: '' },
      ({ text }) => text.problems,
      '下一步加强培训。'
    ],
    [
      'a paragraph that was added',
      withLine('下一步加强培训。', '下一步加强培训。', '每季度通报一次。'),
      { kind: 'text', mine: '', theirs: '每季度通报一次。' },
      ({ text }) => text.problems,
      '公开的内容不够细。\n下一步加强培训。\n每季度通报一次。'
    ],
    [
      'a paragraph that was added at the beginning of a section',
      withLine('公开的内容不够细。', '问题有一个。', '公开的内容不够细。'),
      { kind: 'text', theirs: '问题有一个。' },
      ({ text }) => text.problems,
      '问题有一个。\n公开的内容不够细。\n下一步加强培训。'
    ],
    [
      'a paragraph that was parted',
      withLine(long, '全年公开信息1200条。', '其中自然人申请56件，都按期办结。没有超期。'),
      { kind: 'text', kept: 1 },
      ({ text }) => text.overview.split('\n').slice(1, 3),
      [
        '全年公开信息1200条。',
        '其中自然人申请{{requests.received.natural}}件，都按期办结。没有超期。'
      ]
    ],
    [
      'a chart that was taken out',
      withLine('图1　网站访问量'),
      { kind: 'text', mine: '图1　网站访问量', theirs: '' },
      ({ text }) => text.overview.includes('chart'),
      false
    ],
    [
      'the title of a chart',
      withLine('图1　网站访问量', '图1　门户网站访问量'),
      { kind: 'chartTitle', title: '门户网站访问量' },
      ({ charts }) => charts[0]?.title,
      '门户网站访问量'
    ],
    [
      'the unit in the title',
      withLine(title, '清川市水务局2025年政府信息公开工作年度报告'),
      { kind: 'unit', mine: '清川市水利局', theirs: '清川市水务局' },
      ({ unit }) => unit.name,
      '清川市水务局'
    ],
    [
      'the year in the title',
      withLine(title, '清川市水利局', '2024年政府信息公开工作年度报告'),
      { kind: 'year', theirs: '2024' },
      ({ year }) => year,
      2024
    ],
    [
      'the words of the title, which are the law’s',
      withLine(title, '清川市水利局2025年政府信息公开年报'),
      { kind: 'fixed', of: 'title' },
      ({ unit, year }) => reportTitle(unit.name, year),
      title
    ],
    [
      'the heading of a section, which is the law’s',
      withLine('五、存在的主要问题及改进情况', '五、存在问题'),
      { kind: 'fixed', of: 'problems' },
      (taken) => taken,
      report
    ],
    [
      'the day below',
      withLine('2026年1月23日', '2026年1月26日'),
      { kind: 'signedOn', day: '2026-01-26' },
      ({ settings }) => settings.signedOn,
      '2026-01-26'
    ],
    [
      'words behind a table, where a report has none',
      withLine(
        '五、存在的主要问题及改进情况',
        '以上数据截至年底。',
        '五、存在的主要问题及改进情况'
      ),
      { kind: 'stray', theirs: '以上数据截至年底。' },
      ({ text }) => text.other,
      '没有收取信息处理费。\n以上数据截至年底。'
    ],
    [
      'words before the title',
      withLine(title, '征求意见稿', title),
      { kind: 'stray', theirs: '征求意见稿' },
      ({ text }) => text.leadIn,
      '本报告按照条例编制。\n征求意见稿'
    ]
  ]

describe('one difference is', () => {
  it.each(cases)('%s', (_, blocks, difference, part, value) => {
    const found = wordDifferences(report, blocks)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject(difference)
    const taken = withDifferences(report, found)
    expect(part(taken)).toEqual(value)
    // Once it is taken the report says what the document says.
    if (found[0]?.kind === 'text') expect(wordDifferences(taken, blocks)).toEqual([])
    expect(withDifferences(report, [])).toEqual(report)
  })
})

describe('no difference is', () => {
  it.each<[string, RawBlock[]]>([
    ['white space', withLine(long, `  ${long.replace('，', '， ')}\u00a0`)],
    ['a sign without a shape', withLine(long, long.replace('。', '。\u200b'))],
    [
      'another way to write a number',
      withCell(saidBy(report), 'requests.received.natural', '５６')
    ],
    ['a title in two lines', withLine(title, '清川市水利局', '2025年政府信息公开工作年度报告')]
  ])('%s', (_, blocks) => expect(wordDifferences(report, blocks)).toEqual([]))
})

it('a number changed in a table and in the text that quotes it is one difference', () => {
  const other = setCells(report, { 'remedies.review.upheld': 3, 'remedies.review.total': 1 })
  const list = wordDifferences(report, saidBy(other))
  expect(list.map(({ kind }) => kind)).toEqual(['cell', 'cell'])
  expect(withDifferences(report, list)).toEqual({ ...report, cells: other.cells })
})

describe('of the tables', () => {
  it('a row that was taken out is told at once, and its numbers are asked about', () => {
    const said = saidBy(report).map((block): RawBlock => {
      if (block.type !== 'grid') return block
      return { ...block, rows: block.rows.filter((row) => row[0]?.text !== '行政强制') }
    })
    expect(wordDifferences(report, said)).toMatchObject([
      { kind: 'absent', fields: ['disclosure.compulsion.decisions'] }
    ])
  })

  it('columns parted by a hair are no difference', () => {
    const said = saidBy(report).map((block): RawBlock => {
      if (block.type !== 'grid') return block
      const last = (row: readonly unknown[], c: number) => c === row.length - 1
      const parted = block.rows.map((row, r) =>
        row.map((cell, c) =>
          last(row, c) && r % 2 ? { ...cell, cols: (cell.cols ?? 1) + 1 } : cell
        )
      )
      return { ...block, rows: parted }
    })
    expect(wordDifferences(report, said)).toEqual([])
    const changed = withCell(said, 'remedies.review.upheld', '9')
    expect(wordDifferences(report, changed)).toMatchObject([{ kind: 'cell', theirs: '9' }])
  })
})

it('all text replaced is asked about section by section, not line by line', () => {
  const said = saidBy(report).flatMap((block): RawBlock[] => {
    const isProse = block.type === 'text' && !/^[一二三四五六]、|年度报告$/.test(block.text)
    if (!isProse) return [block]
    return ['春眠不觉晓处处闻啼鸟', '夜来风雨声花落知多少'].map((text) => ({ type: 'text', text }))
  })
  const list = wordDifferences(report, said)
  expect(list.length).toBeLessThan(12)
  expect(list.every(({ theirs, kind }) => kind === 'fixed' || theirs.includes('春眠'))).toBe(true)
})

it('what a report prints is no difference, of any report', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      expect(wordDifferences(report, saidBy(report))).toEqual([])
    }),
    { numRuns: times(300, 60) }
  )
})

/** A number, its note, the unit or the year of the title; or one line changed, taken out or added. */
const edit = fc.record({
  kind: fc.constantFrom('cell', 'note', 'unit', 'year', 'change', 'remove', 'add'),
  field: fc.constantFrom(...fields),
  at: fc.nat(200)
})

it('a single edit is a single difference, of any report', () => {
  fc.assert(
    fc.property(anyReport, edit, (report, { kind, field, at }) => {
      const said = saidBy(report)
      const texts = said.flatMap((block, i) =>
        block.type === 'text' && i > 0 && !/^[一二三四五六]、|^图\d/.test(block.text) ? [i] : []
      )
      const place = texts[at % Math.max(1, texts.length)]
      const [number, note] = ['9007199254', '含上年']
      if (kind === 'cell' || kind === 'note') {
        const text = kind === 'note' ? `${number}（${note}）` : number
        const changed = wordDifferences(report, withCell(said, field, text))
        expect(changed).toMatchObject([
          { kind: 'cell', field, reading: { note: kind === 'note' ? note : '' } }
        ])
        expect(changed).toHaveLength(1)
        return
      }
      if (kind === 'unit' || kind === 'year') {
        const [unit, year] =
          kind === 'unit' ? ['清川市新设局', report.year] : [report.unit.name, report.year - 1]
        const [, ...body] = said
        const changed = wordDifferences(report, [
          { type: 'text', text: reportTitle(unit, year) },
          ...body
        ])
        expect(changed.map((one) => one.kind)).toEqual([kind])
        return
      }
      fc.pre(place !== undefined && report.charts.every(({ table }) => !table))
      fc.pre((report.settings.signature ?? 'none') === 'none')
      const changed = said.flatMap((block, i): RawBlock[] => {
        if (i !== place || block.type !== 'text') return [block]
        if (kind === 'remove') return []
        if (kind === 'add') return [block, { type: 'text', text: '昨夜西风凋碧树' }]
        return [{ ...block, text: `昨夜${block.text}` }]
      })
      const list = wordDifferences(report, changed)
      expect(list).toHaveLength(1)
      expect(wordDifferences(withDifferences(report, list), changed)).toEqual([])
    }),
    { numRuns: times(300, 60) }
  )
})
