/** What every writer of a report is told, and what it gives. */
import type { RefusedText } from '../../core/findings/rule.ts'
import type { Report } from '../../core/report/report.ts'
import type { FontFailure } from '../fonts/load.ts'
import type { PageMeans } from '../press/press.ts'

/** How far a file is: fonts fetched, pages painted, or the last step, which cannot be divided. */
export interface WriteProgress {
  readonly step: 'fonts' | 'pages' | 'file'
  readonly done: number
  readonly total: number
}

/** What a writer is told besides the report. */
export interface Job {
  /** Prints 草稿 on every page; for a report that still has errors. */
  readonly draft: boolean
  /** What the file is called, without its ending, where that is not `<单位>-<年度>`. */
  readonly name?: string
  /** What stands in number fields and is no number: the proof counts it. */
  readonly refused?: readonly RefusedText[]
  readonly means: PageMeans
  readonly signal: AbortSignal
  readonly onProgress: (progress: WriteProgress) => void
}

/** Why no file was made. */
export type WriteFailure =
  | FontFailure
  /** Characters that no font has, each with the words around it. */
  | { readonly ok: false; readonly reason: 'missing'; readonly near: readonly string[] }
  | { readonly ok: false; readonly reason: 'cancelled' }
  | { readonly ok: false; readonly reason: 'failed'; readonly detail: string }

export type Made = { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> } | WriteFailure

/** What systems refuse in the name of a file, and characters that show as nothing or turn it round. */
const refused = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu
/** Names that Windows keeps for devices, whatever ending follows. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?=\s{0,9}(?:\.|$))/i
/**
 * How many bytes of UTF-8 a name may have before its ending. Systems take 255 with it, some synchronised
 * disks fewer; with the longest ending it stays under 200.
 */
const most = 180

/** What of a text may be typed in the name of a file; it may still begin or end as no name does. */
export const nameTyped = (text: string): string => cut(text.replace(refused, ''), most)

/** A text as the name of a file without its ending, which every system takes. */
export function safeName(text: string, tail = ''): string {
  const free = text.replace(refused, '').replace(/^[\s.]+/, '')
  const name = cut(free, most - bytesOf(tail)).replace(/[\s.]+$/, '')
  return (name.replace(device, '$&_') || '未命名') + tail
}

/**
 * `<单位>-<年度><ending>`, or what was typed in its place; `ending` begins with a dot or a dash:
 * `.nianbao.json`, `-草稿.pdf`.
 */
export const fileName = (
  { unit, year }: Pick<Report, 'unit' | 'year'>,
  ending: string,
  typed = ''
): string => (typed ? safeName(typed) : safeName(unit.name, `-${year}`)) + ending

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** So many whole characters of a text as fit into so many bytes. */
function cut(text: string, bytes: number): string {
  let left = bytes
  let end = 0
  for (const char of text) {
    left -= bytesOf(char)
    if (left < 0) break
    end += char.length
  }
  return text.slice(0, end)
}
