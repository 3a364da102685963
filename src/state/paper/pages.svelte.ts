import type { Block } from '../../core/compose/blocks.ts'
import type {
  Copy,
  Document,
  Look,
  Page,
  PageMeans,
  Pressed,
  SetFailure,
  SvgElement
} from '../../formats/index.ts'

/** The pages of a report as they will be printed, kept up with its blocks. */
export class Pages {
  #means: PageMeans
  #set: Extract<Pressed, { ok: true }> | undefined = $state.raw()
  failure: SetFailure | undefined = $state.raw()
  /** The blocks that the pages were set from; text on them refers to its block by number. */
  blocks: readonly Block[] = $state.raw([])
  /** The look that they were set in. */
  look: Look | undefined
  #wanted: Omit<Copy, 'own'> | undefined
  #work: Promise<void> | undefined

  constructor(means: PageMeans) {
    this.#means = means
  }

  /** A page that did not change is the same object as before. */
  get all(): readonly Page[] {
    return this.#set?.document.pages ?? []
  }

  /** Where every glyph stands; undefined until the first setting is done. */
  get document(): Document | undefined {
    return this.#set?.document
  }

  /** A page as SVG; undefined while there are none. */
  draw = (page: Page): SvgElement | undefined => this.#set?.draw(page)

  /**
   * Sets blocks; while one setting is on its way, only the newest waits and the others go. Ends when
   * nothing waits. Pages stay as they are until others take their place, also after a failure.
   */
  show = (wanted: Omit<Copy, 'own'>): Promise<void> => {
    this.#wanted = wanted
    this.#work ??= this.#run().finally(() => (this.#work = undefined))
    return this.#work
  }

  async #run(): Promise<void> {
    while (this.#wanted) {
      const { blocks, look } = this.#wanted
      this.#wanted = undefined
      const result = await this.#press(blocks, look)
      this.failure = result.ok ? undefined : result
      if (!result.ok) continue
      this.blocks = blocks
      this.look = look
      this.#set = result
    }
  }

  async #press(blocks: readonly Block[], look: Look): Promise<Pressed> {
    try {
      const { set } = await this.#means.press()
      return await set({ blocks, look, own: this.#means.fonts.chosen })
    } catch (error) {
      // The code of the press cannot be had, for instance without a connection.
      const detail = error instanceof Error ? error.message : String(error)
      return { ok: false, reason: 'failed', detail }
    }
  }
}
