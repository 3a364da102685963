import { halfWidth } from '../../core/numbers/numeral.ts'

/** Something that is found by words. */
export interface Findable {
  readonly id: string
  /** As it stands on the screen. */
  readonly name: string
  /** Where it stands, which tells those of one name apart: 表三 （六）其他处理. */
  readonly place?: string | undefined
  /** Other words by which it is known: a field's name in the file, as people also say. */
  readonly also?: string | undefined
}

/**
 * What has every word of a query, the best match first; among equals what was used lately, then the
 * order in which they came. Without a query that is all of them, what was used lately at their head.
 */
export function ranked<Entry extends Findable>(
  entries: readonly Entry[],
  query: string,
  lately: readonly string[] = []
): readonly Entry[] {
  const whole = plain(query)
  const words = whole.split(' ').filter(Boolean)
  const used = new Map(lately.map((id, at) => [id, at]))
  return entries
    .map((entry, order) => {
      const far = distance(entry, whole, words)
      return { entry, far, used: used.get(entry.id) ?? used.size, order }
    })
    .filter(({ far }) => far < Infinity)
    .sort((a, b) => a.far - b.far || a.used - b.used || a.order - b.order)
    .map(({ entry }) => entry)
}

/** Small letters of half width, and a blank for whatever only parts words. */
const plain = (text: string): string =>
  halfWidth(text)
    .toLowerCase()
    .replace(/[\s·，、。；：（）“”()/.,:;]+/g, ' ')
    .trim()

/** What words are looked for in. */
interface Plain {
  readonly own: string
  readonly full: string
  readonly other: string
}

/** Made once of each: 2,000 reports are looked through at every key. */
const known = new WeakMap<Findable, Plain>()

function plainOf(entry: Findable): Plain {
  const { name, place = '', also = '' } = entry
  const made = known.get(entry) ?? {
    own: plain(name),
    full: plain(`${place} ${name}`),
    other: plain(also)
  }
  known.set(entry, made)
  return made
}

function distance(entry: Findable, whole: string, words: readonly string[]): number {
  if (words.length === 0) return 0
  const names = plainOf(entry)
  if (whole === names.full || whole === names.own || whole === names.other) return -1
  return words.reduce((sum, word) => sum + distanceOf(word, names), 0)
}

/** How far one word is from a name; Infinity where it is another's. */
function distanceOf(word: string, { own, full, other }: Plain): number {
  const parts = ` ${full} `
  if (own.startsWith(word)) return 0
  if (parts.includes(` ${word} `)) return 1
  if (parts.includes(` ${word}`)) return 2
  if (full.includes(word)) return 3
  if (other.includes(word)) return 4
  return inOrder(word, full) ? 6 : Infinity
}

/** Whether a text has all characters of a word in their order, as first characters of its words are. */
function inOrder(word: string, text: string): boolean {
  let from = 0
  for (const char of word) {
    const at = text.indexOf(char, from)
    if (at < 0) return false
    from = at + char.length
  }
  return word.length > 1
}
