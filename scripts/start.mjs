// @ts-check
/**
 * `npm start`: builds the app, serves it to this machine alone, prints the address, and opens the
 * browser where there is one. Ctrl-C ends it.
 */
import { spawn } from 'node:child_process'
import { build, preview } from 'vite'

const usualPort = 4173

await build({ logLevel: 'warn' })
// Drafts belong to an address, port and all: keep to the same one while it is free.
const server = await preview({
  logLevel: 'warn',
  preview: { host: '127.0.0.1', port: usualPort, strictPort: false, open: false }
})
const address = server.httpServer.address()
const port = address && typeof address === 'object' ? address.port : usualPort
const url = `http://localhost:${port}/`

console.log(`\n  年报台  ${url}\n\n  Ctrl-C 结束`)
if (port !== usualPort) {
  console.log(
    `  端口 ${usualPort} 已被占用，改用 ${port}。报告按网址分别保存，` +
      `在 http://localhost:${usualPort}/ 填写的报告须在该网址打开。`
  )
}
openBrowser(url)

process.on('SIGINT', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))

/**
 * Opens the address in the desktop's browser; does nothing where there is no desktop.
 *
 * @param {string} url
 */
function openBrowser(url) {
  const { env, platform } = process
  if (env['CI']) return
  const [command, ...args] =
    platform === 'darwin'
      ? ['open', url]
      : platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : env['DISPLAY'] || env['WAYLAND_DISPLAY']
          ? ['xdg-open', url]
          : []
  if (!command) return
  const opener = spawn(command, args, { stdio: 'ignore', detached: true })
  // No such command: the address is printed, that is enough.
  opener.on('error', () => undefined)
  opener.unref()
}
