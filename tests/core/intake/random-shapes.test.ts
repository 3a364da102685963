import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fields } from '../../../src/core/form/form.ts'
import { htmlBlocks } from '../../../src/formats/read/web/html-blocks.ts'
import { parsedPage } from '../../../src/formats/read/web/page-tree.ts'
import { textBlocks } from '../../../src/formats/read/text/read-text.ts'
import { figures, times } from '../../run.ts'
import { random, sizes, validCells } from '../report/reports.ts'
import { balancedCells, gappyCells } from './arbitrary.ts'
import { isLossless, keepsBlanks, nameOf, randomShape, shaped } from './random-shapes.ts'
import { tally } from './score.ts'

/**
 * Random reports in random shapes, each shape with as many reports. The same ones every time, so that
 * a change of the code is what a failure tells of; SEED=7 tries others. A much longer run is
 * REPORTS=2000 with SHAPES=1 and SKIP from 0 to 39, all with one seed: a shape a process.
 */
const whole = (name: string, usual: number) => Number(process.env[name] ?? usual)
const seed = whole('SEED', 20_261_128)
const shapes = fc
  .sample(randomShape, { seed, numRuns: whole('SKIP', 0) + whole('SHAPES', 40) })
  .slice(whole('SKIP', 0))
const perShape = whole('REPORTS', times(40, 10))

const unit = '清河县水务局'
const year = 2023

const office = fc
  .record({ seed: fc.nat(), size: fc.constantFrom(...Object.values(sizes)) })
  .map((one) => validCells(random(one.seed), one.size))
const filled = fc.oneof(balancedCells, office)
const gappy = fc.oneof(filled, gappyCells)

function blocksOf({ kind, source }: ReturnType<typeof shaped>) {
  if (kind === 'text') return textBlocks(source)
  const page = parsedPage(`<body>${source}`)
  return page ? htmlBlocks(page).blocks : []
}

const kinds = ['right', 'asked', 'doubtful', 'missing', 'wrong'] as const
type Sums = Record<(typeof kinds)[number], number>
const none = (): Sums => ({ right: 0, asked: 0, doubtful: 0, missing: 0, wrong: 0 })

describe(`random shapes, seed ${seed}`, () => {
  const rows: Record<string, string | number>[] = []
  const kept = none()

  it.each(shapes.map((shape) => [nameOf(shape), shape] as const))(
    '%s',
    { timeout: 60_000 + perShape * 200 },
    (name, shape) => {
      const sums = none()
      const reports = fc.sample(keepsBlanks(shape) ? gappy : filled, { seed, numRuns: perShape })
      for (const cells of reports) {
        const result = tally(blocksOf(shaped({ unit, year, cells }, shape)), cells)
        const { patch } = result.recognised
        for (const kind of kinds) sums[kind] += result[kind]
        expect(result.unflagged).toEqual([])
        expect(patch).toMatchObject({ unitName: unit, year, text: { leadIn: '本报告按年编制。' } })
        expect(patch.text.overview).toContain('渠道畅通')
        expect(patch.text.problems).toContain('逐月核对')
        expect(patch.text.other).toBe('本年度没有收取信息处理费。')
      }
      const share = (count: number) => ((count / (perShape * fields.length)) * 100).toFixed(2)
      rows.push({
        ...Object.fromEntries(kinds.map((kind) => [kind, share(sums[kind])])),
        'silent wrong': sums.wrong,
        shape: name
      })
      if (isLossless(shape)) for (const kind of kinds) kept[kind] += sums[kind]
    }
  )

  it('are read right but for one cell in two hundred, where all that was written is there', () => {
    if (figures) {
      const lines = rows.map((row) => Object.values(row).join('\t'))
      console.log([[...kinds, 'silent wrong', 'shape'].join('\t'), ...lines].join('\n'))
    }
    const all = kinds.reduce((sum, kind) => sum + kept[kind], 0)
    expect((kept.right + kept.asked) / all).toBeGreaterThanOrEqual(0.995)
    expect(kept.wrong).toBe(0)
  })
})
