import { readFileSync } from 'node:fs'
import { validate } from '../../src/core/checks/validate.ts'
import { received } from '../../src/core/checks/proof.ts'
import { waive } from '../../src/core/findings/waivers.ts'
import { openReport } from '../../src/core/report/migrate.ts'
import type { Report } from '../../src/core/report/report.ts'
import { newReport } from '../../src/core/report/new-report.ts'
import { setCells } from '../../src/core/report/edit.ts'
import { draftOfNextYear } from '../../src/core/years/previous.ts'
import { layAside } from '../../src/storage/saving/aside.ts'
import { backupEnd, backupHead, type Part } from '../../src/core/report/backup.ts'
import { noteBackup, partsToKeep } from '../../src/storage/saving/backup.ts'
import { db } from '../../src/storage/database/db.ts'
import { keepFonts } from '../../src/storage/reports/own-fonts.ts'
import { addReport, saveReport } from '../../src/storage/reports/reports.ts'
import { takeSnapshot } from '../../src/storage/past/snapshots.ts'
import { exchangeFile } from '../../src/formats/write/json.ts'
import { dumpOf, dumpText } from './dump.ts'

/** Writes a database with the app's own code; run by scripts/database-fixture.mjs in plain Node. */

const at = '2026-01-20T08:00:00.000Z'
const id = (n: number): string => `7c1e9a30-5b2d-4f68-8a10-${String(n).padStart(12, '0')}`

/** The methods of a `localStorage`, which may be full; what it holds are keys of its own, as in a browser. */
let full = false
const methods = {
  getItem(this: Record<string, string>, key: string) {
    return this[key] ?? null
  },
  setItem(this: Record<string, string>, key: string, value: string) {
    if (full) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    this[key] = value
  }
}
const localStorage: Record<string, string> = Object.create(methods)

/** What this version leaves behind where one of everything was stored, by the names of the files. */
export async function writtenFiles(): Promise<Readonly<Record<string, string>>> {
  Object.assign(globalThis, { localStorage })
  const opened = openReport(JSON.parse(readFileSync('public/sample.nianbao.json', 'utf8')))
  if (!opened.ok) throw new Error(opened.detail)
  const sample = opened.report
  const whole = await stored({ ...everyKey(sample), id: id(1) })
  await saved({ ...whole, text: { ...whole.text, other: `${whole.text.other}另附公报。` } })
  await takeSnapshot(whole, 'merge')
  await takeSnapshot({ ...whole, year: 2024 }, 'conflict')
  await stored({ ...draftOfNextYear(whole), id: id(2) })
  await stored({
    ...received({ ...sample, scope: 'rollup' }, { state: 'changed', proof }),
    id: id(3)
  })
  const blank = await stored({ ...newReport('青石县柳溪镇人民政府', 2025), id: id(4) })
  const large = await stored({ ...newReport('青石县人民政府办公室', 2025), id: id(5) })
  // What this version cannot open, or has not opened since the version before stored it.
  const old = JSON.parse(readFileSync('tests/fixtures/schema-1/database.json', 'utf8'))
  await db.reports.bulkAdd([
    old.reports[0],
    { ...blank, id: id(6), schema: 3 as never },
    { ...blank, id: id(7), year: '二〇二五' as never }
  ])
  lay(blank, '7f3c0000-0000-4000-8000-000000000001')
  full = true
  lay(large, '7f3c0000-0000-4000-8000-000000000002')
  await noteBackup(new Date(at))
  await keepFonts([{ role: 'body', name: '仿宋', bytes: new Uint8Array([0, 1, 0, 0, 255]) }])
  const dump = await dumpOf(indexedDB, 'nianbao')
  return {
    'database.json': dumpText({ ...dump, localStorage: { ...localStorage } }),
    'backup.jsonl': await backupText(),
    'file.nianbao.json': exchangeFile(whole)
  }
}

const proof = {
  ...{ app: '0.1.0', rules: '1', errors: 0, warnings: 1, hints: 2, waivers: 0 },
  sha256: '0'.repeat(64)
}

/** The lines of a backup, as they stand in its archive. */
async function backupText(): Promise<string> {
  const parts: Part[] = []
  for await (const part of partsToKeep()) parts.push(part)
  const lines = [backupHead(new Date(at)), ...parts, backupEnd(parts.length)]
  return lines.map((line) => JSON.stringify(line) + '\n').join('')
}

async function stored(report: Report): Promise<Report> {
  const added = await addReport({ ...report, rev: 1 })
  if (!added.ok) throw new Error(added.reason)
  return added.report
}

async function saved(report: Report): Promise<void> {
  const written = await saveReport(report, report.rev, { now: at })
  if (!written.ok) throw new Error(written.reason)
}

/** Unsaved work on a report, by a window that has gone. */
function lay(report: Report, writer: string): void {
  const edited = { ...report, unit: { ...report.unit, code: '11410000' } }
  const aside = { id: `${report.id}.${writer}`, baseRev: report.rev, at, left: true, sent: [at] }
  layAside({ ...aside, report: setCells(edited, { 'remedies.review.upheld': 2 }) })
}

/** The report with something under every key that a report can have, and under some that none has. */
function everyKey(report: Report): Report {
  const written: Report = {
    ...report,
    notes: { 'remedies.review.upheld': '其中上年1件' },
    settings: {
      ...report.settings,
      ...{ feeDecimals: 2, rules: { 'D-S6': 'hint' }, deadline: '01-26', words: ['有关'] },
      ...{ labels: { 规章: '规章（含废止）' }, look: 'compact', digits: 'times' },
      ...{ signature: 'end', signedOn: '2026-01-23' }
    },
    remarks: [{ id: 'r', at: { kind: 'report' }, text: '待核', by: '李', when: at, open: true }],
    sources: [{ id: 's', name: '青石县档案局', year: 2025, rev: 3 }],
    imported: {
      name: '年报.docx',
      at,
      findings: [
        {
          rule: 'D-LABEL',
          severity: 'warning',
          at: { kind: 'cells', fields: ['disclosure.rules.made'] },
          params: { found: '规章数', statutory: '规章' },
          fingerprint: 'f'
        }
      ],
      leftovers: ['附表']
    },
    published: '2026-01-20'
  }
  const accepted = waive(written, validate(written), '已核对台账', '李', at)
  const unknown = {
    ...accepted,
    cells: { ...accepted.cells, 'new.field': 4 },
    text: { ...accepted.text, annex: '附件' },
    channels: accepted.channels.map((channel) => ({ ...channel, reach: 5 })),
    colour: '靛'
  }
  return unknown
}
