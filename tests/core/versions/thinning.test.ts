import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isLarge,
  snapshotReasons,
  surplus,
  type SnapshotBounds,
  type Snapshotted
} from '../../../src/core/versions/thinning.ts'

const now = new Date('2026-01-20T08:00:00Z')
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const before = (age: number): string => new Date(now.getTime() - age).toISOString()
const ageOf = ({ at }: Snapshotted): number => now.getTime() - Date.parse(at)
const kept = (moments: readonly Snapshotted[], bounds?: SnapshotBounds): Snapshotted[] => {
  const gone = new Set(surplus(moments, now, bounds))
  return moments.filter((moment) => !gone.has(moment))
}
/** Snapshots of one report, one every `step` back to the age `upTo`. */
const every = (step: number, upTo: number, reason = 'while-working'): Snapshotted[] =>
  Array.from({ length: Math.floor(upTo / step) + 1 }, (_, i) => ({
    key: i,
    reportId: 'a',
    at: before(i * step),
    reason,
    bytes: 40_000
  })).reverse()
const between = (from: number, to: number) => (moment: Snapshotted) =>
  ageOf(moment) > from && ageOf(moment) <= to

const loose: SnapshotBounds = {
  each: { count: Infinity, bytes: Infinity },
  all: { count: Infinity, bytes: Infinity }
}

describe('by age', () => {
  const left = kept(every(10 * minute, 400 * day), loose)

  it.each([
    ['all of the last day', 0, day, 144, 144],
    ['one an hour of the last week', day, 7 * day, 144, 145],
    ['one a day of the last three months', 7 * day, 90 * day, 83, 84],
    ['one in thirty days of the time before', 90 * day, 400 * day, 10, 12]
  ])('%s', (_, from, to, least, most) => {
    const { length } = left.filter(between(from, to))
    expect(length).toBeGreaterThanOrEqual(least)
    expect(length).toBeLessThanOrEqual(most)
  })

  it('of an hour the last stays, but of those before something large where there are any', () => {
    const at = (minutes: number, reason: string, key: number): Snapshotted => ({
      key,
      reportId: 'a',
      at: new Date(Date.parse('2026-01-17T08:00:00Z') + minutes * minute).toISOString(),
      reason,
      bytes: 1
    })
    const moments = [at(5, 'opened', 1), at(20, 'merge', 2), at(40, 'while-working', 3)]
    const newer = at(500, 'opened', 4)
    expect(kept([...moments, newer]).map(({ key }) => key)).toEqual([2, 4])
    expect(kept([...moments.slice(2), newer]).map(({ key }) => key)).toEqual([3, 4])
  })

  it('the last one stays, however old it is', () => {
    const [only] = every(1, 0)
    const old = { ...only, at: '2019-03-01T00:00:00Z' } as Snapshotted
    expect(kept([old])).toEqual([old])
  })
})

/** Any snapshots of a few reports, of the last minutes to the last years. */
const anyMoments = fc
  .array(
    fc.record({
      reportId: fc.constantFrom('a', 'b', 'c'),
      reason: fc.constantFrom(...snapshotReasons),
      bytes: fc.integer({ min: 1, max: 1000 }),
      age: fc.oneof(fc.integer({ min: 0, max: 2 * day }), fc.integer({ min: 0, max: 800 * day }))
    }),
    { maxLength: 60 }
  )
  .map((list) =>
    list.map(({ age, ...one }, key): Snapshotted => ({ ...one, key, at: before(age) }))
  )
const anyBounds: fc.Arbitrary<SnapshotBounds> = fc.record({
  each: fc.record({
    count: fc.integer({ min: 2, max: 20 }),
    bytes: fc.integer({ min: 2000, max: 9000 })
  }),
  all: fc.record({
    count: fc.integer({ min: 6, max: 40 }),
    bytes: fc.integer({ min: 6000, max: 20_000 })
  })
})
const isFresh = (moment: Snapshotted): boolean => isLarge(moment.reason) && ageOf(moment) <= day
const sizeOf = (moments: readonly Snapshotted[]): number =>
  moments.reduce((sum, { bytes }) => sum + bytes, 0)

describe('whatever there is', () => {
  const holds = (rule: (left: Snapshotted[], all: Snapshotted[], bounds: SnapshotBounds) => void) =>
    fc.assert(
      fc.property(anyMoments, anyBounds, (moments, bounds) => {
        rule(kept(moments, bounds), moments, bounds)
      })
    )

  it('what stays is within the bounds', () =>
    holds((left, _all, { each, all }) => {
      for (const id of ['a', 'b', 'c']) {
        const own = left.filter(({ reportId }) => reportId === id)
        expect(own.length).toBeLessThanOrEqual(each.count)
        expect(sizeOf(own)).toBeLessThanOrEqual(each.bytes)
      }
      expect(left.length).toBeLessThanOrEqual(all.count)
      expect(sizeOf(left)).toBeLessThanOrEqual(all.bytes)
    }))

  it('before everything large of the last day there is a state of that day', () =>
    holds((left, all) => {
      for (const large of all.filter(isFresh)) {
        const earlier = left.filter(
          (one) => one.reportId === large.reportId && isFresh(one) && one.at <= large.at
        )
        expect(earlier).not.toEqual([])
      }
    }))

  it('what was thinned is not thinned further as long as no time passes', () =>
    holds((left, _all, bounds) => expect(kept(left, bounds)).toEqual(left)))

  it('one report does not take the room of another within the bounds of all', () =>
    fc.assert(
      fc.property(anyMoments, (moments) => {
        const own = moments.filter(({ reportId }) => reportId === 'a')
        const among = kept(moments, { ...loose, each: { count: 5, bytes: 5000 } })
        expect(among.filter(({ reportId }) => reportId === 'a')).toEqual(
          kept(own, { ...loose, each: { count: 5, bytes: 5000 } })
        )
      })
    ))
})

it('over a bound what stays lies the further apart the longer ago it was', () => {
  const moments = [...every(day, 40 * day), ...every(10 * minute, 3 * hour)].map((one, key) => ({
    ...one,
    key
  }))
  const left = kept(moments, { ...loose, each: { count: 25, bytes: Infinity } })
  expect(left).toHaveLength(25)
  const count = (from: number, to: number) => left.filter(between(from, to)).length
  // Three hours have more than the forty days before them, and those the first of all.
  expect(count(-1, 3 * hour)).toBeGreaterThan(count(day, 39 * day))
  expect(left[0]).toBe(moments[0])
  const gaps = left.slice(1).map((one, i) => ageOf(left[i] as Snapshotted) - ageOf(one))
  expect(gaps.slice(0, 5)).not.toContain(10 * minute)
})

it('a time that cannot be read, or is yet to come, is no error', () => {
  const [one] = every(1, 0)
  const odd = ['', 'gestern', '2099-01-01T00:00:00Z'].map((at, key) => ({ ...one, at, key }))
  expect(kept(odd as Snapshotted[]).map(({ key }) => key)).toContain(2)
})
