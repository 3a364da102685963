import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RuleId } from '../../../src/core/checks/finding.ts'
import { ruleIds } from '../../../src/core/checks/pack.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import {
  baseReport,
  reportWith,
  sentencesOf,
  type LabelledSentence
} from '../../fixtures/sentences.ts'

/**
 * The faults that a reader finds in the labelled sentences, against those that the rules find. Each
 * sentence stands alone in a report without a fault. With FIGURES=1 every rule prints what it found,
 * missed and found where nothing is.
 */

const sentences = sentencesOf(
  readFileSync(new URL('../../fixtures/sentences.txt', import.meta.url), 'utf8')
)

/** The rules that speak of the prose, but for what depends on the rest of a report. */
const ofProse = /^(?:X-|Y-TEXT|Y-TITLE|Y-EARLY|Y-PERIOD|D-)/

const base = new Set(validate(baseReport()).map(({ fingerprint }) => fingerprint))

const foundIn = (sentence: LabelledSentence): string[] => [
  ...new Set(
    validate(reportWith(sentence)).flatMap(({ rule, at, fingerprint }) =>
      ofProse.test(rule) && at.kind === 'text' && !base.has(fingerprint) ? [rule] : []
    )
  )
]

interface Tally {
  found: number
  readonly missed: string[]
  readonly falsely: string[]
}

const tallies = new Map<string, Tally>()
const tallyOf = (rule: string): Tally => {
  const tally = tallies.get(rule) ?? { found: 0, missed: [], falsely: [] }
  tallies.set(rule, tally)
  return tally
}

for (const sentence of sentences) {
  const found = foundIn(sentence)
  const expected = new Set<string>()
  for (const { rules, sure } of sentence.faults) {
    for (const rule of rules) expected.add(rule)
    const hit = rules.find((rule) => found.includes(rule))
    if (hit) tallyOf(hit).found++
    else if (sure) tallyOf(rules[0] ?? '').missed.push(sentence.text)
  }
  for (const rule of found) if (!expected.has(rule)) tallyOf(rule).falsely.push(sentence.text)
}

const sum = (count: (tally: Tally) => number): number =>
  [...tallies.values()].reduce((all, tally) => all + count(tally), 0)

if (process.env['FIGURES']) {
  const found = sum((tally) => tally.found)
  const missed = sum((tally) => tally.missed.length)
  const falsely = sum((tally) => tally.falsely.length)
  const lines = [...tallies]
    .sort()
    .flatMap(([rule, tally]) => [
      `${rule}: ${tally.found} found, ${tally.missed.length} missed, ${tally.falsely.length} false`,
      ...(process.env['FIGURES'] === '2'
        ? [
            ...tally.missed.map((text) => `    missed  ${text}`),
            ...tally.falsely.map((text) => `    false   ${text}`)
          ]
        : [])
    ])
  console.log([`${found} found, ${missed} missed, ${falsely} false`, ...lines].join('\n'))
}

/** What the rules reach that do not compare claims with the tables: nothing false, and no fewer found. */
const reached: Readonly<Partial<Record<RuleId, number>>> = {
  'D-CITE': 3,
  'D-DATE': 2,
  'D-GENERIC': 2,
  'D-NUMFMT': 6,
  'D-ORDER': 8,
  'D-PARTS': 3,
  'D-PLACE': 4,
  'D-PRIV': 2,
  'D-S6': 2,
  'D-SEC': 1,
  'D-TPLRESID': 4,
  'D-TYPO': 37,
  'D-UNIT': 10,
  'D-UNITWORD': 5,
  'X-FLOW': 4,
  'X-GROWTH': 9,
  'X-PCT': 6,
  'X-ROLLTXT': 1,
  'X-SPLIT': 16,
  'Y-EARLY': 3,
  'Y-PERIOD': 6,
  'Y-TEXTOLD': 3,
  'Y-TEXTYEAR': 8,
  'Y-TITLEYEAR': 2
}

describe('the labelled sentences', () => {
  it('name rules that there are', () => {
    const known = new Set<string>(ruleIds)
    const named = sentences.flatMap(({ faults }) => faults.flatMap(({ rules }) => rules))
    expect(named.filter((rule) => !known.has(rule))).toEqual([])
  })

  it.each(Object.entries(reached))(
    'are told of %s, %i and more, and of nothing else',
    (rule, least) => {
      const { found, falsely } = tallyOf(rule)
      expect(falsely).toEqual([])
      expect(found).toBeGreaterThanOrEqual(least)
    }
  )
})
