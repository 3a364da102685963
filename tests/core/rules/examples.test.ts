import { describe, expect, it } from 'vitest'
import { exampleReport, examples } from '../../../src/core/rules/examples.ts'
import { ruleIds, type RuleId } from '../../../src/core/rules/pack.ts'
import { validate } from '../../../src/core/validate.ts'

const rulesOf = (example: Parameters<typeof exampleReport>[0]): string[] =>
  validate(exampleReport(example)).flatMap(({ rule, params }) =>
    // A finding about sums names every rule that is broken by the same cause.
    [rule, ...[params['rules'] ?? []].flat().map(String)]
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
})
