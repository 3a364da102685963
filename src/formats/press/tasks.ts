/**
 * What the thread of the press does: it sets pages for the screen, and makes files of pages. Both
 * use the same fonts and the same set pages, so that what the screen shows is what the file holds.
 */
import type { Block } from '../../core/compose/blocks.ts'
import type { Drawing } from '../../typeset/page/drawing.ts'
import type { FontName } from '../../typeset/page/font-metrics.ts'
import type { Document, Look, Page } from '../../typeset/page/page.ts'
import { fontLibrary, type FontLibrary } from '../fonts/library.ts'
import { fetchFrom, loadFont, loadManifest } from '../fonts/load.ts'
import type { FetchBytes, FontFailure, LoadedFont } from '../fonts/load.ts'
import type { FontFile } from '../fonts/manifest.ts'
import { ownFont, type OwnFile } from '../fonts/own.ts'
import type { Serve } from '../threads/serve.ts'
import { pageSetter, type SetDocument, type SetPages } from './pages.ts'
import type { FileMeta, FileProgress, FileResult, Render } from './render.ts'

/** What pages are set from. */
export interface SetJob {
  /** The absolute address of the fonts' folder, which ends in a slash. */
  readonly folder: string
  readonly blocks: readonly Block[]
  readonly look: Look
  /** Fonts of this computer, already found fit; absent where they are those of the job before. */
  readonly own?: readonly OwnFile[]
}

/** What renders set pages, by the kind of file. The code of each comes with its first file. */
const renders = {
  pdf: async () => (await import('./pdf-render.ts')).renderPdf,
  ofd: async () => (await import('./ofd-render.ts')).renderOfd
} as const satisfies Record<string, () => Promise<Render>>

/** The kinds of file that set pages are painted in. */
export type PaintedKind = keyof typeof renders

export interface FileJob extends SetJob {
  readonly kind: PaintedKind
  readonly meta: FileMeta
}

/** A page, and what stands in its chart slots by the id of their specs. */
export interface SentPage {
  readonly index: number
  readonly page: Page
  readonly drawings: ReadonlyMap<string, Drawing>
}

export type PressNote =
  /** A font file in use, for the screen to show the pages in. */
  | {
      readonly kind: 'font'
      readonly font: FontName
      readonly file: string
      readonly bytes: Uint8Array<ArrayBuffer>
    }
  /** Pages in the place of those that the screen holds under the same indices. */
  | { readonly kind: 'pages'; readonly pages: readonly SentPage[] }
  | { readonly kind: 'progress'; readonly progress: FileProgress }

/** How many pages there are, and the document but for them: those that changed were told before. */
export type SetResult =
  ({ readonly ok: true; readonly count: number } & Omit<Document, 'pages'>) | FontFailure

export type PressTasks = {
  readonly set: { readonly job: SetJob; readonly note: PressNote; readonly answer: SetResult }
  readonly file: { readonly job: FileJob; readonly note: PressNote; readonly answer: FileResult }
}

/** The font library of one job or more, and the setters over it by their looks. */
interface JobFonts {
  readonly library: FontLibrary
  readonly setters: Map<string, SetPages>
}

/** Pages in one message, few enough for the screen to take them between two frames. */
const bundle = 8

/** The tasks, and what they remember from one job to the next. */
export function pressTasks(bytesFrom: (folder: string) => FetchBytes = fetchFrom): {
  readonly [N in keyof PressTasks]: Serve<PressTasks, N>
} {
  let own: readonly OwnFile[] = []
  let fonts: JobFonts | undefined
  /** The pages as the screen holds them. */
  let sent: readonly Page[] = []
  const loaded = new Map<FontFile, LoadedFont>()
  /** Where notes of the job in hand go; there is one job at a time. */
  let tell: (note: PressNote) => void = () => undefined

  const openFonts = async (folder: string): Promise<JobFonts | FontFailure> => {
    const fetchBytes = bytesFrom(folder)
    const list = await loadManifest(fetchBytes)
    if (!list.ok) return list
    const load = async (file: FontFile): Promise<LoadedFont | FontFailure> => {
      const font = loaded.get(file) ?? (await loadFont(file, fetchBytes))
      if (!font.ok || loaded.has(file)) return font
      loaded.set(file, font)
      tell({ kind: 'font', font: file.font, file: file.file, bytes: font.bytes })
      return font
    }
    const faces = own.flatMap(({ role, bytes, postScriptName }) => {
      const found = ownFont(bytes, postScriptName)
      return found.ok ? [[role, found.font] as const] : []
    })
    return { library: fontLibrary(list.manifest, load, new Map(faces)), setters: new Map() }
  }

  /** The fonts for a job, which are those of the job before unless it brings its own. */
  const fontsFor = async (job: SetJob): Promise<JobFonts | FontFailure> => {
    if (job.own) [own, fonts] = [job.own, undefined]
    const opened = fonts ?? (await openFonts(job.folder))
    if (!('ok' in opened)) fonts = opened
    return opened
  }

  return {
    async set(job, tellPage) {
      tell = tellPage
      const opened = await fontsFor(job)
      if ('ok' in opened) return opened
      const result = await setterFor(opened, job.look)(job.blocks)
      if (!result.ok) return result
      const { pages, ...rest } = result.document
      const changed = pages.flatMap((page, index) =>
        page === sent[index] ? [] : [{ index, page, drawings: drawingsOn(page, result.drawings) }]
      )
      for (let at = 0; at < changed.length; at += bundle) {
        tell({ kind: 'pages', pages: changed.slice(at, at + bundle) })
      }
      sent = pages
      return { ok: true, count: pages.length, ...rest }
    },

    async file({ kind, meta, ...job }, tellPage) {
      tell = tellPage
      // Fetched while fonts are.
      const rendering = renders[kind]()
      const opened = await fontsFor(job)
      if ('ok' in opened) return opened
      const render = await rendering
      const set = setterFor(opened, job.look)
      return render(job.blocks, meta, set, opened.library, (progress) =>
        tell({ kind: 'progress', progress })
      )
    }
  }
}

function setterFor({ library, setters }: JobFonts, look: Look): SetPages {
  const key = JSON.stringify(look)
  const setter = setters.get(key) ?? pageSetter(library, look)
  setters.set(key, setter)
  return setter
}

const drawingsOn = ({ items }: Page, drawings: SetDocument['drawings']): Map<string, Drawing> =>
  new Map(
    items.flatMap((item) => {
      const drawing = item.kind === 'chart' ? drawings.get(item.spec.id) : undefined
      return item.kind === 'chart' && drawing ? [[item.spec.id, drawing] as const] : []
    })
  )
