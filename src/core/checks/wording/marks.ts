import { before, each, type Spotter, type Spotted } from '../../findings/spotting.ts'

/** Punctuation of the prose: doubled, of half width, without its partner. */

/** What is wrong with a mark, and which was meant, where that is known. */
export type WrongMark =
  | { readonly problem: 'doubled'; readonly found: string; readonly meant?: string }
  | { readonly problem: 'halfWidth'; readonly found: string; readonly meant: string }
  /** The mark without a partner, with the words behind it. */
  | { readonly problem: 'bookMarks' | 'unpaired'; readonly found: string; readonly mark: string }

const doubled = /([，。、；：？！])\1+|[，、；：][。]|[。][，、；：]/g
const halfWidth = /(?<=[\u4e00-\u9fa5”》）])[,;:?!](?=[\u4e00-\u9fa5“《（])/g

const rightMarks: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！'
}

/** A comma before a full stop gives way to it; of others nobody can say which was meant. */
const meantBy = (marks: string): string | undefined => {
  if (/^[，、；]。$/.test(marks)) return '。'
  // Full stops in a row may have been meant for an ellipsis.
  return new Set(marks).size > 1 || /^。{3,}$/.test(marks) ? undefined : marks.slice(0, 1)
}

const pairs: Readonly<Record<string, string>> = {
  '（': '）',
  '“': '”',
  '《': '》',
  '【': '】',
  '〔': '〕',
  '〈': '〉',
  '[': ']'
}
const openers = new Map(Object.entries(pairs).map(([open, close]) => [close, open]))
/** 1） and 一） number a list. */
const numbering = /(?:^|[。；：，、\s])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[）)]$/

/** 〔2021) of a document's number is told of as such. */
const unnumbered = (line: string): string =>
  line.replace(/[〔[（【]20\d\d[〕\]）】](?=\s?第?\s?\d{1,4}\s?号)/g, (words) =>
    '〇'.repeat(words.length)
  )

/** Marks without their partner, one finding for a paragraph and kind of mark. */
const unpaired: Spotter<WrongMark> = (text) =>
  Array.from(text.matchAll(/[^\n]+/g)).flatMap(({ 0: line, index }): Spotted<WrongMark>[] => {
    const open: { mark: string; at: number }[] = []
    const alone: { mark: string; at: number }[] = []
    const plain = line.replace(/\(/g, '（').replace(/\)/g, '）')
    for (const { 0: mark, index: at } of unnumbered(plain).matchAll(
      /[（）“”《》【】〔〕〈〉[\]]/g
    )) {
      const opener = openers.get(mark)
      if (opener === undefined) open.push({ mark, at })
      else if (open.at(-1)?.mark === opener) open.pop()
      else if (!numbering.test(plain.slice(Math.max(0, at - 5), at + 1))) alone.push({ mark, at })
    }
    const [first] = [...alone, ...open].sort((a, b) => a.at - b.at)
    if (!first) return []
    const from = index + first.at
    const found = line.slice(first.at, first.at + 12)
    const { mark } = first
    const problem = mark === '《' || mark === '》' ? 'bookMarks' : 'unpaired'
    return [{ from, to: from + 1, params: { problem, found, mark } }]
  })

export const marks: readonly Spotter<WrongMark>[] = [
  each(doubled, ([found]) => {
    const meant = meantBy(found)
    return { problem: 'doubled', found, ...(meant !== undefined && { meant }) }
  }),
  each(halfWidth, (match) => {
    const [mark] = match
    // Within an address of a page it belongs there.
    if (/https?:\/\/\S*$/.test(before(match))) return undefined
    return { problem: 'halfWidth', found: mark, meant: rightMarks[mark] ?? '' }
  }),
  unpaired
]
