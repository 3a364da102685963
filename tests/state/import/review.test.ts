import { describe, expect, it } from 'vitest'
import { form2021, entriesOf } from '../../../src/core/form/form.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import type { FoundFigure } from '../../../src/core/intake/figures/found-figure.ts'
import type { Leftover, Patch, Reading } from '../../../src/core/intake/source/reading.ts'
import { Review } from '../../../src/state/import/review.svelte.ts'
import { patchOf, read } from '../../core/intake/readings.ts'

/** What the user says about a reading, step by step, and the draft that comes of it. */

const fields = Object.values(form2021.tables)
  .flatMap(entriesOf)
  .map(({ field }) => field)
const zeros = Object.fromEntries(fields.map((field) => [field, read(0)]))
const figure: FoundFigure = {
  platform: { kind: 'wechat', name: '清川水利' },
  key: 'posts',
  name: '信息发布总数',
  period: 'year',
  value: 190,
  qualifier: '',
  shown: '',
  unit: '条',
  quote: '公众号推送190条',
  from: 0,
  to: 0
}
const review = (cells: Partial<Record<FieldId, Reading>>, more: Partial<Patch> = {}): Review => {
  const patch = patchOf(cells, { unitName: '清川市水利局', year: 2024, ...more })
  return new Review('年报.docx', { ok: true, blocks: [], patch, findings: [] })
}

const fee = 'disclosure.fees.amount'
const upheld = 'remedies.review.upheld'
const doubt = (value: number | null): Reading =>
  read(value, { confidence: 'doubt', why: 'approximate' })
const stroke = read(null, { raw: '/', kind: 'na' })
const two = () => review({ ...zeros, [fee]: doubt(5_070_000), [upheld]: stroke })

describe('unit and year', () => {
  it('are those of the source, and go into the draft as the user leaves them', () => {
    const one = review(zeros)
    expect([one.unitName, one.yearText, one.year]).toEqual(['清川市水利局', '2024', 2024])
    one.unitName = ' 清川市水务局 '
    one.yearText = ' 2023 '
    expect(one.draft()).toMatchObject({ unit: { name: '清川市水务局' }, year: 2023 })
  })

  it('the year is asked where the source names several', () => {
    expect(review(zeros, { years: [2024, 2023] }).yearText).toBe('')
  })

  it.each(['', '24', '二〇二四', '2024年'])('%s is no year', (typed) => {
    const one = review(zeros)
    one.yearText = typed
    expect(one.year).toBeUndefined()
  })
})

describe('questions', () => {
  it('are none where all is sure', () => {
    const one = review(zeros)
    expect([one.questions, one.remaining, one.selected]).toEqual([[], [], undefined])
    expect(one.counts).toMatchObject({ read: 200, numbers: 200, sure: 200, doubtful: 0, absent: 0 })
  })

  it('stand open until they are settled; the next one is selected then', () => {
    const one = two()
    expect(one.questions.map((question) => question.fields)).toEqual([[fee], [upheld]])
    expect([one.selected, one.remaining]).toEqual([0, [0, 1]])
    one.settle(0)
    expect([one.selected, one.remaining, one.isSettled(0)]).toEqual([1, [1], true])
    one.settle(1)
    expect(one.remaining).toEqual([])
  })

  it('come back when they are opened again', () => {
    const one = two()
    one.settle(0)
    one.reopen(0)
    expect([one.selected, one.remaining, one.isSettled(0)]).toEqual([0, [0, 1], false])
  })

  it('are not settled by what is no number', () => {
    const one = two()
    one.type(fee, '不详')
    one.settle(0)
    expect([one.isSettled(0), one.problemOf(fee) !== undefined]).toEqual([false, true])
    one.type(fee, '6.5')
    one.settle(0)
    expect([one.isSettled(0), one.problemOf(fee)]).toEqual([true, undefined])
  })

  it('stand open again where a number is typed over by words', () => {
    const one = two()
    one.settle(0)
    one.type(fee, '不详')
    expect(one.remaining).toEqual([0, 1])
  })

  it('are answered for all their cells at once', () => {
    const row = fields.filter((field) => field.startsWith('requests.carriedIn.'))
    const found = Object.fromEntries(
      fields.filter((field) => !row.includes(field)).map((field) => [field, read(0)])
    )
    const one = review(found)
    expect(one.counts).toMatchObject({ absent: 7, doubtful: 0 })
    one.fill(0, '0')
    expect(one.remaining).toEqual([])
    expect(row.map((field) => one.draft().cells[field])).toEqual(row.map(() => 0))
  })

  it('are not asked of a table that is left out', () => {
    const one = two()
    one.take('disclosure', false)
    expect([one.remaining, one.takes('disclosure')]).toEqual([[1], false])
    one.take('disclosure', true)
    expect(one.remaining).toEqual([0, 1])
  })
})

describe('the draft', () => {
  it('leaves the cells of open questions empty, and takes those of settled ones', () => {
    const one = two()
    expect(one.draft().cells[fee]).toBeNull()
    one.settle(0)
    expect(one.draft().cells[fee]).toBe(5_070_000)
  })

  it('takes what was typed, over what was read', () => {
    const one = two()
    expect(one.textOf(fee)).toBe('5.07')
    one.type(fee, '6.5')
    one.settle(0)
    expect([one.textOf(fee), one.draft().cells[fee]]).toEqual(['6.5', 6_500_000])
  })

  it('has the name of the source, and nothing of what is left out', () => {
    const one = review(zeros, {
      text: { leadIn: '', overview: '甲。', problems: '乙。', other: '' }
    })
    one.take('overview', false)
    one.take('requests', false)
    const { imported, text, cells } = one.draft()
    expect(imported?.name).toBe('年报.docx')
    expect(text).toMatchObject({ overview: '', problems: '乙。' })
    expect([cells['requests.granted.total'], cells[upheld]]).toEqual([null, 0])
  })

  it('has the figures of the prose that are taken', () => {
    const one = review(zeros, { figures: [figure, { ...figure, key: 'views', value: 7 }] })
    const taken = () => one.draft().metrics.map(({ value }) => value)
    expect(taken()).toEqual([190, 7])
    one.takeFigure(figure, false)
    expect([one.takesFigure(figure), taken()]).toEqual([false, [7]])
    one.takeFigure(figure, true)
    expect(taken()).toEqual([190, 7])
    one.take('overview', false)
    expect([one.takesFigure(figure), taken()]).toEqual([false, []])
  })
})

describe('what nobody could place', () => {
  const words: Leftover = { text: '附件一', reason: 'after' }
  const row: Leftover = {
    text: '上年转入  1  0  0  0  0  0  1',
    reason: 'row',
    cells: ['1', '0', '0', '0', '0', '0', '1']
  }
  const without = Object.fromEntries(
    fields
      .filter((field) => !field.startsWith('requests.carriedIn.'))
      .map((field) => [field, read(0)])
  )
  const carriedIn = fields.filter((field) => field.startsWith('requests.carriedIn.'))

  it('goes where the user puts it, and stays with the draft elsewhere', () => {
    const one = review(zeros, { leftovers: [words, row] })
    one.place(words, 'other')
    expect(one.homeOf(words)).toBe('other')
    expect(one.draft()).toMatchObject({
      text: { other: '附件一' },
      imported: { leftovers: [row.text] }
    })
    one.place(words, undefined)
    expect(one.draft().imported?.leftovers).toEqual([words.text, row.text])
    one.place(words, 'drop')
    expect(one.draft()).toMatchObject({ text: { other: '' }, imported: { leftovers: [row.text] } })
  })

  it('a row may be any row of as many cells of which nothing was found', () => {
    const one = review(without, { leftovers: [words, row] })
    expect(one.rowsFor(row)).toEqual([{ id: 'requests.carriedIn', fields: carriedIn }])
    expect(one.rowsFor(words)).toEqual([])
  })

  it('a row gives its numbers to the row it is given to, and takes them back', () => {
    const one = review(without, { leftovers: [row] })
    const [free] = one.rowsFor(row)
    one.assign(row, free)
    expect([one.rowOf(row), one.selected]).toEqual([free, 0])
    expect(carriedIn.map(one.textOf)).toEqual(row.cells)
    one.settle(0)
    expect(carriedIn.map((field) => one.draft().cells[field])).toEqual([1, 0, 0, 0, 0, 0, 1])
    expect(one.draft().imported?.leftovers).toBeUndefined()
    one.assign(row, undefined)
    expect([one.rowOf(row), carriedIn.map(one.textOf)]).toEqual([
      undefined,
      carriedIn.map(() => '')
    ])
    expect(one.draft().imported?.leftovers).toEqual([row.text])
  })
})

it('the equations of the form are those of the numbers as they stand now', () => {
  const one = review({ ...zeros, 'requests.granted.natural': read(3) })
  expect(one.balances.broken.map(({ id }) => id)).toEqual(['T3-ROW:granted', 'T3-SUM:natural'])
  one.type('requests.granted.natural', '0')
  expect(one.balances.broken).toEqual([])
})

describe('answers are taken up again', () => {
  const leftover: Leftover = {
    reason: 'row',
    text: '某行\t1\t2\t3',
    cells: ['1', '2', '3']
  }
  const begun = (): Review => {
    const one = fresh()
    one.unitName = '清川市水务局'
    one.yearText = '2025'
    one.type(fee, '507')
    one.settle(one.questions.findIndex(({ fields }) => fields.includes(fee)))
    one.place(leftover, 'drop')
    one.take('problems', false)
    one.takeFigure(figure, false)
    return one
  }
  const fresh = () =>
    review(
      { [fee]: doubt(5_070_000), [upheld]: stroke },
      { leftovers: [leftover, { ...leftover, text: '另一行' }], figures: [figure] }
    )

  it('all of them, after the way through the store', () => {
    const again = fresh()
    again.resume(structuredClone(begun().answers))
    expect(again.answers).toEqual(begun().answers)
    const { cells, text, channels, unit } = begun().draft()
    expect(again.draft()).toMatchObject({ cells, text, channels, unit })
  })

  it.each([
    ['none', undefined],
    ['others', { questions: 1 }],
    ['of another reading', { ...begun().answers, questions: 999 }],
    ['torn', { ...begun().answers, typed: { [fee]: 7 } }]
  ])('%s are no error', (_, stored) => {
    const again = fresh()
    again.resume(stored)
    expect(again.answers).toEqual(fresh().answers)
  })
})
