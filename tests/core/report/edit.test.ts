import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences } from '../../../src/core/versions/compare.ts'
import { fields, form2021 } from '../../../src/core/form/form.ts'
import { takeTheirs } from '../../../src/core/versions/merge.ts'
import { notesGone, setCells } from '../../../src/core/report/edit.ts'
import { cellText } from '../../../src/core/compose/quote.ts'
import { recomputed, repaired } from '../../../src/core/checks/repair/repair.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { FieldId } from '../../../src/core/form/table.ts'

const { totals } = form2021

const inForce = 'disclosure.normative.inForce'
const natural = 'requests.received.natural'
const total = 'requests.received.total'

const report: Report = {
  ...setCells(newReport('清川市档案局', 2025), { [inForce]: 22, [natural]: 12 }),
  notes: { [inForce]: '其中修订16件', [total]: '含线上9件' }
}

describe('a note goes with the number it is said of', () => {
  it.each([
    ['another number', { [inForce]: 5 }, {}, '5'],
    ['blank', { [inForce]: null }, {}, ''],
    ['0', { [inForce]: 0 }, {}, '0'],
    ['the same number', { [inForce]: 22 }, {}, '22（其中修订16件）'],
    [
      'another number with its note',
      { [inForce]: 5 },
      { [inForce]: '其中修订2件' },
      '5（其中修订2件）'
    ],
    [
      'another with the same note',
      { [inForce]: 5 },
      { [inForce]: '其中修订16件' },
      '5（其中修订16件）'
    ],
    ['the same number without it', { [inForce]: 22 }, { [inForce]: '' }, '22']
  ] as const)('%s', (_name, patch, notes, printed) => {
    expect(cellText(setCells(report, patch, notes), inForce)).toBe(printed)
  })

  it('of a total too, when it follows its parts', () => {
    const more = setCells(report, { [natural]: 13 })
    expect(cellText(more, total)).toBe('13')
    expect(notesGone(report, more)).toEqual(['含线上9件'])
    expect(cellText(more, inForce)).toBe('22（其中修订16件）')
  })

  it('does not come back with a number typed into a blank cell', () => {
    const blank = setCells(report, { [inForce]: null })
    expect(cellText(setCells(blank, { [inForce]: 22 }), inForce)).toBe('22')
  })

  it('of a number taken from another copy, and that copy’s note comes', () => {
    const theirs = { ...setCells(report, { [inForce]: 30 }), notes: { [inForce]: '其中修订1件' } }
    const cell = differences(report, theirs).filter(({ kind }) => kind === 'cell')
    expect(cellText(takeTheirs(report, theirs, cell), inForce)).toBe('30（其中修订1件）')
    const notes = differences(report, theirs).filter(({ kind }) => kind === 'part')
    expect(cellText(takeTheirs(report, theirs, notes), inForce)).toBe('22（其中修订16件）')
  })
})

describe('whoever sets numbers', () => {
  const anyField = fc.constantFrom(...fields)
  const patch = fc.dictionary(anyField, fc.option(fc.nat(30), { nil: null }), { maxKeys: 12 })
  const notes = fc.dictionary(anyField, fc.constantFrom('其中修订16件', '含线上9件'), {
    minKeys: 1
  })
  const reports = fc.tuple(patch, notes).map(([cells, noted]): Report => ({
    ...setCells(newReport('清川市档案局', 2025), cells),
    notes: noted
  }))
  const ways: Readonly<
    Record<string, (from: Report, patch: Partial<Record<FieldId, number | null>>) => Report>
  > = {
    'a patch': setCells,
    'a repair': (from, cells) =>
      repaired(from, {
        kind: 'set',
        basis: 'candidate',
        changes: Object.entries(cells).map(([field, to]) => ({
          field: field as FieldId,
          from: from.cells[field as FieldId],
          to: to ?? 0
        }))
      }),
    'zeros for blanks': (from, cells) =>
      repaired(from, { kind: 'fillZero', fields: Object.keys(cells) as FieldId[] }),
    'totals computed': (from) =>
      repaired(from, {
        kind: 'set',
        basis: 'computed',
        changes: [...recomputed(from, 'requests'), ...recomputed(from, 'remedies')]
      }),
    'another copy': (from, cells) => {
      const theirs = { ...setCells(from, cells), notes: {} }
      const taken = differences(from, theirs).filter(
        (one) => one.kind === 'cell' && one.mine !== one.theirs
      )
      return takeTheirs(from, theirs, taken)
    }
  }
  it.each(Object.entries(ways))('%s: no note stays behind another number', (_name, way) => {
    fc.assert(
      fc.property(reports, patch, (from, cells) => {
        const to = way(from, cells as Partial<Record<FieldId, number | null>>)
        for (const field of fields) {
          const moved = from.cells[field] !== to.cells[field]
          expect(to.notes[field], field).toBe(moved ? undefined : from.notes[field])
        }
      })
    )
  })

  it('has totals with notes among its cases', () => {
    expect([...totals.keys()]).toContain(total)
  })
})
