// @vitest-environment jsdom
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { singlePage } from '../../../scripts/single/page.mjs'

const index = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta
      http-equiv="Content-Security-Policy"
      content="default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self' blob:; base-uri 'none'"
    />
    <title>年报台</title>
    <link rel="icon" href="./favicon.svg" type="image/svg+xml" />
    <link rel="manifest" href="./app.webmanifest" />
    <script type="module" crossorigin src="./assets/index-a.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/style-b.css">
  </head>
  <body>
    <div id="app"><a href="./recovery.html">取出</a></div>
    <!-- Takes the place of #app. -->
    <script  src="./cannot-start.js"></script>
  </body>
</html>`

const main = "const end = '</script>'; const comment = /<!--/u; const price = '$&'\r\nrun()"
const files = {
  'index.html': index,
  'favicon.svg': '<svg/>',
  'cannot-start.js': "say('./recovery.html')",
  'recovery.js': 'recover()',
  'assets/index-a.js': main,
  'assets/style-b.css': 'body{color:red}',
  'assets/worker-c.js': "serve('</script>')",
  'fonts/song.ttf.gz': Uint8Array.of(0x1f, 0x8b, 0, 255),
  'fonts/LICENSE-song.txt': 'Use it </script> freely.'
}
const pageOf = (changed: Record<string, string> = {}): string => {
  const entries = Object.entries({ ...files, ...changed })
  const built = entries.map(([path, content]) => [path, Buffer.from(content)] as const)
  return singlePage(Object.fromEntries(built), 'standBefore()')
}
const page = new DOMParser().parseFromString(pageOf(), 'text/html')
const scripts = [...page.querySelectorAll('script')]
const running = scripts.filter(({ type }) => type !== 'text/plain')
const inert = scripts.filter(({ type }) => type === 'text/plain')
const policy = page.querySelector('meta[http-equiv]')?.getAttribute('content') ?? ''

describe('the single file', () => {
  it('asks for nothing that is not inside it', () => {
    const named = [...page.querySelectorAll('[src], [href]')].map(
      (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? ''
    )
    expect(named.every((address) => /^(?:data:|#)/.test(address))).toBe(true)
    expect(page.querySelector('style')?.textContent).toBe('body{color:red}')
  })

  it('runs its scripts, the app last and at once', () => {
    expect(running).toHaveLength(4)
    const app = running.at(-1)
    expect([app?.type, app?.hasAttribute('async')]).toEqual(['module', true])
    expect(app?.textContent).toContain("'$&'\nrun()")
    expect(running[1]?.textContent).toBe("say('#recovery')")
  })

  it('has a policy that knows each of them, and lets no other run', () => {
    const hashes = running.map(
      ({ textContent }) => `'sha256-${createHash('sha256').update(textContent).digest('base64')}'`
    )
    const allowed = /script-src ([^;]*)/.exec(policy)?.[1]?.split(' ')
    expect(allowed?.sort()).toEqual(hashes.sort())
    expect(policy).not.toContain("'self'")
    expect(policy).toContain("default-src 'none'")
  })

  it('keeps what ends an element out of scripts, and what they say', () => {
    const app = running.at(-1)?.textContent ?? ''
    const said = new Function(`${app.replace('run()', '')}; return [end, comment.test('<!--')]`)
    expect(said()).toEqual(['</script>', true])
  })

  it('holds threads before the app, and files as they are behind it', () => {
    const paths = scripts.map(({ dataset, type }) => dataset['path'] ?? type)
    expect(paths.slice(3)).toEqual([
      'assets/worker-c.js',
      'module',
      'fonts/song.ttf.gz',
      'text/plain'
    ])
    const font = inert.find(({ dataset }) => dataset['path'] === 'fonts/song.ttf.gz')
    expect([...Buffer.from(font?.textContent ?? '', 'base64')]).toEqual([0x1f, 0x8b, 0, 255])
    expect(inert.at(-1)?.textContent).toContain('fonts/LICENSE-song.txt')
  })

  it('is not made of a page that names what was not built', () => {
    expect(() => pageOf({ 'index.html': index.replace('style-b', 'style-c') })).toThrow(
      'style-c.css'
    )
  })
})
