import { Transaction } from '@codemirror/state'

/** Typing stops for this long (milliseconds): what comes next is another step. */
const pause = 1000

/**
 * Tells for change after change whether it begins a step that undo takes back by itself: typing
 * that goes on where it was is one step; deleting, pasting, another line or place, or a pause
 * begins another.
 */
export function newStep(): (change: Transaction) => boolean {
  let last = { kind: '', at: -1, time: 0 }
  return (change) => {
    if (!change.docChanged) return false
    const kind = change.isUserEvent('input.type')
      ? 'type'
      : change.isUserEvent('delete')
        ? 'delete'
        : 'other'
    const time = change.annotation(Transaction.time) ?? 0
    const { from, to, line } = placeOf(change)
    const goesOn =
      kind !== 'other' &&
      kind === last.kind &&
      time - last.time < pause &&
      !line &&
      (from === last.at || to === last.at)
    last = { kind, at: kind === 'delete' ? from : change.newSelection.main.head, time }
    return !goesOn
  }
}

/** Where a change begins and ends in the text before it, and whether it writes a new line. */
function placeOf({ changes }: Transaction): { from: number; to: number; line: boolean } {
  let place = { from: -1, to: -1, line: false }
  changes.iterChanges((from, to, _fromNow, _toNow, inserted) => {
    place = { from, to, line: place.line || inserted.lines > 1 }
  })
  return place
}
