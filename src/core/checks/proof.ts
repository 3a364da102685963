import * as v from 'valibot'
import { canonical } from '../report/canonical.ts'
import type { Finding } from './finding.ts'
import type { Report } from '../report/report.ts'
import { packVersion } from './pack.ts'
import { stateOf, verdicts } from './state-of.ts'
import { waivedFindings } from '../findings/waivers.ts'

/**
 * The certificate of checks that an export carries: what the rules had to say when it was written,
 * and a hash by which the reader sees whether other hands changed it since. It is no signature:
 * whoever means to forge can forge the hash too.
 */
const standing = {
  verdict: v.picklist(verdicts),
  filled: v.number(),
  of: v.number()
}

const proofSchema = v.object({
  app: v.string(),
  rules: v.string(),
  errors: v.number(),
  warnings: v.number(),
  hints: v.number(),
  waivers: v.number(),
  /**
   * How the report and each of its sections stood, as `stateOf` says: one that is 未填 left as a draft,
   * whatever the counts are. Files of earlier versions do not tell.
   */
  ...v.partial(v.object(standing)).entries,
  sections: v.optional(v.array(v.object({ id: v.string(), ...standing }))),
  /** SHA-256 of the canonical content, in hexadecimal. */
  sha256: v.string()
})

export type Proof = Readonly<v.InferOutput<typeof proofSchema>>

/** SHA-256 of a text in UTF-8, in hexadecimal; given in, because core knows no library of hashes. */
export type Sha256 = (text: string) => string

/** The proof to write into an export; `findings` are those of `validate` for this report. */
export function proofOf(
  report: Report,
  findings: readonly Finding[],
  { app, sha256 }: { readonly app: string; readonly sha256: Sha256 }
): Proof {
  const { verdict, filled, of, sections, counts } = stateOf(report, findings)
  return {
    app,
    rules: packVersion,
    errors: counts.error,
    warnings: counts.warning,
    hints: counts.hint,
    waivers: waivedFindings(report, findings).length,
    verdict,
    filled,
    of,
    sections: sections.map(({ id, verdict, filled, of }) => ({ id, verdict, filled, of })),
    sha256: sha256(canonical(report))
  }
}

/** What a file's proof says of it. */
export type Proved =
  /** No proof, or none that this version can read. */
  | { readonly state: 'none' }
  /** The content is what the program wrote. */
  | { readonly state: 'intact'; readonly proof: Proof }
  /** Something was changed after the program wrote it. */
  | { readonly state: 'changed'; readonly proof: Proof }

/**
 * Compares a file with its proof. Takes the data as it was read, before any migration: the proof was
 * made of the file in the words of its time.
 */
export function proved(file: unknown, sha256: Sha256): Proved {
  const claim = v.safeParse(v.object({ proof: proofSchema }), file)
  if (!claim.success) return { state: 'none' }
  const { proof } = claim.output
  const state = sha256(canonical(file)) === proof.sha256 ? 'intact' : 'changed'
  return { state, proof }
}

/**
 * A report as it is kept after its file was opened: where other hands changed the file, its proof
 * says so until somebody takes note of it or a new one is written.
 */
export const received = (report: Report, proved: Proved): Report =>
  proved.state === 'changed' ? { ...report, proof: { ...proved.proof, changed: true } } : report

/** The proof of a file that was changed after the program wrote it; undefined where none was. */
export function brokenProof({ proof }: Report): Proof | undefined {
  const claim = v.safeParse(v.object({ ...proofSchema.entries, changed: v.literal(true) }), proof)
  return claim.success ? claim.output : undefined
}

/** The report once somebody has taken note that its file was changed. */
export function noted(report: Report): Report {
  const { proof: _proof, ...others } = report
  return others
}
