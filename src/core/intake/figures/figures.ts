import { halfWidth } from '../../numbers/numeral.ts'
import { distinctFigures, named, type NamedFigure } from './accounts.ts'
import type { FoundFigure } from './found-figure.ts'
import { endsWithPlatform, keyOf, posts, type Key } from './keys.ts'
import { isNoWhole, numbersIn } from './numbers.ts'
import { goingOn, ownersBehind, ownersIn, type Owners, type Platform } from './platforms.ts'
import { isAccount, proposals } from './proposals.ts'
import { anyPlatform, goesOn, otherMedia, spanAfter, type Span } from './words.ts'

/**
 * Figures of platforms and of work in the prose of section 一 (公众号推送190余条, 举办培训4次), as
 * proposals for the metrics of a report. A figure is a number with a measure word beside words that
 * say what was counted; the platform is the last one named before it.
 */

/** The figures that a text states of its year; without the year, those of other years too. */
export function figuresOf(text: string, year?: number): FoundFigure[] {
  const found = Array.from(text.matchAll(/[^\n]+/g)).flatMap(({ 0: typed, index }) =>
    inParagraph(typed, year).map((figure) => ({
      ...figure,
      quote: quoteAt(typed, figure.from),
      from: index + figure.from,
      to: index + figure.to
    }))
  )
  return distinctFigures(named(found)).map(
    ({ words: _words, platform: { kind, name }, ...figure }) => ({
      ...figure,
      platform: { kind, name }
    })
  )
}

type Placed = Omit<NamedFigure, 'quote'>

/** What a sentence leaves to the next: the platforms named last, and what was counted last. */
interface Course {
  readonly owners: Owners | undefined
  readonly key: Key | undefined
}

function inParagraph(typed: string, year: number | undefined): Placed[] {
  // The figures in the title of a document count nothing.
  const plain = halfWidth(typed).replace(/《[^《》]{0,100}》/g, (title) =>
    title.replace(/\d/g, '#')
  )
  let course: Course = { owners: undefined, key: posts }
  return Array.from(plain.matchAll(/[^。；！？;]+/g)).flatMap(({ 0: sentence, index }) => {
    const before: Course = {
      owners: goesOn.test(sentence) ? course.owners : undefined,
      // 其中门户网站1820条: of what the sentence before has counted.
      key: /^\s{0,3}其中/.test(sentence) ? course.key : undefined
    }
    const { figures, ...after } = inSentence(sentence, before, year)
    course = after
    return [...closedIn(sentence), ...figures].map((figure) => ({
      ...figure,
      from: index + figure.from,
      to: index + figure.to
    }))
  })
}

function inSentence(
  sentence: string,
  { owners, key: last }: Course,
  year: number | undefined
): Course & { readonly figures: readonly Placed[] } {
  const figures: Placed[] = []
  let span: Span
  let done = 0
  let accounts = 0
  /** Whose turn it is where several have a number each: 微信、微博分别发布信息46条和82条. */
  let turns: readonly Platform[] = []
  for (const { from, to, end, reading, measure, inWords, behind } of numbersIn(sentence)) {
    const near = sentence.slice(Math.max(done, from - 200), from)
    const inTurn = turns.length > 0 && /^[、,，和与及]{1,2}$/.test(near)
    const ahead = owners || measure === '' ? undefined : ownersBehind(sentence.slice(end, end + 90))
    const key = inTurn
      ? last
      : (keyOf(near, measure, behind, last) ??
        (near === '' && ahead && /^[条篇则]$/.test(measure) ? posts : undefined))
    if (inWords && !key) continue
    const gap = sentence.slice(done, from)
    const here = goingOn(ownersIn(gap), owners)
    done = end
    owners = here ?? (otherMedia.test(gap) ? undefined : owners)
    if (!inTurn) turns = /分别/.test(gap) && owners && !owners.amongOthers ? owners.all : []
    const [turn, ...later] = turns
    turns = later
    span = spanAfter(gap, span, year)
    last = key
    // 公众号1个、微博2个，全年发布300条: of none of them alone.
    if (measure === '个' && reading.kind === 'figure' && endsWithPlatform.test(gap))
      accounts += reading.value
    if (accounts > 1 && !here) owners = undefined
    if (!key || key.part || span === 'other' || isNoWhole(gap) || reading.kind !== 'figure')
      continue
    const whose = turn ? { all: [turn], amongOthers: false } : (owners ?? ahead)
    const context = { gap: inTurn ? '' : gap, measure, owners: whose, span, reading }
    figures.push(...proposals(key, context).map((figure) => ({ ...figure, from, to })))
  }
  return { figures, owners: ownersIn(sentence.slice(done)) ?? owners, key: last }
}

const shut = /关停|注销|关闭|停更/

/** Accounts that a sentence says were closed. */
function closedIn(sentence: string): Placed[] {
  const platform = shut.test(sentence) ? ownersIn(sentence)?.all.at(-1) : undefined
  if (!platform || !isAccount(platform) || /\d\s?个/.test(sentence)) return []
  const rest = { key: 'posts', name: '', period: 'year', value: null, qualifier: '' } as const
  const from = sentence.search(anyPlatform)
  return [{ ...rest, shown: '', unit: '', words: '', closed: true, platform, from, to: from }]
}

/** The sentence around a number, or what of it stands near. */
function quoteAt(text: string, at: number): string {
  const from = Math.max(0, at - 40)
  const before = text.slice(from, at)
  const begin = from + Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1
  const near = text.slice(at, at + 40)
  const stop = /[。；]/.exec(near)
  return text.slice(begin, at + (stop?.index ?? near.length)).trim()
}
