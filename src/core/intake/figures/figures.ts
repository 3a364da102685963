import { halfWidth } from '../../numbers/numeral.ts'
import { distinctFigures, named, type NamedFigure } from './accounts.ts'
import type { FoundFigure } from './found-figure.ts'
import { endsWithPlatform, keyOf, posts, type Key } from './keys.ts'
import { isNoWhole, numbersIn } from './numbers.ts'
import {
  calledLike,
  isAccount,
  accountsNamed,
  ownersBehind,
  ownersIn,
  type Owners,
  type Platform
} from './platforms.ts'
import { proposals } from './proposals.ts'
import { anyPlatform, goesOn, otherMedia, spanAfter, type Span } from './words.ts'

/**
 * Figures of platforms and of work in the prose of section 一 (公众号推送190余条, 举办培训4次), as
 * proposals for the metrics of a report. A figure is a number with a measure word beside words that
 * say what was counted; the platform is the last one named before it.
 */

/** A heading that may name the platform of what stands below it: （1）门户网站. */
const heading = /^[^，。；！？]{1,24}$/

/** The figures that a text states of its year; without the year, those of other years too. */
export function figuresOf(text: string, year?: number): FoundFigure[] {
  let above: Owners | undefined
  const found = Array.from(text.matchAll(/[^\n]+/g)).flatMap(({ 0: typed, index }) => {
    if (heading.test(typed)) above = ownersIn(typed)
    return inParagraph(typed, above, year).map((figure) => ({
      ...figure,
      quote: quoteAt(typed, figure.from),
      from: index + figure.from,
      to: index + figure.to
    }))
  })
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
  /** Accounts that were called by a name of their own. */
  readonly known: readonly Platform[]
}

/** Marks as offices set them, of which a half-width text has others; those in 1,234 stay. */
const marks: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）'
}
const withMarks = (text: string): string =>
  text.replace(/,(?!\d{3})|[;:()]/g, (mark) => marks[mark] ?? mark)

function inParagraph(typed: string, above: Owners | undefined, year: number | undefined): Placed[] {
  // The figures in the title of a document count nothing.
  const plain = withMarks(halfWidth(typed)).replace(/《[^《》]{0,100}》/g, (title) =>
    title.replace(/\d/g, '#')
  )
  let course: Course = { owners: above, key: posts, known: [] }
  return Array.from(plain.matchAll(/[^。；！？;]+/g)).flatMap(({ 0: sentence, index }) => {
    const same = goesOn.test(sentence)
    const before: Course = {
      owners: same ? course.owners : undefined,
      known: same || plain[index - 1] === '；' ? course.known : [],
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
  { owners, key: last, known }: Course,
  year: number | undefined
): Course & { readonly figures: readonly Placed[] } {
  const figures: Placed[] = []
  let span: Span
  let done = 0
  let accounts = 0
  /** Within 其中甲3条、乙4条. */
  let ofPart = false
  /** Whose turn it is where several have a number each: 微信、微博分别发布信息46条和82条. */
  let turns: readonly Platform[] = []
  for (const { from, to, end, reading, measure, inWords, behind } of numbersIn(sentence)) {
    const near = sentence.slice(Math.max(done, from - 200), from)
    const inTurn = turns.length > 0 && /^[、，和与及][^，。；\d]{0,6}$/.test(near)
    const ahead = owners || measure === '' ? undefined : ownersBehind(sentence.slice(end, end + 90))
    const post =
      /^[条篇则]$/.test(measure) && (inTurn || (near === '' && ahead)) ? posts : undefined
    const key = inTurn && near.length < 3 ? last : (keyOf(near, measure, behind, last) ?? post)
    if (inWords && !key) continue
    const gap = sentence.slice(done, from)
    const here = calledLike(ownersIn(gap), known)
    if (here && accountsNamed(here).length > 0) known = accountsNamed(here)
    done = end
    owners = here ?? (otherMedia.test(gap) ? undefined : owners)
    const apart = /分别|依次/.test(gap)
    if (!inTurn) turns = apart && owners && !owners.amongOthers ? owners.all : []
    // 三个平台分别为46条、82条、12条: of none that is named here.
    if (apart && turns.length < 2) [owners, turns] = [undefined, []]
    const [turn, ...later] = turns
    turns = later
    span = spanAfter(gap, span, year)
    ofPart = /^[，、：]?（?(?:其中|含|包括)/.test(gap) || (ofPart && /^[、和及]/.test(gap))
    last = key
    // 公众号1个、微博2个，全年发布300条: of none of them alone.
    if (measure === '个' && reading.kind === 'figure' && endsWithPlatform.test(gap))
      accounts += reading.value
    if (accounts > 1 && !here) owners = undefined
    if (!key || key.part || span === 'other' || isNoWhole(gap) || reading.kind !== 'figure')
      continue
    const whose = turn ? { all: [turn], amongOthers: false } : (owners ?? ahead)
    const context = {
      gap: inTurn && near.length < 3 ? '' : gap,
      measure,
      ofPart,
      owners: whose,
      span,
      reading
    }
    figures.push(...proposals(key, context).map((figure) => ({ ...figure, from, to })))
  }
  const after = calledLike(ownersIn(sentence.slice(done)), known)
  const named = accountsNamed(after)
  return { figures, owners: after ?? owners, key: last, known: named.length > 0 ? named : known }
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
