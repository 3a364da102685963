import { idsAt, type Place } from '../../core/findings/finding.ts'
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

/** Two places meet in a cell, in their section or in their figure. */
const meet = (a: Place, b: Place): boolean =>
  a.kind === b.kind && idsAt(a).some((id) => idsAt(b).includes(id))

/**
 * What a finding is in the list, while its numbers change with every key: its rule and its place,
 * and which one of several that share both.
 */
export function keysOf(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>()
  return findings.map(({ rule, at }) => {
    const key = `${rule} ${idsAt(at)[0] ?? ''}`
    const before = seen.get(key) ?? 0
    seen.set(key, before + 1)
    return `${key} ${before}`
  })
}
