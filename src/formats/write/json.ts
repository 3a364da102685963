import * as v from 'valibot'
import { version } from '../../../package.json'
import { fields } from '../../core/form/form.ts'
import { proofOf, type Proof } from '../../core/checks/proof.ts'
import type { RefusedText } from '../../core/findings/rule.ts'
import { reportSchema, type Report } from '../../core/report/report.ts'
import { validate } from '../../core/checks/validate.ts'
import { sha256OfText } from '../source/sha256.ts'

/**
 * What the exchange file says of its checks. `refused`: what stands in fields and is no number; no file
 * has it, and the checks count it.
 */
export const proofFor = (report: Report, refused: readonly RefusedText[] = []): Proof =>
  proofOf(report, validate(report, { refused }), { app: version, sha256: sha256OfText })

/** The exchange file with its certificate of checks: what offices send each other. */
export const exchangeFile = (report: Report, refused?: readonly RefusedText[]): string =>
  writeJson({ ...report, proof: proofFor(report, refused) })

/**
 * The exchange file: UTF-8, two spaces, keys in the order of the schema, so that two
 * exports of the same report are the same bytes. A report that the schema would refuse is written
 * all the same, as it is: an export is the last way to save somebody's work.
 */
export function writeJson(report: Report): string {
  const parsed = v.safeParse(reportSchema, { ...report, notes: inFormOrder(report.notes) })
  return JSON.stringify(parsed.success ? parsed.output : report, null, 2) + '\n'
}

/** Remarks in the order of the form, whatever order they were written in. */
function inFormOrder(notes: Report['notes']): Report['notes'] {
  const known = new Set<string>(fields)
  return Object.fromEntries([
    ...fields.flatMap((field) => (notes[field] === undefined ? [] : [[field, notes[field]]])),
    ...Object.entries(notes).filter(([field]) => !known.has(field))
  ])
}
