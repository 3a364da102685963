import type { Page } from '@playwright/test'
import type { FieldId } from '../../src/core/form/table.ts'
import { cell } from './steps.ts'

/** Cells of table 三 that no total is made of by itself while they are typed in. */
const people = ['natural', 'commercial', 'research', 'welfare', 'legal', 'otherOrg'] as const
const rows = ['requests.received', 'requests.carriedIn', 'requests.granted'] as const

/** Cells that are typed in at random. */
export const typedCells = rows.flatMap((row) => people.map((who): FieldId => `${row}.${who}`))

/** A number that was typed in a cell, and when. */
export interface Typed {
  readonly field: FieldId
  readonly value: number
  readonly at: number
}

export const randomOf = <Of>(list: readonly Of[]): Of => {
  const one = list[Math.floor(Math.random() * list.length)]
  if (one === undefined) throw new Error('nothing to choose from')
  return one
}

let last = 0
/** Types a number that was not typed before into one of the cells, by real keys. */
export async function typeAtRandom(page: Page, cells = typedCells): Promise<Typed> {
  const field = randomOf(cells)
  const value = ++last
  await cell(page, field).selectText()
  await page.keyboard.insertText(String(value))
  return { field, value, at: Date.now() }
}

/** What of the numbers typed until a moment is older in `cells` than it was then, or was never typed. */
export function missing(
  typed: readonly Typed[],
  cells: Readonly<Record<string, unknown>>,
  until = Infinity
): string[] {
  return [...new Set(typed.map(({ field }) => field))].flatMap((field) => {
    const here = typed.filter((one) => one.field === field)
    const least = here.filter(({ at }) => at <= until).at(-1)?.value ?? 0
    const value = cells[field]
    const later = here.some((one) => one.value === value && one.value >= least)
    return later || (value === null && least === 0) ? [] : [`${field}: ${value}, not ${least}`]
  })
}
