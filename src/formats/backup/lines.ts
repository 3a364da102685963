import { fingerprint } from '../../core/findings/finding.ts'
import { jsonValue } from '../../core/report/json.ts'

/** The name of the one entry of the archive that a backup is. */
export const entryName = '年报台备份.txt'

/**
 * One line of a backup: a value as JSON and, behind a tab, which JSON never has, a fingerprint of it.
 * A byte that was changed on the way, in a number too, is so never taken for what was backed up.
 */
export function backupLine(value: unknown): string {
  const json = JSON.stringify(value)
  return `${json}\t${fingerprint(json)}\n`
}

/** The value of a line; undefined where it is damaged. */
export function backupValue(line: string): unknown {
  const tab = line.lastIndexOf('\t')
  const json = line.slice(0, Math.max(0, tab))
  return fingerprint(json) === line.slice(tab + 1) ? jsonValue(json) : undefined
}
