import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import type { Example } from '../../../src/core/checks/examples/example.ts'
import type { RuleId } from '../../../src/core/checks/finding.ts'
import type { TextKey } from '../../../src/core/form/sections.ts'
import { validate } from '../../../src/core/checks/validate.ts'

/** A kind of fault of the prose: texts that have it, each with the words marked, and texts like them without. */
export interface Kind {
  readonly rule: RuleId
  readonly section?: TextKey
  readonly report?: Omit<Example, 'note' | 'text'>
  /** The text, and the stretch that is faulty. */
  readonly wrong: readonly (readonly [text: string, marked: string])[]
  readonly right: readonly string[]
}

/** What a rule marks in a text. */
function marked({ rule, section = 'overview', report }: Kind, text: string): string[] {
  const example = exampleReport({ note: '', ...report, text: { [section]: text } })
  return validate(example).flatMap((one) =>
    one.rule === rule && one.at.kind === 'text' && one.at.section === section
      ? [text.slice(one.at.from, one.at.to)]
      : []
  )
}

/** The tests of kinds by their names. */
export function testKinds(kinds: Readonly<Record<string, Kind>>): void {
  describe.each(Object.entries(kinds))('%s', (_, kind) => {
    it.each(kind.wrong)('is told: %s', (text, words) => {
      expect(marked(kind, text)).toEqual([words])
    })

    it.each(kind.right)('and not of: %s', (text) => {
      expect(marked(kind, text)).toEqual([])
    })
  })
}
