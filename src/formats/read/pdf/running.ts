import type { PlacedItem } from './items.ts'
import { isNumberRow } from './clustered.ts'
import { textOfPieces } from './pieces.ts'

/** What runs along at the top and foot of pages: heads, addresses, dates, the pages' numbers. */

/** Running numbers of pages: — 4 —, - 4 -, 4, 第4页, 4/12, Page 4 of 12. */
const pageNumber =
  /^(?:[—–―－\-·~〜•]*\s*\d{1,3}\s*[—–―－\-·~〜•]*|第?\s*\d{1,3}\s*页?(?:\s*[/／,，共]+\s*\d{1,3}\s*页?)?|Page\s*\d{1,3}(?:\s*of\s*\d{1,3})?)$/i

/** How many lines from the edge of a page may run along. */
const deepest = 2
/** Places differ by less than this from page to page, in points. */
const near = 3
/** No more than a line: a paragraph does not run along. */
const longest = 120

/** What is the same on every page but for its numbers. */
const pattern = (text: string) => text.replace(/\d+/g, '#').replace(/\s+/g, '')

/**
 * The pages without what runs along, and each text that does, once: it is no part of the report, but
 * was read.
 */
export function withoutRunning(pages: readonly (readonly PlacedItem[])[]): {
  readonly pages: readonly (readonly PlacedItem[])[]
  readonly running: readonly string[]
} {
  const places = new Map<string, { ys: number[]; text: string }>()
  const edges = pages.map((items) => {
    const edge = new Set<PlacedItem>([...items.slice(0, deepest), ...items.slice(-deepest)])
    return [...edge].flatMap((item) => {
      if (item.kind !== 'line' || isNumberRow(item.pieces)) return []
      const text = textOfPieces(item.pieces).trim()
      return text.length > longest ? [] : [{ item, text, key: pattern(text) }]
    })
  })
  for (const { item, text, key } of edges.flat()) {
    const known = places.get(key)
    if (known) known.ys.push(item.y)
    else places.set(key, { ys: [item.y], text })
  }
  const runs = (key: string, y: number) => {
    const there = places.get(key)?.ys.filter((one) => Math.abs(one - y) < near).length ?? 0
    return there > 1 && there * 3 >= pages.length
  }
  const gone = new Set<PlacedItem>()
  const running = new Map<string, string>()
  pages.forEach((items, page) => {
    for (const { item, text, key } of edges[page] ?? []) {
      const outer = item === items[0] || item === items.at(-1)
      if (outer && pageNumber.test(text)) gone.add(item)
      else if (runs(key, item.y)) {
        gone.add(item)
        if (!pageNumber.test(text)) running.set(key, places.get(key)?.text ?? text)
      }
    }
  })
  return {
    pages: pages.map((items) => items.filter((item) => !gone.has(item))),
    running: [...running.values()]
  }
}
