import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../../src/core/prose/claims/claim.ts'
import { claims } from '../../../../src/core/prose/claims/claims.ts'
import {
  sentencesOf,
  type LabelledClaim,
  type LabelledSentence
} from '../../../fixtures/sentences.ts'
import { figures } from '../../../run.ts'

/** Sentences labelled by hand, each with the figures that a careful reader finds in it. */
const sentences = sentencesOf(
  readFileSync(new URL('../../../fixtures/sentences.txt', import.meta.url), 'utf8')
)

const isLabelled = (claim: Claim, label: LabelledClaim): boolean =>
  label.subjects.includes(claim.subject) &&
  label.value === claim.value &&
  label.qualifier === (claim.qualifier ?? '') &&
  (!label.sure || label.scope === (claim.scope ?? ''))

interface Tally {
  right: number
  /** Read, and not labelled. */
  readonly wrong: string[]
  /** Labelled, and not read. */
  readonly missed: string[]
}

const tallyOf = (all: readonly LabelledSentence[]): Tally => {
  const tally: Tally = { right: 0, wrong: [], missed: [] }
  for (const { heading, text, claims: labels } of all) {
    const left = [...labels]
    for (const claim of claims(heading ? `${heading}\n${text}` : text, 2025)) {
      const at = left.findIndex((label) => isLabelled(claim, label))
      const [label] = at < 0 ? [] : left.splice(at, 1)
      if (label?.sure) tally.right++
      if (!label) {
        const { subject, value, qualifier = '', scope = '' } = claim
        tally.wrong.push(`${subject}=${value}${qualifier}${scope && `@${scope}`} | ${text}`)
      }
    }
    for (const label of left.filter(({ sure }) => sure)) {
      const { subjects, value, qualifier, scope } = label
      tally.missed.push(
        `${subjects.join('/')}=${value}${qualifier}${scope && `@${scope}`} | ${text}`
      )
    }
  }
  return tally
}

const percent = (part: number, rest: number): number =>
  part + rest === 0 ? 100 : Math.round((1000 * part) / (part + rest)) / 10

describe('figures that labelled sentences state', () => {
  it('are read with subject, rounding and scope: precision 98 %, recall 92 %', () => {
    const all = tallyOf(sentences)
    const precision = percent(all.right, all.wrong.length)
    const recall = percent(all.right, all.missed.length)
    if (figures) {
      const rows = [...new Set(sentences.map(({ kind }) => kind))].map((kind) => {
        const { right, wrong, missed } = tallyOf(sentences.filter((one) => one.kind === kind))
        return [
          `${kind}: ${right} right`,
          ...wrong.map((one) => `  wrong ${one}`),
          ...missed.map((one) => `  missed ${one}`)
        ].join('\n')
      })
      console.log(
        [...rows, `${all.right} right, precision ${precision} %, recall ${recall} %`].join('\n')
      )
    }
    expect(precision).toBeGreaterThanOrEqual(98)
    expect(recall).toBeGreaterThanOrEqual(92)
  })
})
