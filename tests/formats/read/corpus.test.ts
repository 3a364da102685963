import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { fields } from '../../../src/core/form/form.ts'
import { readFile } from '../../../src/formats/index.ts'
import { figures } from '../../run.ts'
import type { Page } from '../../fixtures/writers/html-shapes.ts'
import { score } from '../../core/intake/score.ts'
import { offices } from '../../fixtures/writers/offices.ts'
import { sentencesOf, wholes } from '../../fixtures/writers/whole.ts'
import { footnote } from '../../fixtures/writers/word.ts'

/**
 * Every fixture that `scripts/corpus.mjs` wrote, read as a file that was handed in: those of our own
 * writers, and those that other programs made, or that are made as theirs are.
 */

const folders = ['tests/fixtures/corpus/', 'tests/fixtures/foreign/'] as const
const [own, foreign] = folders.map((folder) =>
  readdirSync(folder)
    .sort()
    .map((name) => ({ name, path: folder + name }))
) as [Fixture[], Fixture[]]
interface Fixture {
  readonly name: string
  readonly path: string
}
/** A name says whose report a file holds, then what kind of file it is. */
const officeOf = (name: string) => name.slice(0, name.indexOf('-'))
const shapeOf = (name: string) => name.slice(name.indexOf('-') + 1)
const pageOf = (name: string): Page => {
  const key = officeOf(name)
  const page = offices[key] ?? wholes[key]
  if (!page) throw new Error(name)
  return page
}

/** Cells by what became of them; `silent`: wrong, and nobody is asked. */
const outcomes = ['right', 'doubtful', 'silent', 'missing'] as const
type Tally = Record<(typeof outcomes)[number], number>
const tally = new Map<string, Tally & { files: number }>()

async function tallied({ name, path }: Fixture) {
  const page = pageOf(name)
  const bytes = readFileSync(path)
  const file = { name, size: bytes.length, arrayBuffer: () => Promise.resolve(bytes) }
  const result = await readFile(file as unknown as File)
  if (!result.ok) throw new Error(`${name}: ${result.reason}`)
  const counted =
    'report' in result
      ? {
          right: fields.filter((field) => result.report.cells[field] === page.cells[field]).length,
          unflagged: []
        }
      : score(result.blocks, page.cells)
  const { right, unflagged } = counted
  const missing = unflagged.filter(({ read }) => read === undefined).length
  const found: Tally = {
    right,
    doubtful: fields.length - right - unflagged.length,
    silent: unflagged.length - missing,
    missing
  }
  const sum = tally.get(shapeOf(name)) ?? {
    files: 0,
    right: 0,
    doubtful: 0,
    silent: 0,
    missing: 0
  }
  sum.files++
  for (const outcome of outcomes) sum[outcome] += found[outcome]
  tally.set(shapeOf(name), sum)
  return { unflagged, patch: 'recognised' in counted ? counted.recognised.patch : undefined }
}

describe('the corpus', () => {
  it('has at least 60 fixtures of our own, and 40 of other programs', () => {
    expect(own.length).toBeGreaterThanOrEqual(60)
    expect(foreign.length).toBeGreaterThanOrEqual(40)
  })

  it.each(own)('$name', { timeout: 30_000 }, async (fixture) => {
    expect((await tallied(fixture)).unflagged).toEqual([])
  })

  it.each(foreign)('$name: every sentence in its section', { timeout: 30_000 }, async (fixture) => {
    const whole = wholes[officeOf(fixture.name)]
    if (!whole) throw new Error(fixture.name)
    const { unflagged, patch } = await tallied(fixture)
    expect(unflagged).toEqual([])
    expect(patch).toMatchObject({ unitName: whole.unit, year: whole.year })
    const words = (text = '') => text.replace(/\s/g, '').replace(footnote, '')
    for (const section of ['leadIn', 'overview', 'problems', 'other'] as const) {
      const read = words(patch?.text[section])
      const lost = sentencesOf(whole).filter(
        ([where, sentence]) => where === section && !read.includes(words(sentence))
      )
      expect(lost).toEqual([])
      // And nothing besides: no head of a page, no row of a table.
      expect(read).toBe(words(whole.prose[section].join('')))
    }
  })

  afterAll(() => {
    if (!figures) return
    console.table(
      [...tally].map(([shape, { files, ...cells }]) => ({
        shape,
        files,
        right: cells.right,
        doubtful: cells.doubtful,
        'silent wrong': cells.silent,
        missing: cells.missing
      }))
    )
  })

  it('is read right but for one cell in two hundred, in every shape', () => {
    const files = [...tally.values()].reduce((sum, one) => sum + one.files, 0)
    expect(files).toBe(own.length + foreign.length)
    const poor = [...tally].filter(([, one]) => one.right / (one.files * fields.length) < 0.995)
    expect(poor).toEqual([])
  })
})
