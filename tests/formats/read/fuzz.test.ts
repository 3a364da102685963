import { readdirSync, readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, expect, it } from 'vitest'
import { recognise } from '../../../src/core/intake/recognise.ts'
import { readFile } from '../../../src/formats/index.ts'
import { below, random } from '../../core/report/reports.ts'
import { figures, times } from '../../run.ts'

/**
 * Damaged and hostile files made of the corpus: whatever comes in, each reader gives a result, and
 * gives it soon. The inputs are the same on every run; in the short form a tenth of them.
 */

/** What works for longer than this hangs, in milliseconds of this process: not of a busy machine. */
const hang = 2000
const worked = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const folder = 'tests/fixtures/corpus/'
const names = readdirSync(folder).sort()

/** How many inputs are made of the files with an ending; pages and PDFs take the longest. */
const counts: Readonly<Record<string, number>> = {
  txt: 4400,
  csv: 2300,
  json: 1600,
  docx: 700,
  xlsx: 700,
  doc: 1200,
  wps: 600,
  xls: 1200,
  rtf: 400,
  html: 250,
  mht: 100,
  pdf: 150
}

const pieces = [
  ...['<table>', '</table>', '<td colspan=99999>', '<td rowspan=0>', '<script>', '<!--', '&#0;'],
  ...['\t', '|', '||', '\n|\n', '\n', '"', '\\', '{', '}', '[', ',', ';', '\0', '一、', '（六）'],
  ...[
    '9'.repeat(400),
    '1e999',
    '-',
    '余',
    '约',
    '\ufeff',
    '\ud800',
    '<!DOCTYPE x [<!ENTITY a "b">]>'
  ],
  ...['PK\x03\x04', '%PDF-1.7', 'endobj', 'stream', '/Length 99999999', '/Kids [1 0 R]', 'obj <<']
].map((text) => new TextEncoder().encode(text))

/** A file with some of its bytes changed, lost, repeated, cut off or replaced by what means much. */
function mutated(bytes: Uint8Array, next: () => number): Uint8Array {
  let result = bytes.slice(0, next() < 0.3 ? below(next, bytes.length) : bytes.length)
  for (let i = 1 + below(next, 6); i > 0 && result.length > 0; i--) {
    const at = below(next, result.length)
    const length = below(next, Math.min(400, result.length - at))
    const insert =
      next() < 0.4
        ? (pieces[below(next, pieces.length)] ?? new Uint8Array())
        : next() < 0.5
          ? result.slice(at, at + length)
          : Uint8Array.from({ length: below(next, 8) }, () => below(next, 256))
    const kept = next() < 0.5 ? at : at + length
    const joined = new Uint8Array(at + insert.length + result.length - kept)
    joined.set(result.subarray(0, at))
    joined.set(insert, at)
    joined.set(result.subarray(kept), at + insert.length)
    result = joined
  }
  return result
}

/** What stands in the place of a value or a text, so that what is around it is still XML. */
const values = [
  '',
  '0',
  '-1',
  '99999999',
  '1e999',
  'NaN',
  'A1:XFD1048576',
  'ZZ0',
  '一',
  '９',
  '1,2',
  '/'
]

/** The same XML with some of its values and texts exchanged, and some of its elements twice. */
function revalued(xml: string, next: () => number): string {
  const rate = next() * 0.05
  const value = () => values[below(next, values.length)] ?? ''
  return xml
    .replace(/="[^"<]*"|>[^<>]+</g, (found) =>
      next() > rate ? found : found.startsWith('=') ? `="${value()}"` : `>${value()}<`
    )
    .replace(
      /<(w:tc|w:p|w:tr|c|row|mergeCell)\b[^>]*\/>|<(w:tc|w:p|c)\b(?:(?!<\2\b)[^])*?<\/\2>/g,
      (one) => (next() > rate ? one : next() < 0.5 ? '' : one + one)
    )
}

/** Of an office file the parts are changed, not the archive: that would be damaged and no more. */
function mutatedParts(bytes: Uint8Array, next: () => number): Uint8Array {
  const parts = Object.entries(unzipSync(bytes))
  const read = /(?:document|numbering|sheet\d|sharedStrings|workbook)\.xml/
  const chosen = parts.filter(([name]) => read.test(name))
  const at = chosen[below(next, chosen.length)]?.[0]
  const whole = next() < 0.6
  const changed = parts.map(([name, part]) => [
    name,
    name !== at ? part : whole ? strToU8(revalued(strFromU8(part), next)) : mutated(part, next)
  ])
  return zipSync(Object.fromEntries(changed) as Record<string, Uint8Array>, { level: 1 })
}

/** Numbers that lengths, places and links are exchanged for. */
const numbers = [0, 1, 2, 3, 7, 0x7f, 0x80, 0xff, 0x1ff, 0x7fff, 0x8000, 0xffff]

/** The same file with some of its bytes exchanged, so that what is behind them is found still. */
function repointed(bytes: Uint8Array, next: () => number): Uint8Array {
  const result = bytes.slice()
  const view = new DataView(result.buffer)
  // The head and the first records say where everything is; the rest is long.
  const reach = next() < 0.4 ? Math.min(4096, result.length) : result.length
  for (let i = 1 + below(next, 12); i > 0; i--) {
    const at = below(next, reach - 4)
    const value = numbers[below(next, numbers.length)] ?? 0
    if (next() < 0.5) view.setUint8(at, value & 0xff)
    else if (next() < 0.7) view.setUint16(at, value, true)
    else view.setUint32(at, next() < 0.5 ? value : 0xffffffff - value, true)
  }
  return result
}

interface Seen {
  inputs: number
  /** How many gave blocks or a report in spite of all. */
  read: number
  slowest: number
  name: string
}
const seen = new Map<string, Seen>()

it.each(
  Object.entries(counts).map(([ending, count]) => [ending, times(count, count / 10)] as const)
)(
  'reads mutated files that end in %s: %i of them',
  async (ending, count) => {
    const sources = names
      .filter((name) => name.endsWith(`.${ending}`))
      .map((name) => ({
        name,
        bytes: new Uint8Array(readFileSync(folder + name))
      }))
    const next = random(ending.length * 1000 + count)
    const zipped = ending === 'docx' || ending === 'xlsx'
    const pointed = /^(?:doc|wps|xls)$/.test(ending)
    const mine: Seen = { inputs: 0, read: 0, slowest: 0, name: '' }
    seen.set(ending, mine)
    for (let i = 0; i < count; i++) {
      const source = sources[i % sources.length]
      if (!source) throw new Error(`no fixture that ends in ${ending}`)
      const inside = (zipped || pointed) && next() < 0.85
      const changed = (inside ? (zipped ? mutatedParts : repointed) : mutated)(source.bytes, next)
      // Bytes torn out of the middle of a character make most texts ones of no encoding.
      const whole = !zipped && !pointed && ending !== 'pdf' && next() < 0.7
      const bytes = whole ? strToU8(new TextDecoder().decode(changed)) : changed
      const file = {
        name: `a.${ending}`,
        size: bytes.length,
        arrayBuffer: () => Promise.resolve(bytes)
      }
      const began = worked()
      const result = await readFile(file as unknown as File)
      if (result.ok && 'blocks' in result) {
        // What was found is in order however damaged the file is.
        const { patch } = recognise(result.blocks)
        const values = Object.values(patch.cells).map(({ value }) => value)
        expect(values.every((value) => value === null || Number.isSafeInteger(value))).toBe(true)
      } else if (!result.ok) expect(result.reason).toBeTruthy()
      const ms = worked() - began
      mine.inputs++
      if (result.ok) mine.read++
      if (ms > mine.slowest) Object.assign(mine, { slowest: ms, name: `${source.name} (${i})` })
      expect(ms, `${source.name} (${i})`).toBeLessThan(hang)
    }
    // Where nearly all were refused at the door, nothing behind it was tried.
    if (zipped || pointed) expect(mine.read).toBeGreaterThan(count / 3)
  },
  300_000
)

afterAll(() => {
  for (const [ending, { inputs, read, slowest, name }] of figures ? seen : []) {
    console.log(
      `${ending}: ${inputs} inputs, ${read} read; slowest ${slowest.toFixed(0)} ms, ${name}`
    )
  }
})

it('are more than ten thousand in full', () => {
  const inputs = [...seen.values()].reduce((sum, one) => sum + one.inputs, 0)
  expect(inputs).toBeGreaterThanOrEqual(times(10_000, 1000))
})
