import {
  canAskComputer,
  computerFonts,
  readOwnFont,
  type OwnFile,
  type OwnRefusal
} from '../../formats/index.ts'
import { keepFonts, storedFonts } from '../../storage/reports/own-fonts.ts'

/** A font of this computer and the name that the user knows it by. */
export interface ChosenFont extends OwnFile {
  readonly name: string
}

/** Fonts of this computer that pages are set in instead of those that come with the app. */
export class OwnFonts {
  chosen: readonly ChosenFont[] = $state.raw([])
  /** What was chosen the last time has been taken up. */
  readonly ready: Promise<void>

  /** Whether the browser can tell of this computer's fonts, and what it tells after a click. */
  readonly canAsk: boolean = canAskComputer()
  readonly ask: typeof computerFonts = computerFonts

  constructor() {
    this.ready = storedFonts()
      .then((stored) => {
        if (Array.isArray(stored) && stored.every(isChosen)) this.chosen = stored
      })
      .catch(() => undefined)
  }

  /** Takes a font for a role; why not, if it cannot be taken. */
  take = async (font: ChosenFont): Promise<OwnRefusal | undefined> => {
    const read = await readOwnFont(font.bytes, font.postScriptName)
    if (!read.ok) return read.why
    this.#choose([...this.chosen.filter(({ role }) => role !== font.role), font])
    return undefined
  }

  /** Back to the app's own font. */
  drop = (role: OwnFile['role']): void =>
    this.#choose(this.chosen.filter((font) => font.role !== role))

  #choose(chosen: readonly ChosenFont[]): void {
    this.chosen = chosen
    void keepFonts(chosen)
  }
}

const isChosen = (value: unknown): value is ChosenFont =>
  typeof value === 'object' &&
  value !== null &&
  'role' in value &&
  'name' in value &&
  'bytes' in value &&
  value.bytes instanceof Uint8Array
