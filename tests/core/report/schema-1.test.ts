import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { partsOfText } from '../../../src/core/report/backup.ts'
import { openReport } from '../../../src/core/report/migrate.ts'
import { brokenProof, proved, received } from '../../../src/core/checks/proof.ts'
import type { Report } from '../../../src/core/report/report.ts'
import type { PastYear } from '../../../src/core/form/cells.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import { lapsedWaivers, waivedFindings } from '../../../src/core/findings/waivers.ts'
import { read } from '../../../src/formats/read/read-json.ts'
import { sha256OfText } from '../../../src/formats/source/sha256.ts'
import { exchangeFile } from '../../../src/formats/write/json.ts'

/** What the version before schema 2 wrote opens and loses nothing; the fee is counted in 分. */

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/schema-1/${name}`, import.meta.url), 'utf8')
const parsed = (name: string) => JSON.parse(fixture(name))
const database = parsed('database.json') as { reports: Old[]; snapshots: { report: Old }[] }

/** Data of schema 1, of which the tests ask only these. */
interface Old {
  readonly id: string
  readonly year: number
  readonly unit: { readonly name: string }
  readonly cells: Record<string, number | null>
  readonly previous?: { readonly cells: Record<string, number | null> }
  readonly proof?: object
}

const fee = 'disclosure.fees.amount'
const times100 = (cells: Old['cells']) => {
  const amount = cells[fee]
  return { ...cells, [fee]: typeof amount === 'number' ? amount * 100 : amount }
}
/** What a report of schema 1 must be in schema 2, by the contract alone. */
const expected = ({ proof: _proof, ...old }: Old) => ({
  ...old,
  schema: 2,
  cells: times100(old.cells),
  ...(old.previous && { previous: { ...old.previous, cells: times100(old.previous.cells) } })
})
const open = (data: unknown): Report => {
  const opened = openReport(data)
  if (!opened.ok) throw new Error(`${opened.reason} ${opened.detail}`)
  expect(opened.migratedFrom).toBe(1)
  return opened.report
}
const plain = (report: Report): unknown => JSON.parse(JSON.stringify(report))

describe('of schema 1', () => {
  it.each(database.reports.map((old) => [`${old.unit.name} ${old.year}`, old] as const))(
    'the stored report of %s is the same but for the unit of its fee',
    (_, old) => {
      expect(plain(open(old))).toEqual(expected(old))
    }
  )

  it('a snapshot, a file and every report of a backup are, too', () => {
    const [snapshot] = database.snapshots
    expect(plain(open(snapshot?.report))).toEqual(expected(snapshot?.report as Old))
    const file = parsed('file.nianbao.json') as Old
    expect(plain(open(file))).toEqual(expected(file))
    const backup = partsOfText(fixture('backup.json'))
    expect(backup.ok && backup.parts.map(({ value }) => plain(open(value)))).toEqual(
      parsed('backup.json').reports.map(expected)
    )
  })

  const first = open(database.reports[0])
  const history: readonly PastYear[] = database.reports
    .filter(({ unit, year }) => unit.name === first.unit.name && year < first.year)
    .map(open)

  it.each(
    database.reports
      .map((old) => [`${old.unit.name} ${old.year}`, open(old)] as const)
      .filter(([, report]) => report.waivers.length > 0)
  )('what was accepted of the fee of %s stays accepted', (_, report) => {
    const findings = validate(report, report.id === first.id ? { history } : {})
    const rules = waivedFindings(report, findings).map(({ waiver }) => waiver.rule)
    expect(rules.sort()).toEqual(report.waivers.map(({ rule }) => rule).sort())
    expect(lapsedWaivers(report, findings)).toEqual([])
    // And no longer, once the fee is another, where the finding is about its amount.
    const changed = { ...report, cells: { ...report.cells, [fee]: 777 } }
    const again = validate(changed, report.id === first.id ? { history } : {})
    const left = waivedFindings(changed, again).map(({ waiver }) => waiver.rule)
    expect(left.filter((rule) => rule !== 'T3-BLANK')).toEqual([])
  })

  it('the findings accepted in the fixtures are all that name an amount of the fee', () => {
    const rules = new Set(database.reports.flatMap((old) => open(old).waivers.map((w) => w.rule)))
    expect([...rules].sort()).toEqual(
      ['T2-FEEDP', 'T2-FEEUNIT', 'T2-INT', 'T3-BLANK', 'Y-JUMP', 'Y-UNUSUAL'].sort()
    )
  })

  it('a proof is held against the file as it was, and accuses nobody afterwards', async () => {
    const text = fixture('file.nianbao.json')
    expect(proved(JSON.parse(text), sha256OfText).state).toBe('intact')
    const result = await read({ name: '', bytes: new Uint8Array(), text })
    if (!result.ok || !('report' in result)) throw new Error('no report')
    expect(result.migratedFrom).toBe(1)
    expect(brokenProof(result.report)).toBeUndefined()
    expect(proved(result.report, sha256OfText).state).not.toBe('changed')
    const written: unknown = JSON.parse(exchangeFile(result.report))
    expect(written).toMatchObject({ schema: 2 })
    expect(proved(written, sha256OfText).state).toBe('intact')
  })

  it('a proof that other hands broke goes on to say so', () => {
    const file = { ...parsed('file.nianbao.json'), notes: {} }
    const report = received(open(file), proved(file, sha256OfText))
    expect(brokenProof(report)).toMatchObject({ errors: expect.any(Number) })
    const stored = { ...parsed('file.nianbao.json'), proof: { ...file.proof, changed: true } }
    expect(brokenProof(open(stored))).toMatchObject({ rules: file.proof.rules })
  })

  it('a fee that could not be read then is named until somebody fills it in', () => {
    const old = database.reports.find(({ id }) => id.endsWith('11'))
    const named = (report: Report) =>
      validate({ ...report, waivers: [] }).filter(({ rule }) => rule === 'T2-INT')
    expect(named(open(old))).toMatchObject([{ params: { found: ['4166.241619'] } }])
    const filled = { ...open(old), cells: { ...open(old).cells, [fee]: 4_166_241_619 } }
    expect(named(filled)).toEqual([])
  })
})
