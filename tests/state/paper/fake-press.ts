import type { Copy, Press, Pressed } from '../../../src/formats/index.ts'

/** A press that does each job when the test says so. */
export class FakePress implements Press {
  readonly sets: { readonly copy: Copy; readonly end: (pressed: Pressed) => void }[] = []
  readonly pdfs: {
    readonly copy: Copy
    readonly title: string
    readonly options: Parameters<Press['file']>[3]
    readonly end: (outcome: Awaited<ReturnType<Press['file']>>) => void
  }[] = []

  set = (copy: Copy): Promise<Pressed> => new Promise((end) => this.sets.push({ copy, end }))
  file: Press['file'] = (_kind, copy, { title }, options) =>
    new Promise((end) => this.pdfs.push({ copy, title, options, end }))
}

/** So many pages, as a press gives them. */
export const pressed = (count: number): Extract<Pressed, { ok: true }> => ({
  ok: true,
  document: {
    pages: Array.from({ length: count }, () => ({ width: 1, height: 1, items: [] })),
    nodes: [],
    outline: [],
    faults: []
  },
  draw: () => ({ tag: 'svg', attrs: {}, children: [] })
})
