import { expect, it } from 'vitest'
import { examples } from '../../../src/core/checks/examples/examples.ts'
import { ruleIds } from '../../../src/core/checks/pack.ts'
import { rulePage } from '../../../src/i18n/findings/rule-page.ts'

it.each(ruleIds)('explains %s by every one of its examples', (id) => {
  const page = rulePage(id)
  expect(page.name).not.toBe('')
  expect(page.asks).not.toBe('')
  expect(page.ground).not.toBe('')
  expect(page.answer).not.toBe('')
  expect(page.faults.map(({ note }) => note)).toEqual(examples[id].fail.map(({ note }) => note))
  expect(page.faults.length).toBeGreaterThan(0)
  expect(page.passes.length).toBeGreaterThan(0)
})
