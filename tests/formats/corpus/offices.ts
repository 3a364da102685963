import { readFileSync } from 'node:fs'
import { fields } from '../../../src/core/form.ts'
import { openReport } from '../../../src/core/migrate.ts'
import { blankCells, type Cells } from '../../../src/core/report.ts'
import { random, sizes, validCells } from '../../core/reports.ts'
import type { Page } from '../html-shapes.ts'

/** Whose reports the corpus has: the sample with its faults, a city, and invented offices. */

/** What a city made public of its year 2025, in the order of the form's fields. */
const cityFigures = [
  3, 5, 74, 564, 984, 4185, 11398889, 6937489, 166105, 316441000000, 13612, 252, 0, 45, 128, 32,
  14069, 535, 6, 0, 1, 18, 0, 560, 5345, 129, 0, 41, 19, 14, 5548, 2120, 39, 0, 1, 6, 2, 2168, 13,
  0, 0, 0, 0, 0, 13, 30, 0, 0, 0, 0, 0, 30, 11, 0, 0, 0, 0, 0, 11, 49, 2, 0, 0, 0, 0, 51, 103, 1, 0,
  0, 0, 0, 104, 84, 1, 0, 0, 0, 0, 85, 282, 4, 0, 0, 0, 0, 286, 147, 0, 0, 0, 1, 2, 150, 3075, 50,
  0, 0, 89, 8, 3222, 177, 3, 0, 0, 0, 0, 180, 19, 0, 0, 0, 0, 0, 19, 199, 1, 0, 0, 3, 0, 203, 147,
  1, 0, 0, 0, 0, 148, 0, 0, 0, 0, 0, 0, 0, 100, 1, 0, 0, 0, 0, 101, 5, 0, 0, 0, 0, 0, 5, 315, 3, 0,
  0, 0, 0, 318, 202, 0, 0, 1, 0, 0, 203, 941, 17, 0, 1, 3, 3, 965, 13364, 252, 0, 44, 121, 29,
  13810, 783, 6, 0, 2, 25, 3, 819, 376, 97, 196, 121, 790, 16, 1, 12, 27, 56, 74, 1, 30, 51, 156
]

function sampleCells(): Cells {
  const opened = openReport(JSON.parse(readFileSync('public/sample.nianbao.json', 'utf8')))
  if (!opened.ok) throw new Error(opened.detail)
  return opened.report.cells
}

const city: Cells = {
  ...blankCells(),
  ...Object.fromEntries(fields.map((field, i) => [field, cityFigures[i] ?? null]))
}

/** By the name that begins a fixture's. `blanks`: not every cell is filled in. */
export const offices: Readonly<Record<string, Page & { readonly blanks?: true }>> = {
  sample: { unit: '清川市科学技术局', year: 2022, cells: sampleCells(), blanks: true },
  city: { unit: '清川市人民政府', year: 2025, cells: city },
  bureau: { unit: '清河县水务局', year: 2024, cells: validCells(random(7), sizes.bureau) },
  town: { unit: '清河县柳林镇人民政府', year: 2023, cells: validCells(random(11), sizes.town) }
}
