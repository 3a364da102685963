// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { recognise } from '../../src/core/recognise.ts'
import { readFile } from '../../src/formats/index.ts'
import { below, random } from '../core/reports.ts'

/**
 * Damaged and hostile files made of the corpus: whatever comes in, each reader gives a result. The
 * inputs are the same on every run.
 */

const folder = 'tests/fixtures/corpus/'
const names = readdirSync(folder).sort()

/** How many inputs are made of the files with an ending; pages and PDFs take the longest. */
const counts: Readonly<Record<string, number>> = {
  txt: 4400,
  csv: 2300,
  json: 1600,
  docx: 700,
  xlsx: 700,
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

let slowest = { ms: 0, name: '' }
let total = 0

it.each(Object.entries(counts))(
  'reads mutated files that end in %s: %i of them',
  async (ending, count) => {
    const sources = names
      .filter((name) => name.endsWith(`.${ending}`))
      .map((name) => ({
        name,
        bytes: new Uint8Array(readFileSync(folder + name))
      }))
    const next = random(ending.length * 1000 + count)
    for (let i = 0; i < count; i++) {
      const source = sources[i % sources.length]
      if (!source) throw new Error(`no fixture that ends in ${ending}`)
      const bytes = mutated(source.bytes, next)
      const began = performance.now()
      const file = {
        name: `a.${ending}`,
        size: bytes.length,
        arrayBuffer: () => Promise.resolve(bytes)
      }
      const result = await readFile(file as unknown as File)
      if (result.ok && 'blocks' in result) {
        // What was found is in order however damaged the file is.
        const { patch } = recognise(result.blocks)
        const values = Object.values(patch.cells).map(({ value }) => value)
        expect(values.every((value) => value === null || Number.isSafeInteger(value))).toBe(true)
      } else if (!result.ok) expect(result.reason).toBeTruthy()
      const ms = performance.now() - began
      if (ms > slowest.ms) slowest = { ms, name: `${source.name} (${i})` }
      total++
    }
    console.log(`${total} inputs; slowest ${slowest.ms.toFixed(0)} ms: ${slowest.name}`)
  },
  120_000
)
