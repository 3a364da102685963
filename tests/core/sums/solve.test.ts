import { describe, expect, it } from 'vitest'
import { solve, type Suspect } from '../../../src/core/sums/solve.ts'
import { fields, form2021 } from '../../../src/core/form/form.ts'
import { repairs } from '../../../src/core/checks/repair/repair.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import { applicants, requestRows } from '../../../src/core/form/requests.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import { isOfSums } from '../../../src/core/checks/finding.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import { below, random, sizes, validCells, validReport } from '../report/reports.ts'
import { figures, times } from '../../run.ts'
import { exchanged, slipped } from './slips.ts'

const rounds = times(2000, 500)
const spans = Object.values(sizes)

/** Runs slips of `count` cells and counts how often the first-ranked sets are the wrong cells. */
function mutate(count: number) {
  const next = random(count)
  const report = validReport(1)
  const tally = new Map<string, { all: number; found: number; restored: number }>()
  let [found, restored] = [0, 0]
  const durations: number[] = []
  for (let round = 0; round < rounds; round++) {
    const cells = validCells(next, spans[round % spans.length] ?? 25)
    const slip = slipped(cells, count, next)
    const began = performance.now()
    const first = solve(form2021, { ...report, cells: slip.cells }).causes.flatMap(
      ({ suspects }) => suspects[0]?.changes ?? []
    )
    durations.push(performance.now() - began)
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
  durations.sort((a, b) => a - b)
  const p95 = durations[Math.floor(rounds * 0.95)]?.toFixed(2)
  return { found: found / rounds, restored: restored / rounds, tally, p95, max: durations.at(-1) }
}

const fieldsOf = (suspect: Suspect | undefined): string[] =>
  (suspect?.changes ?? []).map(({ field }) => field)

describe('root causes of random slips in table 3', { timeout: 60_000 }, () => {
  it('names the one wrong cell and restores it', () => {
    const { found, restored, tally, p95 } = mutate(1)
    if (figures) {
      console.log(`one cell: ${found} found, ${restored} restored, p95 ${p95} ms`)
      console.table(Object.fromEntries(tally))
    }
    expect(found).toBeGreaterThanOrEqual(0.95)
    expect(restored).toBeGreaterThanOrEqual(0.9)
  })

  it('ranks the two wrong cells first', () => {
    const { found, tally, p95, max } = mutate(2)
    if (figures) {
      const worst = [...tally].filter(([, { all, found }]) => found < all)
      console.log(`two cells: ${found} found, p95 ${p95} ms, longest ${max?.toFixed(1)} ms`)
      console.table(Object.fromEntries(worst))
    }
    expect(found).toBeGreaterThanOrEqual(0.8)
  })

  it.each(['column', 'row'] as const)('finds numbers in the neighbouring %s', (where) => {
    const next = random(31)
    const report = validReport(1)
    let [all, found, listed] = [0, 0, 0]
    while (all < times(500, 200)) {
      const slip = exchanged(validCells(next, spans[all % spans.length] ?? 25), where, next)
      if (!slip) continue
      all++
      const wrong = [...slip.fields].sort().join()
      const named = solve(form2021, { ...report, cells: slip.cells }).causes.map(
        ({ suspects }) => suspects
      )
      const first = named.flatMap(([likeliest]) => fieldsOf(likeliest)).sort()
      const any = named.flat().map((suspect) => fieldsOf(suspect).sort().join())
      found += Number(first.join() === wrong)
      listed += Number(first.join() === wrong || any.includes(wrong))
    }
    if (figures) console.log(`neighbouring ${where}: ${found / all} first, ${listed / all} listed`)
    expect(found / all).toBeGreaterThanOrEqual(0.8)
    expect(listed).toBe(all)
  })

  it.each([
    ['whose totals follow', true],
    ['whose totals stay', false]
  ] as const)(
    'puts a unit typed into another column first, %s, and accuses no cell',
    (_, follow) => {
      const next = random(9)
      const report = validReport(1)
      const rows = requestRows.filter(({ id }) => id !== 'handled')
      const parts = applicants.slice(0, -1)
      const tally = { all: 0, first: 0, listed: 0 }
      while (tally.all < times(500, 150)) {
        const cells = validCells(next, spans[tally.all % spans.length] ?? 25)
        const row = rows[below(next, rows.length)]?.id
        const [a, b] = [below(next, parts.length), below(next, parts.length)]
        const from = `requests.${row}.${parts[a]?.id}` as FieldId
        const to = `requests.${row}.${parts[b]?.id}` as FieldId
        if (a === b || !cells[from]) continue
        tally.all++
        const [less, more] = [{ [from]: cells[from] - 1 }, { [to]: (cells[to] ?? 0) + 1 }]
        const moved = follow
          ? setCells(setCells({ ...report, cells }, less), more)
          : { ...report, cells: { ...cells, ...less, ...more } }
        // What was typed before, and was right.
        const decoys = Array.from(
          { length: 3 },
          () => fields[below(next, fields.length)] as FieldId
        )
        const recent = [...new Set([to, from, ...decoys])]
        const solution = solve(form2021, moved, recent)
        const found = validate(moved, { solution }).filter(({ rule }) => /^T3-(?!SHIFT)/.test(rule))
        expect(found).toHaveLength(1)
        const [finding] = found.filter(isOfSums)
        const wrong = [from, to].sort().join()
        const sorted = (fields: string) => fields.split(',').sort().join()
        const suspects = (finding?.params.suspects ?? []).map(sorted)
        // Named only where nothing else explains it, and then it is what was typed.
        const named = finding?.params.unique === 1
        expect(named && follow, wrong).toBe(false)
        if (named) suspects.push(sorted(String(finding.params.fields)))
        tally.first += Number(suspects[0] === wrong)
        tally.listed += Number(suspects.includes(wrong))
        const bases = finding
          ? repairs(moved, finding, solution.causes).map((one) => 'basis' in one && one.basis)
          : []
        expect(new Set(bases)).toEqual(new Set([named ? 'cause' : 'candidate']))
      }
      if (figures) console.log(`moved between columns: ${JSON.stringify(tally)}`)
      expect(tally.first).toBe(tally.all)
    }
  )

  it('accuses no row that nobody touched: one case moved from 社会公益 to 法律 in 予以公开', () => {
    const report = setCells(exampleReport({ note: '' }), {
      'requests.received.welfare': 2,
      'requests.granted.welfare': 2,
      'requests.received.legal': 1,
      'requests.granted.legal': 1
    })
    const sums = (of: Report) => validate(of).filter(({ severity }) => severity === 'error')
    expect(sums(report)).toEqual([])
    const moved = setCells(setCells(report, { 'requests.granted.welfare': 1 }), {
      'requests.granted.legal': 2
    })
    const recent: FieldId[] = ['requests.granted.legal', 'requests.granted.welfare']
    const [finding] = validate(moved, { solution: solve(form2021, moved, recent) }).filter(isOfSums)
    expect(finding).toMatchObject({
      severity: 'error',
      at: { fields: ['requests.handled.welfare', 'requests.handled.legal'] },
      params: { unique: 0, late: 1 }
    })
    expect(finding?.params.suspects).toEqual([
      'requests.granted.welfare,requests.granted.legal',
      'requests.received.welfare,requests.received.legal'
    ])
  })

  it('ranks the five cells of an equation of table 4 by the slip they would be', () => {
    const report = exampleReport({
      note: '',
      cells: {
        'remedies.review.upheld': 21,
        'remedies.review.corrected': 30,
        'remedies.review.total': 42
      }
    })
    const [cause] = solve(form2021, report).causes
    expect(cause?.unique).toBe(false)
    expect(cause?.suspects.map(({ changes, kind }) => [changes[0]?.to, kind])).toEqual([
      [12, 'swappedDigits'],
      [21, 'other'],
      [51, 'other']
    ])
  })

  it('ranks all that could be wrong in table 4, the wrong cell and its number among them', () => {
    const next = random(4)
    const report = validReport(1)
    const tally = new Map<string, { all: number; first: number; listed: number }>()
    for (let round = 0; round < rounds; round++) {
      const cells = validCells(next, spans[round % spans.length] ?? 25)
      const slip = slipped(cells, 1, next, 'remedies')
      const [field] = slip.fields
      if (!field) throw new Error('no slip')
      const [cause] = solve(form2021, { ...report, cells: slip.cells }).causes
      const rank = (cause?.suspects ?? []).findIndex(
        ({ changes: [change] }) => change?.field === field && change.to === cells[field]
      )
      const kind = String(slip.kinds[0])
      const entry = tally.get(kind) ?? { all: 0, first: 0, listed: 0 }
      entry.all++
      entry.first += Number(rank === 0)
      entry.listed += Number(rank >= 0)
      tally.set(kind, entry)
      expect(rank, `${kind} in ${field}`).toBeGreaterThanOrEqual(0)
    }
    const first = [...tally.values()].reduce((sum, entry) => sum + entry.first, 0) / rounds
    if (figures) {
      console.log(`table 4: the wrong cell first ${first}, listed 1`)
      console.table(Object.fromEntries(tally))
    }
    // Guessing among five would be right once in five.
    expect(first).toBeGreaterThan(0.4)
  })

  it('finds no cause in valid reports', () => {
    const next = random(7)
    const report = validReport(1)
    for (let round = 0; round < times(500, 200); round++) {
      const cells = validCells(next, spans[round % spans.length] ?? 25)
      expect(solve(form2021, { ...report, cells }).causes).toEqual([])
    }
  })
})
