import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setCells } from '../../../../src/core/report/edit.ts'
import type { Report } from '../../../../src/core/report/report.ts'
import type { RawBlock } from '../../../../src/core/intake/source/raw.ts'
import { wordDifferences } from '../../../../src/core/intake/returned/word-differences.ts'
import { withDifferences } from '../../../../src/core/intake/returned/with-differences.ts'
import { anyReport } from '../../../fixtures/random-reports.ts'
import { times } from '../../../run.ts'
import { validReport } from '../../report/reports.ts'
import { saidBy } from './said.ts'

it('what a report prints is no difference, of any report', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      expect(wordDifferences(report, saidBy(report))).toEqual([])
    }),
    { numRuns: times(300, 60) }
  )
})
