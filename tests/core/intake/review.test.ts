import { describe, expect, it } from 'vitest'
import { fields, form2021 } from '../../../src/core/form/form.ts'
import type { FoundFigure } from '../../../src/core/intake/figures/found-figure.ts'
import type { Reading } from '../../../src/core/intake/source/reading.ts'
import {
  withAnswers,
  balancesOn,
  questionsOf,
  type Answers
} from '../../../src/core/intake/review.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import { applicants, requestRows } from '../../../src/core/form/requests.ts'
import { patchOf, read } from './readings.ts'

const zeros = (): Partial<Record<FieldId, Reading>> =>
  Object.fromEntries(fields.map((field) => [field, read(0)]))

const answers = (more: Partial<Answers> = {}): Answers => ({
  unitName: '清川市科学技术局',
  year: 2025,
  typed: {},
  unanswered: [],
  homes: {},
  left: [],
  dropped: [],
  ...more
})

describe('the questions of a reading', () => {
  it('are none where all is sure, blank or not', () => {
    expect(
      questionsOf(form2021, patchOf({ ...zeros(), 'remedies.review.total': read(null) }))
    ).toEqual([])
  })

  it('put the cells of one row together, and ask of a stroke', () => {
    const stroke = read(null, { raw: '/', kind: 'na' })
    const cells = {
      'disclosure.rules.issued': stroke,
      'disclosure.rules.repealed': stroke,
      'disclosure.rules.inForce': stroke
    }
    expect(questionsOf(form2021, patchOf({ ...zeros(), ...cells }))).toEqual([
      { fields: Object.keys(cells), why: 'stroke', open: true }
    ])
  })

  it('put a whole column together rather than ask row by row', () => {
    const likely = read(0, { confidence: 'likely', why: 'deduced' })
    const cells = Object.fromEntries(
      requestRows.map(({ id }) => [`requests.${id}.total`, likely])
    ) as Partial<Record<FieldId, Reading>>
    expect(questionsOf(form2021, patchOf({ ...zeros(), ...cells }))).toEqual([
      { fields: Object.keys(cells), why: 'deduced', open: false }
    ])
  })

  it('are of the rows and tables that were not found', () => {
    const row = fields.filter((field) => field.startsWith('requests.carriedIn.'))
    const table = fields.filter((field) => field.startsWith('remedies.'))
    const found = fields.filter((field) => ![...row, ...table].includes(field))
    const cells = Object.fromEntries(found.map((field) => [field, read(0)]))
    expect(questionsOf(form2021, patchOf(cells))).toEqual([
      { fields: row, why: 'absent', open: true },
      { fields: table, why: 'table', open: true }
    ])
  })

  it('come open ones first, each cell once', () => {
    const cells: Partial<Record<FieldId, Reading>> = { ...zeros() }
    for (const { id } of applicants) {
      cells[`requests.received.${id}`] = read(1, { confidence: 'likely', why: 'ragged' })
    }
    cells['remedies.direct.other'] = read(3, { confidence: 'doubt', why: 'approximate' })
    const questions = questionsOf(form2021, patchOf(cells))
    expect(questions.map(({ open }) => open)).toEqual([true, false])
    const asked = questions.flatMap((question) => question.fields)
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked).toHaveLength(8)
  })
})

describe('the answers', () => {
  const fee = 'disclosure.fees.amount'
  const doubtful = patchOf(
    { [fee]: read(5_070_000, { confidence: 'doubt', why: 'approximate', note: '含滞纳金' }) },
    { notes: { [fee]: '含滞纳金' } }
  )

  it('take what was read where nothing was typed', () => {
    expect(withAnswers(doubtful, answers())).toMatchObject({
      cells: { [fee]: { value: 5_070_000 } },
      notes: { [fee]: '含滞纳金' },
      unitName: '清川市科学技术局',
      year: 2025
    })
  })

  it('leave unanswered cells empty, their remark with them', () => {
    const patch = withAnswers(doubtful, answers({ unanswered: [fee], typed: { [fee]: '1' } }))
    expect(patch.cells[fee]?.value).toBeNull()
    expect(patch.notes).toEqual({})
  })

  it('take what was typed, a remark too', () => {
    const patch = withAnswers(doubtful, answers({ typed: { [fee]: '6.5（含补缴）' } }))
    expect(patch.cells[fee]?.value).toBe(6_500_000)
    expect(patch.notes[fee]).toBe('含补缴')
  })

  it('never take what is no number', () => {
    const patch = withAnswers(doubtful, answers({ typed: { [fee]: '不详' } }))
    expect(patch.cells[fee]?.value).toBe(5_070_000)
  })

  it('leave tables and sections blank that are not taken, and figures that are dropped', () => {
    const figure: FoundFigure = {
      platform: { kind: 'wechat', name: '微信公众号' },
      key: 'posts',
      name: '信息发布总数',
      period: 'year',
      value: 190,
      qualifier: '余',
      shown: '',
      unit: '条',
      quote: '',
      from: 0,
      to: 0
    }
    const patch = patchOf(zeros(), {
      text: { ...doubtful.text, overview: '甲。', problems: '乙。' },
      figures: [figure, { ...figure, value: 3 }]
    })
    const result = withAnswers(
      patch,
      answers({ left: ['requests', 'problems'], dropped: [figure] })
    )
    expect(Object.keys(result.cells)).toHaveLength(25)
    expect(result.text).toMatchObject({ overview: '甲。', problems: '' })
    expect(result.figures.map(({ value }) => value)).toEqual([3])
    expect(withAnswers(patch, answers({ left: ['overview'] })).figures).toEqual([])
  })

  it('put leftovers where they are told to, and keep those of which nothing was said', () => {
    const leftovers = ['附件一', '导航', '说明'].map((text) => ({ text, reason: 'after' as const }))
    const patch = patchOf({}, { leftovers, text: { ...doubtful.text, other: '无' } })
    const result = withAnswers(patch, answers({ homes: { 0: 'other', 1: 'drop' } }))
    expect(result.text.other).toBe('无\n附件一')
    expect(result.leftovers.map(({ text }) => text)).toEqual(['说明'])
  })
})

describe('the equations on a reading', () => {
  it('hold where all is zero', () => {
    const { held, broken } = balancesOn(form2021, patchOf(zeros()))
    expect(broken).toEqual([])
    expect(held).toBe(42)
  })

  it('break exactly where a part does not fit its totals', () => {
    const cells = { ...zeros(), 'requests.granted.natural': read(3) }
    const { broken } = balancesOn(form2021, patchOf(cells))
    expect(broken.map(({ id }) => id)).toEqual(['T3-ROW:granted', 'T3-SUM:natural'])
  })

  it('say nothing where a cell is blank or missing', () => {
    expect(balancesOn(form2021, patchOf({}))).toEqual({ held: 0, broken: [] })
    const blank = { ...zeros(), 'remedies.review.total': read(null) }
    expect(balancesOn(form2021, patchOf(blank)).held).toBe(41)
  })
})
