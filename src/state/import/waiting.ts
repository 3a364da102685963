import {
  dropImport,
  keepAnswers,
  keepImport,
  newImportId,
  takeUpImports,
  type ImportSource,
  type WaitingImport
} from '../../storage/saving/imports.ts'

/** Where an import came from. */
export type HandedSource =
  { readonly file: File } | { readonly text: string; readonly html: string }

/** Answers are kept after this much quiet, in milliseconds. */
const quiet = 300

/** An import that is kept, or was. */
export interface Kept {
  readonly id: string
  readonly name: string
  readonly handed: HandedSource
  /** Whether it will be there when the page has gone. */
  sure: boolean
  begun: boolean
  answers: unknown
  timer?: ReturnType<typeof setTimeout>
}

/** Keeps the imports of this page that wait for answers. Nobody waits for it. */
export class Waiting {
  readonly #kept = new Map<number, Kept>()

  /** Whether something waits that will not be there again when the page goes now. */
  get atRisk(): boolean {
    return [...this.#kept.values()].some(({ begun, sure }) => begun && !sure)
  }

  /** What pages that have gone have left. */
  takeUp = (): Promise<WaitingImport[]> => takeUpImports()

  /** Notes where an item came from; `before`: it was kept by a page that has gone. */
  note = (item: number, name: string, handed: HandedSource, before?: WaitingImport): void => {
    const { id = newImportId(), answers } = before ?? {}
    const known = before !== undefined
    this.#kept.set(item, { id, name, handed, answers, begun: known, sure: known })
  }

  /** The answers that were given before. */
  answersOf = (item: number): unknown => this.#kept.get(item)?.answers

  /** It waits for answers from now on. */
  keep = (item: number): void => {
    const kept = this.#kept.get(item)
    if (!kept || kept.begun) return
    kept.begun = true
    void sourceOf(kept.handed)
      .then((source) => keepImport({ ...kept, source }))
      .then(
        (sure) => (kept.sure = sure),
        () => undefined
      )
  }

  /** What was answered by now. */
  answer = (item: number, answers: unknown): void => {
    const kept = this.#kept.get(item)
    if (!kept || JSON.stringify(kept.answers) === JSON.stringify(answers)) return
    kept.answers = answers
    clearTimeout(kept.timer)
    if (!kept.sure) return
    kept.timer = setTimeout(() => void keepAnswers(kept.id, kept.name, answers), quiet)
  }

  /** It is settled, or not wanted; what it was. */
  forget = (item: number): Kept | undefined => {
    const kept = this.#kept.get(item)
    this.#kept.delete(item)
    if (!kept?.begun) return kept
    clearTimeout(kept.timer)
    void dropImport(kept.id)
    return kept
  }

  /** It is wanted after all. */
  remember = (item: number, kept: Kept): void => {
    this.#kept.set(item, { ...kept, begun: false, sure: false })
    if (kept.begun) this.keep(item)
  }
}

const sourceOf = async (handed: HandedSource): Promise<ImportSource> =>
  'file' in handed ? { bytes: new Uint8Array(await handed.file.arrayBuffer()) } : handed
