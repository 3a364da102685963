/**
 * As much of XML as office files need, to read it and to write text into it. Document types are refused, so that no entity but the five
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

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
}

/**
 * The root element; null where the text is not well-formed or has a document type. Every character
 * is looked at a fixed number of times: what is not closed ends the reading at once.
 */
export function parseXml(text: string): XmlElement | null {
  const document: Open = { name: '', attributes: {}, children: [] }
  const stack: Open[] = [document]
  let count = 0
  let at = 0
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', at)) {
    const top = stack.at(-1)
    if (!top) return null
    if (open > at) top.children.push(plain(text.slice(at, open)))
    const aside = asides.find(({ from }) => text.startsWith(from, open))
    const start = open + (aside?.from.length ?? 1)
    const end = aside ? text.indexOf(aside.to, start) : endOfTag(text, start)
    if (end < 0) return null
    at = end + (aside?.to.length ?? 1)
    if (aside) {
      if (aside.literal) top.children.push(text.slice(start, end))
      continue
    }
    const tag = text.slice(start, end)
    if (tag.startsWith('/')) {
      if (stack.length < 2 || top.name !== local(tag.slice(1).trimEnd())) return null
      stack.pop()
      continue
    }
    if (++count > mostElements || stack.length > deepest) return null
    const element = elementOf(tag.endsWith('/') ? tag.slice(0, -1) : tag)
    if (!element) return null
    top.children.push(element)
    if (!tag.endsWith('/')) stack.push(element)
  }
  const root = document.children.find((child) => typeof child !== 'string')
  return stack.length === 1 && root ? root : null
}

/** What stands between tags and is no element. */
const asides: readonly { from: string; to: string; literal?: true }[] = [
  { from: '<!--', to: '-->' },
  { from: '<![CDATA[', to: ']]>', literal: true },
  { from: '<?', to: '?>' }
]

/** Where a tag closes, outside of quotes; -1 where it does not, or where it is a document type. */
function endOfTag(text: string, from: number): number {
  if (text[from] === '!') return -1
  let quote = ''
  for (let at = from; at < text.length; at++) {
    const char = text[at]
    if (char === quote) quote = ''
    else if (char === '<') return -1
    else if (quote) continue
    else if (char === '>') return at
    else if (char === '"' || char === "'") quote = char
  }
  return -1
}

function elementOf(tag: string): Open | null {
  const end = tag.search(/\s/)
  const name = local(end < 0 ? tag : tag.slice(0, end))
  const attributes = end < 0 ? {} : attributesOf(tag.slice(end))
  return name && attributes ? { name, attributes, children: [] } : null
}

function attributesOf(text: string): Record<string, string> | null {
  const attributes: Record<string, string> = {}
  let at = 0
  for (let equals = text.indexOf('='); equals >= 0; equals = text.indexOf('=', at)) {
    let start = equals + 1
    while (/\s/.test(text[start] ?? '')) start++
    const quote = text[start]
    const end = quote === '"' || quote === "'" ? text.indexOf(quote, start + 1) : -1
    if (end < 0) return null
    attributes[local(text.slice(at, equals).trim())] = plain(text.slice(start + 1, end))
    at = end + 1
  }
  return attributes
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;'
}

/** Characters that XML can hold (XML 1.0, 2.2). */
export const isXml = (char: string): boolean => {
  const code = char.codePointAt(0) ?? 0
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff
}

/**
 * A text as XML and HTML write it, between tags and in attributes; a character that XML cannot hold,
 * none of which has a shape, is left out.
 */
export const escaped = (text: string): string =>
  Array.from(text, (char) => (isXml(char) ? (escapes[char] ?? char) : '')).join('')

/** The child elements of a name. */
export const childrenNamed = (parent: XmlElement | undefined, name: string): XmlElement[] =>
  (parent?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name
  )

/** The first child element of a name, and of that the first of the next name, and so on. */
export function descend(parent: XmlElement | undefined, ...names: readonly string[]) {
  return names.reduce<XmlElement | undefined>((at, name) => childrenNamed(at, name)[0], parent)
}
