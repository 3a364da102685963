/** How a run of the tests was asked for, by variables of the environment. */

/** CI=1: everything in full. Otherwise what is long and repeats itself is cut short. */
const full = Boolean(process.env['CI'])

/** How often, or how many: in full, and in the short form of `npm test`. */
export const times = (inFull: number, inShort: number): number => (full ? inFull : inShort)

/** FIGURES=1: what was counted and measured is printed. Otherwise only failures are told. */
export const figures = Boolean(process.env['FIGURES'])
