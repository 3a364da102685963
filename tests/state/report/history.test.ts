import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  edited,
  emptyHistory,
  redone,
  sealed,
  undone,
  type History
} from '../../../src/state/report/history.ts'

it('merges the keystrokes of one field into one step, until it is left', () => {
  let history: History<string> = emptyHistory
  history = edited(history, '', 'cell:a')
  history = edited(history, '1', 'cell:a')
  expect(history.past).toEqual([''])
  history = edited(sealed(history), '12', 'cell:a')
  expect(history.past).toEqual(['', '12'])
})

it('gives every edit without a key a step of its own', () => {
  const history = edited(edited<number>(emptyHistory, 1, undefined), 2, undefined)
  expect(history.past).toEqual([1, 2])
})

it('undo and redo walk the same states back and forth', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1 }), (states) => {
      let history: History<number> = emptyHistory
      let now = -1
      for (const state of states) {
        history = edited(history, now, undefined)
        now = state
      }
      const last = now
      const seen: number[] = []
      for (let step = undone(history, now); step; step = undone(history, now)) {
        ;({ state: now, history } = step)
        seen.push(now)
      }
      expect(seen).toEqual([-1, ...states.slice(0, -1)].reverse())
      for (let step = redone(history, now); step; step = redone(history, now)) {
        ;({ state: now, history } = step)
      }
      expect(now).toBe(last)
    })
  )
})

it('forgets what was undone once something else is done', () => {
  const back = undone(edited<number>(emptyHistory, 1, undefined), 2)
  expect(back && redone(edited(back.history, back.state, 'k'), 3)).toBeUndefined()
})
