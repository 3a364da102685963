// @ts-check
import { createHash } from 'node:crypto'

/**
 * A built page with everything inside it that it asks a server for. What its head and body name becomes a
 * part of it: styles, scripts, the icon, and the recovery page, which is one more script. The rest
 * follows as text that nobody reads before it is asked for (`beside.js`): scripts of threads, and
 * behind the app, which does not wait for them, files and the licences. Its policy lets these very
 * scripts run and no other.
 *
 * @param {Readonly<Record<string, Buffer>>} files by their paths, `index.html` among them
 * @param {string} beside the script that stands before the app
 * @returns {string}
 */
export function singlePage(files, beside) {
  const left = new Map(Object.entries(files))
  /** @param {string} path */
  const take = (path) => {
    const file = left.get(path)
    if (!file) throw new Error(`the page asks for ${path}, which was not built`)
    left.delete(path)
    return file
  }
  /** @type {string[]} */
  const hashes = []
  /** @param {Buffer | string} code */
  const script = (code, type = '') => {
    const text = inert(String(code).replaceAll('./recovery.html', '#recovery'))
    hashes.push(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    return `<script${type}>${text}</script>`
  }
  let app = ''
  const page = String(take('index.html'))
    .replace(/<!--.*?-->/gs, '')
    .replaceAll('./recovery.html', '#recovery')
    .replace('<html', '<html data-edition="single"')
    .replace(/<link\b[^>]*\brel="manifest"[^>]*>/g, '')
    .replace(/(<link\b[^>]*\bhref=")\.\/([^"]+\.svg)"/g, (_, before, path) => {
      return `${before}data:image/svg+xml;base64,${take(path).toString('base64')}"`
    })
    .replace(/<link\b[^>]*\bhref="\.\/([^"]+\.css)"[^>]*>/g, (_, path) => {
      return `<style>${take(path)}</style>`
    })
    .replace(/<script\b([^>]*)\bsrc="\.\/([^"]+)"[^>]*><\/script>/g, (_, attributes, path) => {
      if (!attributes.includes('module')) return script(take(path))
      // Runs when it is read, not when all of the document is.
      app = script(take(path), ' type="module" async')
      return ''
    })
    .replace('<title>', () => `${script(beside)}\n<title>`)
  const recovery = script(take('recovery.js'))
  /** @type {string[]} */
  const threads = []
  /** @type {string[]} */
  const behind = []
  for (const [path, file] of left) {
    if (/\.m?js$/.test(path)) threads.push(island(inert(String(file)), path))
    else if (isLicence(path)) behind.push(island(inert(`${path}\n\n${file}`)))
    else behind.push(island(file.toString('base64'), path))
  }
  return page
    .replace(/(http-equiv="Content-Security-Policy"\s+content=")([^"]*)/, (_, start, policy) => {
      return start + policyFor(policy, hashes)
    })
    .replace('</body>', () => [recovery, ...threads, app, ...behind, '</body>'].join('\n'))
}

/** @param {string} path */
export const isLicence = (path) => /LICEN[CS]E/i.test(path)

/**
 * The policy of a page without a server: nothing comes from anywhere, and what runs is told by its
 * hash. Files of the document are read by way of `data:`.
 *
 * @param {string} policy
 * @param {readonly string[]} hashes
 */
const policyFor = (policy, hashes) =>
  policy
    .replace("script-src 'self'", `script-src ${hashes.join(' ')}`)
    .replace("default-src 'self'", "default-src 'none'")
    .replaceAll(" 'self'", '')
    .replace('connect-src', 'connect-src data:')

/**
 * Text that ends no element early: `</script` and `<!--` are written otherwise. In scripts they stand
 * in strings and regular expressions only, which mean the same then.
 *
 * @param {string} text
 */
const inert = (text) => text.replace(/\r\n?/g, '\n').replace(/<(?=\/script|!--)/gi, '\\x3C')

const island = (/** @type {string} */ text, path = '') =>
  `<script type="text/plain"${path && ` data-path="${path}"`}>${text}</script>`
