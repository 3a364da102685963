import { expect, test } from 'vitest'
import { backupDue, type BackupFacts } from '../../../src/state/keeping/reminder.ts'

const day = 86_400_000
const now = new Date(2026, 5, 15)
const ago = (days: number, from = now) => new Date(from.getTime() - days * day)

const facts: BackupFacts = {
  now,
  last: ago(40),
  began: ago(200),
  changed: ago(1),
  putOff: undefined,
  onDisk: false,
  shortLived: false
}
const january = new Date(2027, 0, 25)
const season = { now: january, changed: ago(1, january), began: ago(90, january) }

test.each<[string, Partial<BackupFacts>, ReturnType<typeof backupDue>]>([
  ['a month since the last one', {}, 'long'],
  ['a fortnight since the last one', { last: ago(14) }, undefined],
  ['nothing has changed since', { changed: ago(41) }, undefined],
  ['nothing is stored', { changed: undefined }, undefined],
  ['never, a month after the work began', { last: undefined, began: ago(31) }, 'long'],
  ['never, and the work has just begun', { last: undefined, began: ago(2) }, undefined],
  ['never, and it is not known since when', { last: undefined, began: undefined }, undefined],
  ['the library lies in a folder', { onDisk: true }, undefined],
  ['it was put off', { putOff: new Date(now.getTime() + day) }, undefined],
  ['it was put off, and the time is over', { putOff: ago(1) }, 'long'],
  ['six days before the deadline', { ...season, last: ago(5, january) }, 'deadline'],
  ['the same, and it was yesterday', { ...season, last: ago(1, january) }, undefined],
  ['a week in Safari', { last: ago(7), shortLived: true }, 'shortLived'],
  ['a week elsewhere', { last: ago(7) }, undefined]
])('%s', (_name, change, due) => {
  expect(backupDue({ ...facts, ...change })).toBe(due)
})
