import { behindName, isUsual, theOffice, type Platform } from './platforms.ts'
import type { FoundFigure } from './found-figure.ts'

/** Which account each figure of a text is of, and which figures are the same. */

/** A figure as found, before the figures of a text are told apart. */
export interface NamedFigure extends FoundFigure {
  readonly platform: Platform
  /** What it counts in the words of the text: 直播观看. */
  readonly words: string
}

/**
 * A platform called by its kind alone is the one of this kind that has a name, where one has; words
 * before the kind are a name only where several of the kind are told apart by them.
 */
export function named(figures: readonly NamedFigure[]): NamedFigure[] {
  const names = new Map<string, Set<string>>()
  for (const { platform } of figures) {
    const { kind, name, bare } = platform
    const known = names.get(kind) ?? new Set()
    if (!isUsual(name) || bare) names.set(kind, known.add(bare ?? name))
  }
  const definite = new Set(
    figures.flatMap(({ platform: { kind, name } }) =>
      // 清川党政网 is another site than the portal.
      isUsual(name) || !name.endsWith(behindName(kind)) ? [] : [name]
    )
  )
  return figures.map((figure) => {
    const { kind, name, bare } = figure.platform
    if (!isUsual(name)) return figure
    const all = [...(names.get(kind) ?? [])]
    if (bare && all.length > 1) return { ...figure, platform: { kind, name: bare } }
    const [only] = all.filter((one) => definite.has(one))
    return all.length === 1 && only ? { ...figure, platform: { kind, name: only } } : figure
  })
}

/** Each figure once. A second one of a kind is kept under what the text calls it: 直播观看. */
export function distinctFigures(figures: readonly NamedFigure[]): NamedFigure[] {
  const kept: NamedFigure[] = []
  const markOf = ({ platform, key, name, period, value }: NamedFigure): string =>
    [platform.kind, platform.name, key, name, period, value === null].join('|')
  for (const figure of figures) {
    const first = kept.findIndex((one) => markOf(one) === markOf(figure))
    if (first < 0) {
      kept.push(figure)
      continue
    }
    const [one, second] = [kept[first], own(figure)]
    const again = !one || !figure.words || one.value === figure.value || one.words === figure.words
    // A second training is no figure with a name of its own.
    const ofWork = figure.platform.name === theOffice.name
    if (again || ofWork || kept.some((known) => markOf(known) === markOf(second))) continue
    // 民意征集 and 网上调查 are two parts; 观看 is all beside 直播观看.
    if (one.key === 'polls') kept[first] = own(one)
    kept.push(second)
  }
  return kept
}

const own = (figure: NamedFigure): NamedFigure => ({
  ...figure,
  key: figure.key === 'posts' ? 'category' : 'own',
  name: figure.words.slice(0, 30)
})
