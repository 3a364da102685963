import { describe, expect, it, vi } from 'vitest'
import type { RefusedText } from '../../../src/core/findings/rule.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { OwnFile } from '../../../src/formats/index.ts'
import { Exporter } from '../../../src/state/paper/exporter.svelte.ts'
import { keepRefused } from '../../../src/storage/saving/refused.ts'
import { FakePress } from './fake-press.ts'

const report = newReport('清川市水利局', 2025)
const bytes = new Uint8Array([37, 80, 68, 70])

function setUp(chosen: readonly OwnFile[] = []) {
  const press = new FakePress()
  const open = vi.fn(() => Promise.resolve(press))
  const exporter = new Exporter({ press: open, fonts: { chosen } })
  const askedFor = (count: number) => vi.waitFor(() => expect(press.pdfs).toHaveLength(count))
  return { press, open, exporter, askedFor }
}

describe('a PDF', () => {
  it('is made of the report in its look, in the fonts chosen, and named after it', async () => {
    const own: OwnFile[] = [{ role: 'body', bytes: new Uint8Array(1) }]
    const { press, exporter, askedFor } = setUp(own)
    const made = exporter.run('pdf', report, { draft: false })
    expect(exporter.running).toBe('pdf')
    await askedFor(1)
    expect(press.pdfs[0]).toMatchObject({
      title: '清川市水利局2025年政府信息公开工作年度报告',
      copy: { own, look: { style: 'official', draft: false } }
    })
    press.pdfs[0]?.end({ ok: true, bytes, pages: 1 })
    const file = { name: '清川市水利局-2025.pdf', mime: 'application/pdf', bytes }
    expect(await made).toEqual({ ok: true, file })
    expect(exporter.result).toEqual({ ok: true, file })
    expect(exporter.running).toBeUndefined()
  })

  it('of a draft says so on its pages and in its name', async () => {
    const { press, exporter, askedFor } = setUp()
    const made = exporter.run('pdf', report, { draft: true })
    await askedFor(1)
    expect(press.pdfs[0]?.copy.look.draft).toBe(true)
    press.pdfs[0]?.end({ ok: true, bytes, pages: 1 })
    expect(await made).toMatchObject({ file: { name: '清川市水利局-2025-草稿.pdf' } })
  })

  it('tells how far it is, until it is made', async () => {
    const { press, exporter, askedFor } = setUp()
    const made = exporter.run('pdf', report, { draft: false })
    await askedFor(1)
    expect(exporter.progress).toBeUndefined()
    const progress = { step: 'pages', done: 1, total: 2 } as const
    press.pdfs[0]?.options?.onProgress?.(progress)
    expect(exporter.progress).toEqual(progress)
    press.pdfs[0]?.end({ ok: true, bytes, pages: 2 })
    await made
    expect(exporter.progress).toBeUndefined()
  })

  it('is not begun while another is made', async () => {
    const { press, exporter, askedFor } = setUp()
    const made = exporter.run('pdf', report, { draft: false })
    await askedFor(1)
    expect(await exporter.run('json', report, { draft: false })).toBeUndefined()
    expect(exporter.running).toBe('pdf')
    press.pdfs[0]?.end({ ok: true, bytes, pages: 1 })
    expect(await made).toMatchObject({ ok: true })
    expect(press.pdfs).toHaveLength(1)
  })
})

describe('what keeps a file from being made', () => {
  it('stopping is passed on, and the next export is not stopped', async () => {
    const { press, exporter, askedFor } = setUp()
    const made = exporter.run('pdf', report, { draft: false })
    await askedFor(1)
    exporter.stop()
    expect(press.pdfs[0]?.options?.signal?.aborted).toBe(true)
    press.pdfs[0]?.end({ ok: false, reason: 'cancelled' })
    expect(await made).toEqual({ ok: false, reason: 'cancelled' })
    expect(exporter.running).toBeUndefined()
    void exporter.run('pdf', report, { draft: false })
    await askedFor(2)
    expect(press.pdfs[1]?.options?.signal?.aborted).toBe(false)
    expect(exporter.result, 'what came of the last one').toBeUndefined()
  })

  it('characters that no font has are named with the words around them', async () => {
    const { press, exporter, askedFor } = setUp()
    const made = exporter.run('pdf', report, { draft: false })
    await askedFor(1)
    const fault = { kind: 'missing', code: 0x1f600, page: 0, near: '前\u{1F600}后' } as const
    press.pdfs[0]?.end({ ok: false, reason: 'missing', faults: [fault] })
    expect(await made).toEqual({ ok: false, reason: 'missing', near: ['前\u{1F600}后'] })
  })

  it('a press that cannot be had is told, and another export may follow', async () => {
    const { open, exporter } = setUp()
    open.mockRejectedValueOnce(new Error('no connection'))
    expect(await exporter.run('pdf', report, { draft: false })).toEqual({
      ok: false,
      reason: 'failed',
      detail: 'no connection'
    })
    expect(exporter.running).toBeUndefined()
    expect(await exporter.run('json', report, { draft: false })).toMatchObject({ ok: true })
  })
})

describe('an archive', () => {
  const certificate = () => ({ name: '', title: '', widths: [1], headRows: 0, rows: [] })
  const set = () => {
    const { press, exporter, askedFor } = setUp()
    const made = exporter.pack(
      report,
      { draft: true, name: '报送稿' },
      { ids: ['json', 'pdf'], certificate }
    )
    return { press, exporter, askedFor, made }
  }

  it('is made file by file, under the name that was typed', async () => {
    const { press, exporter, askedFor, made } = set()
    expect(exporter.running).toBe('package')
    await askedFor(1)
    expect(exporter.packing).toBe('pdf')
    press.pdfs[0]?.end({ ok: true, bytes, pages: 1 })
    expect(await made).toMatchObject({ ok: true, file: { name: '报送稿-草稿.zip' } })
    expect(exporter.packing).toBeUndefined()
  })

  it('is not made where one of its files cannot be, which is named', async () => {
    const { press, askedFor, made } = set()
    await askedFor(1)
    press.pdfs[0]?.end({ ok: false, reason: 'font', file: 'kai-1.ttf.gz', why: 'absent' })
    expect(await made).toMatchObject({ ok: false, of: 'pdf', file: 'kai-1.ttf.gz', why: 'absent' })
  })

  it('that was stopped is not handed over, though its last file was done', async () => {
    const { press, exporter, askedFor, made } = set()
    await askedFor(1)
    exporter.stop()
    press.pdfs[0]?.end({ ok: true, bytes, pages: 1 })
    expect(await made).toEqual({ ok: false, reason: 'cancelled' })
  })
})

it('the exchange file needs no press', async () => {
  const { open, exporter } = setUp()
  const made = await exporter.run('json', report, { draft: false })
  expect(made).toMatchObject({ ok: true, file: { name: '清川市水利局-2025.nianbao.json' } })
  const text = made?.ok ? new TextDecoder().decode(made.file.bytes) : ''
  expect(JSON.parse(text)).toMatchObject({ unit: { name: '清川市水利局' }, year: 2025 })
  expect(open).not.toHaveBeenCalled()
})

it('the proof in a file counts what the session tells, and nothing that was kept elsewhere', async () => {
  const { exporter } = setUp()
  const text = {
    at: { kind: 'cells', fields: ['requests.received.natural'] },
    key: 'cell:requests.received.natural',
    text: '十几件',
    why: 'words'
  } as const
  keepRefused(report.id, [{ ...text, over: '' }])
  const errorsWith = async (refused: readonly RefusedText[]): Promise<number> => {
    const made = await exporter.run('json', report, { draft: false, refused })
    if (!made?.ok) throw new Error('no file')
    const written = JSON.parse(new TextDecoder().decode(made.file.bytes)) as {
      proof: { errors: number }
    }
    return written.proof.errors
  }
  const none = await errorsWith([])
  expect(await errorsWith([text])).toBe(none + 1)
  keepRefused(report.id, [])
  expect(await errorsWith([])).toBe(none)
})
