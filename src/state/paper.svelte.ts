import { openPress, type Press, type FontFailure } from '../formats/index.ts'
import { OwnFonts } from './own-fonts.svelte.ts'

/** What pages are made with: one press for preview, paper and checks, and the fonts chosen. */
export class Paper {
  readonly fonts: OwnFonts = new OwnFonts()
  #press: Promise<{ readonly ok: true; readonly press: Press } | FontFailure> | undefined

  /** The press; one that could not be opened is tried again. */
  press = async (): Promise<{ readonly ok: true; readonly press: Press } | FontFailure> => {
    await this.fonts.ready
    this.#press ??= openPress(new URL('fonts/', document.baseURI).href)
    const opened = await this.#press
    if (!opened.ok) this.#press = undefined
    return opened
  }
}
