import type { Block } from '../../core/compose/blocks.ts'
import type { Document, Look, Page, Pressed, SetFailure, SvgElement } from '../../formats/index.ts'
import type { Paper } from './paper.svelte.ts'

/** What pages are set from. */
export interface Copy {
  readonly blocks: readonly Block[]
  readonly look: Look
}

/** The pages of a report as they will be printed, kept up with its blocks. */
export class Pages {
  #paper: Paper
  #set: Extract<Pressed, { ok: true }> | undefined = $state.raw()
  failure: SetFailure | undefined = $state.raw()
  /** The blocks that the pages were set from; text on them refers to its block by number. */
  blocks: readonly Block[] = $state.raw([])
  /** The look that they were set in. */
  look: Look | undefined
  #wanted: Copy | undefined
  #work: Promise<void> | undefined

  constructor(paper: Paper) {
    this.#paper = paper
  }

  /** A page that did not change is the same object as before. */
  get all(): readonly Page[] {
    return this.#set?.document.pages ?? []
  }

  /** Where every glyph stands; undefined until the first setting is done. */
  get document(): Document | undefined {
    return this.#set?.document
  }

  /** A page as SVG; undefined for one that is not of this document. */
  draw = (page: Page): SvgElement | undefined => this.#set?.draw(page)

  /** Sets a copy; while one setting is on its way, only the newest waits and the others go. */
  show = (copy: Copy): Promise<void> => {
    this.#wanted = copy
    this.#work ??= this.#run().finally(() => (this.#work = undefined))
    return this.#work
  }

  async #run(): Promise<void> {
    while (this.#wanted) {
      const { blocks, look } = this.#wanted
      this.#wanted = undefined
      const press = await this.#paper.press()
      const result = await press.set(blocks, look, this.#paper.fonts.chosen)
      this.failure = result.ok ? undefined : result
      if (!result.ok) continue
      this.blocks = blocks
      this.look = look
      this.#set = result
    }
  }
}
