import { latin } from '../web/mht.ts'
import { failure, largestText, type ReadInput, type ReadResult } from '../../source/reader.ts'
import { charsets, codePages, notText, signs, starred } from './rtf-words.ts'
import { shown } from '../../source/shown.ts'
import { storyParts, type RowDefinition, type StoryParagraph } from './story.ts'
import { partBlocks, type WordAside, type WordPart } from './tables.ts'

/**
 * A document in Rich Text Format (1.9.1), which programs also save under names that end in .doc:
 * body, text boxes and notes, with tables and the numbers of lists, which stand in the text. Headers,
 * pictures and embedded objects are not looked at.
 */
export async function read({ bytes }: ReadInput): Promise<ReadResult> {
  const parts = partsOf(latin(bytes))
  if (!Array.isArray(parts)) return parts
  const source = shown()
  const blocks = partBlocks(parts, source)
  return blocks.length ? { ok: true, blocks, shownText: source.text() } : failure('empty')
}

/** What holds up to the end of a pair of braces. */
interface Group {
  /** Not printed: hidden, deleted, or no text at all. */
  skip: boolean
  hidden: boolean
  deleted: boolean
  /** How many characters stand behind a code point for programs that know none. */
  instead: number
  encoding: string
  inTable: boolean
  depth: number
  row: Row
  /** It is the number of a paragraph in a list, which no tab parts from the text. */
  number: boolean
  /** Where its text goes, if it is a story of its own. */
  story: Story
}

interface Story {
  readonly paragraphs: StoryParagraph[]
  text: string
  asides: WordAside[]
}

/** A row in the making: the marks of the next cell come before its right edge. */
interface Row extends RowDefinition {
  across1: number
  down1: RowDefinition['down'][number]
}

const newStory = (): Story => ({ paragraphs: [], text: '', asides: [] })
const newRow = (): Row => ({ edges: [0], across: [], down: [], across1: 0, down1: undefined })

/** All of a story, also what no mark of a paragraph ends. */
const wholeStory = ({ paragraphs, text, asides }: Story): WordPart[] =>
  storyParts([...paragraphs, { text, depth: 0, asides }])

const deepest = 200

/** The text and tables, or why there are none. */
function partsOf(text: string): WordPart[] | ReadResult {
  const main = newStory()
  let group: Group = {
    ...{ skip: false, hidden: false, deleted: false, instead: 1, encoding: 'gbk' },
    ...{ inTable: false, depth: 1, row: newRow(), number: false, story: main }
  }
  const groups: Group[] = []
  const fonts = new Map<number, string>()
  let [font, inFonts, star, dropped, length] = [0, false, false, 0, 0]
  /** Bytes of characters that may take two. */
  let bytes: number[] = []

  const put = (words: string) => {
    length += words.length
    if (!group.skip && !group.hidden && !group.deleted) group.story.text += words
  }
  const flush = () => {
    if (bytes.length) put(new TextDecoder(group.encoding).decode(Uint8Array.from(bytes)))
    bytes = []
  }
  const end = (ends: StoryParagraph['ends'], depth: number) => {
    const { story } = group
    const row = ends === 'row' ? group.row : undefined
    story.paragraphs.push({ text: story.text, depth, ends, row, asides: story.asides })
    story.text = ''
    story.asides = []
  }
  const close = () => {
    const inner = group.story
    group = groups.pop() ?? group
    if (inner === group.story) return
    // The text of a box or note stands in the middle of the paragraph that it is tied to.
    group.story.asides.push({ aside: wholeStory(inner) })
  }

  const words: Readonly<Record<string, (value: number | undefined) => void>> = {
    par: () => end(undefined, group.inTable ? group.depth : 0),
    sect: () => end(undefined, group.inTable ? group.depth : 0),
    page: () => put('\n'),
    cell: () => end('cell', 1),
    nestcell: () => end('cell', Math.max(2, group.depth)),
    row: () => end('row', 1),
    nestrow: () => end('row', Math.max(2, group.depth)),
    pard: () => Object.assign(group, { inTable: false, depth: 1 }),
    intbl: () => (group.inTable = true),
    itap: (value = 1) => (group.depth = Math.min(Math.max(1, value), 20)),
    plain: () => (group.hidden = false),
    v: (value = 1) => (group.hidden = value !== 0),
    deleted: (value = 1) => (group.deleted = value !== 0),
    uc: (value = 1) => (group.instead = Math.min(Math.max(0, value), 10)),
    u: (value = 0) => {
      put(String.fromCharCode(value & 0xffff))
      dropped = group.instead
    },
    ansicpg: (value = 0) => (group.encoding = codePages[value] ?? group.encoding),
    f: (value = 0) => {
      if (inFonts) font = value
      else group.encoding = fonts.get(value) ?? group.encoding
    },
    fcharset: (value = 0) => {
      const encoding = charsets[value]
      if (encoding) fonts.set(font, encoding)
    },
    trowd: () => (group.row = newRow()),
    trleft: (value = 0) => (group.row.edges[0] = value),
    clmgf: () => (group.row.across1 = 1),
    clmrg: () => (group.row.across1 = 2),
    clvmgf: () => (group.row.down1 = 'starts'),
    clvmrg: () => (group.row.down1 = 'goesOn'),
    cellx: (value = 0) => {
      const { row } = group
      row.edges.push(value)
      row.across.push(row.across1)
      row.down.push(row.down1)
      ;[row.across1, row.down1] = [0, undefined]
    },
    listtext: () => (group.number = true),
    pntext: () => (group.number = true),
    shptxt: () => (group.story = newStory()),
    footnote: () => Object.assign(group, { story: newStory(), inTable: false, depth: 1 })
  }

  const token =
    /[{}]|\\([a-z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-f]{2})|\\([^a-z])|[\r\n]+|[^\\{}\r\n]+|\\/gi
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [whole, word, digits, hex, symbol] = match
    const value = digits === undefined ? undefined : Number(digits)
    if (hex) {
      if (dropped > 0) dropped--
      else bytes.push(parseInt(hex, 16))
      continue
    }
    if (word === undefined && symbol === undefined && !/^[{}\\]/.test(whole)) {
      if (/^[\r\n]/.test(whole)) continue
      const from = Math.min(dropped, whole.length)
      dropped -= from
      // Bytes above ASCII are not written as they are, but by some programs.
      for (let i = from; i < whole.length; i++) bytes.push(whole.charCodeAt(i) & 0xff)
      continue
    }
    flush()
    dropped = 0
    if (whole === '{') {
      if (groups.push(group) > deepest) return failure('damaged')
      group = { ...group }
    } else if (whole === '}') {
      close()
      inFonts &&= group.skip
    } else if (symbol === '*') {
      star = true
      continue
    } else if (symbol === '\n' || symbol === '\r') words['par']?.(undefined)
    else if (symbol !== undefined) put(signs[symbol] ?? '')
    else if (word === 'bin') token.lastIndex += Math.max(0, value ?? 0)
    else if (word !== undefined) {
      if (notText.test(word) || (star && !starred.test(word))) {
        group.skip = true
        inFonts = word === 'fonttbl'
      }
      const sign = signs[word]
      if (sign) put(group.number ? '' : sign)
      else if (!group.skip || inFonts) words[word]?.(value)
    }
    star = false
    if (length > largestText) return failure('tooLong', String(length))
  }
  flush()
  // Cut off: what is missing would not be missed.
  if (groups.length) return failure('damaged')
  return wholeStory(main)
}
