import type { Report, Waiver } from './report.ts'

/**
 * Identities of a report from outside. Files that were merged by hand name two things alike; lists on
 * the screen, charts and quotes need to tell them apart.
 */

/** The parts of a report whose entries have names of their own. */
const parts = [
  'channels',
  'metrics',
  'charts',
  'waivers',
  'remarks',
  'sources',
  'previous',
  'imported'
] as const

/** A part in which two entries had one name, and that was put right. */
export type Mended = (typeof parts)[number]

/** The report with identities that differ, and what was changed to that end; nothing else changes. */
export function distinct(report: Report): { readonly report: Report; readonly mended: Mended[] } {
  const { previous, imported } = report
  const metrics = previous ? apart(previous.metrics, 'id') : []
  const findings = imported ? apart(imported.findings, 'fingerprint') : []
  const made: Report = {
    ...report,
    channels: apart(report.channels, 'id'),
    metrics: apart(report.metrics, 'id'),
    charts: onceShown(apart(report.charts, 'id')),
    waivers: oneEach(report.waivers),
    remarks: apart(report.remarks, 'id'),
    sources: apart(report.sources, 'id'),
    ...(previous && metrics !== previous.metrics && { previous: { ...previous, metrics } }),
    ...(imported && findings !== imported.findings && { imported: { ...imported, findings } })
  }
  const mended = parts.filter((part) => made[part] !== report[part])
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
