import type { Report } from '../core/report.ts'
import { fileName } from './file-name.ts'

/**
 * The registry of formats: what there is stands here as plain data, the code of each is loaded when
 * it is used. To add a format, write its reader or writer and name it here.
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
  readonly load: () => Promise<(report: Report) => Promise<Uint8Array<ArrayBuffer>>>
}

export const writers = {
  json: {
    ending: '.nianbao.json',
    mime: 'application/json',
    load: async () => {
      const { writeJson } = await import('./write-json.ts')
      return async (report) => new TextEncoder().encode(writeJson(report))
    }
  }
} as const satisfies Record<string, Writer>

export type WriterId = keyof typeof writers

/** The report as a file of the given format. */
export async function writeFile(id: WriterId, report: Report): Promise<Written> {
  const { ending, mime, load } = writers[id]
  const write = await load()
  return { name: fileName(report, ending), mime, bytes: await write(report) }
}

/** Pages for the screen; the fonts and the typesetter come with it. */
export async function openPress(folder: string): ReturnType<typeof import('./press.ts').openPress> {
  const { openPress: open } = await import('./press.ts')
  return open(folder)
}
export type { Press } from './press.ts'
export type { FontFailure } from './fonts/load.ts'
export type { Document, Look } from '../typeset/page.ts'
export type { SvgElement } from '../typeset/svg.ts'
