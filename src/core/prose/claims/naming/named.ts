import type { ClaimAmount } from './amounts.ts'
import type { Given } from './givens.ts'
import { nameOfFigure, namesOfEach } from './meaning.ts'
import type { Name } from './names.ts'
import { denialsIn } from './negations.ts'
import { phrasesOf, type Phrases } from './phrases.ts'
import type { Scope } from './scopes.ts'
import { subjects, type Subject } from './subjects.ts'
import type { ClaimToken } from './tokens.ts'
import type { Role } from './words.ts'

/** A figure of a sentence with what names it; also 0, where words deny. */
export interface Named {
  readonly index: number
  readonly amount: ClaimAmount
  readonly name: Name
  /** The words around that belong to it. */
  readonly phrases: Pick<Phrases, 'lead' | 'tail'>
}

/** All that a sentence names a figure of, in its order. */
export function namedIn(
  tokens: readonly ClaimToken[],
  scopes: readonly Scope[],
  given: readonly Given[]
): readonly Named[] {
  const all = [...namedFigures(tokens, given), ...namedDenials(tokens, given)]
  return withoutColumns(
    all.sort((a, b) => a.index - b.index),
    scopes
  )
}

/** The figures of a sentence with what names them. */
function namedFigures(tokens: readonly ClaimToken[], given: readonly Given[]): Named[] {
  const phrases = phrasesOf(tokens)
  const figures = [...phrases.keys()]
  const named: Named[] = []
  let taken = 0
  for (let i = 0; i < figures.length; i++) {
    const index = figures[i] ?? 0
    const around = phrases.get(index)
    const token = tokens[index]
    if (!around || !token?.amount) continue
    if (around.lead[0]?.some(({ role }) => role === 'each')) {
      const row = rowFrom(figures.slice(i, i + longestRow), phrases)
      const amounts = row.flatMap((one) => tokens[one]?.amount ?? [])
      namesOfEach(around, amounts, given[index] ?? []).forEach((name, nth) => {
        const [at, amount] = [row[nth], amounts[nth]]
        const { subject } = name
        const from = nth > 0 && at !== undefined ? (tokens[at]?.from ?? name.from) : name.from
        const own = { subject, from, to: Math.max(from, nth > 0 ? from : name.to) }
        if (at !== undefined && amount)
          named.push({ index: at, amount, name: own, phrases: around })
      })
      i += row.length - 1
      continue
    }
    // What named a figure before it is not said of the next: 2件予以公开3件部分公开.
    const lead = around.lead.map((part) => part.filter(({ from }) => from >= taken))
    const last = named.at(-1)?.name.subject
    const name = nameOfFigure({ ...around, lead }, token.amount, given[index] ?? [], last)
    if (!name) continue
    if (name.to > token.from) taken = name.to
    named.push({ index, amount: token.amount, name, phrases: around })
  }
  return named
}

/** 予以公开30件（自然人26件）: applicants of a row that no subject counts by applicant. */
function withoutColumns(named: readonly Named[], scopes: readonly Scope[]): readonly Named[] {
  let whole: Subject | undefined
  return named.filter(({ index, name: { subject } }) => {
    const { kind } = subjects[subject]
    if (kind !== 'applicant') whole = subject
    else if (scopes[index]?.among || scopes[index]?.enclosed)
      return whole === undefined || whole === 'received' || subjects[whole].kind === 'case'
    return true
  })
}

/** What is said to be none of: the number 0, written without a figure. */
const namedDenials = (tokens: readonly ClaimToken[], given: readonly Given[]): Named[] =>
  denialsIn(tokens, given).flatMap(({ index, name, phrase }): Named[] => {
    const from = tokens[index]?.from ?? 0
    const amount = { value: 0, numberTo: from, to: from, unit: '' }
    return [{ index, amount, name, phrases: { lead: [phrase], tail: [] } }]
  })

/** No row of figures behind 分别 is longer. */
const longestRow = 12
const between: ReadonlySet<Role> = new Set<Role>(['pause', 'and', 'each'])

/** The figures of a row: 130件、12件和0件. */
function rowFrom(
  figures: readonly number[],
  phrases: ReadonlyMap<number, Phrases>
): readonly number[] {
  const ends = figures.findIndex((figure, i) => {
    const lead = phrases.get(figure)?.lead ?? []
    return i > 0 && (lead.length !== 1 || !lead[0]?.every(({ role }) => between.has(role)))
  })
  return ends < 0 ? figures : figures.slice(0, ends)
}
