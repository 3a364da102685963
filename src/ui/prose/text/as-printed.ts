import { RangeSetBuilder, type Extension, type Line } from '@codemirror/state'
import {
  Decoration,
  EditorView,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate
} from '@codemirror/view'
import { passageOf } from '../../../core/prose/narrative.ts'

/** Headings look like headings; white space before a line is not printed and is not shown. */

const headings = {
  2: Decoration.line({ class: 'cm-heading', attributes: { role: 'heading', 'aria-level': '3' } }),
  3: Decoration.line({ class: 'cm-minor', attributes: { role: 'heading', 'aria-level': '4' } })
}
const unprinted = Decoration.replace({})

function printedLine(line: Line, add: RangeSetBuilder<Decoration>): void {
  const passage = passageOf(line.text)
  if (!passage) return
  if (passage.level) add.add(line.from, line.from, headings[passage.level])
  if (passage.from) add.add(line.from, line.from + passage.from, unprinted)
}

function linesInSight(view: EditorView): DecorationSet {
  const found = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at)
      printedLine(line, found)
      at = line.to + 1
    }
  }
  return found.finish()
}

/** The lines of a text as they will be printed. */
export const asPrinted: Extension = ViewPlugin.define(
  (view) => ({
    shown: linesInSight(view),
    update({ docChanged, viewportChanged, view }: ViewUpdate) {
      if (docChanged || viewportChanged) this.shown = linesInSight(view)
    }
  }),
  {
    decorations: ({ shown }) => shown,
    provide: (plugin) =>
      EditorView.atomicRanges.of((view) => view.plugin(plugin)?.shown ?? Decoration.none)
  }
)
