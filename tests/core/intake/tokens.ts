import { parseNumber } from '../../../src/core/numbers/chinese.ts'
import type { CellToken, Slot } from '../../../src/core/intake/source/placement.ts'

/** The cells of a row behind its label, as a line writes them: `_` is a blank one. */
export const tokensOf = (line: string): CellToken[] =>
  Array.from(line.matchAll(/\S+/g), ({ 0: word, index }, column) => {
    const raw = word === '_' ? '' : word
    const at = { from: index, to: index + word.length }
    return { raw, number: parseNumber(raw), at, column, cols: 1 }
  })

/** The cells of the form as a line: `_` blank, `?` without a cell, `=` deduced, `~` two cells. */
export const lineOf = (slots: readonly Slot[]): string =>
  slots
    .map(({ token, value, how }) => {
      if (how === 'deduced') return `=${value}`
      if (how === 'split' || how === 'spaced') return `~${value}`
      return token ? (value ?? '_') : '?'
    })
    .join(' ')
