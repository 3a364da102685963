import { afterEach, expect } from 'vitest'
import { figures } from './run.ts'

/** Nothing that is tested says anything on the console: warnings of Svelte and of libraries fail too. */

const said: string[] = []
if (!figures) {
  for (const method of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const)
    console[method] = (...words: unknown[]) => void said.push(words.map(String).join(' '))
}
afterEach(() => expect(said.splice(0), 'said on the console').toEqual([]))
