import {
  charactersOf,
  paragraphOf,
  type Elsewhere,
  type ParagraphProperties
} from './properties.ts'

/** Styles of paragraphs and characters ([MS-DOC] 2.9.271 STSH), as far as the reader needs them. */
export interface Styles {
  readonly paragraph: (style: number) => ParagraphProperties
  readonly hides: (style: number) => boolean
}

interface Style {
  readonly kind: number
  readonly base: number
  /** Its lists of properties. */
  readonly lists: readonly Uint8Array[]
}

const plain: ParagraphProperties = { style: 0, depth: 0, innerCellEnd: false, rowEnd: false }
const deepest = 20
const empty = new Uint8Array()

export function stylesOf(table: Uint8Array, elsewhere: Elsewhere): Styles {
  const styles = table.length ? listOf(table) : []
  const paragraphs = new Map<number, ParagraphProperties>()
  const hiding = new Map<number, boolean>()

  /** A style and those it is based on, the last of them first. */
  function line(index: number): Style[] {
    const found: Style[] = []
    for (let style = styles[index]; style && found.length < deepest; style = styles[style.base]) {
      found.unshift(style)
    }
    return found
  }

  return {
    paragraph: (index) => {
      const known = paragraphs.get(index)
      if (known) return known
      // In front of a paragraph's properties stands the number of the style itself.
      const lists = line(index).map(({ lists: [own] }) => own?.subarray(2) ?? empty)
      const paragraph = { ...paragraphOf(plain, lists, elsewhere), style: index }
      paragraphs.set(index, paragraph)
      return paragraph
    },
    hides: (index) => {
      const known = hiding.get(index)
      if (known !== undefined) return known
      const hides = line(index).reduce((hidden, { kind, lists }) => {
        const list = kind === 1 ? lists[1] : lists[0]
        return charactersOf(hidden, [list ?? empty], () => false).hidden
      }, false)
      hiding.set(index, hides)
      return hides
    }
  }
}

function listOf(table: Uint8Array): (Style | undefined)[] {
  const view = new DataView(table.buffer, table.byteOffset, table.length)
  const head = view.getUint16(0, true)
  const [count, fixed] = [view.getUint16(2, true), view.getUint16(4, true)]
  const styles: (Style | undefined)[] = []
  let at = 2 + head
  for (let i = 0; i < count && at + 2 <= table.length; i++) {
    const length = view.getUint16(at, true)
    styles.push(length ? styleOf(table.subarray(at + 2, at + 2 + length), fixed) : undefined)
    at += 2 + length
  }
  return styles
}

function styleOf(bytes: Uint8Array, fixed: number): Style {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const kindAndBase = view.getUint16(2, true)
  const count = view.getUint16(4, true) & 0xf
  const lists: Uint8Array[] = []
  // Behind the fixed part stands the name with its length in front and a zero behind.
  let at = fixed + 2 + view.getUint16(fixed, true) * 2 + 2
  for (let i = 0; i < count && at + 2 <= bytes.length; i++) {
    const length = view.getUint16(at, true)
    lists.push(bytes.subarray(at + 2, at + 2 + length))
    at += 2 + length + (length & 1)
  }
  return { kind: kindAndBase & 0xf, base: kindAndBase >> 4, lists }
}
