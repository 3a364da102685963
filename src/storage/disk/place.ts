import type { Report } from '../../core/report/report.ts'
import type { PlaceKind } from '../database/db.ts'
import { noteOnDisk } from '../past/known.ts'
import { troubleOf, type Trouble } from './access.ts'
import { fateOf, type FileFate, type Mark } from './changes.ts'
import { contentIn, hashOf, replaceContent, saidBy, type Content } from './files.ts'

/** A report as the file that is written. */
export interface ReportFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Where one report is kept. */
export interface DiskPlace {
  readonly kind: PlaceKind
  readonly mark: Mark | undefined
  /** The file; undefined where it is not there. */
  readonly handle: FileSystemFileHandle | undefined
  /** Makes one where there is none. */
  readonly create: () => Promise<FileSystemFileHandle>
  /** Keeps what is known of it. */
  readonly note: (mark: Mark) => Promise<void>
}

/** How a report's file stands, for the screen. */
export interface FileStanding {
  readonly kind: DiskPlace['kind']
  readonly reportId: string
  /** Of the file. */
  readonly name: string
  readonly state: Exclude<FileFate, 'write' | 'agreed'> | Trouble
  /** What the file says, where somebody has to choose. */
  readonly theirs?: Report
  /** What is known of it once somebody has. */
  readonly seen?: Mark
}

/**
 * Brings the file of a report up to date, if nobody else has changed it. Before the writing the file
 * is read, and that we write is noted, so that a writing cut off is known as our own afterwards.
 */
export async function keepUp(
  place: DiskPlace,
  stored: Report,
  file: ReportFile
): Promise<FileStanding> {
  const { kind, mark, note } = place
  const here = { reportId: stored.id, kind, name: place.handle?.name ?? mark?.name ?? file.name }
  try {
    const content = place.handle && (await contentIn(place.handle))
    // An empty file, as a file dialog makes it, says nothing that could be lost.
    const there = content?.size ? content : undefined
    const fate = fateOf(mark, stored, there && { hash: there.hash, said: saidBy(there, stored) })
    const known = (content: Omit<Content, 'report'>, updatedAt: string): Mark => ({
      name: here.name,
      wanted: mark?.wanted ?? file.name,
      updatedAt,
      hash: content.hash,
      size: content.size,
      modified: content.modified
    })
    if (fate === 'write') {
      const hash = await hashOf(file.bytes)
      const before = { hash: mark?.hash ?? '', size: -1, modified: 0 }
      await note({ ...known(there ?? before, mark?.updatedAt ?? ''), sent: hash })
      const handle = there && place.handle ? place.handle : await place.create()
      // Somebody laid one there since the folder was listed: it is judged like any other.
      if (!place.handle && (await contentIn(handle))?.size) {
        return await keepUp({ ...place, handle }, stored, file)
      }
      const written = await replaceContent(handle, file.bytes, hash)
      await note({ ...known({ hash, ...written }, stored.updatedAt), name: handle.name })
      await noteOnDisk(stored, kind)
      return { ...here, name: handle.name, state: 'same' }
    }
    if (there && fate === 'agreed') {
      await note(known(there, stored.updatedAt))
      await noteOnDisk(stored, kind)
    }
    // The same bytes with another time: it need not be read again.
    if (there && fate === 'same' && mark?.modified !== there.modified) {
      await note(known(there, stored.updatedAt))
    }
    if (fate === 'same' || fate === 'agreed') return { ...here, state: 'same' }
    return {
      ...here,
      state: fate,
      ...(fate !== 'foreign' &&
        there?.report && { theirs: there.report, seen: known(there, mark?.updatedAt ?? '') })
    }
  } catch (error) {
    return { ...here, state: troubleOf(error) }
  }
}
