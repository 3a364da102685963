import { StateEffect, StateField, type Extension, type StateEffectType } from '@codemirror/state'
import {
  Decoration,
  EditorView,
  showTooltip,
  tooltips,
  type DecorationSet,
  type TooltipView
} from '@codemirror/view'
import { isOfWording, type Finding } from '../../../core/checks/finding.ts'
import type { TextKey } from '../../../core/form/sections.ts'

/** A stretch of the text of which a rule has something to say. */
export interface Marked {
  readonly from: number
  readonly to: number
  readonly finding: Finding
}

/** What is marked in the text, and which of it has its popover open. */
interface Marking {
  readonly marked: readonly Marked[]
  readonly open: Finding | undefined
  /** What a mark says to those who hear it, and to the pointer. */
  readonly said: (finding: Finding) => string
}

/** The findings that stand somewhere in the text of a section, in the order of the text. */
export const markedIn = (findings: readonly Finding[], section: TextKey): Marked[] =>
  findings
    .flatMap((finding): Marked[] => {
      const { at } = finding
      if (at.kind !== 'text' || at.section !== section || at.from === undefined) return []
      return at.to === undefined || at.to <= at.from ? [] : [{ from: at.from, to: at.to, finding }]
    })
    .sort((a, b) => a.from - b.from || b.to - a.to)

/** Tells the editor what is marked now. */
export const markedWith: StateEffectType<Marking> = StateEffect.define<Marking>()

interface Shown {
  readonly marks: DecorationSet
  /** The place of the popover. */
  readonly open: { readonly from: number; readonly to: number } | undefined
}

function decoration({ marked, open, said }: Marking, end: number): DecorationSet {
  return Decoration.set(
    marked.flatMap(({ from, to, finding }) => {
      if (to > end) return []
      const kind = isOfWording(finding) ? 'cm-wording' : 'cm-contradiction'
      const chosen = finding === open ? ' chosen' : ''
      const text = said(finding)
      const mark = Decoration.mark({
        tagName: 'mark',
        class: `${kind} ${finding.severity}${chosen}`,
        attributes: { title: text, 'aria-description': text },
        finding
      })
      return [mark.range(from, to)]
    }),
    true
  )
}

const shownMarks = StateField.define<Shown>({
  create: () => ({ marks: Decoration.none, open: undefined }),
  update(shown, { changes, docChanged, effects, newDoc }) {
    const marking = effects.find((effect) => effect.is(markedWith))?.value
    if (marking) {
      const place = marking.marked.find(({ finding }) => finding === marking.open)
      return { marks: decoration(marking, newDoc.length), open: place }
    }
    if (!docChanged) return shown
    // Until the rules have run again, a mark stays with its words.
    const { open } = shown
    return {
      marks: shown.marks.map(changes),
      open: open && { from: changes.mapPos(open.from), to: changes.mapPos(open.to) }
    }
  },
  provide: (field) => EditorView.decorations.from(field, ({ marks }) => marks)
})

/** The finding that is marked at a place of the text, the narrowest where there are several. */
function findingAt(view: EditorView, at: number): Finding | undefined {
  let narrowest: { width: number; finding: Finding } | undefined
  view.state.field(shownMarks).marks.between(at, at, (from, to, { spec }) => {
    const { finding } = spec as { finding: Finding }
    if (!narrowest || to - from < narrowest.width) narrowest = { width: to - from, finding }
  })
  return narrowest?.finding
}

/**
 * The marks under the words that rules have something to say of, and the popover of the one that is
 * open, made by `popover`. `onpress`: a mark was pressed; undefined where the press was beside.
 */
export function findingMarks(
  popover: () => TooltipView,
  onpress: (finding: Finding | undefined) => void
): Extension {
  return [
    shownMarks,
    // Beside the text, not over the list, which says the same.
    tooltips({ tooltipSpace: ({ scrollDOM }) => scrollDOM.getBoundingClientRect() }),
    showTooltip.from(shownMarks, ({ open }) =>
      open ? { pos: open.to, above: false, arrow: true, create: popover } : null
    ),
    EditorView.domEventObservers({
      click(event, view) {
        const pressed = event.target instanceof Element && event.target.closest('mark')
        const at = pressed ? view.posAtCoords({ x: event.clientX, y: event.clientY }) : null
        onpress(at === null ? undefined : findingAt(view, at))
      }
    })
  ]
}
