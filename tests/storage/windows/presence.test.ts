import { expect, it, vi } from 'vitest'

/** A window of the same browser: a copy of its own of everything. */
async function anotherWindow() {
  vi.resetModules()
  const { turn } = await import('../../../src/storage/database/keeping.ts')
  return { turn, ...(await import('../../../src/storage/windows/presence.ts')) }
}

it('a window that waits for the database learns what is open in those that have it', async () => {
  const [one, two, waiting] = [await anotherWindow(), await anotherWindow(), await anotherWindow()]
  one.turn('kept')
  two.turn('blocked')
  const end = [one.announce(() => '清川市水务局2025年'), two.announce(() => '青石镇2025年')]
  const titles: string[] = []
  waiting.turn('blocked')
  waiting.othersOpen((title) => titles.push(title))
  await vi.waitFor(() => expect(titles).toEqual(['清川市水务局2025年']))
  for (const stop of end) stop()
})

it('what another program says on the channel is not listened to', async () => {
  const { othersOpen } = await anotherWindow()
  const titles: string[] = []
  othersOpen((title) => titles.push(title))
  const channel = new BroadcastChannel('nianbao.windows')
  for (const said of [null, 'here', { kind: 'here' }, { kind: 'here', title: 7 }, { kind: 'x' }]) {
    channel.postMessage(said)
  }
  channel.postMessage({ kind: 'here', title: '清川市水务局2025年' })
  await vi.waitFor(() => expect(titles).toEqual(['清川市水务局2025年']))
  channel.close()
})
