import { afterEach, expect, test, vi } from 'vitest'
import type { OwnFile, PdfAnswer } from '../../../src/formats/press/pdf-job.ts'
import { runJob } from '../../../src/formats/press/pdf-job.ts'
import { diskFont, fromDisk } from '../fonts/disk.ts'
import { sampleMeta } from './sample.ts'

afterEach(() => vi.unstubAllGlobals())

/** The font with its PostScript name spelt otherwise: as many bytes, but not the same ones. */
function renamed(bytes: Uint8Array<ArrayBuffer>, from: string, to: string) {
  const copy = bytes.slice()
  const [old, name] = [from, to].map((text) => [...text].flatMap((c) => [0, c.charCodeAt(0)]))
  for (let at = 0; at < copy.length; at++)
    if (old?.every((byte, i) => copy[at + i] === byte)) copy.set(name ?? [], at)
  return copy
}

test('another font of the computer is used, though it is as long and called the same', async () => {
  vi.stubGlobal('fetch', async (address: URL) => {
    const bytes = await fromDisk(address.pathname.replace('/fonts/', ''))
    return new Response(bytes)
  })
  const { bytes } = await diskFont('fang-1.ttf.gz')
  const text = '公开'
  const from = { kind: 'text', section: 'overview', from: 0, to: text.length } as const
  const fontsIn = async (own: readonly OwnFile[]) => {
    const answers: PdfAnswer[] = []
    await runJob(
      {
        blocks: [{ type: 'paragraph', text, from }],
        meta: sampleMeta,
        look: { style: 'official', digits: 'own', draft: false },
        folder: 'http://localhost/fonts/',
        own
      },
      (answer) => answers.push(answer)
    )
    const last = answers.at(-1)
    if (last?.kind !== 'done' || !last.result.ok) throw new Error(JSON.stringify(last))
    const file = new TextDecoder('latin1').decode(last.result.bytes)
    return [...file.matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name)
  }
  const other = renamed(bytes, 'FandolFang', 'FandolFong')
  expect(other).toHaveLength(bytes.length)
  expect(await fontsIn([{ role: 'body', bytes }])).toContain('FandolFang-Regular')
  expect(await fontsIn([{ role: 'body', bytes: other }])).toContain('FandolFong-Regular')
})
