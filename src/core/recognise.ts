import { form2021, type Form } from './form.ts'
import type { RawBlock, RawCell } from './raw.ts'
import type { Leftover, Patch, Recognised } from './reading.ts'
import { findingsOf } from './recognise/findings.ts'
import { feeUnitOf } from './recognise/fee.ts'
import { figuresOf } from './recognise/figures.ts'
import { headingsOf } from './recognise/headings.ts'
import { labelsOf, type Labels } from './recognise/labels.ts'
import { parseNumber } from './chinese.ts'
import { isFeeDecimals } from './report.ts'
import { textOfRow, walk, type Source, type Stray } from './recognise/segments.ts'
import { ordersOf } from './recognise/orders.ts'
import { readTables } from './recognise/tables.ts'
import { periodYear, titleOf } from './recognise/title.ts'
import { cellsOfLine } from './recognise/lines.ts'
import { parted, unglued } from './recognise/unglued.ts'
import { homesOf, isSentence, isTable, proseOf, type Home } from './recognise/prose.ts'
import { unfolded } from './recognise/unfold.ts'
import { sections } from './sections.ts'
import type { FieldId, TableId } from './table.ts'

/**
 * What a source says, in terms of the form: every cell found by its label and place, the prose by
 * its section, and all that was not understood. Writes nothing and never throws.
 */
export function recognise(source: readonly RawBlock[], form: Form = form2021): Recognised {
  const labels = labelsOf(form)
  const all = unfolded(source)
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
    orders: ordersOf(sources),
    feeUnit: (label) => feeUnitOf({ heads: [head ?? '', label], captions })
  })
  const { text, leftovers } = proseOf(blocks, home, used, labels)
  const year = title?.year ?? periodYear(text.leadIn)
  const decimals = decimalsOf(head)
  const notes: Partial<Record<FieldId, string>> = {}
  for (const [field, reading] of Object.entries(read.cells)) {
    if (reading?.note) notes[field as FieldId] = reading.note
  }
  const patch: Patch = {
    form: read.form,
    ...(title?.unitName && { unitName: title.unitName }),
    ...(year !== undefined && { year }),
    ...(years.length && { years }),
    ...(title && { title: title.text }),
    cells: read.cells,
    text,
    figures: figuresOf(text.overview),
    notes,
    settings: isFeeDecimals(decimals) ? { feeDecimals: decimals } : {},
    leftovers: [
      ...leftovers,
      ...walked.strays.filter((stray) => !read.placed.has(stray)).map(strayLeftover),
      ...read.leftovers,
      ...secondReport(all.slice(end))
    ]
  }
  return { patch, findings: findingsOf({ patch, walked, read, headings, title, decimals }) }
}

/** The different rows of the form that a grid names, with their tables; a few may be chance. */
function rowsNamed(cells: readonly RawCell[], labels: Labels): ReadonlyMap<string, TableId> {
  const named = new Map<string, TableId>()
  for (const { text } of cells) {
    for (const { row, match } of labels.find(text))
      if (row && match === 'exact') named.set(row.text, row.table)
  }
  return named
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

/**
 * The grids that may be tables of the form: those of sections 二 to 四, and of other places when
 * they name rows of the form. Where a table section has no grid, its lines are laid out as one.
 */
function sourcesOf(blocks: readonly RawBlock[], home: readonly Home[], labels: Labels) {
  const sources: Source[] = []
  const used = new Set<number>()
  const headed = home.some(isTable)
  /** The tables that stand in a section that is a table; one elsewhere is none of the form's. */
  const own = new Set<TableId>()
  blocks.forEach((block, index) => {
    const section = home[index]
    if (block.type !== 'grid' || !isTable(section)) return
    sources.push({ rows: block.rows, spans: block.spans, section })
    used.add(index)
    own.add(section)
    for (const table of rowsNamed(block.rows.flat(), labels).values()) own.add(table)
  })
  const lines = (wanted: (home: Home | undefined) => boolean, section?: TableId) => {
    const row: RawCell[] = []
    blocks.forEach((block, index) => {
      if (block.type !== 'text' || !wanted(home[index])) return
      const cells = cellsIn(block, labels)
      if (cells.length === 0) return
      row.push(...cells)
      used.add(index)
    })
    if (row.length) sources.push({ rows: [row], spans: 'lost', ...(section && { section }) })
  }
  for (const { id } of sections) {
    const grid = blocks.some((block, i) => block.type === 'grid' && home[i] === id)
    if (!isTable(id) || !home.includes(id) || grid) continue
    lines((one) => one === id, id)
    for (const { rows } of sources.slice(-1)) {
      for (const table of rowsNamed(rows.flat(), labels).values()) own.add(table)
    }
  }
  // A row that the break of a page has cut off from its table.
  blocks.forEach((block, index) => {
    const section = home[index]
    if (block.type !== 'text' || !isTable(section) || !own.has(section)) return
    if (used.has(index) || block.text.length > 200 || isSentence(block.text)) return
    const [label, ...numbers] = cellsOfLine(block.text, block.at?.from)
    const whole = numbers.length > 2 && numbers.every(({ text }) => isFigure(text))
    if (!label || !whole || !labels.find(label.text).some(({ row }) => row)) return
    sources.push({ rows: [[label, ...numbers]], spans: 'lost', section })
    used.add(index)
  })
  blocks.forEach((block, index) => {
    if (block.type !== 'grid' || used.has(index)) return
    const loose = !headed && (home[index] === 'leadIn' || home[index] === 'before')
    const tables = [...rowsNamed(block.rows.flat(), labels).values()]
    const strange = tables.filter((table) => !own.has(table)).length
    if (tables.length === 0 || (!loose && (tables.length < 5 || strange < 3))) return
    sources.push({ rows: block.rows, spans: block.spans })
    used.add(index)
  })
  if (!headed && !sources.length) {
    const texts = blocks.flatMap((block) => (block.type === 'text' ? [block] : []))
    if (
      rowsNamed(
        texts.flatMap((text) => cellsIn(text, labels)),
        labels
      ).size > 0
    )
      lines(() => true)
  }
  return { sources, used }
}

/** More characters than a line of a table has, unless it is all of the table. */
const longestLine = 200

/** The cells of a line of a table; none of a line that is prose. */
function cellsIn(line: RawCell, labels: Labels): RawCell[] {
  if (isSentence(line.text)) return []
  const cells = cellsOfLine(line.text, line.at?.from).flatMap((cell) =>
    parted(cell, labels).flatMap((part) => unglued(part, labels) ?? part)
  )
  return line.text.length <= longestLine || rowsNamed(cells, labels).size > 2 ? cells : []
}

const isFigure = (text: string): boolean => parseNumber(text).kind !== 'text'

const strayLeftover = ({ text, at, section, tokens }: Stray): Leftover => ({
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
