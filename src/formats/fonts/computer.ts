/** Asking the browser for the fonts of this computer, where it can tell (Chromium, with consent). */

/** What `queryLocalFonts` of the Local Font Access API gives; TypeScript does not know it yet. */
interface FontData {
  readonly family: string
  readonly fullName: string
  readonly postscriptName: string
  readonly blob: () => Promise<Blob>
}

/** A font that this computer has. */
export interface ComputerFont {
  /** As the user knows it, such as 仿宋_GB2312. */
  readonly name: string
  readonly postScriptName: string
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>
}

/** What offices use for 仿宋 and 小标宋, by any of its names. */
const fitting = /仿宋|fangsong|小标宋|xiaobiaosong|fzxbs|xbsong|stfangsong/i

/** Whether the browser can be asked at all; elsewhere the user picks a file. */
export const canAskComputer = (): boolean => 'queryLocalFonts' in globalThis

/**
 * The 仿宋 and 小标宋 fonts of this computer. The browser asks the user for consent, which needs a
 * click before it; undefined when it is refused.
 */
export async function computerFonts(): Promise<ComputerFont[] | undefined> {
  const { queryLocalFonts } = globalThis as { queryLocalFonts?: () => Promise<FontData[]> }
  if (!queryLocalFonts) return undefined
  try {
    const fonts = await queryLocalFonts()
    return fonts
      .filter((font) => fitting.test(`${font.family} ${font.fullName} ${font.postscriptName}`))
      .map((font) => ({
        name: font.fullName,
        postScriptName: font.postscriptName,
        bytes: async () => new Uint8Array(await (await font.blob()).arrayBuffer())
      }))
  } catch {
    return undefined
  }
}
