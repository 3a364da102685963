import type { OutlineEntry } from './page.ts'

/** An entry of the outline with those below it. */
export interface Nested {
  readonly entry: OutlineEntry
  readonly children: readonly Nested[]
}

/**
 * The outline as a tree. A level that was skipped leaves no gap: the entry goes under the last one
 * above its level.
 */
export function nested(outline: readonly OutlineEntry[]): readonly Nested[] {
  const top: Open[] = []
  const open: Open[] = []
  for (const entry of outline) {
    while ((open.at(-1)?.entry.level ?? 0) >= entry.level) open.pop()
    const item: Open = { entry, children: [] }
    ;(open.at(-1)?.children ?? top).push(item)
    open.push(item)
  }
  return top
}

interface Open {
  readonly entry: OutlineEntry
  readonly children: Open[]
}
