import type { Report } from '../core/report/report.ts'
import type { Proof } from '../core/checks/proof.ts'
import type { RefusedText } from '../core/findings/rule.ts'
import { reportTitle } from '../core/form/sections.ts'
import type { Sheet } from '../core/form/sheet.ts'
import {
  failure,
  largestFile,
  type ReadInput,
  type ReadResult,
  type Unread
} from './source/reader.ts'
import type { packed } from './backup/pack.ts'
import type { unpacked, Unpacked } from './backup/unpack.ts'
import type { OwnFont } from './fonts/own.ts'
import type { Readable } from './read/readers.ts'
import type { PastedWatch } from './read/pasted.ts'
import type { Recognition } from './read/tasks.ts'
import type { ReadWatch } from './read/thread.ts'
import type { Press } from './press/press.ts'
import type { PackedFile } from './write/archive.ts'
import { fileName, safeName, type Job, type Made, type WriteFailure } from './write/writer.ts'
import { fileKindOf } from './source/sniff.ts'

/**
 * The registry of formats: what there is stands here as plain data, the code of each is loaded when
 * it is used. To add a format, write its writer and name it here, or its reader and name it in
 * `read/readers.ts`. Long, for it is the one door to the folders below.
 */

/** A file made of a report, ready to be handed over. */
export interface Written {
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

interface Writer {
  /** How the file's name ends after unit and year. */
  readonly ending: string
  readonly mime: string
  readonly load: () => Promise<(report: Report, job: Job) => Promise<Made>>
}

export const writers = {
  json: {
    ending: '.nianbao.json',
    mime: 'application/json',
    load: () =>
      Promise.resolve(async (report, { refused }) => ({
        ok: true,
        ...(await writeExchangeFile(report, refused))
      }))
  },
  pdf: {
    ending: '.pdf',
    mime: 'application/pdf',
    load: async () => (await import('./write/pdf.ts')).writePdf
  },
  docx: {
    ending: '.docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    load: async () => (await import('./write/word/docx.ts')).writeDocx
  },
  ofd: {
    ending: '.ofd',
    mime: 'application/ofd',
    load: async () => (await import('./write/ofd.ts')).writeOfd
  },
  xlsx: {
    ending: '.xlsx',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    load: async () => (await import('./write/sheet/report-xlsx.ts')).writeReportXlsx
  },
  csv: {
    ending: '.csv',
    mime: 'text/csv',
    load: async () => (await import('./write/sheet/csv.ts')).writeCsv
  },
  html: {
    ending: '.html',
    mime: 'text/html',
    load: async () => (await import('./write/web/page.ts')).writeHtml
  }
} as const satisfies Record<string, Writer>

export type WriterId = keyof typeof writers
export type WriteResult = { readonly ok: true; readonly file: Written } | WriteFailure

/** The report as a file of the given format. */
export async function writeFile(id: WriterId, report: Report, job: Job): Promise<WriteResult> {
  const { mime, load }: Writer = writers[id]
  const write = await load()
  const made = await write(report, job)
  if (!made.ok) return made
  const name = fileName(report, endingOf(id, job.draft), job.name)
  return { ok: true, file: { name, mime, bytes: made.bytes } }
}

/** How the name of a file ends: a draft says so, unless it is there to be worked on. */
export const endingOf = (id: WriterId | 'package', draft: boolean): string =>
  (draft && id !== 'json' ? '-草稿' : '') + (id === 'package' ? '.zip' : writers[id].ending)

export { fileName, nameTyped, safeName } from './write/writer.ts'

/** The report as the file that offices send each other; `refused` is counted in its proof alone. */
export async function writeExchangeFile(
  report: Report,
  refused?: readonly RefusedText[]
): Promise<Written> {
  const { ending, mime } = writers.json
  const { exchangeFile } = await import('./write/json.ts')
  const bytes = new TextEncoder().encode(exchangeFile(report, refused))
  return { name: fileName(report, ending), mime, bytes }
}

/**
 * The report for the clipboard: as a fragment for the editors of content systems, and as text for
 * programs that take no markup. A draft says 草稿 in both.
 */
export async function copyable(
  report: Report,
  draft = false
): Promise<{ readonly html: string; readonly text: string }> {
  const [{ fragment }, { plainText }] = await Promise.all([
    import('./write/web/fragment.ts'),
    import('./write/web/plain.ts')
  ])
  return {
    html: fragment(report, { alone: false, draft }).html,
    text: plainText(report, draft)
  }
}

/** What goes into an archive besides what the report says itself. */
export interface PackageParts {
  /** The formats, in the order of the list. */
  readonly ids: readonly WriterId[]
  /** The certificate of checks that is laid beside them. */
  readonly certificate: (proof: Proof) => Sheet
  /** Told which file is begun. */
  readonly onFile?: (id: WriterId) => void
}

/**
 * Everything that a publication needs as one archive: the report in these formats under its full
 * title, the certificate of checks and a list with the SHA-256 of each. One file that cannot be made
 * is told with its reason, and there is no archive.
 */
export async function writePackage(
  report: Report,
  job: Job,
  { ids, certificate, onFile }: PackageParts
): Promise<
  | { readonly ok: true; readonly file: Written }
  | (WriteFailure & { /** The file that failed. */ readonly of: WriterId })
> {
  const title = safeName(reportTitle(report.unit.name, report.year))
  const files: PackedFile[] = []
  for (const id of ids) {
    if (job.signal.aborted) return { ok: false, reason: 'cancelled', of: id }
    onFile?.(id)
    const written = await writeFile(id, report, job)
    if (!written.ok) return { ...written, of: id }
    files.push({ name: title + endingOf(id, job.draft), bytes: written.file.bytes })
  }
  const [{ archiveOf }, { proofFor }] = await Promise.all([
    import('./write/archive.ts'),
    import('./write/json.ts')
  ])
  const page = await sheetPage([certificate(proofFor(report, job.refused))])
  files.push({ name: '检查证明.html', bytes: new TextEncoder().encode(page) })
  const name = fileName(report, endingOf('package', job.draft), job.name)
  return { ok: true, file: { name, mime: 'application/zip', bytes: archiveOf(title, files) } }
}

/** The text of a small file that people made, in whatever encoding; undefined where it has none. */
export async function readPlainText(bytes: Uint8Array): Promise<string | undefined> {
  const { decode } = await import('./source/decode.ts')
  const decoded = decode(bytes)
  return decoded && !decoded.garbled ? decoded.text : undefined
}

/** Pages for the screen and for files, set in a thread that starts with them. */
export async function openPress(folder: string): Promise<Press> {
  return (await import('./press/press.ts')).openPress(folder)
}
export type { WriteProgress as Progress } from './write/writer.ts'
export type { Copy, PageMeans, Press, Pressed, SetFailure } from './press/press.ts'
export type { OwnFile } from './fonts/own.ts'
export type { Document, Look, Page } from '../typeset/page/page.ts'
export type { SvgElement } from '../typeset/page/svg.ts'

export type OwnRefusal = Extract<OwnFont, { ok: false }>['why']

/** Whether a font of this computer may be used; in a collection the one of this name. */
export async function readOwnFont(bytes: Uint8Array, postScriptName?: string): Promise<OwnFont> {
  const { ownFont } = await import('./fonts/own.ts')
  return ownFont(bytes, postScriptName)
}
export { canAskComputer, computerFonts } from './fonts/computer.ts'

/** Charts on the screen and as files; Chart.js comes with them. */
export const openCharts = (): Promise<typeof import('./charts/screen.ts')> =>
  import('./charts/screen.ts')

/** Tables by themselves: a workbook, or a page to print. */
export async function writeSheets(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  return (await import('./write/sheet/xlsx.ts')).writeXlsx(sheets)
}
export async function sheetPage(sheets: readonly Sheet[]): Promise<string> {
  return (await import('./write/sheet/sheet-page.ts')).sheetPage(sheets)
}

export type { ReadReport, Unread } from './source/reader.ts'
export type { ChangedReport, Recognition, RecognisedSource } from './read/tasks.ts'

/**
 * Reads a file that was handed in, in a thread of its own where that can be, and recognises what of
 * it is the form's. Never rejects for what is in it. `watch.onProgress` is told how many pages of
 * how many are read, of files that have pages.
 */
export async function recogniseFile(file: File, watch?: ReadWatch): Promise<Recognition> {
  const opened = await openFile(file)
  if (!opened.ok) return opened
  const { recognisedAside } = await import('./read/thread.ts')
  return recognisedAside(opened.kind, opened.input, watch)
}

/** The same of a file in which no report is looked for, as an export of a platform. */
export async function readFile(file: File): Promise<ReadResult> {
  const opened = await openFile(file)
  if (!opened.ok) return opened
  const { readAside } = await import('./read/thread.ts')
  return readAside(opened.kind, opened.input)
}

async function openFile(
  file: File
): Promise<{ readonly ok: true; readonly kind: Readable; readonly input: ReadInput } | Unread> {
  const { name } = file
  if (file.size > largestFile) return failure('tooLarge', String(file.size))
  const bytes = new Uint8Array(await file.arrayBuffer())
  const kind = fileKindOf(name, bytes)
  if (kind === 'legacy') return failure('legacy', name)
  const { isReadable } = await import('./read/readers.ts')
  return isReadable(kind) ? { ok: true, kind, input: { name, bytes } } : failure('unknown', name)
}

/**
 * Reads and recognises what was pasted: its markup, or its text where more is found in that.
 * `watch.atOnce`: without a thread, where what was pasted is short and the answer is waited for.
 */
export async function recognisePasted(
  text: string,
  html = '',
  watch?: PastedWatch
): Promise<Recognition> {
  return (await import('./read/pasted.ts')).pastedSource(text, html, watch)
}

/** A whole library as one archive; rejects where the signal ends it. */
export async function packBackup(
  ...given: Parameters<typeof packed>
): Promise<Uint8Array<ArrayBuffer>> {
  return (await import('./backup/pack.ts')).packed(...given)
}

/** Reads a backup part by part, whichever version made it. */
export async function unpackBackup(...given: Parameters<typeof unpacked>): Promise<Unpacked> {
  return (await import('./backup/unpack.ts')).unpacked(...given)
}
