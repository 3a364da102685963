import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { form2021 } from '../../../src/core/form/form.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import { navigation } from '../../../src/ui/grid/navigate.ts'
import { fillSources, reached } from '../../../src/ui/parts/field/reach.ts'

const requests = navigation(form2021.tables.requests)
const disclosure = navigation(form2021.tables.disclosure)
const remedies = navigation(form2021.tables.remedies)

describe('moving about in the statutory tables', () => {
  it.each([
    ['requests.received.natural', 'right', 'requests.received.commercial'],
    ['requests.received.natural', 'left', undefined],
    ['requests.received.natural', 'up', undefined],
    ['requests.partlyGranted.legal', 'down', 'requests.refused.stateSecret.legal'],
    ['requests.carriedOut.total', 'down', undefined]
  ] as const)('from %s %s to %s', (from, direction, to) => {
    expect(requests.next(from, direction)).toBe(to)
  })

  it('steps over labels and merged cells of table 二', () => {
    expect(disclosure.next('disclosure.normative.repealed', 'down')).toBe(
      'disclosure.licensing.decisions'
    )
    expect(disclosure.next('disclosure.licensing.decisions', 'right')).toBeUndefined()
    expect(disclosure.next('disclosure.compulsion.decisions', 'down')).toBe(
      'disclosure.fees.amount'
    )
  })

  it('goes along in reading order', () => {
    expect(requests.along('requests.received.total', false)).toBe('requests.carriedIn.natural')
    expect(requests.along('requests.received.natural', true)).toBeUndefined()
    expect(remedies.along('remedies.review.total', false)).toBe('remedies.direct.upheld')
    expect(remedies.first).toBe('remedies.review.upheld')
  })

  it('selects rectangles, each merged cell once', () => {
    expect(requests.range('requests.granted.research', 'requests.received.commercial')).toEqual([
      ['requests.received.commercial', 'requests.received.research'],
      ['requests.carriedIn.commercial', 'requests.carriedIn.research'],
      ['requests.granted.commercial', 'requests.granted.research']
    ])
    expect(
      disclosure.range('disclosure.licensing.decisions', 'disclosure.penalty.decisions')
    ).toEqual([['disclosure.licensing.decisions'], ['disclosure.penalty.decisions']])
  })
})

describe('every key leads to a cell of the table', () => {
  const tables = { requests, disclosure, remedies }
  it.each(['requests', 'disclosure', 'remedies'] as const)('%s', (table) => {
    const nav = tables[table]
    const fields = form2021.fieldsOf(table)
    const move = fc.record({
      to: fc.constantFrom('up', 'down', 'left', 'right'),
      reach: fc.constantFrom('next', 'page', 'edge', 'line', 'table')
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.array(move, { maxLength: 6 }),
        fc.subarray([...fields]),
        (from, moves, filled) => {
          const isFilled = (field: FieldId) => filled.includes(field)
          const end = moves.reduce((at, one) => reached(at, one, { ...nav, isFilled }), from)
          expect(fields).toContain(end)
        }
      )
    )
  })
})

describe('filling', () => {
  const sources = (fields: readonly FieldId[], from: 'up' | 'left') =>
    Object.fromEntries(fillSources(requests.next, fields, from))
  const block = requests.range('requests.received.natural', 'requests.granted.commercial').flat()

  it('down: all rows of a block get what its first has', () => {
    expect(sources(block, 'up')).toEqual({
      'requests.carriedIn.natural': 'requests.received.natural',
      'requests.carriedIn.commercial': 'requests.received.commercial',
      'requests.granted.natural': 'requests.received.natural',
      'requests.granted.commercial': 'requests.received.commercial'
    })
  })

  it('right: all columns get what the first has', () => {
    expect(sources(block, 'left')).toEqual({
      'requests.received.commercial': 'requests.received.natural',
      'requests.carriedIn.commercial': 'requests.carriedIn.natural',
      'requests.granted.commercial': 'requests.granted.natural'
    })
  })

  it('a single cell, or a row of them, gets what stands above, and the first row nothing', () => {
    expect(sources(['requests.carriedIn.natural'], 'up')).toEqual({
      'requests.carriedIn.natural': 'requests.received.natural'
    })
    expect(sources(['requests.received.natural'], 'up')).toEqual({})
    expect(sources(['requests.received.natural'], 'left')).toEqual({})
  })

  it('takes nothing from outside a block of several rows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...form2021.fieldsOf('disclosure')), (from) => {
        const all = disclosure.range(disclosure.first ?? from, from).flat()
        const filled = fillSources(disclosure.next, all, 'up')
        for (const [to, source] of filled) {
          if (filled.size > 1) expect(all).toContain(source)
          expect(filled.has(source)).toBe(false)
          expect(to).not.toBe(source)
        }
      })
    )
  })
})
