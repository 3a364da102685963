/**
 * As much of XML as office files need. Document types are refused, so that no entity but the five
 * of XML itself exists; prefixes are dropped, for the parts that are read use one namespace each.
 */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

/** Office files nest some thirty deep; whoever walks the tree may recurse. */
const deepest = 200
const mostElements = 3_000_000

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'"
}

const plain = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/gi, (whole, digits, hex, name) => {
        if (name) return entities[name as string] ?? whole
        const code = digits ? Number(digits) : Number.parseInt(hex as string, 16)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
      })
    : text

const local = (name: string) => name.slice(name.indexOf(':') + 1)
const markup = /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<!|<(\/?)([^\s/>]+)([^>]*?)(\/?)>/g
const attribute = /([^\s=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g

interface Open {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: (XmlElement | string)[]
}

/** The root element; null where the text is not well-formed or has a document type. */
export function parseXml(text: string): XmlElement | null {
  const document: Open = { name: '', attributes: {}, children: [] }
  const stack: Open[] = [document]
  let at = 0
  let count = 0
  markup.lastIndex = 0
  for (const match of text.matchAll(markup)) {
    const top = stack.at(-1)
    const [whole, literal, closing, name, rest = '', alone] = match
    if (!top || whole === '<!') return null
    if (match.index > at) top.children.push(plain(text.slice(at, match.index)))
    at = match.index + whole.length
    if (literal !== undefined) top.children.push(literal)
    if (!name) continue
    if (closing) {
      if (stack.length < 2 || top.name !== local(name)) return null
      stack.pop()
      continue
    }
    if (++count > mostElements || stack.length > deepest) return null
    const attributes: Record<string, string> = {}
    for (const [, key = '', double, single] of rest.matchAll(attribute)) {
      attributes[local(key)] = plain(double ?? single ?? '')
    }
    const element: Open = { name: local(name), attributes, children: [] }
    top.children.push(element)
    if (!alone) stack.push(element)
  }
  const root = document.children.find((child) => typeof child !== 'string')
  return stack.length === 1 && root ? root : null
}

/** The child elements of a name. */
export const childrenNamed = (parent: XmlElement | undefined, name: string): XmlElement[] =>
  (parent?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name
  )

/** The first child element of a name, and of that the first of the next name, and so on. */
export function descend(parent: XmlElement | undefined, ...names: readonly string[]) {
  return names.reduce<XmlElement | undefined>((at, name) => childrenNamed(at, name)[0], parent)
}
