import { openPress, type PageMeans, type Press } from '../../formats/index.ts'
import { OwnFonts } from './own-fonts.svelte.ts'
import type { Pages } from './pages.svelte.ts'

/** What pages are made with: one press for preview, print, PDF and checks, and the fonts chosen. */
export class Paper implements PageMeans {
  readonly fonts: OwnFonts = new OwnFonts()
  /** The pages beside the editor, while they are there. */
  shown: Pages | undefined
  #press: Promise<Press> | undefined

  press = async (): Promise<Press> => {
    await this.fonts.ready
    this.#press ??= openPress(new URL('fonts/', document.baseURI).href).catch((error: unknown) => {
      this.#press = undefined
      throw error
    })
    return this.#press
  }
}
