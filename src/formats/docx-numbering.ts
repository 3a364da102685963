import { childrenNamed, descend, type XmlElement } from './xml.ts'

/**
 * Numbers that Word writes before paragraphs by itself (一、 （一） 1.): they are not in the text, yet
 * sections are known by them (ECMA-376 part 1, 17.9).
 */
export interface Numbering {
  /** The number before the next paragraph with these properties; empty where it has none. */
  readonly next: (properties: XmlElement | undefined) => string
}

interface Level {
  readonly start: number
  readonly format: string
  /** The text of the number, with `%1` for the count of the first level. */
  readonly text: string
}

/** Styles are based on one another no deeper. */
const deepest = 20

const valueOf = (parent: XmlElement | undefined, ...path: readonly string[]) =>
  descend(parent, ...path)?.attributes['val']

export function numberingOf(
  numbering: XmlElement | undefined,
  styles: XmlElement | undefined
): Numbering {
  const abstracts = new Map(
    childrenNamed(numbering, 'abstractNum').map((one) => [
      one.attributes['abstractNumId'],
      childrenNamed(one, 'lvl').map(levelOf)
    ])
  )
  const lists = new Map(
    childrenNamed(numbering, 'num').map((one) => [
      one.attributes['numId'],
      valueOf(one, 'abstractNumId')
    ])
  )
  const named = new Map(
    childrenNamed(styles, 'style').map((style) => [style.attributes['styleId'], style])
  )
  /** The numbering of a style, or of the one that it is based on. */
  const styled = (id: string | undefined, depth = 0): XmlElement | undefined => {
    const style = named.get(id)
    if (!style || depth > deepest) return undefined
    return descend(style, 'pPr', 'numPr') ?? styled(valueOf(style, 'basedOn'), depth + 1)
  }
  /** By abstract list: lists that share one go on counting. */
  const counts = new Map<string, number[]>()

  const next = (properties: XmlElement | undefined): string => {
    const own = descend(properties, 'numPr')
    const style = styled(valueOf(properties, 'pStyle'))
    const list = valueOf(own, 'numId') ?? valueOf(style, 'numId')
    const abstract = lists.get(list)
    const levels = abstracts.get(abstract)
    const index = Number(valueOf(own, 'ilvl') ?? valueOf(style, 'ilvl') ?? 0)
    const level = levels?.[index]
    if (!levels || !level || abstract === undefined) return ''
    const count = counts.get(abstract) ?? []
    counts.set(abstract, count)
    count[index] = (count[index] ?? level.start - 1) + 1
    count.length = index + 1
    if (level.format === 'bullet' || level.format === 'none') return ''
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const one = levels[at]
      return one ? counted(count[at] ?? one.start, one.format) : ''
    })
  }
  return { next }
}

const levelOf = (level: XmlElement): Level => ({
  start: Number(valueOf(level, 'start') ?? 1) || 0,
  format: valueOf(level, 'numFmt') ?? 'decimal',
  text: valueOf(level, 'lvlText') ?? ''
})

const digits = '零一二三四五六七八九'

function counted(count: number, format: string): string {
  if (!/chinese|japanese|ideograph|taiwanese/i.test(format) || count < 1 || count > 99) {
    return String(count)
  }
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  const ten = tens === 0 ? '' : `${tens > 1 ? (digits[tens] ?? '') : ''}十`
  return ten + (ones ? (digits[ones] ?? '') : '')
}
