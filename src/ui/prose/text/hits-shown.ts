import { RangeSetBuilder, StateEffect, StateField, type StateEffectType } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'

/** What the search finds is marked in the text, the hit in hand more than the others. */

interface Stretch {
  readonly from: number
  readonly to: number
}

/** The hits of a text in order; none while nothing is looked for. */
export interface Hits {
  readonly places: readonly Stretch[]
  readonly current: Stretch | undefined
}

/** Tells the editor of other hits. */
export const hitsAre: StateEffectType<Hits> = StateEffect.define<Hits>()

const hit = Decoration.mark({ class: 'cm-hit' })
const currentHit = Decoration.mark({ class: 'cm-hit current' })

function marked({ places, current }: Hits, end: number): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>()
  for (const { from, to } of places) {
    if (to > end) break
    marks.add(from, to, from === current?.from && to === current.to ? currentHit : hit)
  }
  return marks.finish()
}

/** The marks of the search; they move with the text until they are told anew. */
export const hitsShown = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { changes, effects, newDoc }) {
    const hits = effects.find((effect) => effect.is(hitsAre))?.value
    return hits ? marked(hits, newDoc.length) : marks.map(changes)
  },
  provide: (field) => EditorView.decorations.from(field)
})
