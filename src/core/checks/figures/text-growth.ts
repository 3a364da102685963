import type { Percent } from '../../prose/claims/percents.ts'
import { plainFigures } from '../../numbers/numeral.ts'
import { byPiece } from '../../prose/pieces.ts'
import { atPrinted, printed, printedClaims } from './printed.ts'
import type { Report } from '../../report/report.ts'
import { checked, sumsMeant, type Stated } from './stated.ts'
import { fits, inDecimals } from './text-shares.ts'
import { overlap } from '../../findings/finding.ts'
import type { Facts, Hit } from '../../findings/rule.ts'

/** Changes that the text prints behind its figures: 同比增长16.7%, 比上年增加2件. */

/**
 * A change that is not the one from `last`, of `year`, to `value`; `due` is. In percent, or with
 * `counted` 1 in things. With `own` 1 the text itself gives both figures.
 */
export interface WrongGrowth {
  readonly found: string
  readonly value: number
  readonly last: number
  readonly year: number
  readonly percent: number
  readonly due: number
  readonly own?: number
  readonly counted?: number
}

/** A change in things right behind a figure: 56件，较2024年增加6件. */
const countedBehind =
  /^\s{0,3}[，,（(、]\s{0,3}[较比](?:上一?年度?|去年|20\d\d年度?)(?:同期)?(增加|增长|上升|多|减少|下降|少)了?\s{0,2}(\d{1,7})\s{0,2}[件起]/

const change = (now: number, base: number): number => (100 * (now - base)) / base

/** A change against last year that the figures of the two years do not give. */
function growthsOfTables({ report: { cells, previous, year }, report }: Facts): Hit<WrongGrowth>[] {
  if (previous?.year !== year - 1) return []
  return printedClaims(report).flatMap(({ section, claim }): Hit<WrongGrowth>[] => {
    const { subject, growth, value, from, to, text: found } = claim
    const [last, ...otherBases] = sumsMeant(previous.cells, subject)
    if (!last) return []
    if (!growth) return countedOf(report, { section, claim }, last)
    const now = [value, ...sumsMeant(cells, subject)]
    const then = [last, ...otherBases].filter((base) => base > 0)
    if (now.some((one) => then.some((base) => fits(change(one, base), growth)))) return []
    const due = inDecimals(change(value, last), growth.decimals)
    const params = { found, value, last, year: year - 1, percent: growth.value, due }
    return [atPrinted(report, section, from, to, params)]
  })
}

/** A change in things that is not the one from `last`; a wrong figure itself is another rule's. */
function countedOf(
  report: Report,
  { section, claim: { subject, value, from, to, text } }: Stated,
  last: number
): Hit<WrongGrowth>[] {
  const behind = plainFigures(printed(report, section).text.slice(to, to + 40))
  const [words, how = '', count] = countedBehind.exec(behind) ?? []
  if (words === undefined) return []
  const percent = (falling.test(how) ? -1 : 1) * Number(count)
  const due = value - last
  const known = sumsMeant(report.cells, subject)
  if (!known.includes(value) || known.some((now) => now - last === percent)) return []
  const params = {
    found: text + words,
    value,
    last,
    year: report.year - 1,
    percent,
    due,
    counted: 1
  }
  return [atPrinted(report, section, from, to + words.length, params)]
}

const n = '(\\d{1,9}(?:\\.\\d{1,4})?)(万?)\\s{0,2}'
const unit = '(?:[人场期]?次|[条件篇期个份场部项元人])'
const then = '(?:上一?年度?|去年|20\\d\\d年度?)(?:同期)?'
const rises = '增长|增加|上升|提高|提升|增幅|升幅|多|增'
const falls = '下降|减少|降低|降幅|回落|少|减'
const percent = `(${rises}|${falls})(?:了|为|达)?\\s{0,2}约?(\\d{1,5})(?:\\.(\\d{1,3}))?\\s?%`
const counted = `(${rises}|${falls})了?\\s{0,2}${n}${unit}`
const figure = `${n}${unit}`

/** The two figures of a change, and how it is told: the later one, the earlier one, the change. */
const shapes: readonly { readonly pattern: RegExp; readonly order: 'thenNow' | 'nowThen' }[] = [
  // 由 300 条增加到 360 条，增长 20%
  {
    pattern: new RegExp(
      `(?:由|从)(?:${then})?的?${n}${unit}?(?:${rises}|${falls})[到至为]${n}${unit}?[，,（(]?(?:同比)?${percent}`,
      'g'
    ),
    order: 'thenNow'
  },
  // 360 条，较上年的 300 条增长 20%
  {
    pattern: new RegExp(
      `${figure}[，,（(][较比](?:${then})的?${figure}[，,]?(?:同比)?${percent}`,
      'g'
    ),
    order: 'nowThen'
  },
  // 上年 300 条，今年 360 条，增长 20%
  {
    pattern: new RegExp(
      `${figure}[，,]?[（(](?:${then})[为是]?${figure}[）)][，,]?(?:同比)?${percent}`,
      'g'
    ),
    order: 'nowThen'
  }
]
/** 360 条，较上年增加 60 条，增长 20% */
const byChange = new RegExp(
  `${figure}[，,（(](?:同比|[较比](?:${then}))${counted}[，,、（(]?(?:同比)?${percent}`,
  'g'
)
/** 360 条，比上年的 300 条增加 60 条 */
const byCount = new RegExp(`${figure}[，,（(][较比](?:${then})的?${figure}[，,]?${counted}`, 'g')

interface OwnChange {
  readonly from: number
  readonly to: number
  readonly words: string
  readonly now: number
  readonly last: number
  readonly percent: Percent
  readonly counted: boolean
}

const numberOf = (digits = '', ten = ''): number =>
  ten ? Math.round(Number(digits) * 10_000) : Number(digits)
const falling = new RegExp(`^(?:${falls})$`)

const changesIn = byPiece((source): readonly OwnChange[] => {
  const text = plainFigures(source)
  const placed = (match: RegExpExecArray) => ({
    from: match.index,
    to: match.index + match[0].length,
    words: source.slice(match.index, match.index + match[0].length)
  })
  const percentOf = (word = '', whole = '', decimals = ''): Percent => ({
    value: Number(`${falling.test(word) ? '-' : ''}${whole}.${decimals || '0'}`),
    decimals: decimals.length
  })
  return [
    ...shapes.flatMap(({ pattern, order }) =>
      Array.from(text.matchAll(pattern), (match): OwnChange => {
        const [, a, aTen, b, bTen, word, whole, decimals] = match
        const [first, second] = [numberOf(a, aTen), numberOf(b, bTen)]
        const [last, now] = order === 'thenNow' ? [first, second] : [second, first]
        const percent = percentOf(word, whole, decimals)
        return { ...placed(match), now, last, percent, counted: false }
      })
    ),
    ...Array.from(text.matchAll(byChange), (match): OwnChange => {
      const [, a, aTen, how = '', b, bTen, word, whole, decimals] = match
      const now = numberOf(a, aTen)
      const last = now + (falling.test(how) ? 1 : -1) * numberOf(b, bTen)
      const percent = percentOf(word, whole, decimals)
      return { ...placed(match), now, last, percent, counted: false }
    }),
    ...Array.from(text.matchAll(byCount), (match): OwnChange => {
      const [, a, aTen, b, bTen, how = '', c, cTen] = match
      const percent = { value: (falling.test(how) ? -1 : 1) * numberOf(c, cTen), decimals: 0 }
      return {
        ...placed(match),
        now: numberOf(a, aTen),
        last: numberOf(b, bTen),
        percent,
        counted: true
      }
    })
  ]
})

/** Changes that the figures beside them do not give. */
function ownGrowths({ report }: Facts): Hit<WrongGrowth>[] {
  const year = report.year - 1
  return checked.flatMap((section) =>
    changesIn(printed(report, section).text).flatMap((one): Hit<WrongGrowth>[] => {
      const { from, to, words: found, now, last, percent, counted } = one
      if (last <= 0) return []
      const exact = counted ? now - last : change(now, last)
      if (counted ? exact === percent.value : fits(exact, percent)) return []
      const due = counted ? exact : inDecimals(exact, percent.decimals)
      const params = { found, value: now, last, year, percent: percent.value, due, own: 1 }
      return [atPrinted(report, section, from, to, counted ? { ...params, counted: 1 } : params)]
    })
  )
}

/** All wrong changes, each once: against last year's tables, and in the text itself. */
export function growths(facts: Facts): Hit<WrongGrowth>[] {
  const ofTables = growthsOfTables(facts)
  return [
    ...ofTables,
    ...ownGrowths(facts).filter(({ at }) => !ofTables.some((other) => overlap(at, other.at)))
  ]
}
