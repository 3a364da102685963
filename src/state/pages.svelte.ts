import type { Block } from '../core/blocks.ts'
import type { Document, FontFailure, Look, Pressed, SvgElement } from '../formats/index.ts'
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
  failure: FontFailure | undefined = $state.raw()
  /** The blocks that the pages were set from; text on them refers to its block by number. */
  blocks: readonly Block[] = $state.raw([])
  #wanted: Copy | undefined
  #work: Promise<void> | undefined

  constructor(paper: Paper) {
    this.#paper = paper
  }

  /** Each page as SVG; one that did not change is the same object as before. */
  get svg(): readonly SvgElement[] {
    return this.#set?.svg ?? []
  }

  /** Where every glyph stands; undefined until the first setting is done. */
  get document(): Document | undefined {
    return this.#set?.document
  }

  /** Sets a copy; while one setting is on its way, only the newest waits. */
  show = (copy: Copy): Promise<void> => {
    this.#wanted = copy
    this.#work ??= this.#run().finally(() => (this.#work = undefined))
    return this.#work
  }

  async #run(): Promise<void> {
    while (this.#wanted) {
      const { blocks, look } = this.#wanted
      this.#wanted = undefined
      const opened = await this.#paper.press()
      const result = opened.ok
        ? await opened.press.set(blocks, look, this.#paper.fonts.chosen)
        : opened
      this.failure = result.ok ? undefined : result
      if (!result.ok) continue
      this.blocks = blocks
      this.#set = result
    }
  }
}
