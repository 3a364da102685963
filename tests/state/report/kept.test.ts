import { beforeEach, describe, expect, it, vi } from 'vitest'
import { cellText } from '../../../src/core/compose/quote.ts'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import type { FigurePlace } from '../../../src/core/platforms/entering.ts'
import { setCell } from '../../../src/core/report/edit.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { writeExchangeFile } from '../../../src/formats/index.ts'
import { storedAsFile } from '../../../src/state/keeping/exchange.ts'
import { Seat } from '../../../src/state/report/seat.svelte.ts'
import { figureKey, figureSpot } from '../../../src/state/report/spots.ts'
import { cellKey, Session } from '../../../src/state/report/session.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'
import { emptyBin, removeReport } from '../../../src/storage/past/bin.ts'
import { letPastGo } from '../../../src/storage/past/tidying.ts'
import { saveReport } from '../../../src/storage/reports/reports.ts'
import { keepRefused, keptRefused } from '../../../src/storage/saving/refused.ts'
import { channel, figure } from '../../core/platforms/figures.ts'

const channels = [channel('wx', 'wechat'), channel('site', 'website')]
const a = 'requests.received.natural'
const b = 'remedies.review.upheld'
const report = { ...newReport('清川市档案局', 2025), ...exampleReport({ note: '' }) }

beforeEach(async () => {
  vi.restoreAllMocks()
  localStorage.clear()
  await db.delete()
  await db.open()
  await saveReport({ ...report, rev: 0 }, 0)
})

async function open(): Promise<Session> {
  const opened = await Session.open(report.id)
  if (!opened.ok) throw new Error(opened.reason)
  return opened.session
}
const shows = (session: Session, field: FieldId) =>
  session.held(cellKey(field))?.text ?? cellText(session.report, field)
const refused = ({ checkedNow }: Session) =>
  checkedNow.findings.flatMap((one) =>
    !one.unread && one.rule === 'N-TEXT' ? [one.params.text] : []
  )
/** The posts of an account in the year of the report. */
const posts: FigurePlace = {
  line: { channel: 'wx', key: 'posts', name: 'posts', period: 'year', again: 0 },
  year: report.year
}
const withPosts =
  (value: number) =>
  (before: Report): Report => {
    const { year } = report
    return { ...before, channels, metrics: [figure({ channel: 'wx', key: 'posts', year, value })] }
  }
/** Types a text in the field of a figure that is none. */
function refuse(session: Session, place: FigurePlace, text: string): void {
  const { key } = figureSpot(place)
  const at = { kind: 'metric', id: '' } as const
  session.type(figureSpot(place), text, undefined, { at, key, text, why: 'words' })
}
/** Types in a report, then closes and opens it. */
async function reopened(work: (session: Session) => void): Promise<Session> {
  const session = await open()
  work(session)
  await session.close()
  return open()
}

describe('what was refused in a field, when the report is closed', () => {
  it('stands there again, is found again, and the stored report has nothing of it', async () => {
    const again = await reopened((session) => {
      session.typeCell(a, '十几件')
      session.typeCell(b, '/')
      session.seal()
    })
    expect([shows(again, a), shows(again, b)]).toEqual(['十几件', '/'])
    expect(refused(again)).toEqual(['十几件', '/'])
    expect(again.findings.some(({ rule }) => rule === 'N-TEXT')).toBe(true)
    expect(again.report.cells[a]).toBe(12)
    expect(JSON.stringify(await db.reports.toArray())).not.toContain('十几件')
    await again.close()
  })

  it('is there though the page went in the middle of a word', async () => {
    const session = await open()
    session.typeCell(a, '十')
    session.typeCell(a, '十几')
    expect(keptRefused(report.id)).toMatchObject([{ text: '十几', over: '12' }])
    await session.close()
  })

  it.each([
    ['a number was typed over it', (session: Session) => session.typeCell(a, '13')],
    ['it was undone', (session: Session) => session.undo()],
    ['the cell was restored', (session: Session) => session.restore(cellKey(a))],
    ['its table was emptied', (session: Session) => session.setAll({ [a]: null })]
  ])('is gone once %s', async (_, settle) => {
    const again = await reopened((session) => {
      session.typeCell(a, '十几件')
      session.seal()
      settle(session)
    })
    expect(refused(again)).toEqual([])
    expect(keptRefused(report.id)).toEqual([])
    await again.close()
  })

  it('is answered where the report says something else in that cell by now', async () => {
    const session = await open()
    session.typeCell(a, '十几件')
    await session.close()
    const stored = (await db.reports.get(report.id)) as Report
    await saveReport(setCell(stored, a, 14), stored.rev)
    const again = await open()
    expect(shows(again, a)).toBe('14')
    expect(keptRefused(report.id)).toEqual([])
    await again.close()
  })

  it('stands in a figure of a platform as long as the figure is there', async () => {
    const again = await reopened((session) => {
      session.edit(withPosts(3))
      refuse(session, posts, '三四次')
    })
    expect(again.held(figureKey(posts))?.text).toBe('三四次')
    expect(refused(again)).toEqual(['三四次'])
    again.edit((before) => ({ ...before, metrics: [] }))
    expect(refused(again)).toEqual([])
    again.undo()
    expect(refused(again)).toEqual(['三四次'])
    await again.close()
  })

  it('is answered where a figure says something else by now', async () => {
    const session = await open()
    session.edit(withPosts(30))
    refuse(session, posts, '很多')
    await session.close()
    const stored = (await db.reports.get(report.id)) as Report
    await saveReport(withPosts(50)(stored), stored.rev)
    const again = await open()
    expect(again.held(figureKey(posts))).toBeUndefined()
    expect(refused(again)).toEqual([])
    await again.close()
  })

  it('is answered by a number from elsewhere, though it is of an earlier opening', async () => {
    const again = await reopened((session) => {
      session.edit(withPosts(30))
      refuse(session, posts, '很多')
    })
    again.edit(withPosts(30))
    expect(refused(again)).toEqual(['很多'])
    again.edit(withPosts(500))
    expect(again.held(figureKey(posts))).toBeUndefined()
    expect(refused(again)).toEqual([])
    await again.close()
  })

  it.each([
    [
      'of the return of a web site',
      { line: { ...posts.line, channel: 'site', key: 'users', name: '注册用户数', period: 'end' } }
    ],
    ['of a year before', { year: report.year - 3 }],
    ['of a month', { month: 11 }]
  ] as const)('stands in a field that has no figure yet: %s', async (_, where) => {
    const place: FigurePlace = { ...posts, ...where }
    const again = await reopened((session) => {
      session.edit(withPosts(3))
      refuse(session, place, '很多')
    })
    expect(again.held(figureKey(place))?.text).toBe('很多')
    expect(refused(again)).toEqual(['很多'])
    await again.close()
  })

  it('goes over to the window that edits from now on, as that window left it', async () => {
    const { seat } = await Seat.at(report.id)
    const occupied = vi.spyOn(seat, 'occupy')
    const session = new Session(report, undefined, seat)
    session.typeCell(a, '十几件')
    // The other window took it over, answered this and left that.
    const other = { key: cellKey(b), text: '/', why: 'stroke', over: cellText(report, b) } as const
    keepRefused(report.id, [{ ...other, at: { kind: 'cells', fields: [b] } }])
    occupied.mock.calls[0]?.[0].begin({ ok: true, report, baseRev: 1 })
    expect(refused(session)).toEqual(['/'])
    await session.close()
  })

  it('is brought back by undo of what took it away, though it is of an earlier opening', async () => {
    const again = await reopened((session) => session.typeCell(a, '十几件'))
    again.setAll({ [a]: null })
    expect(refused(again)).toEqual([])
    again.undo()
    expect(shows(again, a)).toBe('十几件')
    await again.close()
    expect(keptRefused(report.id)).toHaveLength(1)
  })

  it('is counted by the proof of the exchange file, which has nothing else of it', async () => {
    const proofOf = async (): Promise<{ errors: number; verdict: string; text: string }> => {
      const { bytes } = await storedAsFile((await db.reports.get(report.id)) as Report)
      const text = new TextDecoder().decode(bytes)
      return { ...(JSON.parse(text) as { proof: { errors: number; verdict: string } }).proof, text }
    }
    const before = await proofOf()
    const session = await open()
    session.typeCell(a, '十几件')
    await session.close()
    const after = await proofOf()
    expect([before.errors, after.errors, after.verdict]).toEqual([0, 1, 'error'])
    expect(after.text).not.toContain('十几件')
    const plain = await writeExchangeFile(report)
    expect(new TextDecoder().decode(plain.bytes)).toContain('"errors": 0')
  })

  it('is not counted by a proof where the report says something else by now', async () => {
    const session = await open()
    session.typeCell(a, '十几件')
    await session.close()
    const stored = (await db.reports.get(report.id)) as Report
    const other = setCell(stored, a, 14)
    const [written, plain] = await Promise.all([storedAsFile(other), writeExchangeFile(other)])
    const errorsIn = ({ bytes }: typeof plain): unknown =>
      (JSON.parse(new TextDecoder().decode(bytes)) as { proof: { errors: number } }).proof.errors
    expect(errorsIn(written)).toBe(errorsIn(plain))
    expect(errorsIn(await storedAsFile(stored))).toBe(1)
  })

  it('comes back no older than it was where the browser had no room for the rest of it', async () => {
    const session = await open()
    session.typeCell(a, '十')
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('full')
    })
    session.typeCell(a, '十几件')
    expect(localStorage.getItem(`nianbao.refused.${report.id}`)).toBeNull()
    expect(keptRefused(report.id)).toMatchObject([{ text: '十几件' }])
    vi.restoreAllMocks()
    session.restore(cellKey(a))
    await session.close()
  })

  it('keeps the page from closing where the browser has no room for it', async () => {
    const session = await open()
    expect(session.keep()).toBe(true)
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('full')
    })
    session.typeCell(a, '十几件')
    expect(session.keep()).toBe(false)
    await session.close()
    // Within the page it is there all the same.
    const again = await open()
    expect(shows(again, a)).toBe('十几件')
    again.undo()
    again.restore(cellKey(a))
    await again.close()
    expect(keptRefused(report.id)).toEqual([])
  })

  it('goes with its report, once that has left the bin', async () => {
    const session = await open()
    session.typeCell(a, '十几件')
    await session.close()
    await removeReport(report.id)
    await letPastGo()
    expect(keptRefused(report.id)).toHaveLength(1)
    await emptyBin()
    expect(keptRefused(report.id)).toEqual([])
  })

  it.each([
    'no JSON',
    '{}',
    '[1]',
    '[{"key":"x","text":"y","over":"","why":"odd","at":{"kind":"metric","id":"m"}}]',
    '[{"key":"x","text":"y","over":"","why":"words","at":{"kind":"cells","fields":["no.such"]}}]'
  ])('is left out where nobody of ours wrote it: %s', async (value) => {
    keepRefused(report.id, [])
    localStorage.setItem(`nianbao.refused.${report.id}`, value)
    expect(keptRefused(report.id)).toEqual([])
  })
})
