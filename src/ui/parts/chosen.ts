import type { Place } from '../../core/findings/finding.ts'
import { isOfSums, type Finding } from '../../core/checks/finding.ts'

/**
 * The chosen finding as it stands now. While its cell is being corrected its numbers change, and
 * with them its fingerprint: then it is the one of the same kind about the same place. Undefined
 * when it is settled.
 */
export function stillChosen(
  chosen: Finding | undefined,
  findings: readonly Finding[]
): Finding | undefined {
  if (!chosen) return undefined
  return (
    findings.find(({ fingerprint }) => fingerprint === chosen.fingerprint) ??
    findings.find((finding) => kin(finding, chosen) && meet(finding.at, chosen.at))
  )
}

/** Broken sums turn into each other while a number in them is typed. */
const kin = (a: Finding, b: Finding): boolean => a.rule === b.rule || (isOfSums(a) && isOfSums(b))

function meet(a: Place, b: Place): boolean {
  if (a.kind === 'cells' && b.kind === 'cells') {
    return a.fields.some((field) => b.fields.includes(field))
  }
  if (a.kind === 'text' && b.kind === 'text') return a.section === b.section
  return a.kind === 'metric' && b.kind === 'metric' && a.id === b.id
}

/**
 * What a finding is in the list, while its numbers change with every key: its rule and its place,
 * and which one of several that share both.
 */
export function keysOf(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>()
  return findings.map(({ rule, at }) => {
    const key = `${rule} ${placeOf(at)}`
    const before = seen.get(key) ?? 0
    seen.set(key, before + 1)
    return `${key} ${before}`
  })
}

function placeOf(at: Place): string {
  switch (at.kind) {
    case 'cells':
      return at.fields[0] ?? ''
    case 'text':
      return at.section
    case 'metric':
      return at.id
    case 'report':
      return ''
  }
}
