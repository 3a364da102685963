import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { cellText } from '../../../src/core/compose/quote.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import { Seat } from '../../../src/state/report/seat.svelte.ts'
import { cellKey, Session } from '../../../src/state/report/session.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'

const a = 'requests.received.natural'
const b = 'requests.received.commercial'
const total = 'requests.received.total'
const inForce = 'disclosure.normative.inForce'

beforeEach(async () => {
  await db.delete()
  await db.open()
})

const open = (patch: Parameters<typeof setCells>[1] = {}): Session =>
  new Session(setCells(newReport('清川市档案局', 2025), patch))

/** What a cell shows: the text that stands in it, else its number. */
const shows = (session: Session, field: FieldId): string =>
  session.held(cellKey(field))?.text ?? cellText(session.report, field)

/** Typed as a person does, key by key, and the cell is left. */
const type = (session: Session, field: FieldId, text: string): void => {
  for (let i = 1; i <= text.length; i++) session.typeCell(field, text.slice(0, i))
  session.seal()
}

describe('refused text', () => {
  it.each(['-5', 'abc', '4a', '约30', '/', '1.5', '十几件'])(
    '%s: the first undo takes it away, the next one the edit before, redo brings both back',
    (text) => {
      const session = open({ [a]: 12 })
      type(session, b, '7')
      type(session, a, text)
      expect([shows(session, a), cellText(session.report, a)]).toEqual([text, '12'])
      session.undo()
      expect([shows(session, a), shows(session, b)]).toEqual(['12', '7'])
      session.undo()
      expect([shows(session, a), shows(session, b)]).toEqual(['12', ''])
      session.redo()
      session.redo()
      expect([shows(session, a), shows(session, b)]).toEqual([text, '7'])
      expect(cellText(session.report, a)).toBe('12')
    }
  )

  it('is taken away too while the cell still has the focus', () => {
    const session = open({ [a]: 12 })
    session.typeCell(a, '-')
    session.typeCell(a, '-5')
    session.undo()
    expect(shows(session, a)).toBe('12')
    expect(session.canUndo).toBe(false)
  })

  it('Esc takes it away, and what was refused before is one step back', () => {
    const session = open({ [a]: 12 })
    session.typeCell(a, 'abc')
    session.restore(cellKey(a))
    expect([shows(session, a), session.canUndo]).toEqual(['12', false])
    type(session, a, 'abc')
    session.restore(cellKey(a))
    expect(shows(session, a)).toBe('12')
    session.undo()
    expect(shows(session, a)).toBe('abc')
  })

  it.each([
    ['cleared', (session: Session) => session.setAll({ [a]: null })],
    ['filled', (session: Session) => session.setAll({ [a]: 0 })],
    ['pasted over with what stood there', (session: Session) => session.setAll({ [a]: 12 })],
    ['mended', (session: Session) => session.edit((report) => setCells(report, { [a]: 9 }))]
  ])('is answered when its cell is %s, and comes back with undo', (_name, edit) => {
    const session = open({ [a]: 12 })
    type(session, a, 'abc')
    edit(session)
    expect(session.held(cellKey(a))).toBeUndefined()
    session.undo()
    expect(shows(session, a)).toBe('abc')
  })

  it('stays when another cell is edited', () => {
    const session = open({ [a]: 12 })
    type(session, a, 'abc')
    type(session, b, '3')
    expect(shows(session, a)).toBe('abc')
  })
})

describe('typing', () => {
  it('is one step, and a number typed as it stood is none', () => {
    const session = open({ [a]: 12 })
    type(session, a, '12')
    expect(session.canUndo).toBe(false)
    type(session, a, '34')
    session.undo()
    expect([shows(session, a), session.canUndo]).toEqual(['12', false])
  })

  it('leaves nothing behind of what was on the way', () => {
    // 4 would have agreed with the total that somebody typed over; 41 does not.
    const session = open({ [a]: 3, [total]: 4 })
    type(session, a, '41')
    expect(cellText(session.report, total)).toBe('4')
  })

  it('keeps the note of a total whose number comes back with Esc', () => {
    const session = new Session({
      ...setCells(newReport('清川市档案局', 2025), { [a]: 12 }),
      notes: { [total]: '含线上9件' }
    })
    session.typeCell(a, '1')
    expect(session.notesGone).toEqual(['含线上9件'])
    session.typeCell(a, '12')
    expect(cellText(session.report, total)).toBe('12（含线上9件）')
    session.typeCell(a, '13')
    session.restore(cellKey(a))
    expect(cellText(session.report, total)).toBe('12（含线上9件）')
  })

  it.each([
    ['5', '5', ['其中修订16件']],
    ['5（其中修订2件）', '5（其中修订2件）', []],
    ['22', '22', []],
    ['', '', ['其中修订16件']]
  ])('“%s” over 22（其中修订16件） prints %s', (text, printed, gone) => {
    const session = new Session({
      ...setCells(newReport('清川市档案局', 2025), { [inForce]: 22 }),
      notes: { [inForce]: '其中修订16件' }
    })
    session.typeCell(inForce, text)
    session.seal()
    expect(cellText(session.report, inForce)).toBe(printed)
    expect(session.notesGone).toEqual(gone)
    session.undo()
    expect(cellText(session.report, inForce)).toBe('22（其中修订16件）')
  })
})

it('a sentence about a step holds while undo would take that step back', () => {
  const session = open()
  session.setAll({ [a]: 1, [b]: 2 })
  session.say('已粘贴 2 格。')
  expect(session.said?.text).toBe('已粘贴 2 格。')
  type(session, a, '5')
  expect(session.said).toBeUndefined()
  session.undo()
  expect(session.said?.text).toBe('已粘贴 2 格。')
  session.undo()
  expect(session.said).toBeUndefined()
})

it('a sentence about what this window did goes when what another window stored is shown', async () => {
  const report = newReport('清川市档案局', 2026)
  const { seat } = await Seat.at(report.id)
  const occupied = vi.spyOn(seat, 'occupy')
  const session = new Session(report, undefined, seat)
  session.say('已新建 2026 年度报告。')
  expect(session.said?.text).toBe('已新建 2026 年度报告。')
  occupied.mock.calls[0]?.[0].show({ ...report, rev: 2 })
  expect(session.said).toBeUndefined()
})

it.each([
  ['filled with what stands there', (session: Session) => session.setAll({ [a]: 1 })],
  ['mended by nothing', (session: Session) => session.mend(session.report)],
  ['edited into itself', (session: Session) => session.edit((report) => report)]
])('a report that is %s has made no step: there is nothing to take back', (_name, edit) => {
  const session = open()
  session.setAll({ [a]: 1 })
  session.say('已粘贴 1 格。')
  expect(session.said?.idle).toBeUndefined()
  edit(session)
  session.say('已完成。')
  expect(session.said?.idle).toBe(true)
  session.setAll({ [a]: 2 })
  session.say('已粘贴 1 格。')
  expect(session.said?.idle).toBeUndefined()
})

it('undo and redo walk through every state of report and fields, back and forth', () => {
  const step = fc.record({
    field: fc.constantFrom<FieldId>(a, b, total, inForce),
    text: fc.constantFrom('', '1', '12', 'abc', '-5', '22（其中修订16件）', '0'),
    how: fc.constantFrom('type', 'set', 'escape')
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const session = open({ [a]: 3, [b]: 4, [inForce]: 22 })
      const state = (): readonly [Report, readonly string[]] => [
        session.report,
        [a, b, total, inForce].map((field) => shows(session, field as FieldId))
      ]
      const first = state()
      for (const { field, text, how } of steps) {
        if (how === 'type') type(session, field, text)
        else if (how === 'set') session.setAll({ [field]: text.length })
        else session.restore(cellKey(field))
      }
      const walk: (readonly [Report, readonly string[]])[] = [state()]
      while (session.canUndo) {
        session.undo()
        walk.push(state())
      }
      expect(walk.at(-1)).toEqual(first)
      for (const seen of walk.slice(0, -1).reverse()) {
        session.redo()
        expect(state()).toEqual(seen)
      }
      expect(session.canRedo).toBe(false)
    }),
    { numRuns: 60 }
  )
})
