/** What is known of a file that is kept up to date: as it was when we last saw or wrote it. */
export interface Mark {
  readonly name: string
  /** The name it would have if no other file had it. */
  readonly wanted: string
  /** When the state of the report was stored that the file agrees with; empty where with none. */
  readonly updatedAt: string
  /** SHA-256 of its bytes, in hexadecimal; empty before the first writing. */
  readonly hash: string
  /** The same of a writing that was begun, and of which it is not known whether it was done. */
  readonly sent?: string
  readonly size: number
  /** As the file system says, in milliseconds. */
  readonly modified: number
}

/** What a file says beside the stored report. */
export type Said =
  /** The same, whatever its bytes. */
  | 'same'
  /** The same report, but something else of it. */
  | 'other'
  /** Another report, or none. */
  | 'foreign'

/** What is to become of a file. */
export type FileFate =
  /** Nothing has changed on either side. */
  | 'same'
  /** Only the report has changed, or there is no file: it is written. */
  | 'write'
  /** The bytes are another's, and say what the report says: nothing to do but to know them. */
  | 'agreed'
  /** Only the file has changed. */
  | 'theirs'
  /** Both have, or it is not known which. */
  | 'both'
  /** It holds something that is not this report. It is never written over. */
  | 'foreign'

/**
 * Who has changed a report that is kept in a file. The file counts as ours as long as its bytes are
 * those of our last writing; its time and its name prove nothing, for programs and synchronised
 * disks set both.
 */
export function fateOf(
  mark: Mark | undefined,
  here: { readonly updatedAt: string },
  there: { readonly hash: string; readonly said: Said } | undefined
): FileFate {
  if (!there) return 'write'
  const changedHere = mark?.updatedAt !== here.updatedAt
  if (mark && (there.hash === mark.hash || there.hash === mark.sent)) {
    return changedHere || there.hash !== mark.hash ? 'write' : 'same'
  }
  if (there.said === 'same') return 'agreed'
  if (there.said === 'foreign') return 'foreign'
  return changedHere ? 'both' : 'theirs'
}

/** Names as file systems tell them apart at most: small letters, and accents in one piece. */
export const sameName = (name: string): string => name.normalize('NFC').toLowerCase()

/** The name itself, or with a number where a file has it already: `清川市-2025 (2).nianbao.json`. */
export function freeName(wanted: string, taken: (name: string) => boolean): string {
  if (!taken(wanted)) return wanted
  const dot = wanted.indexOf('.')
  const [stem, ending] = dot < 0 ? [wanted, ''] : [wanted.slice(0, dot), wanted.slice(dot)]
  for (let number = 2; ; number++) {
    const name = `${stem} (${number})${ending}`
    if (!taken(name)) return name
  }
}

/** Endings of files that an import reads. */
const readable = /\.(?:json|docx?|wps|rtf|txt|html?|mht|mhtml|xlsx|csv|pdf)$/i
/** What programs lay beside a file while they write it, and hidden files. */
const passing = /^(?:\.|~\$|~)|\.(?:crswap|tmp|part|crdownload)$/i

/** Whether a file that somebody laid into the folder may be meant for the library. */
export const isMeantForUs = (name: string): boolean => readable.test(name) && !passing.test(name)
