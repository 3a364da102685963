import { recall, remember } from './local.ts'

/**
 * What was found and used last, the latest first. Only ids are kept, of this browser alone, and so
 * few that they are seen at a glance.
 */
const key = 'nianbao-lately'
const most = 6

/** The ids of what was used last. */
export const lately = (): readonly string[] => recall(key)?.split('\n').filter(Boolean) ?? []

/** Notes that something was used. */
export const noteUse = (id: string): void =>
  remember(key, [id, ...lately().filter((other) => other !== id)].slice(0, most).join('\n'))
