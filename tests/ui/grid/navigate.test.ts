import { describe, expect, it } from 'vitest'
import { form2021 } from '../../../src/core/form/form.ts'
import { navigation } from '../../../src/ui/grid/navigate.ts'

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
