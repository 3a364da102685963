import { expect, test } from 'vitest'
import { nested, type Nested } from '../../../src/typeset/page/outline.ts'

/** A tree as text: entries by their titles, what is below them in brackets. */
const shown = (entries: readonly Nested[]): string =>
  entries
    .map(({ entry, children }) =>
      children.length > 0 ? `${entry.title}(${shown(children)})` : entry.title
    )
    .join(' ')

const cases: readonly [levels: readonly (1 | 2 | 3)[], tree: string][] = [
  [[], ''],
  [[1, 1], '1 2'],
  [[1, 2, 2, 1], '1(2 3) 4'],
  [[1, 2, 3, 3, 2, 1], '1(2(3 4) 5) 6'],
  // A level that was skipped.
  [[1, 3, 2], '1(2 3)'],
  [[3, 2, 1], '1 2 3'],
  [[2, 3, 1, 3, 3], '1(2) 3(4 5)']
]
test.each(cases)('headings of levels %j', (levels, tree) => {
  const outline = levels.map((level, i) => {
    return { title: String(i + 1), level, page: 0, y: 0, from: { kind: 'title' } as const }
  })
  expect(shown(nested(outline))).toBe(tree)
})
