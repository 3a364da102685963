import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Block } from '../../../src/core/compose/blocks.ts'
import { pageSetter } from '../../../src/formats/press/pages.ts'
import { renderPdf } from '../../../src/formats/press/pdf-render.ts'
import { mayBegin, mayEnd } from '../../../src/typeset/lines/chars.ts'
import { geometryOf } from '../../../src/typeset/page/geometry.ts'
import type { Look } from '../../../src/typeset/page/page.ts'
import { figures, times } from '../../run.ts'
import { diskLibrary } from '../fonts/disk.ts'
import { linesOf } from './set-lines.ts'
import { longReport } from './long-reports.ts'
import { pageTexts, readBack } from './read-back.ts'
import { sampleMeta } from './sample.ts'

const library = await diskLibrary()
const look: Look = { style: 'official', digits: 'own', draft: false }
const folder = mkdtempSync(join(tmpdir(), 'reports-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What a tool of the system prints; undefined where it is not installed, and then said with the figures. */
function printed(tool: string, ...args: string[]): string | undefined {
  const { error, status, stdout, stderr } = spawnSync(tool, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  if (error) {
    if (figures) console.warn(`NOT CHECKED: ${tool} is not on this machine (${args.join(' ')})`)
    return undefined
  }
  if (status !== 0) throw new Error(`${tool} ends with ${String(status)}: ${stdout}${stderr}`)
  return stdout
}

const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []))
const headingsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []))

/** A line may end at a blank, and then shows none: GB/T 9704. */
const joined = (text: string): string => text.replace(/(?<=[A-Za-z]) (?=\d)/g, '')

/** About how many pages, and the paragraphs that fill them; the longest only in full. */
const lengths: [pages: number, paragraphs: number][] = [
  [1, 1],
  [5, 9],
  [20, 34],
  [60, 102]
]

describe.each(lengths.slice(0, times(4, 3)))('a report of about %i pages', (about, paragraphs) => {
  const known = (code: number) => library.set().metric('body', code) !== undefined
  const blocks = longReport(paragraphs, 20260123 + about, known)
  const set = pageSetter(library, look)
  const file = join(folder, `${about}.pdf`)

  test('is set by the rules and read back from its PDF to the letter', async () => {
    const pages = await set(blocks)
    const result = await renderPdf(blocks, sampleMeta, set, library)
    if (!pages.ok || !result.ok) throw new Error(JSON.stringify(result))
    const { document } = pages
    expect(document.faults).toEqual([])
    expect(Math.abs(document.pages.length - about)).toBeLessThanOrEqual(about / 5)

    const { left, measure } = geometryOf(look)
    let [count, worst] = [0, 0]
    blocks.forEach(({ type }, block) => {
      if (type !== 'paragraph') return
      const lines = linesOf(document, block, library)
      count += lines.length
      lines.forEach(({ codes, right }, i) => {
        const shown = String.fromCodePoint(...codes)
        if (i > 0) expect(mayBegin(codes[0] ?? 0), shown).toBe(true)
        if (i === lines.length - 1) return
        expect(mayEnd(codes.at(-1) ?? 0), shown).toBe(true)
        worst = Math.max(worst, Math.abs(right - left - measure))
      })
    })
    expect(worst).toBeLessThanOrEqual(0.3)

    const pagesRead = await pageTexts(await readBack(result.bytes))
    const read = joined(pagesRead.map((text, i) => text.replace(`— ${i + 1} —`, '')).join(''))
    const texts = textsOf(blocks)
    const cells = blocks.flatMap((block) => (block.type === 'table' ? block.rows.flat() : []))
    /** Of these texts, those that a reader found as they are. */
    const equal = (found: string, wanted: readonly string[]) =>
      wanted.filter((text) => found.includes(joined(text)))
    const others = [...headingsOf(blocks), ...cells.map(({ text }) => text)]
    expect(equal(read, texts)).toEqual(texts)
    expect(equal(read, others)).toEqual(others)

    writeFileSync(file, result.bytes)
    const out = printed('pdftotext', '-enc', 'UTF-8', file, '-')
    const lines = out?.split(/[\n\f]/).filter((line) => !/^\s*— ?\d+ ?—\s*$/.test(line))
    const plain = lines && joined(lines.join(''))
    if (plain !== undefined) expect(equal(plain, texts)).toEqual(texts)

    if (figures) {
      const edge = `worst right edge ${worst.toFixed(3)} pt`
      console.info(`${document.pages.length} pages, ${count} lines of text, ${edge}`)
    }

    const fonts = printed('pdffonts', file)?.trim().split('\n').slice(2)
    for (const font of fonts ?? []) expect(font).toMatch(/ yes yes yes +\d+ +0$/)
    if (fonts) expect(fonts.length).toBeGreaterThan(3)
    const checked = printed('qpdf', '--check', file)
    if (checked !== undefined) expect(checked).toContain('No syntax or stream encoding errors')
  }, 120_000)
})
