import {
  RangeSetBuilder,
  StateEffect,
  StateField,
  type Extension,
  type StateEffectType,
  type Text
} from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import { mount, unmount } from 'svelte'
import { chartSpec } from '../../../core/charts/chart.ts'
import type { ChartSpec } from '../../../core/charts/spec.ts'
import { chartOf, quotesIn, type QuoteAt } from '../../../core/prose/quotes.ts'
import type { Report } from '../../../core/report/report.ts'
import ChartCanvas from '../../charts/ChartCanvas.svelte'
import { chipOf, chipShown, type ChipShown } from './quotes/chip.ts'

/**
 * What a text quotes is shown as it prints: a figure as its number, a chart that stands alone in its
 * line as a picture. A quote is one thing to the caret, to deleting and to selecting.
 */

/** What quotes are read from: the report as it is, and whether its ground is dark. */
export interface Quoted {
  readonly report: Report
  readonly dark: boolean
}

/** Tells the editor of another report, or another ground. */
export const quotedFrom: StateEffectType<Quoted> = StateEffect.define<Quoted>()

/** What is shown in the place of a stretch of text; two with the same key look the same. */
class Shown extends WidgetType {
  readonly #key: string
  readonly #draw: () => HTMLElement
  readonly #height: number

  constructor(key: string, draw: () => HTMLElement, height = -1) {
    super()
    this.#key = key
    this.#draw = draw
    this.#height = height
  }

  override eq(other: Shown): boolean {
    return other.#key === this.#key
  }

  override toDOM(): HTMLElement {
    return this.#draw()
  }

  override destroy(element: HTMLElement): void {
    const picture = pictures.get(element)
    if (picture) void unmount(picture)
  }

  override ignoreEvent(): boolean {
    return false
  }

  override get estimatedHeight(): number {
    return this.#height
  }
}

/** The charts that are drawn, by what they are drawn in. */
const pictures = new WeakMap<HTMLElement, ReturnType<typeof mount>>()
/** Of a chart in the text, in pixels. */
const height = 172

const chip = (shown: ChipShown): Shown =>
  new Shown(`${shown.token} ${shown.text} ${shown.source}`, () => chipOf(shown))

const picture = (token: string, spec: ChartSpec, dark: boolean): Shown =>
  new Shown(
    `${token} ${String(dark)} ${JSON.stringify(spec)}`,
    () => {
      const target = document.createElement('div')
      target.className = 'cm-chart'
      target.dataset['quote'] = token
      pictures.set(target, mount(ChartCanvas, { target, props: { spec, height, dark } }))
      const title = document.createElement('p')
      title.textContent = spec.title
      target.append(title)
      return target
    },
    height + 36
  )

/** What stands for a quote, and whether it takes the place of its whole line. */
function shownQuote({ report, dark }: Quoted, doc: Text, { quote, from, text }: QuoteAt) {
  if (quote.kind === 'chart') {
    const line = doc.lineAt(from)
    const spec = chartOf(line.text.trim()) === undefined ? undefined : chartSpec(report, quote.id)
    if (spec) {
      const shown = Decoration.replace({ widget: picture(text, spec, dark), block: true })
      return { from: line.from, to: line.to, shown }
    }
  }
  const shown = Decoration.replace({ widget: chip(chipShown(report, quote, text)) })
  return { from, to: from + text.length, shown }
}

function shownQuotes(quoted: Quoted, doc: Text): DecorationSet {
  const found = new RangeSetBuilder<Decoration>()
  for (const quote of quotesIn(doc.toString())) {
    const { from, to, shown } = shownQuote(quoted, doc, quote)
    found.add(from, to, shown)
  }
  return found.finish()
}

interface ShownQuotes {
  readonly quoted: Quoted
  readonly quotes: DecorationSet
}

/** The quotes of a text, shown as what a report says. */
export function quotesShown(first: Quoted): Extension {
  const field = StateField.define<ShownQuotes>({
    create: ({ doc }) => ({ quoted: first, quotes: shownQuotes(first, doc) }),
    update(shown, { docChanged, effects, newDoc }) {
      const quoted = effects.find((effect) => effect.is(quotedFrom))?.value ?? shown.quoted
      if (!docChanged && quoted === shown.quoted) return shown
      return { quoted, quotes: shownQuotes(quoted, newDoc) }
    },
    provide: (field) => [
      EditorView.decorations.from(field, ({ quotes }) => quotes),
      EditorView.atomicRanges.of(({ state }) => state.field(field).quotes)
    ]
  })
  return field
}
