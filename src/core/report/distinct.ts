import type { Report, Waiver } from './report.ts'

/**
 * Identities of a report from outside. Files that were merged by hand name two things alike; lists on
 * the screen, charts and quotes need to tell them apart.
 */

/** The parts that are lists, and those that have lists of such entries inside. */
type Listed = Exclude<
  { [Key in keyof Report]: Report[Key] extends readonly unknown[] ? Key : never }[keyof Report],
  undefined
>
/** A part in which two entries had one name, and that was put right. */
export type Mended = Listed | 'previous' | 'imported'

/** How the entries of each part are told apart; the same report where they are. */
const rules = {
  channels: (report) => ({ ...report, channels: apart(report.channels, 'id') }),
  metrics: (report) => ({ ...report, metrics: apart(report.metrics, 'id') }),
  charts: (report) => ({ ...report, charts: onceShown(apart(report.charts, 'id')) }),
  waivers: (report) => ({ ...report, waivers: oneEach(report.waivers) }),
  remarks: (report) => ({ ...report, remarks: apart(report.remarks, 'id') }),
  sources: (report) => ({ ...report, sources: apart(report.sources, 'id') }),
  previous(report) {
    const { previous } = report
    const metrics = apart(previous?.metrics ?? [], 'id')
    const isSame = !previous || metrics === previous.metrics
    return isSame ? report : { ...report, previous: { ...previous, metrics } }
  },
  imported(report) {
    const { imported } = report
    const findings = apart(imported?.findings ?? [], 'fingerprint')
    const isSame = !imported || findings === imported.findings
    return isSame ? report : { ...report, imported: { ...imported, findings } }
  }
} satisfies Record<Mended, (report: Report) => Report>

const mendable = Object.keys(rules).filter((key): key is Mended => Object.hasOwn(rules, key))

/** The report with identities that differ, and what was changed to that end; nothing else changes. */
export function distinct(report: Report): { readonly report: Report; readonly mended: Mended[] } {
  const made = Object.values(rules).reduce((now, rule) => rule(now), report)
  const mended = mendable.filter((part) => made[part] !== report[part])
  return { report: mended.length > 0 ? made : report, mended }
}

/**
 * The list with the later of two like-named entries renamed: a, a → a, a-2. What refers to the name
 * means the first. An entry that stands there twice word for word is one. The list itself where all
 * names differ.
 */
function apart<Key extends string, Item extends Readonly<Record<Key, string>>>(
  list: readonly Item[],
  key: Key
): readonly Item[] {
  const taken = new Set<string>(list.map((item) => item[key]))
  if (taken.size === list.length) return list
  const seen = new Map<string, number>()
  const said = new Set<string>()
  return list.flatMap((item) => {
    const name = item[key]
    const words = JSON.stringify(item)
    if (said.has(words)) return []
    said.add(words)
    let times = (seen.get(name) ?? 0) + 1
    while (times > 1 && taken.has(`${name}-${times}`)) times++
    seen.set(name, times)
    if (times === 1) return [item]
    taken.add(`${name}-${times}`)
    return [{ ...item, [key]: `${name}-${times}` }]
  })
}

/** A chart shows a figure once. */
function onceShown(charts: Report['charts']): Report['charts'] {
  const twice = charts.some(({ metrics }) => new Set(metrics).size < metrics.length)
  return twice
    ? charts.map((chart) => ({ ...chart, metrics: [...new Set(chart.metrics)] }))
    : charts
}

/** One waiver for a finding: of several the last, with the reasons of all. */
function oneEach(waivers: readonly Waiver[]): readonly Waiver[] {
  const each = new Map<string, Waiver>()
  for (const waiver of waivers) {
    const before = each.get(waiver.fingerprint)
    const reasons = [...new Set([before?.reason ?? waiver.reason, waiver.reason])]
    each.set(waiver.fingerprint, before ? { ...waiver, reason: reasons.join('；') } : waiver)
  }
  return each.size < waivers.length ? [...each.values()] : waivers
}
