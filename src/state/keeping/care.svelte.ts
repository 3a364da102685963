import {
  askForFirmness,
  firmness,
  notedDate,
  noteDate,
  type Firmness
} from '../../storage/database/firmness.ts'
import { keeping } from '../../storage/database/keeping.ts'
import { room, usageOf, type Room } from '../../storage/database/usage.ts'
import { backedUpAt } from '../../storage/saving/backup.ts'
import { followReports } from '../../storage/disk/shelf.ts'
import { browserOf, type Browser } from './browsers.ts'
import { Disk } from './disk.svelte.ts'
import { backupDue, putOffDays, type BackupReason } from './reminder.ts'

export type CountedUsage = Awaited<ReturnType<typeof usageOf>>

/** Little room is left: a warning comes before the first write that fails. */
const leastRoom = 50_000_000
const fullest = 0.9
/** How often the room and the age of the backup are looked at, in milliseconds. */
const often = 300_000

/** Whether a warning is due. */
const isNearlyFull = ({ used, quota }: Room): boolean =>
  quota - used < leastRoom || used / quota > fullest

/** What keeps the reports safe beyond the browser's database, while the app is open. */
export class Care {
  readonly disk: Disk = new Disk()
  /** Whether windows can take turns at a report. */
  readonly takesTurns: boolean = 'locks' in navigator
  readonly browser: Browser = browserOf(navigator.userAgent)
  /** How firmly the browser keeps what is stored. */
  firmness: Firmness = $state('unknown')
  room: Room | undefined = $state.raw()
  /** Why a backup is called for. */
  due: BackupReason | undefined = $state()
  /** What takes up room; counted when it is asked for. */
  usage: CountedUsage | undefined = $state.raw()
  /** When a report was stored last, in whatever window. */
  #changed: string | undefined

  /** Begins; until the returned function is called. */
  start = (): (() => void) => {
    const ends = [this.disk.start()]
    const following = followReports(this.#stored)
    const clock = setInterval(() => void this.look(), often)
    return () => {
      for (const end of ends) end()
      clearInterval(clock)
      void following.then((stop) => stop())
    }
  }

  /** Whether the browser deletes what is stored after a week without a visit. */
  get shortLived(): boolean {
    return this.browser === 'safari' && !isInstalled()
  }

  /** Whether nothing is kept beyond the page. */
  get inMemory(): boolean {
    return keeping() === 'memory'
  }

  /** Whether it soon cannot store any more. */
  get nearlyFull(): boolean {
    return this.room !== undefined && isNearlyFull(this.room)
  }

  /** Looks at the room, and at the age of the last backup. */
  look = async (): Promise<void> => {
    ;[this.firmness, this.room] = await Promise.all([firmness(), room()])
    try {
      const [last, began, putOff] = await Promise.all([
        backedUpAt(),
        notedDate('workBegan'),
        notedDate('reminderPutOff')
      ])
      const changed = this.#changed ? new Date(this.#changed) : undefined
      const { shortLived } = this
      const onDisk = this.disk.holdsAll
      this.due = backupDue({ now: new Date(), last, began, changed, putOff, onDisk, shortLived })
    } catch {
      // A database that does not answer is told elsewhere.
    }
  }

  /** The reminder comes again in a week; it goes once that is noted, whenever the page is left. */
  putOff = async (): Promise<void> => {
    await noteDate('reminderPutOff', new Date(Date.now() + putOffDays * 86_400_000))
    this.due = undefined
  }

  /** Asks the browser to keep everything for good. */
  ask = async (): Promise<void> => {
    this.firmness = await askForFirmness()
  }

  /** Counts what takes up room. */
  count = async (): Promise<void> => {
    this.room = await room()
    this.usage = await usageOf()
  }

  /** The first answer tells what is stored; a later one, that somebody works. */
  #stored = (newest: string | undefined): void => {
    const isFirst = this.#changed === undefined
    const isWork = this.#changed !== undefined && newest !== undefined && newest > this.#changed
    this.#changed = newest ?? ''
    if (isFirst) void this.look()
    this.disk.touch()
    if (isWork) void this.#begin()
  }

  /** Firefox asks the person: there it waits for a press. */
  async #begin(): Promise<void> {
    if (this.inMemory) return
    if (await notedDate('workBegan').catch(() => new Date())) return
    await noteDate('workBegan', new Date())
    if (this.browser !== 'firefox') await this.ask()
  }
}

/** Whether it was put on the home screen or in the dock, where it is no longer a page among others. */
const isInstalled = (): boolean => window.matchMedia('(display-mode: standalone)').matches
