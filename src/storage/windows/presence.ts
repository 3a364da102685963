import { keeping } from '../database/keeping.ts'
import { listen, tell } from './channel.ts'

/** Tells windows that ask what is open in this one, if it has the database. */
export function announce(title: () => string): () => void {
  return listen(({ kind }) => {
    const has = keeping() === 'kept' || keeping() === 'outdated'
    if (kind === 'who' && has) tell({ kind: 'here', title: title() })
  })
}

/** Asks which other windows have the database; each answers by itself, or not at all. */
export function othersOpen(onTitle: (title: string) => void): () => void {
  const deafen = listen((message) => message.kind === 'here' && onTitle(message.title))
  tell({ kind: 'who' })
  return deafen
}
