import { formInForce, type Form } from '../form/form.ts'
import type { RawBlock } from './source/raw.ts'
import type { Leftover, Patch, Recognised } from './source/reading.ts'
import { findingsOf } from './findings.ts'
import { feeUnitOf } from './tables/fee.ts'
import { figuresOf } from './figures/figures.ts'
import { headingsOf } from './source/headings.ts'
import { labelsOf } from './source/labels.ts'
import { ownTablesOf } from './own-tables.ts'
import { parseNumber } from '../numbers/chinese.ts'
import { isFeeDecimals } from '../report/report.ts'
import { textOfRow, walk, type UnknownRow } from './source/segments.ts'
import { ordersOf } from './tables/orders.ts'
import { sourcesOf } from './source/sources.ts'
import { readTables } from './tables/tables.ts'
import { periodYear, titleOf } from './source/title.ts'
import { homesOf, proseOf, type Home } from './source/prose.ts'
import { unfolded } from './source/unfold.ts'
import type { FieldId } from '../form/table.ts'

/**
 * What a source says, in terms of the form: every cell found by its label and place, the prose by
 * its section, and all that was not understood. Writes nothing and never throws.
 */
export function recognise(source: readonly RawBlock[], form: Form = formInForce): Recognised {
  const labels = labelsOf(form)
  const own = ownTablesOf(source)
  const all = unfolded(own.rest)
  const { headings, end } = headingsOf(all)
  const blocks = all.slice(0, end)
  const { title, years } = titleOf(blocks, headings[0]?.block ?? blocks.length)
  const home = homesOf(blocks, headings, title)
  const { sources, used } = sourcesOf(blocks, home, labels)
  const walked = walk(sources, labels)
  const cellTexts = sources.flatMap(({ rows }) => rows.flat().map(({ text }) => text))
  const head = [...walked.heads.map(({ text }) => text), ...cellTexts].find((text) =>
    text.includes('收费金额')
  )
  const captions = captionsOf(blocks, home)
  const read = readTables(walked, form, labels, {
    orders: ordersOf(sources, form),
    feeUnit: (label) => feeUnitOf({ heads: [head ?? '', label], captions })
  })
  const { text, leftovers } = proseOf(blocks, home, used, labels)
  const unitName = title?.unitName || own.unitName
  const year = title?.year ?? periodYear(text.leadIn) ?? own.year
  const decimals = decimalsOf(head)
  const notes: Partial<Record<FieldId, string>> = {}
  for (const [field, reading] of Object.entries(read.cells)) {
    if (reading?.note) notes[field as FieldId] = reading.note
  }
  Object.assign(notes, own.notes)
  const patch: Patch = {
    form: read.form,
    ...(unitName && { unitName }),
    ...(year !== undefined && { year }),
    ...(years.length && { years }),
    ...(title && { title: title.text }),
    cells: { ...read.cells, ...own.cells },
    text,
    figures: figuresOf(text.overview, year),
    notes,
    settings: isFeeDecimals(decimals) ? { feeDecimals: decimals } : {},
    leftovers: [
      ...leftovers,
      ...walked.strays.filter((stray) => !read.placed.has(stray)).map(strayLeftover),
      ...read.leftovers,
      ...own.leftovers,
      ...secondReport(all.slice(end))
    ]
  }
  return { patch, findings: findingsOf({ form, patch, walked, read, headings, title, decimals }) }
}

/** Lines of section 二, its heading included, that may say what its figures are counted in. */
function captionsOf(blocks: readonly RawBlock[], home: readonly Home[]): string[] {
  return blocks.flatMap((block, index) => {
    const own = home[index] === 'disclosure'
    const before = home[index] === 'heading' && home[index + 1] === 'disclosure'
    if (!own && !before) return []
    const lines = block.type === 'text' ? [block.text] : block.rows.flat().map(({ text }) => text)
    return lines.filter((line) => line.length < 60 && line.includes('元'))
  })
}

/** What stands behind the report and is a report itself. */
function secondReport(blocks: readonly RawBlock[]): Leftover[] {
  const lines = blocks.flatMap((block) =>
    block.type === 'text' ? [block.text] : block.rows.map(textOfRow)
  )
  const text = lines.filter((line) => line.trim()).join('\n')
  const at = blocks.find((block) => block.type === 'text')
  return text
    ? [{ text, reason: 'second', ...(at?.type === 'text' && at.at && { at: at.at }) }]
    : []
}

const strayLeftover = ({ text, at, section, tokens }: UnknownRow): Leftover => ({
  text,
  reason: 'row',
  ...(tokens.length && { cells: tokens.map(({ raw }) => raw) }),
  ...(at && { at }),
  ...(section && { section })
})

/** 保留4位小数 in the head of the fee. */
function decimalsOf(head: string | undefined): number | undefined {
  const digit = /保留\s*(?:小数点后)?\s*([1-6１-６一二两三四五六])\s*位/.exec(head ?? '')?.[1]
  const number = digit ? parseNumber(digit) : undefined
  return number?.kind === 'number' ? number.value : undefined
}
