import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellText } from '../../../src/core/compose/quote.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import { verdictOf } from '../../../src/core/checks/state-of.ts'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import { cellKey, Session } from '../../../src/state/report/session.svelte.ts'

const a = 'requests.received.natural'
const b = 'disclosure.penalty.decisions'

/** A report with nothing to be said against it. */
const open = () => new Session(exampleReport({ note: '' }))
const type = (session: Session, field: FieldId, text: string): void => {
  session.typeCell(field, text)
  session.seal()
}
const refused = ({ checkedNow }: Session) =>
  checkedNow.findings.flatMap((finding) =>
    !finding.unread && finding.rule === 'N-TEXT' ? [finding] : []
  )
const verdict = ({ checkedNow: { report, findings } }: Session) => verdictOf(report, findings)

describe('text that is no number in a number field', () => {
  it('is an error of the report, which has its number still', () => {
    const session = open()
    expect(verdict(session)).not.toBe('error')
    type(session, a, '十几件')
    expect(refused(session)).toMatchObject([
      { severity: 'error', at: { fields: [a] }, params: { text: '十几件', why: 'words' } }
    ])
    expect(verdict(session)).toBe('error')
    expect(cellText(session.report, a)).toBe('12')
  })

  it('does not count while it is typed: it may still become a number', () => {
    const session = open()
    session.typeCell(a, '1.')
    expect(refused(session)).toEqual([])
    session.typeCell(a, '1.2')
    session.typeCell(a, '1.2万')
    session.seal()
    expect(refused(session)).toEqual([])
    expect(cellText(session.report, a)).toBe('12000')
  })

  it('counts as soon as another field is typed in, whether or not it was left', () => {
    const session = open()
    session.typeCell(a, '约30')
    session.typeCell(b, '12')
    expect(refused(session)).toHaveLength(1)
  })

  it.each([
    ['a number is typed', (session: Session) => type(session, a, '13')],
    ['it is emptied', (session: Session) => type(session, a, '')],
    ['it is undone', (session: Session) => session.undo()],
    ['it is restored', (session: Session) => session.restore(cellKey(a))],
    ['a block is pasted over it', (session: Session) => session.setAll({ [a]: 12 })],
    [
      'its finding is answered',
      (session: Session) => refused(session).forEach((one) => session.dropRefused(one))
    ]
  ])('is gone once %s', (_, settle) => {
    const session = open()
    type(session, a, '十几件')
    settle(session)
    expect(refused(session)).toEqual([])
    expect(session.held(cellKey(a))).toBeUndefined()
  })

  it('comes back with redo, and with undo of what took it away', () => {
    const session = open()
    type(session, a, '十几件')
    session.undo()
    session.redo()
    expect(refused(session)).toHaveLength(1)
    refused(session).forEach((one) => session.dropRefused(one))
    session.undo()
    expect(refused(session)).toHaveLength(1)
  })

  it('each has a finding, and the report is as if none had been typed', () => {
    const text = fc.constantFrom('abc', '-5', '/', '约30', '1.5', '十几件')
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(a, b, 'remedies.review.upheld'), {}),
        text,
        (fields, typed) => {
          const session = open()
          const { report } = session
          for (const field of fields) type(session, field, typed)
          expect(session.report).toBe(report)
          expect(refused(session)).toHaveLength(fields.length)
        }
      ),
      { numRuns: 20 }
    )
  })
})
