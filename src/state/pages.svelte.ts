import type { Block } from '../core/blocks.ts'
import {
  openPress,
  type FontFailure,
  type Look,
  type Press,
  type SvgElement
} from '../formats/index.ts'

/** The pages of a report as they will be printed, kept up with its blocks. */
export class Pages {
  /** Each page as SVG; one that did not change is the same object as before. */
  svg: readonly SvgElement[] = $state.raw([])
  /** The blocks that the pages were set from; text on them refers to its block by number. */
  blocks: readonly Block[] = []
  failure: FontFailure | undefined = $state.raw()
  #press: Press | undefined
  #wanted: { blocks: readonly Block[]; look: Look } | undefined
  #work: Promise<void> | undefined

  /** Sets these blocks; while one setting is on its way, only the newest waits. */
  show = (blocks: readonly Block[], look: Look): Promise<void> => {
    this.#wanted = { blocks, look }
    this.#work ??= this.#set().finally(() => (this.#work = undefined))
    return this.#work
  }

  async #set(): Promise<void> {
    if (!this.#press) {
      const opened = await openPress(new URL('fonts/', document.baseURI).href)
      if (!opened.ok) {
        this.failure = opened
        return
      }
      this.#press = opened.press
    }
    while (this.#wanted) {
      const { blocks, look } = this.#wanted
      this.#wanted = undefined
      const result = await this.#press.set(blocks, look)
      if (!result.ok) {
        this.failure = result
        return
      }
      this.failure = undefined
      this.blocks = blocks
      this.svg = result.svg
    }
  }
}
