import type { Judged } from '../../../core/checks/summary.ts'
import { packVersion } from '../../../core/checks/pack.ts'
import { stateOf } from '../../../core/checks/state-of.ts'
import { validate } from '../../../core/checks/validate.ts'
import type { OwnWord } from '../../../core/findings/own-words.ts'
import { waivedFindings } from '../../../core/findings/waivers.ts'
import { openReport, type Opened } from '../../../core/report/migrate.ts'
import { yearsOf } from '../../../core/years/unusual.ts'
import type { Serve } from '../../../formats/threads/serve.ts'
import type { KeptText } from '../../../storage/saving/refused.ts'
import { refusedIn } from '../../report/kept.ts'

/** What there is to judge by, but for the report itself and its unit's earlier years. */
export interface Ground {
  /** `2026-01-18` */
  readonly today: string
  readonly own: readonly OwnWord[]
}

/** A stored report that is to be judged, and those of its unit's earlier years: as they are stored. */
export interface Case {
  readonly value: unknown
  /** What was refused in its fields and is kept beside it. */
  readonly kept: readonly KeptText[]
  readonly past: readonly unknown[]
}

/** What the thread is asked for. */
export type JudgingTasks = {
  /** A note for each case, in their order. */
  judge: { job: Ground & { readonly cases: readonly Case[] }; note: Judged; answer: null }
  /** Of the rules. */
  version: { job: null; note: never; answer: string }
}

/** Whatever is stored, judged as the editor would. */
export const judgingTasks: { readonly [N in keyof JudgingTasks]: Serve<JudgingTasks, N> } = {
  async judge({ cases, today, own }, tell) {
    const read = new Map<unknown, Opened>()
    const open = (value: unknown): Opened => {
      const opened = read.get(value) ?? openReport(value)
      read.set(value, opened)
      return opened
    }
    for (const { value, kept, past } of cases) {
      const opened = open(value)
      const years = past.map(open).flatMap((each) => (each.ok ? [each.report] : []))
      tell(judged(opened, kept, { today, own, history: yearsOf(years) }))
    }
    return null
  },
  version: async () => packVersion
}

function judged(
  opened: Opened,
  kept: readonly KeptText[],
  ground: Parameters<typeof validate>[1]
): Judged {
  if (!opened.ok) return { fate: 'refused', reason: opened.reason }
  const { report } = opened
  try {
    const findings = validate(report, { ...ground, refused: refusedIn(report, kept) })
    const { verdict, counts, sections } = stateOf(report, findings)
    return {
      fate: 'checked',
      verdict,
      begun: sections.some((section) => section.verdict !== 'empty'),
      counts,
      waived: waivedFindings(report, findings).length
    }
  } catch {
    return { fate: 'broken' }
  }
}
