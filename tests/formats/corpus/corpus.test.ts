// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { fields } from '../../../src/core/form.ts'
import { readFile } from '../../../src/formats/index.ts'
import { score } from '../../core/recognise/score.ts'
import { offices } from './offices.ts'

/** Every fixture that `scripts/corpus.mjs` wrote, read as a file that was handed in. */

const folder = 'tests/fixtures/corpus/'
const names = readdirSync(folder).sort()
const officeOf = (name: string) => offices[name.split(',')[0] ?? '']
const shapeOf = (name: string) => name.slice(name.indexOf(',') + 2)

const tally = new Map<string, { files: number; right: number; unflagged: number }>()

async function tallied(name: string) {
  const office = officeOf(name)
  if (!office) throw new Error(name)
  const bytes = readFileSync(folder + name)
  const file = { name, size: bytes.length, arrayBuffer: () => Promise.resolve(bytes) }
  const result = await readFile(file as unknown as File)
  if (!result.ok) throw new Error(`${name}: ${result.reason}`)
  const counted =
    'report' in result
      ? {
          right: fields.filter((field) => result.report.cells[field] === office.cells[field])
            .length,
          unflagged: []
        }
      : score(result.blocks, office.cells)
  const sum = tally.get(shapeOf(name)) ?? { files: 0, right: 0, unflagged: 0 }
  tally.set(shapeOf(name), {
    files: sum.files + 1,
    right: sum.right + counted.right,
    unflagged: sum.unflagged + counted.unflagged.length
  })
  return counted
}

describe('the corpus', () => {
  it('has at least 60 fixtures', () => {
    expect(names.length).toBeGreaterThanOrEqual(60)
  })

  it.each(names)('%s', { timeout: 30_000 }, async (name) => {
    const { unflagged } = await tallied(name)
    expect(unflagged).toEqual([])
  })

  afterAll(() => {
    const rows = [...tally].map(([shape, { files, right, unflagged }]) => ({
      shape,
      files,
      'right %': ((right / (files * fields.length)) * 100).toFixed(2),
      'wrong and unflagged': unflagged
    }))
    console.table(rows)
  })

  it('is read right but for one cell in two hundred, in every shape', () => {
    const files = [...tally.values()].reduce((sum, one) => sum + one.files, 0)
    expect(files).toBe(names.length)
    const poor = [...tally].filter(([, one]) => one.right / (one.files * fields.length) < 0.995)
    expect(poor).toEqual([])
  })
})
