/**
 * A page of the web taken apart as browsers take it apart (WHATWG HTML, 13.2), by parse5, which is pure:
 * it runs in any thread, and nothing of the page is run, loaded or shown.
 */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5'

export type PageNode = DefaultTreeAdapterTypes.ChildNode
export type PageElement = DefaultTreeAdapterTypes.Element

/**
 * A page that holds a report has some ten thousand. Markup of a few kB can be one that the standard
 * makes millions of elements of, with marks of fonts that are opened again in every paragraph.
 */
const mostElements = 500_000

/** Its root; null where there are more elements in it than in any report. */
export function parsedPage(markup: string): PageElement | null {
  let elements = 0
  const tooMany = new Error('more elements than in any report')
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(...given) {
      // Nothing but an exception stops the parser.
      if (++elements > mostElements) throw tooMany
      return defaultTreeAdapter.createElement(...given)
    }
  }
  try {
    // As for a page that is parsed and not shown: what is there for browsers without scripts is markup.
    const page = parse(markup, { treeAdapter, scriptingEnabled: false })
    return page.childNodes.find(isElement) ?? null
  } catch (error) {
    if (error === tooMany) return null
    throw error
  }
}

export const isElement = (node: DefaultTreeAdapterTypes.Node): node is PageElement =>
  'tagName' in node

/** The words of a node that is text. */
export const wordsOf = (node: PageNode): string => ('value' in node ? node.value : '')

export const attributeOf = (element: PageElement, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value

/** What is within an element, in its order. Without recursion: pages nest as deep as they like. */
export function* within(element: PageElement): Generator<PageNode> {
  const waiting = [...element.childNodes].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node
    if (isElement(node)) {
      for (let i = node.childNodes.length - 1; i >= 0; i--) {
        const child = node.childNodes[i]
        if (child) waiting.push(child)
      }
    }
  }
}

/** The words within an element, shown or not; no more than `most` characters, and those that end the last word. */
export function textWithin(element: PageElement, most = Infinity): string {
  let text = ''
  for (const node of within(element)) {
    if (text.length >= most) break
    text += node.nodeName === '#text' ? wordsOf(node) : ''
  }
  return text
}
