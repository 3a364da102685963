import { afterEach, describe, expect, it, vi } from 'vitest'
import { copyRich, type Rich } from '../../../src/ui/parts/copy-rich.ts'

const rich: Rich = { html: '<p>二〇二五年</p>', text: '二〇二五年' }
const types = ['text/html', 'text/plain'] as const

/** A clipboard as browsers give it to a page, which keeps what is written. */
function clipboard(refused = false) {
  const written = new Map<string, Promise<string>>()
  vi.stubGlobal(
    'ClipboardItem',
    class {
      readonly parts: Record<string, Promise<Blob>>
      constructor(parts: Record<string, Promise<Blob>>) {
        this.parts = parts
      }
    }
  )
  vi.stubGlobal('navigator', {
    clipboard: {
      write: async ([item]: { parts: Record<string, Promise<Blob>> }[]) => {
        if (refused) throw new DOMException('', 'NotAllowedError')
        for (const [type, part] of Object.entries(item?.parts ?? {})) {
          const blob = await part
          expect(blob.type).toBe(type)
          written.set(type, textOf(blob))
        }
      }
    }
  })
  return written
}

const textOf = (blob: Blob): Promise<string> =>
  new Promise((done) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.readAsText(blob)
  })

/** The command of a page to copy, which older browsers have. */
function command(allowed = true) {
  const data = new Map<string, string>()
  const copy = vi.fn(() => {
    const event = Object.assign(new Event('copy', { bubbles: true, cancelable: true }), {
      clipboardData: { setData: (type: string, text: string) => data.set(type, text) }
    })
    if (allowed) document.body.dispatchEvent(event)
    return allowed
  })
  Object.assign(document, { execCommand: copy })
  return { copy, data }
}

afterEach(() => {
  vi.unstubAllGlobals()
  Reflect.deleteProperty(document, 'execCommand')
})

describe('markup and text are copied with one press', () => {
  it.each([
    ['at hand', rich],
    ['still being made', Promise.resolve(rich)]
  ])('%s, to the clipboard of the browser', async (_name, made) => {
    const written = clipboard()
    const { copy } = command()
    expect(await copyRich(made)).toBe(true)
    expect(await Promise.all(types.map((type) => written.get(type)))).toEqual([
      rich.html,
      rich.text
    ])
    expect(copy).not.toHaveBeenCalled()
  })

  it.each([
    ['there is no clipboard', () => undefined],
    ['it is refused', () => clipboard(true)]
  ])('by the command to copy, where %s', async (_name, given) => {
    given()
    const { data } = command()
    expect(await copyRich(rich)).toBe(true)
    expect(types.map((type) => data.get(type))).toEqual([rich.html, rich.text])
  })

  it('whatever else on the page would put there', async () => {
    const { data } = command()
    const other = (event: Event) => {
      expect(event).toBeUndefined()
    }
    document.body.addEventListener('copy', other)
    expect(await copyRich(rich)).toBe(true)
    document.body.removeEventListener('copy', other)
    expect(data.get('text/plain')).toBe(rich.text)
  })

  it('or said not to be', async () => {
    command(false)
    expect(await copyRich(rich)).toBe(false)
  })

  it('and the next copy is the user’s own again', async () => {
    const { data, copy } = command()
    await copyRich(rich)
    data.clear()
    copy()
    expect(data.size).toBe(0)
  })

  it('and fails with what could not be made', async () => {
    clipboard()
    await expect(copyRich(Promise.reject(new Error('no charts')))).rejects.toThrow('no charts')
  })
})
