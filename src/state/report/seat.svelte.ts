import { isRecord } from '../../core/report/json.ts'
import { openReport } from '../../core/report/migrate.ts'
import type { Report } from '../../core/report/report.ts'
import { openStored, openAlong, type Opening } from '../../storage/saving/opening.ts'
import { lastSaved } from '../../storage/saving/aside.ts'
import { listen, type Message } from '../../storage/windows/channel.ts'
import { followReport } from '../../storage/windows/following.ts'
import { leaseOf, takeLease, type Holder, type Lease } from '../../storage/windows/lease.ts'

/** How long a window waits for another that may have asked before it, in milliseconds. */
const courtesy = 600

/**
 * Why this window only reads along. `elsewhere`: another edits the report. `handed`: it asked for it,
 * and this one saved and handed it over. `lost`: it took it, for this one had not answered; what was
 * not saved here lies aside. `removed`: the report was deleted meanwhile. `handing`: it is
 * saved here for the last time. `taking`: this window has asked for it and waits.
 */
export type ReadingAlong = 'elsewhere' | 'handed' | 'lost' | 'removed' | 'handing' | 'taking'

type Taking = (id: string, holder: Holder) => Promise<Lease | undefined>

/** What a window does as it begins and ends to edit. */
interface Occupant {
  /** Ends editing. What is not stored lies aside after; `mayWrite`: a last save is tried before. */
  readonly stop: (mayWrite: boolean) => Promise<void>
  /** Begins to edit what was opened. */
  readonly begin: (opening: Extract<Opening, { ok: true }>) => void
  /** Shows what another window has stored. */
  readonly show: (stored: Report) => void
  /** While it edits: what is stored by now, whoever stored it. */
  readonly met: (stored: unknown) => void
}

/**
 * Whether this window edits its report or reads along while another one does; one of them edits at a
 * time. A window that reads along shows each state as it is stored, and can take over.
 */
export class Seat {
  readonly #id: string
  #reading: ReadingAlong | undefined = $state.raw()
  #lease: Lease | undefined
  #occupant: Occupant | undefined
  #unfollow: (() => void) | undefined
  /** The last one shown. */
  #shown: Pick<Report, 'rev' | 'updatedAt'> | undefined
  readonly #deafen: () => void
  #attempt: Promise<void> = Promise.resolve()
  /** What was asked of this window while it was taking over. */
  #due: 'handed' | 'lost' | undefined
  #closed = false

  private constructor(id: string) {
    this.#id = id
    this.#deafen = listen(this.#heard)
  }

  /** A seat at a report, and the report as it is opened there. */
  static async at(id: string): Promise<{ readonly seat: Seat; readonly opening: Opening }> {
    // The one this window left a moment ago may be of the same report.
    await lastSaved()
    const seat = new Seat(id)
    seat.#lease = await leaseOf(id, seat.#holder)
    if (!seat.#lease) seat.#reading = 'elsewhere'
    const opening = seat.#lease ? await openStored(id) : await openAlong(id)
    if (!opening.ok) seat.close()
    return { seat, opening }
  }

  /** Why this window only reads along; undefined where it edits. */
  get reading(): ReadingAlong | undefined {
    return this.#reading
  }

  /** Who sits here, with the report that was opened. */
  occupy(occupant: Occupant, opened: Report): void {
    this.#occupant = occupant
    this.#follow(opened)
  }

  /** Edits here what another window edits: that one saves, hands over and reads along. */
  takeOver = (): Promise<void> => this.#next(takeLease)

  /** Edits here if no window edits the report any more. */
  takeFree = (): Promise<void> => this.#next(leaseOf)

  /** One attempt after another. */
  #next(lease: Taking): Promise<void> {
    this.#attempt = this.#attempt.then(() => this.#take(lease))
    return this.#attempt
  }

  async #take(lease: Taking): Promise<void> {
    const before = this.#reading
    if (!before || before === 'taking' || before === 'removed' || before === 'handing') return
    if (lease === takeLease) this.#reading = 'taking'
    const taken = await lease(this.#id, this.#holder)
    if (!taken) {
      if (this.#reading === 'taking') this.#reading = before
      return
    }
    this.#reading = 'taking'
    const opening = await openStored(this.#id)
    if (opening.ok && !this.#closed) {
      this.#lease = taken
      this.#occupant?.begin(opening)
      this.#reading = undefined
      if (this.#due) void this.#give(this.#due)
      return
    }
    taken.end()
    this.#due = undefined
    this.#reading = !opening.ok && opening.reason === 'missing' ? 'removed' : before
  }

  /** The report leaves the screen: another window may edit it at once. */
  close(): void {
    this.#closed = true
    this.#unfollow?.()
    this.#deafen()
    this.#lease?.end()
  }

  /** The window that edited has ended: whoever asked for it goes first, then one that is seen. */
  #heard = (message: Message): void => {
    if (message.kind !== 'given' || message.report !== this.#id) return
    setTimeout(() => {
      if (!this.#closed && document.visibilityState === 'visible') void this.takeFree()
    }, courtesy)
  }

  readonly #holder = {
    onAsked: (): void => void this.#give('handed'),
    onLost: (): void => void this.#give('lost')
  }

  async #give(why: 'handed' | 'lost'): Promise<void> {
    this.#due = this.#reading === 'taking' ? why : undefined
    if (this.#reading || this.#closed) return
    this.#reading = 'handing'
    await this.#occupant?.stop(why === 'handed')
    this.#lease?.end()
    this.#lease = undefined
    this.#reading = why
    // Anew: what was stored since may have been told while it was not for this window to show.
    if (!this.#closed) this.#follow()
  }

  #follow(shown?: Report): void {
    this.#shown = shown
    this.#unfollow?.()
    this.#unfollow = followReport(this.#id, this.#met)
  }

  #met = (stored: unknown): void => {
    if (!this.#reading) return this.#occupant?.met(stored)
    if (this.#reading === 'taking' || this.#reading === 'handing') return
    if (stored === undefined) this.#reading = 'removed'
    else if (this.#reading === 'removed') this.#reading = 'elsewhere'
    const { rev, updatedAt } = isRecord(stored) ? stored : {}
    if (rev === this.#shown?.rev && updatedAt === this.#shown?.updatedAt) return
    const found = openReport(stored)
    if (!found.ok) return
    this.#shown = found.report
    this.#occupant?.show(found.report)
  }
}
