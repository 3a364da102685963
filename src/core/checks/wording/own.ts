import type { OwnWord } from '../../findings/own-words.ts'
import type { Facts, Hit, Rules } from '../../findings/rule.ts'
import { everywhere, type Spotted, type Spotter } from '../../findings/spotting.ts'
import { byPiece } from '../../prose/pieces.ts'
import { slipsOf } from './dictionary/dictionary.ts'
import type { WordSlip, WrongWord } from './dictionary/slip.ts'

/** What the office's own list says of the prose: words that it writes otherwise, titles of persons. */

/** A person with another title than the list has; `readings` are title and name as they may be meant. */
interface WrongTitle {
  readonly problem: 'title'
  readonly found: string
  readonly name: string
  /** The titles that the list gives. */
  readonly titles: readonly string[]
  readonly readings: readonly string[]
}

export interface OwnParams {
  'D-OWN': WrongWord | WrongTitle
}

/** A wrong word, but where it stands within the right one: 管委会 within 东城区管委会. */
const slipOf = ({ word, right }: OwnWord): WordSlip => ({
  wrong: word,
  rights: [right],
  quoted: true,
  fits: (before, behind) =>
    !Array.from({ length: right.length }, (_, at) => at).some(
      (at) =>
        right.startsWith(word, at) &&
        before.endsWith(right.slice(0, at)) &&
        behind.startsWith(right.slice(at + word.length))
    )
})

/** Titles of offices and of parties. Of a working group everybody may be the head, too. */
const title =
  '(?:常务)?副?(?:(?:局|县|市|区|镇|乡|厅|部|省|处|科|院|校|馆|所|站|队|台|社|行|秘书|检察)长(?![期远效久达])|主任(?![医科编记])|书记(?!员)|主席|巡视员|调研员|总工程师)'
const atEnd = new RegExp(`${title}$`)
const atStart = new RegExp(`^${title}`)
/** Another title before, with the office it is of: 党组书记、 */
const further = /[、兼]([\u4e00-\u9fa5]{0,8})$/
/** Somebody was it once. */
const former = /(?:原|时任|前任|曾任|历任)[\u4e00-\u9fa5]{0,8}$/
/** What may stand behind a name of two characters; anything else may be its third. */
const ends =
  /^(?:$|[^\u4e00-\u9fa5]|同志|任|为|主|带|出席|参加|到|率|强调|指出|担|兼|负责|牵头|签|召|等|和|与|及|分管|的|对|赴|深入|一行|亲自|听取|组织|多次|在|作)/

/** 常务副县长 is 副县长, too. */
const plain = (words: string): string => words.replace(/^常务/, '')

/** The titles that stand before a name, the nearest first: 党组书记、局长王某某. */
function titlesBefore(before: string): string[] {
  const found: string[] = []
  let rest = before
  for (;;) {
    const [words = ''] = atEnd.exec(rest) ?? []
    if (words === '') return found
    found.push(words)
    rest = rest.slice(0, -words.length)
    if (former.test(rest)) return []
    const more = further.exec(rest)
    if (!more) return found
    rest = rest.slice(0, more.index)
  }
}

/** A title that a name has not, before it or behind it; undefined where it is right, or has none. */
function wrongTitle(
  piece: string,
  from: number,
  name: string,
  titles: readonly string[]
): Spotted<WrongTitle> | undefined {
  const to = from + name.length
  const before = titlesBefore(piece.slice(Math.max(0, from - 40), from))
  const [behind] = atStart.exec(piece.slice(to, to + 12)) ?? []
  const known = titles.flatMap((one) => titlesBefore(one.replace(/[，,\s]+/g, '、'))).map(plain)
  const isKnown = (words: string): boolean => known.includes(plain(words))
  if (known.length === 0 || [...before, behind ?? ''].some(isKnown)) return undefined
  const [nearest] = before
  const whole = name.length > 2 || behind !== undefined || ends.test(piece.slice(to, to + 2))
  if (nearest !== undefined && whole) {
    const found = nearest + name
    const readings = titles.map((one) => one + name)
    return {
      from: from - nearest.length,
      to,
      params: { problem: 'title', found, name, titles, readings }
    }
  }
  if (behind === undefined) return undefined
  const readings = titles.map((one) => name + one)
  const params: WrongTitle = { problem: 'title', found: name + behind, name, titles, readings }
  return { from, to: to + behind.length, params }
}

function titlesOf(words: readonly OwnWord[]): Spotter<WrongTitle> {
  const persons = new Map<string, string[]>()
  for (const { kind, word, right } of words) {
    if (kind === 'person') persons.set(word, [...(persons.get(word) ?? []), right])
  }
  const longer = (name: string): string[] =>
    [...persons.keys()].filter((other) => other !== name && other.startsWith(name))
  return byPiece((piece) =>
    [...persons].flatMap(([name, titles]) =>
      placesOf(piece, name)
        .filter((from) => !longer(name).some((other) => piece.startsWith(other, from)))
        .flatMap((from) => wrongTitle(piece, from, name, titles) ?? [])
    )
  )
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    places.push(at)
  }
  return places
}

type Look = (facts: Facts) => Hit<OwnParams['D-OWN']>[]

const lookFor = (words: readonly OwnWord[]): Look =>
  everywhere<OwnParams['D-OWN']>(
    slipsOf(() => words.filter(({ kind }) => kind === 'wrong').map(slipOf)),
    titlesOf(words)
  )

/** The look for the list of the last check: it is the same for every key. */
let last: { readonly words: readonly OwnWord[]; readonly look: Look } | undefined

function inOwnList(facts: Facts): Hit<OwnParams['D-OWN']>[] {
  const { own } = facts
  if (!own || own.length === 0) return []
  if (last?.words !== own) last = { words: own, look: lookFor(own) }
  return last.look(facts)
}

export const ownRules: Rules<OwnParams> = {
  'D-OWN': {
    severity: 'warning',
    asks: '错词、姓名和职务按本单位词表的写法',
    ground: '本单位词表，保存在这台电脑上，不随报告导出',
    check: inOwnList
  }
}
