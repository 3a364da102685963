import { counter, type Level, type List } from '../../source/list-numbers.ts'
import { childrenNamed, descend, type XmlElement } from '../../source/xml.ts'

/**
 * Numbers that Word writes before paragraphs by itself (一、 （一） 1.): they are not in the text, yet
 * sections are known by them (ECMA-376 part 1, 17.9).
 */
export interface Numbering {
  /** The number before the next paragraph with these properties; empty where it has none. */
  readonly next: (properties: XmlElement | undefined) => string
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
    childrenNamed(numbering, 'num').map((one): [string | undefined, List] => {
      const kind = valueOf(one, 'abstractNumId')
      return [
        one.attributes['numId'],
        { kind: kind ?? '', levels: abstracts.get(kind) ?? [], starts: startsOf(one) }
      ]
    })
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
  const count = counter()

  const next = (properties: XmlElement | undefined): string => {
    const own = descend(properties, 'numPr')
    const style = styled(valueOf(properties, 'pStyle'))
    const list = lists.get(valueOf(own, 'numId') ?? valueOf(style, 'numId'))
    return list ? count(list, Number(valueOf(own, 'ilvl') ?? valueOf(style, 'ilvl') ?? 0)) : ''
  }
  return { next }
}

const levelOf = (level: XmlElement): Level => ({
  start: Number(valueOf(level, 'start') ?? 1) || 0,
  format: valueOf(level, 'numFmt') ?? 'decimal',
  text: valueOf(level, 'lvlText') ?? ''
})

/** Where a list begins anew although another of its kind stands before it. */
const startsOf = (num: XmlElement): Map<number, number> =>
  new Map(
    childrenNamed(num, 'lvlOverride').flatMap((override): [number, number][] => {
      const start = valueOf(override, 'startOverride')
      return start === undefined
        ? []
        : [[Number(override.attributes['ilvl'] ?? 0), Number(start) || 0]]
    })
  )
