/** The outline: headings that lead to their places, not only to the tops of pages. */
import type { Document, OutlineEntry } from '../../typeset/page/page.ts'
import { nested, type Nested } from '../../typeset/page/outline.ts'
import type { PdfObjects } from './objects.ts'
import { decimal, ref, textString } from './objects.ts'

/** An entry of the outline and the object that it becomes. */
interface Item {
  readonly entry: OutlineEntry
  readonly id: number
  readonly children: readonly Item[]
}

/** Writes the outline; gives its entry of the catalog, empty when there are no headings. */
export function writeOutline({ outline, pages }: Document, objects: PdfObjects): string {
  if (outline.length === 0) return ''
  const root = objects.reserve()
  const reserved = ({ entry, children }: Nested): Item => {
    return { entry, id: objects.reserve(), children: children.map(reserved) }
  }
  const top = nested(outline).map(reserved)
  const write = (items: readonly Item[], parent: number) => {
    items.forEach(({ entry, id, children }, i) => {
      const [before, after] = [items[i - 1], items[i + 1]]
      const height = pages[entry.page]?.height ?? 0
      objects.write(
        `<</Title ${textString(entry.title)} /Parent ${ref(parent)}` +
          (before ? ` /Prev ${ref(before.id)}` : '') +
          (after ? ` /Next ${ref(after.id)}` : '') +
          ends(children) +
          ` /Dest [${ref(objects.page(entry.page))} /XYZ null ${decimal(height - entry.y)} null]>>`,
        id
      )
      write(children, id)
    })
  }
  write(top, root)
  objects.write(`<</Type /Outlines${ends(top)}>>`, root)
  return `/Outlines ${ref(root)}`
}

/** The first and last of an entry's children, and how many are seen when it is open. */
function ends(children: readonly Item[]): string {
  const [first, last] = [children[0], children.at(-1)]
  if (!first || !last) return ''
  return ` /First ${ref(first.id)} /Last ${ref(last.id)} /Count ${seen(children)}`
}

const seen = (items: readonly Item[]): number =>
  items.reduce((sum, { children }) => sum + 1 + seen(children), 0)
