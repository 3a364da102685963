import { beforeEach, expect, it, vi } from 'vitest'
import { setCell } from '../../../src/core/report/edit.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { db } from '../../../src/storage/database/db.ts'
import type { Mark } from '../../../src/storage/disk/changes.ts'
import { keepFolderUp, type Shelf } from '../../../src/storage/disk/folder.ts'

/** A folder in memory, with as much of the browser's handles as is asked for. */
class Folder {
  readonly kind = 'directory'
  readonly name: string
  readonly entries = new Map<string, Folder | Kept>()
  /** Names of files that no program can take out now. */
  held: readonly string[] = []
  /** Somebody lays a file right after the folder was listed. */
  laidAfter: (() => void) | undefined

  constructor(name: string) {
    this.name = name
  }
  async *values() {
    yield* [...this.entries.values()]
    this.laidAfter?.()
  }
  async *keys() {
    yield* this.entries.keys()
  }
  getFileHandle = (name: string) => Promise.resolve(this.#made(name, () => new Kept(name)))
  getDirectoryHandle = (name: string) => Promise.resolve(this.#made(name, () => new Folder(name)))
  removeEntry = (name: string) => {
    if (this.held.includes(name)) throw new DOMException('in use', 'NoModificationAllowedError')
    this.entries.delete(name)
    return Promise.resolve()
  }
  #made<Of extends Folder | Kept>(name: string, make: () => Of): Of {
    const made = (this.entries.get(name) as Of | undefined) ?? make()
    this.entries.set(name, made)
    return made
  }
}

class Kept {
  readonly kind = 'file'
  readonly name: string
  bytes: Uint8Array<ArrayBuffer>

  constructor(name: string, text = '') {
    this.name = name
    this.bytes = new TextEncoder().encode(text)
  }
  getFile = () => Promise.resolve(new File([this.bytes], this.name, { lastModified: 1 }))
  createWritable = () => {
    let next: Uint8Array<ArrayBuffer> = new Uint8Array()
    return Promise.resolve({
      write: (bytes: Uint8Array<ArrayBuffer>) => Promise.resolve(void (next = bytes)),
      abort: () => Promise.resolve(),
      close: () => Promise.resolve(void (this.bytes = next))
    })
  }
}

const stored: Report = {
  ...newReport('青石镇人民政府', 2025),
  rev: 1,
  updatedAt: '2026-01-10T08:00:00.000Z'
}
const named = (report: Report) => `${report.unit.name}-${report.year}.nianbao.json`
const bytesOf = (report: Report) => new TextEncoder().encode(JSON.stringify(report))
const shelf = (reports: readonly Report[]): Shelf => ({
  stamps: new Map(reports.map(({ id, updatedAt }) => [id, updatedAt])),
  has: (id) => reports.some((report) => report.id === id),
  get: (id) => Promise.resolve(reports.find((report) => report.id === id)),
  fileFor: (report) => Promise.resolve({ name: named(report), bytes: bytesOf(report) })
})
const textIn = (folder: Folder, name: string): string | undefined => {
  const file = folder.entries.get(name)
  return file instanceof Kept ? new TextDecoder().decode(file.bytes) : undefined
}
/** One pass; how each file stands, by its state. */
async function pass(folder: Folder, reports: readonly Report[], marks = new Map<string, Mark>()) {
  const onStanding = vi.fn()
  const bound = { handle: folder as unknown as FileSystemDirectoryHandle, passed: [] }
  const listener = { onStanding, onGone: () => undefined }
  const state = await keepFolderUp(bound, marks, shelf(reports), listener, true)
  return { state, standings: onStanding.mock.calls.map(([{ state }]) => state as string) }
}
const marksNow = async () => {
  const rows = (await db.bindings.toArray()) as { reportId: string; mark: Mark }[]
  return new Map(rows.map(({ reportId, mark }) => [reportId, mark]))
}

beforeEach(() => Promise.all([db.bindings.clear(), db.known.clear()]))

it('a report without a file gets one', async () => {
  const folder = new Folder('年报')
  expect(await pass(folder, [stored])).toMatchObject({ state: { ok: true }, standings: ['same'] })
  expect(textIn(folder, named(stored))).toBe(JSON.stringify(stored))
})

it('a file that somebody lays there during a pass is judged, not written over', async () => {
  const folder = new Folder('年报')
  const theirs = JSON.stringify(setCell(stored, 'remedies.review.upheld', 3))
  folder.laidAfter = () => {
    folder.entries.set(named(stored), new Kept(named(stored), theirs))
  }
  expect(await pass(folder, [stored])).toMatchObject({ standings: ['both'] })
  expect(textIn(folder, named(stored))).toBe(theirs)
})

it('the file of a deleted report that is in use stays, once, and the others are written', async () => {
  const folder = new Folder('年报')
  await pass(folder, [stored])
  folder.held = [named(stored)]
  const other: Report = {
    ...newReport('清川市水务局', 2025),
    rev: 1,
    updatedAt: '2026-01-10T08:00:00.000Z'
  }
  for (let again = 0; again < 3; again++) await pass(folder, [other], await marksNow())
  expect(textIn(folder, named(other))).toBe(JSON.stringify(other))
  expect(textIn(folder, named(stored))).toBeDefined()
  const bin = folder.entries.get('回收站') as Folder
  expect([...bin.entries.keys()]).toEqual([])
  folder.held = []
  await pass(folder, [other], await marksNow())
  expect([...bin.entries.keys()]).toEqual([named(stored)])
  expect(textIn(folder, named(stored))).toBeUndefined()
})
