import { form2021, type Form } from './form.ts'
import type { RawBlock, RawCell } from './raw.ts'
import type { Leftover, Patch, Recognised } from './reading.ts'
import { findingsOf } from './recognise/findings.ts'
import { headingsOf, periodYear, titleOf } from './recognise/headings.ts'
import { labelsOf, type Labels } from './recognise/labels.ts'
import { parseNumber } from './chinese.ts'
import { walk, type Source, type Stray } from './recognise/segments.ts'
import { readTables, type FeeHead } from './recognise/tables.ts'
import { cellsOfLine } from './recognise/lines.ts'
import { homesOf, isSentence, isTable, proseOf, type Home } from './recognise/prose.ts'
import { sections } from './sections.ts'
import type { FieldId, TableId } from './table.ts'

/**
 * What a source says, in terms of the form: every cell found by its label and place, the prose by
 * its section, and all that was not understood. Writes nothing and never throws.
 */
export function recognise(blocks: readonly RawBlock[], form: Form = form2021): Recognised {
  const labels = labelsOf(form)
  const headings = headingsOf(blocks)
  const title = titleOf(blocks, headings[0]?.block ?? blocks.length)
  const home = homesOf(blocks, headings, title)
  const { sources, used } = sourcesOf(blocks, home, labels)
  const walked = walk(sources, labels)
  const head = walked.heads.find(({ text }) => text.includes('收费金额'))?.text
  const read = readTables(walked, form, labels, feeHead(head))
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
    ...(title && { title: title.text }),
    cells: read.cells,
    text,
    notes,
    settings: decimals === 2 || decimals === 4 ? { feeDecimals: decimals } : {},
    leftovers: [...leftovers, ...walked.strays.map(strayLeftover), ...read.leftovers]
  }
  return { patch, findings: findingsOf({ patch, walked, read, headings, title, decimals }) }
}

/** How many different rows of the form a grid names; fewer than three may be chance. */
function rowsNamed(cells: readonly RawCell[], labels: Labels): number {
  const named = new Set<string>()
  for (const { text } of cells) {
    for (const { row, match } of labels.find(text))
      if (row && match === 'exact') named.add(row.text)
  }
  return named.size
}

/**
 * The grids that may be tables of the form: those of sections 二 to 四, and of other places when
 * they name rows of the form. Where a table section has no grid, its lines are laid out as one.
 */
function sourcesOf(blocks: readonly RawBlock[], home: readonly Home[], labels: Labels) {
  const sources: Source[] = []
  const used = new Set<number>()
  const headed = home.some(isTable)
  blocks.forEach((block, index) => {
    if (block.type !== 'grid') return
    const section = home[index]
    const loose = !headed && (section === 'leadIn' || section === 'before')
    const named = () => rowsNamed(block.rows.flat(), labels)
    if (!isTable(section) && !(loose && named() > 0) && named() < 5) return
    sources.push({ rows: block.rows, spans: block.spans, ...(isTable(section) && { section }) })
    used.add(index)
  })
  const lines = (wanted: (home: Home | undefined) => boolean, section?: TableId) => {
    const row: RawCell[] = []
    blocks.forEach((block, index) => {
      if (block.type !== 'text' || !wanted(home[index])) return
      if (block.text.length > 200 || isSentence(block.text)) return
      const cells = cellsOfLine(block.text, block.at?.from)
      if (cells.length === 0) return
      row.push(...cells)
      used.add(index)
    })
    if (row.length) sources.push({ rows: [row], spans: 'lost', ...(section && { section }) })
  }
  for (const { id } of sections) {
    const own = blocks.some((block, i) => block.type === 'grid' && home[i] === id)
    if (isTable(id) && home.includes(id) && !own) lines((one) => one === id, id)
  }
  if (!headed && !sources.length) {
    const texts = blocks.flatMap((block) => (block.type === 'text' ? [{ text: block.text }] : []))
    if (
      rowsNamed(
        texts.flatMap(({ text }) => cellsOfLine(text)),
        labels
      ) > 0
    )
      lines(() => true)
  }
  return { sources, used }
}

const strayLeftover = ({ text, at, section }: Stray): Leftover => ({
  text,
  reason: 'row',
  ...(at && { at }),
  ...(section && { section })
})

const feeHead = (head: string | undefined): FeeHead => ({
  bare: head && /单位[:：\s]*元|[（(]元[)）]/.test(head) ? '元' : '万元'
})

/** 保留4位小数 in the head of the fee. */
function decimalsOf(head: string | undefined): number | undefined {
  const digit = /保留\s*(?:小数点后)?\s*([1-4１-４一二两三四])\s*位/.exec(head ?? '')?.[1]
  const number = digit ? parseNumber(digit) : undefined
  return number?.kind === 'number' ? number.value : undefined
}
