import { tableIds } from '../../core/form/table.ts'
import { copiedRows, pastedByLabel, type Pasted } from '../../core/intake/paste.ts'
import { recognise } from '../../core/intake/recognise.ts'
import type { RawBlock } from '../../core/intake/source/raw.ts'
import type { Patch } from '../../core/intake/source/reading.ts'
import { pastedText } from '../../core/prose/pasted-text.ts'
import { recognisePasted } from '../../formats/index.ts'

/** What was copied elsewhere: what of it is the form's, and all of it cell by cell. */
export interface Copied {
  readonly patch: Patch
  readonly rows: readonly (readonly string[])[]
}

/**
 * So many characters of a table are recognised in the page, in about 30 ms: whoever pastes into a
 * grid types on, and a thread could answer after the next key and write over it.
 */
const few = 20_000
/** The same of markup, most of which says how a text looks. */
const fewOfMarkup = 200_000

const isShort = (text: string, html: string): boolean =>
  text.length < few && html.length < fewOfMarkup

/** What is on the clipboard as tables and text: by its markup, or by its tabs and lines. */
export async function copiedTables(text: string, html: string): Promise<Copied> {
  const alone = !text.trim()
  const atOnce = isShort(text, html)
  const rows = copiedRows(text)
  if (html || !atOnce) {
    const source = await recognisePasted(text, html, { atOnce })
    if ('patch' in source) {
      return { patch: source.patch, rows: alone ? rowsIn(source.blocks) : rows }
    }
  }
  const cells = rows.map((row) => row.map((cell) => ({ text: cell })))
  return { patch: recognise([{ type: 'grid', spans: 'lost', rows: cells }]).patch, rows }
}

const rowsIn = (blocks: readonly RawBlock[]): string[][] =>
  blocks.flatMap((block) =>
    block.type === 'grid' ? block.rows.map((row) => row.map(({ text }) => text)) : []
  )

/** What was copied elsewhere to be written on with. */
export interface CopiedProse {
  /** Its paragraphs, a line each, with the numbers of its lists. */
  readonly text: string
  /** The tables of the form that stood among them: numbers that belong there and not in the text. */
  readonly tables: readonly Pasted[]
}

/**
 * What is on the clipboard as text for a written section. Only markup knows the numbers of a page's
 * lists and which numbers stand in a table; else the text that came with it is what its program meant.
 */
export async function copiedProse(text: string, html: string): Promise<CopiedProse> {
  const marked = /<(?:table|ol)[\s>]/i.test(html)
  if (!marked && !/\d\t.{0,99}\d/.test(text) && text.trim())
    return { text: pastedText(text), tables: [] }
  const source = await recognisePasted(marked ? '' : text, html, {
    atOnce: isShort(text, html)
  })
  if (!('patch' in source)) return { text: pastedText(text), tables: [] }
  const tables = tableIds.flatMap((table) => pastedByLabel(source.patch, table) ?? [])
  const lines = source.blocks.flatMap((block) =>
    block.type === 'text'
      ? [block.text]
      : tables.length
        ? []
        : block.rows.map((row) => row.map((cell) => cell.text).join(' '))
  )
  return { text: pastedText(lines.join('\n')), tables }
}
