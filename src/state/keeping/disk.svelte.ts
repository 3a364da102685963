import type { Difference } from '../../core/versions/compare.ts'
import { openReport } from '../../core/report/migrate.ts'
import { takeTheirs } from '../../core/versions/merge.ts'
import type { Report } from '../../core/report/report.ts'
import { fileName, writers } from '../../formats/index.ts'
import {
  askPermission,
  canBind,
  pickFile,
  pickFolder,
  type Trouble
} from '../../storage/disk/access.ts'
import {
  bindings,
  forgetFile,
  forgetFolder,
  keepFile,
  keepFolder,
  keepMark,
  type Bindings
} from '../../storage/disk/bindings.ts'
import type { Mark } from '../../storage/disk/changes.ts'
import type { NewFile } from '../../storage/disk/folder.ts'
import { passOver, type Passed } from '../../storage/disk/pass.ts'
import type { FileStanding } from '../../storage/disk/place.ts'
import { getReport, sameContent, saveReport } from '../../storage/reports/reports.ts'
import { noteKnown } from '../../storage/past/known.ts'
import { takeSnapshot } from '../../storage/past/snapshots.ts'
import { keptAsFile } from './exchange.ts'
import { Turn } from './turn.ts'

export type { FileStanding, Trouble }

/** What became of a choice between a file and the report here. */
export type FileChoice = 'done' | 'conflict' | 'failed'

const nothingBound = { folder: undefined, files: [] }
/** So many files that nobody wanted are remembered. */
const mostPassed = 1000

/** How often every file is looked at while the page is seen, in milliseconds. */
const look = 60_000
/** Writes after this much quiet, and at the latest after `patience`. */
const quiet = 3_000
const patience = 15_000

/**
 * What is bound to the disk: kept up to date while a page of the app is seen, by one window at a
 * time, and never written over when somebody else has changed it. Long, for binding, following and
 * settling are about the same few facts.
 */
export class Disk {
  readonly able: boolean = canBind()
  folder: Passed['folder'] = $state.raw()
  /** Reports that have a file of their own. */
  files: Bindings['files'] = $state.raw([])
  /** Those of them that may not be used until a press has asked. */
  asleep: readonly string[] = $state.raw([])
  /** Files that somebody laid into the folder, and that nobody has decided on. */
  news: readonly NewFile[] = $state.raw([])
  /** How every file stands that was looked at since the page was opened. */
  standings: ReadonlyMap<string, FileStanding> = $state.raw(new Map())
  /** When all was looked at last. */
  lookedAt: Date | undefined = $state.raw()
  /** How many files were written or looked at in a pass that takes long. */
  progress: number | undefined = $state()
  /** What is asked for next: the files of reports that were stored, or all. */
  #wish: 'stored' | 'all' | undefined
  #passing: Promise<void> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #firstTouch = 0
  #mine: boolean = $state(false)
  #turn = new Turn('nianbao.disk', (mine) => {
    this.#mine = mine
    if (mine) void this.#pass('all')
  })

  /** Begins to follow; until the returned function is called. */
  start = (): (() => void) => {
    if (!this.able) return () => undefined
    const ending = new AbortController()
    const { signal } = ending
    const seen = (): void => {
      const isSeen = () => document.visibilityState === 'visible'
      if (isSeen()) return this.#turn.want()
      // What waits for a quiet moment is written before another window may take over.
      void this.#pass('stored').then(() => {
        if (!isSeen()) this.#turn.leave()
      })
    }
    document.addEventListener('visibilitychange', seen, { signal })
    window.addEventListener('focus', () => void this.#pass('all'), { signal })
    const clock = setInterval(() => void this.#pass('all'), look)
    void this.#show().then(seen)
    return () => {
      ending.abort()
      clearInterval(clock)
      clearTimeout(this.#timer)
      this.#turn.leave()
    }
  }

  /** Whether this window does it; otherwise another one that is seen. */
  get mine(): boolean {
    return this.#mine
  }

  /** Whether anything is bound. */
  get isBound(): boolean {
    return this.folder !== undefined || this.files.length > 0
  }

  /** Files that somebody has to decide on. */
  get matters(): readonly FileStanding[] {
    return [...this.standings.values()].filter(({ state }) => state !== 'same')
  }

  /** Whether a press has to ask for the permission. */
  get mustAsk(): boolean {
    return this.folder?.state === 'asleep' || this.asleep.length > 0
  }

  /** Whether the folder holds the whole library as it is stored, as far as this window knows. */
  get holdsAll(): boolean {
    return this.folder?.state === 'kept' && this.matters.length === 0
  }

  /** Lets a person choose the folder of the library; undefined where nothing was chosen. */
  bindFolder = async (): Promise<'done' | Trouble | undefined> => {
    const picked = await pickFolder()
    if (!picked.ok) return picked.reason === 'cancelled' ? undefined : picked.reason
    return this.#bind(async () => {
      const { folder } = await bindings()
      const isOther = folder && !(await folder.handle.isSameEntry(picked.handle))
      if (isOther) await this.#letGoOfFolder()
      await keepFolder({ handle: picked.handle, passed: folder?.passed ?? [] })
    })
  }

  /** Lets a person choose the file of a report. */
  bindFile = async (reportId: string): Promise<'done' | Trouble | undefined> => {
    const report = await getReport(reportId).catch(() => undefined)
    if (!report) return 'failed'
    const picked = await pickFile(fileName(report, writers.json.ending))
    if (!picked.ok) return picked.reason === 'cancelled' ? undefined : picked.reason
    return this.#bind(() => keepFile({ reportId, handle: picked.handle }))
  }

  /** What a stored report is called; undefined where it cannot be opened. */
  titleOf = async (
    reportId: string
  ): Promise<{ readonly unit: string; readonly year: number } | undefined> => {
    const report = await getReport(reportId).catch(() => undefined)
    return report && { unit: report.unit.name, year: report.year }
  }

  unbindFolder = (): Promise<'done' | 'failed'> => this.#done(this.#letGoOfFolder)

  unbindFile = (reportId: string): Promise<'done' | 'failed'> =>
    this.#done(async () => {
      await forgetFile(reportId)
      this.#drop((one) => one.kind === 'file' && one.reportId === reportId)
    })

  /** Asks for the permissions that a restart has taken; only in answer to a press. */
  resume = async (): Promise<void> => {
    const { folder, files } = await bindings().catch(() => nothingBound)
    const handles = [
      ...(folder && this.folder?.state !== 'kept' ? [folder.handle] : []),
      ...files.filter(({ reportId }) => this.asleep.includes(reportId)).map(({ handle }) => handle)
    ]
    for (const handle of handles) await askPermission(handle)
    await this.again()
  }

  /** Looks at all again, in this window. */
  again = async (): Promise<void> => {
    await this.#turn.take()
    await this.#pass('all')
  }

  /** The state here of a report whose file says something else. */
  stored = ({ reportId }: FileStanding): Promise<Report | undefined> =>
    getReport(reportId).catch(() => undefined)

  /** The file was right: its content becomes the report. The state before is kept as a snapshot. */
  takeFile = async (standing: FileStanding): Promise<FileChoice> => {
    const { theirs } = standing
    const mine = await this.stored(standing)
    if (!theirs || !mine) return 'failed'
    return this.#settle(standing, mine, theirs, () => theirs)
  }

  /** The report here was right: it is written. What the file says is kept as a snapshot. */
  keepMine = async (standing: FileStanding): Promise<FileChoice> => {
    const { theirs, seen } = standing
    if (!theirs || !seen) return 'failed'
    try {
      await takeSnapshot(theirs, 'conflict')
    } catch {
      return 'failed'
    }
    await this.#see(standing, '')
    return 'done'
  }

  /** Some of the file was right; the chosen differences are taken, and the result is written. */
  merge = async (
    standing: FileStanding,
    mine: Report,
    chosen: readonly Difference[]
  ): Promise<FileChoice> => {
    const { theirs } = standing
    if (!theirs) return 'failed'
    return this.#settle(standing, mine, theirs, () => takeTheirs(mine, theirs, chosen))
  }

  /** The new files are on their way to the import, or not wanted: they are not told again. */
  passNews = (): Promise<'done' | 'failed'> =>
    this.#done(async () => {
      const { folder } = await bindings()
      const keys = this.news.map(({ key }) => key)
      const passed = [...(folder?.passed ?? []), ...keys].slice(-mostPassed)
      if (folder) await keepFolder({ ...folder, passed })
      this.news = []
    })

  async #settle(
    standing: FileStanding,
    mine: Report,
    theirs: Report,
    result: () => Report
  ): Promise<FileChoice> {
    try {
      await takeSnapshot(mine, 'merge')
    } catch {
      return 'failed'
    }
    const opened = openReport(result())
    if (!opened.ok) return 'failed'
    const next = opened.report
    const saved = await saveReport(next, mine.rev, { above: theirs.rev })
    if (!saved.ok) return saved.reason === 'conflict' ? 'conflict' : 'failed'
    noteKnown(theirs)
    const isTheirs = sameContent(next, theirs)
    await this.#see(standing, isTheirs ? saved.report.updatedAt : '')
    return 'done'
  }

  /**
   * What the file says has been seen; it agrees with the state of the report of that time. Where that
   * cannot be noted, the next pass asks again.
   */
  async #see({ kind, reportId, seen }: FileStanding, updatedAt: string): Promise<void> {
    if (seen) {
      const mark: Mark = { ...seen, updatedAt }
      const own = this.files.find((file) => file.reportId === reportId)
      await this.#done(async () => {
        if (kind === 'folder') await keepMark(reportId, mark)
        else if (own) await keepFile({ ...own, mark })
      })
    }
    await this.again()
  }

  async #bind(keep: () => Promise<void>): Promise<'done' | Trouble> {
    const bound = await this.#done(keep)
    if (bound === 'done') await this.again()
    return bound
  }

  #letGoOfFolder = async (): Promise<void> => {
    await forgetFolder()
    this.news = []
    this.#drop(({ kind }) => kind === 'folder')
  }

  /** What is bound is changed, if the database does it, and shown. */
  async #done(change: () => Promise<void>): Promise<'done' | 'failed'> {
    try {
      await change()
    } catch {
      return 'failed'
    }
    await this.#show()
    return 'done'
  }

  /** What is bound, before a pass has looked at it. */
  async #show(): Promise<void> {
    const { folder, files } = await bindings().catch(() => nothingBound)
    this.files = files
    this.folder = folder && { name: folder.handle.name, state: this.folder?.state ?? 'kept' }
  }

  /** Tells that reports were stored: their files follow after a quiet moment. */
  touch = (): void => {
    if (!this.isBound) return
    const now = Date.now()
    if (this.#timer === undefined) this.#firstTouch = now
    clearTimeout(this.#timer)
    const wait = Math.max(0, Math.min(quiet, this.#firstTouch + patience - now))
    this.#timer = setTimeout(() => void this.#pass('stored'), wait)
  }

  #drop(unwanted: (standing: FileStanding) => boolean): void {
    this.standings = new Map([...this.standings].filter(([, standing]) => !unwanted(standing)))
  }

  /** One pass after the other; what is wished for meanwhile comes with the next. */
  #pass(wish: 'stored' | 'all'): Promise<void> {
    if (!this.#turn.mine) return Promise.resolve()
    if (wish === 'all' || !this.#wish) this.#wish = wish
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#passing ??= this.#passes().finally(() => (this.#passing = undefined))
    return this.#passing
  }

  async #passes(): Promise<void> {
    while (this.#wish) {
      const all = this.#wish === 'all'
      this.#wish = undefined
      const standings = new Map(this.standings)
      const onStanding = (standing: FileStanding): void => {
        standings.set(`${standing.kind} ${standing.reportId}`, standing)
        this.progress = (this.progress ?? 0) + 1
      }
      const onGone = (id: string): void => {
        for (const kind of ['file', 'folder']) standings.delete(`${kind} ${id}`)
      }
      try {
        const passed = await passOver(keptAsFile, { onStanding, onGone }, all)
        this.folder = passed.folder
        this.files = passed.bound.files
        this.asleep = passed.asleep
        this.standings = standings
        if (passed.folder?.news) this.news = passed.folder.news
        if (all) this.lookedAt = new Date()
      } catch {
        // The database does not answer: the next pass will tell, and the editor tells already.
      }
      this.progress = undefined
    }
  }
}
