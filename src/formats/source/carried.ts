import { escaped, isXml, parseXml } from './xml.ts'

/**
 * The exchange file as a part of an office document (ECMA-376 part 1, 22.5), so that a document that
 * left the app has the report in it, whatever an office program does with the text around it.
 */
const namespace = 'urn:nianbao:exchange'

/**
 * The part that carries an exchange file. What XML cannot hold stands only within strings of JSON and
 * is written as JSON escapes it: no character is lost.
 */
export function carriedPart(json: string): string {
  const held = Array.from(json, (char) => (isXml(char) ? char : jsonEscape(char))).join('')
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  return `${head}<nianbao xmlns="${namespace}">${escaped(held)}</nianbao>`
}

const jsonEscape = (char: string): string =>
  `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`

/** The exchange file in a part; undefined where the part is of another kind. */
export function carriedJson(xml: string): string | undefined {
  const root = parseXml(xml)
  // Programs that save the document again may give the namespace a prefix.
  if (root?.name !== 'nianbao' || !Object.values(root.attributes).includes(namespace)) {
    return undefined
  }
  return root.children.filter((child) => typeof child === 'string').join('')
}
