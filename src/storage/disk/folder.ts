import type { Report } from '../../core/report/report.ts'
import { troubleOf, type Trouble } from './access.ts'
import { forgetMark, keepMark, type Bindings, type BoundFolder } from './bindings.ts'
import { freeName, isMeantForUs, sameName, type Mark } from './changes.ts'
import { contentIn, fileOf, hashOf } from './files.ts'
import { keepUp, type ReportFile, type FileStanding } from './place.ts'

/** Where files of deleted reports go, inside the folder. */
const binName = '回收站'

/** A file in the folder that is none of ours. */
export interface NewFile {
  /** Its name, size and time as one text: which file it is, in this state. */
  readonly key: string
  readonly file: File
}

/** What the folder pass needs to know of the library. */
export interface Shelf {
  /** When each report that can be opened was stored. */
  readonly stamps: ReadonlyMap<string, string>
  /** Whether a report is stored at all, openable or not. */
  readonly has: (reportId: string) => boolean
  readonly get: (reportId: string) => Promise<Report | undefined>
  readonly fileFor: (report: Report) => Promise<ReportFile>
}

/** What is told while a folder is brought up to date. */
export interface PassListener {
  readonly onStanding: (standing: FileStanding) => void
  /** A report is no longer in the library. */
  readonly onGone: (reportId: string) => void
}

/** How the folder stands. */
export type FolderState =
  | { readonly ok: true; readonly news?: readonly NewFile[] }
  | { readonly ok: false; readonly trouble: Trouble }

/**
 * Brings a folder up to date with the library: what was stored since is written, new reports are
 * added, files of deleted ones go into its bin. With `all` every file is looked at, and what is none
 * of ours is told. Never rejects.
 */
export async function keepFolderUp(
  { handle: folder, passed }: BoundFolder,
  marks: Bindings['marks'],
  shelf: Shelf,
  { onStanding, onGone }: PassListener,
  all: boolean
): Promise<FolderState> {
  try {
    const files = new Map<string, FileSystemFileHandle>()
    for await (const entry of folder.values()) {
      if (entry.kind === 'file') files.set(sameName(entry.name), entry)
    }
    const owners = new Map<string, string>()
    for (const [id, { name }] of marks) owners.set(sameName(name), id)

    for (const [id, mark] of marks) {
      if (shelf.has(id)) continue
      // One that cannot be taken out now, as it is in use, is tried again with the next pass.
      const gone = await binned(folder, files.get(sameName(mark.name)), mark).catch(() => undefined)
      if (gone === undefined) continue
      if (gone) files.delete(sameName(mark.name))
      owners.delete(sameName(mark.name))
      await forgetMark(id)
      onGone(id)
    }
    for (const [id, stamp] of shelf.stamps) {
      const mark = marks.get(id)
      const handle = mark && files.get(sameName(mark.name))
      if (mark && handle && mark.updatedAt === stamp) {
        if (!all) continue
        const file = await fileOf(handle)
        if (file?.size === mark.size && file.lastModified === mark.modified) {
          onStanding({ kind: 'folder', reportId: id, name: mark.name, state: 'same' })
          continue
        }
      }
      const stored = await shelf.get(id)
      if (!stored) continue
      const standing = await keepReport(stored, mark)
      owners.set(sameName(standing.name), id)
      onStanding(standing)
    }
    return { ok: true, ...(all && { news: await newFiles() }) }

    async function keepReport(stored: Report, mark: Mark | undefined): Promise<FileStanding> {
      const file = await shelf.fileFor(stored)
      const own = mark?.wanted === file.name ? mark.name : await nameFor(stored, file.name)
      const place = (name: string, known: Mark | undefined) => ({
        kind: 'folder' as const,
        mark: known,
        handle: files.get(sameName(name)),
        create: async () => {
          const made = await folder.getFileHandle(name, { create: true })
          files.set(sameName(name), made)
          return made
        },
        note: (next: Mark) => keepMark(stored.id, next)
      })
      if (!mark || mark.name === own) return keepUp(place(own, mark), stored, file)
      // The unit or the year has another name: the file gets one, too, unless somebody changed it.
      const old = files.get(sameName(mark.name))
      const there = old && (await contentIn(old))
      if (there && there.hash !== mark.hash && there.hash !== mark.sent) {
        return keepUp(place(mark.name, mark), stored, file)
      }
      const standing = await keepUp(place(own, undefined), stored, file)
      if (standing.state === 'same' && old) {
        await folder.removeEntry(old.name)
        files.delete(sameName(old.name))
        owners.delete(sameName(old.name))
      }
      return standing
    }

    /** A name that no other report's file has, nor a file that says something else than this report. */
    async function nameFor(stored: Report, wanted: string): Promise<string> {
      const foreign = new Set<string>()
      for (;;) {
        const name = freeName(wanted, (name) => {
          const owner = owners.get(sameName(name))
          return (owner !== undefined && owner !== stored.id) || foreign.has(name)
        })
        const there = files.get(sameName(name))
        const content = there && (await contentIn(there))
        if (!content || content.report?.id === stored.id) return name
        foreign.add(name)
      }
    }

    async function newFiles(): Promise<NewFile[]> {
      const news: NewFile[] = []
      for (const [name, handle] of files) {
        if (owners.has(name) || !isMeantForUs(handle.name)) continue
        const file = await fileOf(handle)
        if (!file) continue
        const key = `${name} ${file.size} ${file.lastModified}`
        if (!passed.includes(key)) news.push({ key, file })
      }
      return news
    }
  } catch (error) {
    return { ok: false, trouble: troubleOf(error) }
  }
}

/** Moves the file of a deleted report into the bin; not one that somebody else has changed. */
async function binned(
  folder: FileSystemDirectoryHandle,
  handle: FileSystemFileHandle | undefined,
  mark: Mark
): Promise<boolean> {
  const file = handle && (await fileOf(handle))
  if (!file) return false
  const bytes = new Uint8Array(await file.arrayBuffer())
  const hash = await hashOf(bytes)
  if (hash !== mark.hash && hash !== mark.sent) return false
  const bin = await folder.getDirectoryHandle(binName, { create: true })
  const taken = new Set<string>()
  for await (const name of bin.keys()) taken.add(sameName(name))
  const copy = await bin.getFileHandle(
    freeName(file.name, (name) => taken.has(sameName(name))),
    { create: true }
  )
  const stream = await copy.createWritable()
  await stream.write(bytes)
  await stream.close()
  try {
    await folder.removeEntry(file.name)
  } catch (error) {
    // One that cannot be taken out is not laid into the bin at every pass.
    await bin.removeEntry(copy.name).catch(() => undefined)
    throw error
  }
  return true
}
