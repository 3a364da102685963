import { StateEffect, StateField, type Extension, type StateEffectType } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import * as words from '../../../i18n/words.ts'
import type { PageStart } from '../../preview/where.ts'

/** Tells the editor where printed pages begin in its text; nowhere where that is not to be seen. */
export const pagesBegin: StateEffectType<readonly PageStart[]> = StateEffect.define()

class PageMark extends WidgetType {
  readonly #page: number

  constructor(page: number) {
    super()
    this.#page = page
  }

  override eq(other: PageMark): boolean {
    return other.#page === this.#page
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span')
    mark.className = 'cm-page'
    mark.textContent = words.editor.pageBegins(this.#page)
    return mark
  }
}

/** A mark before the first letter of each printed page. */
export const pageMarks: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, { changes, effects, newDoc }) {
    const starts = effects.find((effect) => effect.is(pagesBegin))?.value
    if (!starts) return shown.map(changes)
    return Decoration.set(
      starts
        .filter(({ at }) => at <= newDoc.length)
        .map(({ page, at }) =>
          Decoration.widget({ widget: new PageMark(page), side: -1 }).range(at)
        )
    )
  },
  provide: (field) => EditorView.decorations.from(field)
})
