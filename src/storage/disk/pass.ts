import { permissionOf, type Trouble } from './access.ts'
import { bindings, forgetFile, keepFile, type Bindings, type BoundFile } from './bindings.ts'
import { fileOf } from './files.ts'
import { keepFolderUp, type NewFile, type Shelf, type PassListener } from './folder.ts'
import { keepUp, type ReportFile } from './place.ts'
import { shelf } from './shelf.ts'
import type { Report } from '../../core/report/report.ts'

/** How what is bound stands after a pass over it. */
export interface Passed {
  readonly folder:
    | {
        readonly name: string
        /** `asleep`: a press has to ask for the permission again. */
        readonly state: 'kept' | 'asleep' | Trouble
        /** Files that somebody laid into it; only of a pass that looks at all. */
        readonly news?: readonly NewFile[]
      }
    | undefined
  /** Own files of reports that may not be used until a press has asked, by the report. */
  readonly asleep: readonly string[]
  readonly bound: Bindings
}

/**
 * One pass over all that is bound: what was stored since is written; with `all` every file is looked
 * at for what others have done to it.
 */
export async function passOver(
  fileFor: (report: Report) => Promise<ReportFile>,
  listener: PassListener,
  all: boolean
): Promise<Passed> {
  const bound = await bindings()
  if (!bound.folder && !bound.files.length) return { folder: undefined, asleep: [], bound }
  const library = await shelf(fileFor)
  const asleep: string[] = []
  for (const file of bound.files) {
    if ((await permissionOf(file.handle)) === 'prompt') asleep.push(file.reportId)
    else await passFile(file, library, listener, all)
  }
  return { folder: await passFolder(bound, library, listener, all), asleep, bound }
}

async function passFolder(
  { folder, marks }: Bindings,
  library: Shelf,
  listener: PassListener,
  all: boolean
): Promise<Passed['folder']> {
  if (!folder) return undefined
  const { name } = folder.handle
  const permission = await permissionOf(folder.handle)
  if (permission === 'prompt') return { name, state: 'asleep' }
  if (permission === 'denied') return { name, state: 'denied' }
  const state = await keepFolderUp(folder, marks, library, listener, all)
  if (!state.ok) return { name, state: state.trouble }
  return { name, state: 'kept', ...(state.news && { news: state.news }) }
}

/** The file of a deleted report is left as it is, and bound no more. */
async function passFile(
  { reportId, handle, mark }: BoundFile,
  library: Shelf,
  { onStanding, onGone }: PassListener,
  all: boolean
): Promise<void> {
  if (!library.has(reportId)) {
    await forgetFile(reportId)
    onGone(reportId)
    return
  }
  if (mark && mark.updatedAt === library.stamps.get(reportId)) {
    if (!all) return
    const file = await fileOf(handle).catch(() => undefined)
    if (file && file.size === mark.size && file.lastModified === mark.modified) {
      onStanding({ kind: 'file', reportId, name: handle.name, state: 'same' })
      return
    }
  }
  const stored = await library.get(reportId)
  if (!stored) return
  const place = {
    kind: 'file' as const,
    mark,
    handle,
    create: () => Promise.resolve(handle),
    note: (next: NonNullable<typeof mark>) => keepFile({ reportId, handle, mark: next })
  }
  onStanding(await keepUp(place, stored, await library.fileFor(stored)))
}
