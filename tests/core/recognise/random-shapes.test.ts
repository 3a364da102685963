// @vitest-environment jsdom
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { htmlBlocks } from '../../../src/formats/html-blocks.ts'
import { textBlocks } from '../../../src/formats/read-text.ts'
import { random, sizes, validCells } from '../reports.ts'
import { balancedCells, gappyCells } from './arbitrary.ts'
import { isLossless, keepsBlanks, nameOf, randomShape, shaped, type RandomShape } from './random-shapes.ts'
import { tally } from './score.ts'

const seed = Number(process.env['SEED'] ?? 1)
const shapeCount = Number(process.env['SHAPES'] ?? 40)
const perShape = Number(process.env['REPORTS'] ?? 10)
const only = process.env['ONLY']

const reports = fc.oneof(
  balancedCells,
  fc.record({ seed: fc.nat(), size: fc.constantFrom(...Object.values(sizes)) }).map(({ seed, size }) =>
    validCells(random(seed), size)
  )
)
const blocksOf = ({ kind, source }: { kind: 'text' | 'html'; source: string }) =>
  kind === 'text'
    ? textBlocks(source)
    : htmlBlocks(new DOMParser().parseFromString(`<body>${source}`, 'text/html').documentElement).blocks

it('x', { timeout: 1e7 }, () => {
  const list = fc.sample(randomShape, { seed, numRuns: shapeCount })
  const rows: Record<string, unknown>[] = []
  const bad: unknown[] = []
  for (const shape of list) {
    if (only && !nameOf(shape).includes(only)) continue
    const sum = { right: 0, asked: 0, doubtful: 0, wrong: 0, missing: 0 }
    const set = fc.sample(keepsBlanks(shape) ? fc.oneof(reports, gappyCells) : reports, { seed, numRuns: perShape })
    for (const [i, cells] of set.entries()) {
      const page = shaped({ unit: '清河县水务局', year: 2023, cells }, shape)
      const t = tally(blocksOf(page), cells)
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += t[key]
      const p = t.recognised.patch
      const text = p.text
      if (t.wrong || p.unitName !== '清河县水务局' || p.year !== 2023 || !text.overview.includes('渠道畅通') || !text.problems.includes('逐月核对') || text.other !== '本年度没有收取信息处理费。')
        bad.push([nameOf(shape), shape.seed, i, t.unflagged.slice(0, 3), t.wrong ? '' : [p.unitName, p.year, text]])
      if (process.env["SHOW"] && i === Number(process.env["SHOW"]) - 1) {
        console.log(page.source)
        console.log(JSON.stringify(t.recognised.patch.leftovers.map((l) => [l.reason, l.text]), null, 0))
        console.log(JSON.stringify(Object.entries(t.recognised.patch.cells).filter(([, r]) => r && (r.confidence !== 'sure')).map(([f, r]) => [f, r?.raw, r?.value, r?.why]).slice(0, 40)))
      }
    }
    const total = set.length * 200
    rows.push({
      shape: nameOf(shape),
      ...Object.fromEntries(Object.entries(sum).map(([k, v]) => [k, ((v / total) * 100).toFixed(2)])),
      silent: sum.wrong
    })
  }
  for (const r of rows) console.log(Object.values(r).slice(1).join('\t'), r['shape'])
  console.log(JSON.stringify(bad.slice(0, 12), null, 0))
  console.log('bad', bad.length)
  expect(1).toBe(1)
})
