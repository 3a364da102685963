import { expect, it } from 'vitest'
import type { RawBlock } from '../../src/core/intake/source/raw.ts'
import { recognise } from '../../src/core/intake/recognise.ts'
import { read as readCsv } from '../../src/formats/read/sheet/read-csv.ts'
import { read as readDocx } from '../../src/formats/read/word/read-docx.ts'
import { recognisePasted } from '../../src/formats/index.ts'
import { read as readJson } from '../../src/formats/read/read-json.ts'
import { read as readXlsx } from '../../src/formats/read/sheet/read-xlsx.ts'
import type { ReadResult } from '../../src/formats/source/reader.ts'
import { reportText, shapes } from '../core/intake/shapes.ts'
import { validReport } from '../core/report/reports.ts'
import { compared } from '../fixtures/writers/compare-shape.ts'
import { csv, docx, xlsx } from '../fixtures/writers/office-shapes.ts'

/** A real fee goes to the fen: 4166.241619 万元 is 41,662,416.19 元, from whatever source. */

const fee = 'disclosure.fees.amount'
const page = {
  unit: '清河县水务局',
  year: 2023,
  cells: { ...validReport(3).cells, [fee]: 4_166_241_619 }
}
const bytes = (content: Uint8Array) => ({ name: '年报', bytes: content })
const json = (data: unknown) => bytes(new TextEncoder().encode(JSON.stringify(data)))
/** As the sum of many floats comes out of a program. */
const drifted = JSON.parse(
  JSON.stringify(compared(page)).replace('4166.241619', '4166.2416190000004')
)

it.each<[string, () => Promise<ReadResult>]>([
  ['a Word file', () => readDocx(bytes(docx(page)))],
  ['a workbook', () => readXlsx(bytes(xlsx(page)))],
  ['values separated by commas', () => readCsv(bytes(csv(page)))],
  ['the compare tool', () => readJson(json(compared(page)))],
  ['the compare tool, a float', () => readJson(json(drifted))],
  ...Object.entries(shapes)
    .filter(([, { whole }]) => whole)
    .map(([name, { write }]): [string, () => Promise<ReadResult>] => [
      `a text, ${name}`,
      () => recognisePasted(reportText(page, write))
    ])
])('is read from %s', async (_, read) => {
  const result = await read()
  if (!result.ok || !('blocks' in result)) throw new Error(JSON.stringify(result))
  const blocks: readonly RawBlock[] = result.blocks
  expect(recognise(blocks).patch.cells[fee]?.value).toBe(4_166_241_619)
})
