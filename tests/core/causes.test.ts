import { describe, expect, it } from 'vitest'
import { causes } from '../../src/core/causes.ts'
import { validate } from '../../src/core/validate.ts'
import { random, sizes, validCells, validReport } from './reports.ts'
import { slipped } from './slips.ts'

const rounds = 2000
const spans = Object.values(sizes)

/** Runs slips of `count` cells and counts how often the first-ranked sets are the wrong cells. */
function mutate(count: number) {
  const next = random(count)
  const report = validReport(1)
  const tally = new Map<string, { all: number; found: number; restored: number }>()
  let [found, restored] = [0, 0]
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const cells = validCells(next, spans[round % spans.length] ?? 25)
    const slip = slipped(cells, count, next)
    const began = performance.now()
    const first = causes({ ...report, cells: slip.cells }).flatMap(
      ({ suspects }) => suspects[0]?.changes ?? []
    )
    times.push(performance.now() - began)
    const named = first.map(({ field }) => field).sort()
    const hit = named.join() === [...slip.fields].sort().join()
    const right = hit && first.every(({ field, to }) => cells[field] === to)
    found += Number(hit)
    restored += Number(right)
    const kind = [...slip.kinds].sort().join(' + ')
    const entry = tally.get(kind) ?? { all: 0, found: 0, restored: 0 }
    entry.all++
    entry.found += Number(hit)
    entry.restored += Number(right)
    tally.set(kind, entry)
  }
  times.sort((a, b) => a - b)
  const p95 = times[Math.floor(rounds * 0.95)]?.toFixed(2)
  return { found: found / rounds, restored: restored / rounds, tally, p95, max: times.at(-1) }
}

describe('root causes of random slips in table 3', { timeout: 60_000 }, () => {
  it('names the one wrong cell and restores it', () => {
    const { found, restored, tally, p95 } = mutate(1)
    console.log(`one cell: ${found} found, ${restored} restored, p95 ${p95} ms`)
    console.table(Object.fromEntries(tally))
    expect(found).toBeGreaterThanOrEqual(0.95)
    expect(restored).toBeGreaterThanOrEqual(0.9)
  })

  it('ranks the two wrong cells first', () => {
    const { found, tally, p95, max } = mutate(2)
    const worst = [...tally].filter(([, { all, found }]) => found < all)
    console.log(`two cells: ${found} found, p95 ${p95} ms, longest ${max?.toFixed(1)} ms`)
    console.table(Object.fromEntries(worst))
    expect(found).toBeGreaterThanOrEqual(0.8)
  })

  it('has nothing to say about valid reports', () => {
    const next = random(7)
    const report = validReport(1)
    for (let round = 0; round < 500; round++) {
      const cells = validCells(next, spans[round % spans.length] ?? 25)
      const errors = validate({ ...report, cells }).filter(({ severity }) => severity === 'error')
      expect(errors).toEqual([])
    }
  })
})
