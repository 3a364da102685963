import { describe, expect, it } from 'vitest'
import {
  exampleOptions,
  exampleReport,
  examples
} from '../../../../src/core/checks/examples/examples.ts'
import type { Example } from '../../../../src/core/checks/examples/example.ts'
import { pack, ruleIds } from '../../../../src/core/checks/pack.ts'
import { isOfSums, type RuleId } from '../../../../src/core/checks/finding.ts'
import { validate } from '../../../../src/core/checks/validate.ts'

const rulesOf = (example: Example): string[] =>
  validate(exampleReport(example), exampleOptions(example)).flatMap((finding) =>
    // A finding about sums names every rule that is broken by the same cause.
    [finding.rule, ...(isOfSums(finding) ? finding.params.rules : [])]
  )

const cases = (which: 'pass' | 'fail'): { id: RuleId; note: string; rules: string[] }[] =>
  ruleIds.flatMap((id) =>
    examples[id][which].map((example) => ({ id, note: example.note, rules: rulesOf(example) }))
  )

describe('the examples of the rules', () => {
  it('starts from a report without findings, with last year’s and without', () => {
    expect(validate(exampleReport({ note: '' }))).toEqual([])
    expect(validate(exampleReport({ note: '', last: {} }))).toEqual([])
  })

  it.each(cases('pass'))('$id passes: $note', ({ id, rules }) => {
    expect(rules).not.toContain(id)
  })

  it.each(cases('fail'))('$id faults: $note', ({ id, rules }) => {
    expect(rules).toContain(id)
  })

  it.each(ruleIds)('%s has both', (id) => {
    expect(examples[id].pass.length * examples[id].fail.length).toBeGreaterThan(0)
  })

  const ofOriginals = ruleIds.filter((id) => pack[id].ofOriginals)

  it.each(ofOriginals)('%s is shown by originals that are read, on both sides', (id) => {
    const { pass, fail } = examples[id]
    expect(fail.filter(({ original }) => !original)).toEqual([])
    expect(pack[id].check).toBeUndefined()
    // The same original without its fault has nothing of it: the reading can tell the two apart.
    if (id !== 'T3-ROWSET') expect(pass.some(({ original }) => original)).toBe(true)
  })

  it('knows every rule that has no check as one of originals', () => {
    expect(ruleIds.filter((id) => !pack[id].check)).toEqual(ofOriginals)
  })
})
