import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../../src/core/report/canonical.ts'
import { brokenProof, noted, proofOf, proved, received } from '../../../src/core/checks/proof.ts'
import { fields, tableOf } from '../../../src/core/form/form.ts'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import type { Example } from '../../../src/core/checks/examples/example.ts'
import { stateOf } from '../../../src/core/checks/state-of.ts'
import type { TableId } from '../../../src/core/form/table.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import { waive } from '../../../src/core/findings/waivers.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const app = '0.1.0'
const moment = '2026-01-10T08:00:00.000Z'

const blank = (table: TableId) =>
  Object.fromEntries(fields.filter((field) => tableOf(field) === table).map((one) => [one, null]))

function exported() {
  const report = exampleReport({ note: '', text: { other: '无', leadIn: '' } })
  const findings = validate(report)
  const [warning] = findings
  const answered = warning ? waive(report, [warning], '不收费', '', moment) : report
  return { ...answered, proof: proofOf(answered, findings, { app, sha256 }) }
}

describe('the proof of an export', () => {
  it('counts what the rules said and what was answered', () => {
    expect(exported().proof).toMatchObject({ app, errors: 0, warnings: 0, hints: 1, waivers: 1 })
  })

  it.each<[string, Omit<Example, 'note'>, object]>([
    ['complete', {}, { errors: 0, verdict: 'ready', filled: 200, of: 200 }],
    ['with a table not begun', { cells: blank('remedies') }, { verdict: 'empty', filled: 185 }],
    ['with a section not written', { text: { problems: '' } }, { verdict: 'empty', filled: 200 }],
    ['with an error', { cells: { 'remedies.review.total': 9 } }, { errors: 1, verdict: 'error' }]
  ])('says how the report stands, %s, as the state of it does', (_, example, said) => {
    const report = exampleReport({ note: '', ...example })
    const findings = validate(report)
    const waived = waive(report, findings, '没有', '', moment)
    expect(proofOf(report, findings, { app, sha256 })).toMatchObject(said)
    for (const one of [report, waived]) {
      const proof = proofOf(one, findings, { app, sha256 })
      const { sections, ...state } = stateOf(one, findings)
      expect(proof).toMatchObject({ verdict: state.verdict, filled: state.filled, of: state.of })
      expect(sections).toMatchObject(proof.sections ?? [])
      expect(proof.sections).toHaveLength(sections.length)
      expect(proved({ ...one, proof }, sha256)).toEqual({ state: 'intact', proof })
    }
  })

  it('of a file of a version before, which did not say how it stood, is read', () => {
    const file = exported()
    const { verdict: _1, filled: _2, of: _3, sections: _4, ...before } = file.proof
    expect(proved({ ...file, proof: before }, sha256)).toEqual({ state: 'intact', proof: before })
  })

  it('holds after the file was written, read and saved again', () => {
    const read = JSON.parse(JSON.stringify(exported(), null, 2))
    expect(proved({ ...read, rev: 9, updatedAt: moment }, sha256).state).toBe('intact')
    const turned = Object.fromEntries(Object.entries(read).reverse())
    expect(proved(turned, sha256).state).toBe('intact')
  })

  it('shows a change by other hands, of a known key or an unknown one', () => {
    const file = exported()
    const cells = { ...file.cells, 'requests.received.natural': 13 }
    expect(proved({ ...file, cells }, sha256).state).toBe('changed')
    expect(proved({ ...file, later: 1 }, sha256).state).toBe('changed')
  })

  it.each([null, 3, 'x', [], {}, { proof: 3 }, { proof: { sha256: 'x' } }])(
    'has none in %j',
    (file) => {
      expect(proved(file, sha256)).toEqual({ state: 'none' })
    }
  )

  it('is of the same content whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (file) => {
        const turned = Object.fromEntries(Object.entries(file).reverse())
        expect(canonical(turned)).toBe(canonical(JSON.parse(JSON.stringify(file))))
      })
    )
  })

  it('is remembered as broken until somebody takes note or a new one is written', () => {
    const file = exported()
    const intact = received(file, proved(file, sha256))
    expect(intact).toBe(file)
    expect(brokenProof(intact)).toBeUndefined()
    const altered = { ...file, year: 2024 }
    const kept = received(altered, proved(altered, sha256))
    expect(brokenProof(kept)).toMatchObject({ sha256: file.proof.sha256, hints: 1 })
    expect(canonical(kept)).toBe(canonical(altered))
    expect(brokenProof(noted(kept))).toBeUndefined()
    const again = { ...kept, proof: proofOf(kept, validate(kept), { app, sha256 }) }
    expect(proved(again, sha256).state).toBe('intact')
  })
})
