// @ts-check
/** The same font files for everybody; the others know one file a font, so it is the common one. */

/** @type {Map<string, Promise<Uint8Array>>} */
const loaded = new Map()

/** @param {string} font as in `fang` */
export function fontFile(font) {
  const found = loaded.get(font) ?? fetched(font)
  loaded.set(font, found)
  return found
}

/** @param {string} font */
async function fetched(font) {
  const response = await fetch(new URL(`fonts/${font}-1.ttf.gz`, document.baseURI))
  const bytes = new Uint8Array(await response.arrayBuffer())
  // Some servers, Vite's preview among them, unpack .gz files on the way.
  if (bytes[0] !== 0x1f) return bytes
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(unpacked).arrayBuffer())
}

/**
 * What a block is set in.
 *
 * @param {import('../../../src/core/compose/blocks.ts').Block} block
 */
export function styleOf(block) {
  if (block.type === 'title') return { font: 'song', size: 22 }
  if (block.type !== 'heading') return { font: 'fang', size: 16 }
  return { font: block.level === 1 ? 'hei' : block.level === 2 ? 'kai' : 'fang', size: 16 }
}

export const fonts = ['fang', 'hei', 'kai', 'song']
