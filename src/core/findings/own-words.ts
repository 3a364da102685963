import { isRecord } from '../report/json.ts'

/**
 * What an office watches for in all of its reports: words that it writes otherwise, names with their
 * titles, words to look at once more. It is kept where the office keeps its reports, not in them.
 */
export interface OwnWord {
  /** `wrong`: `right` is written instead. `person`: a name, whose title is `right`. `watch`: looked at. */
  readonly kind: OwnKind
  readonly word: string
  /** Empty where nothing is written instead. */
  readonly right: string
}

export const ownKinds = ['wrong', 'person', 'watch'] as const
export type OwnKind = (typeof ownKinds)[number]

/** Why an entry cannot be used. */
export type OwnFault = 'kind' | 'short' | 'long' | 'noRight' | 'same'

/** One character is in too many other words. */
const shortest = 2
const longest = 40

/** What is wrong with an entry, if anything. */
export function faultOf({ kind, word, right }: OwnWord): OwnFault | undefined {
  if (word.length < shortest) return 'short'
  if (word.length > longest || right.length > longest) return 'long'
  if (kind === 'watch') return undefined
  if (right === '') return 'noRight'
  return right === word ? 'same' : undefined
}

/** How the kinds are called in a file, which people edit. */
const kindNames: Record<OwnKind, string> = { wrong: '错词', person: '姓名', watch: '留意' }
const head = ['类别', '写法', '应为']

/** A line of a file that could not be used; lines are counted from 1. */
export interface UnusedLine {
  readonly line: number
  readonly fault: OwnFault
}

export interface ReadWords {
  readonly words: readonly OwnWord[]
  readonly unused: readonly UnusedLine[]
}

/**
 * The entries of a file: a line each, its cells divided by tabs, or as spreadsheets write them by
 * commas. A line of two cells without a kind is a wrong word with the right one.
 */
export function wordsIn(text: string): ReadWords {
  const words: OwnWord[] = []
  const unused: UnusedLine[] = []
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const cells = cellsOf(line)
    if (cells.every((cell) => cell === '') || cells[0] === head[0]) continue
    const word = wordOf(cells)
    const fault = word ? faultOf(word) : 'kind'
    if (word && !fault) words.push(word)
    else if (fault) unused.push({ line: i + 1, fault })
  }
  return { words: joined([], words), unused }
}

const cellsOf = (line: string): string[] =>
  line.split(line.includes('\t') ? '\t' : /[,，]/).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim()
  )

function wordOf([first = '', second = '', third = '']: readonly string[]): OwnWord | undefined {
  const kind = ownKinds.find((one) => kindNames[one] === first)
  if (kind) return { kind, word: second, right: kind === 'watch' ? '' : third }
  return third === '' && second !== '' ? { kind: 'wrong', word: first, right: second } : undefined
}

/** The entries as text that a spreadsheet opens: tabs between cells, and a head. */
export const textOfWords = (words: readonly OwnWord[]): string =>
  [head, ...words.map(({ kind, word, right }) => [kindNames[kind], word, right])]
    .map((cells) => `${cells.join('\t').trimEnd()}\r\n`)
    .join('')

/** A list with others added: what is there already takes the place it had, as it now is. */
export function joined(words: readonly OwnWord[], more: readonly OwnWord[]): OwnWord[] {
  const keyOf = ({ kind, word, right }: OwnWord): string =>
    // A person may have two titles.
    [kind, word, ...(kind === 'person' ? [right] : [])].join('\t')
  return [...new Map([...words, ...more].map((one) => [keyOf(one), one])).values()]
}

/**
 * A list as it is stored, with what was done to it as it had been read: `from` became `to`. What others
 * have added or taken away meanwhile stays so.
 */
export function revised(
  stored: readonly OwnWord[],
  from: readonly OwnWord[],
  to: readonly OwnWord[]
): OwnWord[] {
  const isIn = (list: readonly OwnWord[]) => {
    const texts = new Set(list.map(textOf))
    return (one: OwnWord): boolean => texts.has(textOf(one))
  }
  const [isStored, wasThere] = [isIn(stored), isIn(from)]
  const own = to.filter((one) => isStored(one) || !wasThere(one))
  const others = stored.filter((one) => !wasThere(one))
  // In our order, and of two that are about one word ours.
  return joined(joined(own, others), own)
}

const textOf = ({ kind, word, right }: OwnWord): string => [kind, word, right].join('\t')

/** The entries of what was stored, in whatever shape; what is none is left out. */
export const wordsFrom = (stored: unknown): OwnWord[] =>
  Array.isArray(stored) ? stored.filter(isOwnWord) : []

const isOwnWord = (value: unknown): value is OwnWord =>
  isRecord(value) &&
  ownKinds.some((kind) => kind === value['kind']) &&
  typeof value['word'] === 'string' &&
  typeof value['right'] === 'string'
