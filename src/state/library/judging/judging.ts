import type { Judged, Summary } from '../../../core/checks/summary.ts'
import { dayOf } from '../../../core/duties/deadlines.ts'
import { openThreads } from '../../../formats/threads/threads.ts'
import { storedWords } from '../../../storage/reports/own-words.ts'
import { keepJudgements, storedOf, type Judgement } from '../../../storage/reports/summaries.ts'
import { keptRefused } from '../../../storage/saving/refused.ts'
import { dueIn, type Due } from './due.ts'
import type { Ground, JudgingTasks, judgingTasks } from './judge.ts'

/** Reports given to the thread at one go: what it is given, the page has to read and copy. */
const batch = 20
/** A report that the rules need longer for, in milliseconds, is left unjudged. */
const longest = 5000
/** What is judged is stored at once, and then as often as this: each time the list is read anew. */
const pause = 400

/** What is known of the library at the moment. */
interface Known {
  readonly summaries: readonly Summary[]
  /** The reports that can be seen: they come first. */
  readonly seen: ReadonlySet<string>
}

/**
 * Judges the reports of the library beside the page, as long as there are any whose summaries have no
 * judgement of today. One that takes too long is named so and holds up no other. Call what is returned
 * whenever the library, or what is seen of it, is another.
 */
export function startJudging(isOver: () => boolean): (known: Known) => void {
  /** What was judged here by what, stored or not: nothing is judged by the same twice. */
  const judgedBy = new Map<string, string>()
  let known: Known | undefined
  let changed = false
  let running: Promise<void> | undefined

  const run = async (): Promise<void> => {
    const own = await storedWords().catch(() => [])
    const version = await versionOfRules()
    const keep = keeper()
    let due: Due[] = []
    while (!isOver()) {
      const today = dayOf(new Date())
      if (changed && known) {
        const ground = [today, version, JSON.stringify(own)].join(' ')
        const beside = (id: string): string => JSON.stringify(keptRefused(id))
        due = dueIn(known.summaries, ground, known.seen, beside)
        changed = false
      }
      due = due.filter(({ of, by }) => judgedBy.get(of.id) !== by)
      const next = due.slice(0, batch)
      for (const { of, by } of next) judgedBy.set(of.id, by)
      if (next.length) await keep(await judgementsOf(next, { today, own }))
      else if (!(await keep([], true)) && !changed) return
    }
  }
  return (now) => {
    known = now
    changed = true
    running ??= run()
      // Without a database there is nothing to judge; the list says so.
      .catch(() => undefined)
      .finally(() => (running = undefined))
  }
}

/** Stores judgements now and then; `all`: the last, too. Whether anything was stored. */
function keeper(): (judgements: readonly Judgement[], all?: boolean) => Promise<boolean> {
  let waiting: Judgement[] = []
  let last = 0
  return async (judgements, all = false) => {
    waiting.push(...judgements)
    if (!waiting.length || (!all && Date.now() - last < pause)) return false
    const kept = waiting
    waiting = []
    await keepJudgements(kept)
    last = Date.now()
    return true
  }
}

/** Set where no thread can be had. */
let threadless = false

const ask = openThreads<JudgingTasks>(() => {
  try {
    return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  } catch (error) {
    threadless = true
    throw error
  }
})

/** The rules in the page itself, which waits for them. */
const here = async (): Promise<typeof judgingTasks> => (await import('./judge.ts')).judgingTasks

/** The version of the rules. */
async function versionOfRules(): Promise<string> {
  const asked = await ask('version', null)
  if (asked.ok) return asked.answer
  threadless = true
  return (await here()).version(null, () => undefined)
}

/** Judges what is due; of what took too long it says so. */
async function judgementsOf(due: readonly Due[], ground: Ground): Promise<Judgement[]> {
  const stored = await storedOf([...new Set(due.flatMap(({ of, past }) => [of.id, ...past]))])
  const cases = due.map(({ of, past }) => ({
    value: stored.get(of.id),
    kept: keptRefused(of.id),
    past: past.map((id) => stored.get(id))
  }))
  const made: Judgement[] = []
  const note = (judged: Judged): void => {
    const one = due[made.length]
    if (one) made.push({ of: one.of, by: one.by, judged })
  }
  while (made.length < due.length) {
    const left = cases.slice(made.length)
    if (threadless) {
      await (await here()).judge({ ...ground, cases: left.slice(0, 1) }, note)
      await new Promise((resolve) => setTimeout(resolve))
    } else if (!(await judgedInTime({ ...ground, cases: left }, note))) note({ fate: 'slow' })
  }
  return made
}

/** Judges cases in the thread, until one takes too long; whether none did. */
async function judgedInTime(
  job: JudgingTasks['judge']['job'],
  onNote: (judged: Judged) => void
): Promise<boolean> {
  const limit = new AbortController()
  const end = (): void => limit.abort()
  let clock = setTimeout(end, longest)
  const { ok } = await ask('judge', job, {
    signal: limit.signal,
    onNote: (judged) => {
      clearTimeout(clock)
      clock = setTimeout(end, longest)
      onNote(judged)
    }
  })
  clearTimeout(clock)
  return ok
}
