/** The fonts that come with the app, for the screen of a computer that has none for Chinese. */
import type { FontName } from '../../typeset/page/font-metrics.ts'
import { fetchFrom, loadFont, loadManifest } from './load.ts'
import { showFace } from './screen.ts'

/** Last in every list of families in `app.css`; nothing has this name until it is needed. */
const family = 'nianbao-screen'

/** 黑体, and what it lacks. Rarer characters, 6 MB of them, stay boxes. */
const fonts: readonly FontName[] = ['hei', 'noto']

/** How long nobody waits for the commonest characters any more, in milliseconds. */
const patience = 3000

/**
 * Shows the app's fonts from a folder, an absolute address that ends in a slash. Ends as soon as the
 * commonest characters can be drawn, and at the latest when patience does; the rest follow. A file
 * that cannot be had is left out.
 */
export async function showFallback(folder: string): Promise<void> {
  const fetchBytes = fetchFrom(folder)
  const late = new Promise<void>((resolve) => setTimeout(resolve, patience))
  const common = loadManifest(fetchBytes).then(async (list) => {
    if (!list.ok) return
    const show = (tier: number): Promise<unknown> =>
      Promise.all(
        fonts.map(async (font) => {
          const file = list.manifest.get(font)?.[tier]
          const loaded = file && (await loadFont(file, fetchBytes))
          if (loaded?.ok) await showFace(family, loaded.bytes)
        })
      )
    await show(0)
    void show(1)
  })
  await Promise.race([common, late])
}
