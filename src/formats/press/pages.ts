/** A report set in type with the fonts it needs: what the preview shows and the PDF is painted of. */
import type { Block } from '../../core/compose/blocks.ts'
import type { ChartSpec } from '../../core/charts/spec.ts'
import type { Drawing } from '../../typeset/page/drawing.ts'
import type { ChartSlot, Document, Fault, Look } from '../../typeset/page/page.ts'
import type { FontSet } from '../../typeset/page/font-metrics.ts'
import { same } from '../../typeset/page/same.ts'
import { createTypesetter } from '../../typeset/pages/typeset.ts'
import type { DrawnChart } from '../charts/draw.ts'
import type { FontLibrary } from '../fonts/library.ts'
import type { FontFailure } from '../fonts/load.ts'

export interface SetDocument {
  readonly ok: true
  readonly document: Document
  /** The charts by the id of their specs, each drawn to fill its slot. */
  readonly drawings: ReadonlyMap<string, Drawing>
}

/**
 * Sets blocks; remembers what it set before: the same blocks give the same result at once, and a
 * small change is set quickly.
 */
export type SetPages = (
  blocks: readonly Block[],
  onFonts?: (done: number, total: number) => void
) => Promise<SetDocument | FontFailure>

/**
 * A setter of pages. The first pass shows which characters there are; the files that hold them are
 * then fetched and the pass repeated, until nothing new turns up.
 */
export function pageSetter(library: FontLibrary, look: Look): SetPages {
  let kept: Kept | undefined
  return async (blocks, onFonts) => {
    // Its code comes while fonts do: charts are drawn last.
    const drawing = blocks.some(({ type }) => type === 'chart')
      ? import('../charts/draw.ts')
      : undefined
    for (;;) {
      // Local until the end: another setting may come in between while fonts are fetched.
      const fonts = library.set()
      const before = kept?.fonts === fonts ? kept : undefined
      if (before && same(before.blocks, blocks)) return before.result
      const typeset = before?.typeset ?? createTypesetter(fonts, look)
      const document = typeset(blocks)
      const slots = slotsOf(document)
      const read = await library.settle(onFonts)
      if (!read.ok) return read
      if (library.set() !== fonts) continue
      const charts: Charts = drawing
        ? drawn(slots, before?.charts ?? new Map(), (await drawing).drawChart, fonts)
        : new Map()
      const settled = await library.settle(onFonts)
      if (!settled.ok) return settled
      if (library.set() !== fonts) continue
      const result: SetDocument = { ok: true, ...withCharts(document, slots, charts) }
      kept = { fonts, typeset, charts, blocks, result }
      return result
    }
  }
}

/** What the last setting left for the next. */
interface Kept {
  readonly fonts: FontSet
  readonly typeset: ReturnType<typeof createTypesetter>
  readonly charts: Charts
  readonly blocks: readonly Block[]
  readonly result: SetDocument
}

type Draw = typeof import('../charts/draw.ts').drawChart

/** Charts by what they show and how large they are, so that none is drawn twice. */
type Charts = ReadonlyMap<string, DrawnChart>

interface Slot {
  readonly slot: ChartSlot
  readonly page: number
  readonly key: string
}

const slotsOf = ({ pages }: Document): Slot[] =>
  pages.flatMap(({ items }, page) =>
    items.flatMap((slot) =>
      slot.kind === 'chart'
        ? [{ slot, page, key: JSON.stringify([slot.spec, slot.width, slot.height]) }]
        : []
    )
  )

/** The charts of these slots, new ones drawn, old ones kept while they are there. */
const drawn = (slots: readonly Slot[], before: Charts, draw: Draw, fonts: FontSet): Charts =>
  new Map(
    slots.map(({ slot: { spec, width, height }, key }) => [
      key,
      before.get(key) ?? draw(spec, width, height, fonts)
    ])
  )

function withCharts(
  document: Document,
  slots: readonly Slot[],
  charts: Charts
): Omit<SetDocument, 'ok'> {
  const faults = slots.flatMap(({ slot, page, key }) =>
    Array.from(charts.get(key)?.missing ?? [], (code): Fault => {
      return { kind: 'missing', code, page, from: slot.from, near: labelWith(slot.spec, code) }
    })
  )
  const drawings = slots.flatMap(({ slot, key }): [string, Drawing][] => {
    const chart = charts.get(key)
    return chart ? [[slot.spec.id, chart.drawing]] : []
  })
  return {
    document: { ...document, faults: [...document.faults, ...faults] },
    drawings: new Map(drawings)
  }
}

/** The words of a chart in which a character stands. */
function labelWith({ labels, series, unit, title, texts = [] }: ChartSpec, code: number): string {
  const char = String.fromCodePoint(code)
  const words = [...labels, ...series.map(({ name }) => name), ...texts.flat(), unit]
  return words.find((label) => label.includes(char)) ?? title
}
