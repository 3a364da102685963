/** Undo and redo as stacks of states; states are immutable, so a step costs a reference. */
export interface History<State> {
  readonly past: readonly State[]
  readonly future: readonly State[]
  /** Edits with the same key in a row are one step: the keystrokes in one cell. */
  readonly key: string | undefined
}

/** More steps than anybody takes back; beyond it the oldest are forgotten. */
const depth = 500

/** Nothing to take back and nothing to bring again. */
export const emptyHistory: History<never> = { past: [], future: [], key: undefined }

/** The history after `before` was edited; `key` undefined makes a step of its own. */
export function edited<State>(
  history: History<State>,
  before: State,
  key: string | undefined
): History<State> {
  if (key !== undefined && key === history.key) return { ...history, future: [] }
  return { past: [...history.past.slice(-depth + 1), before], future: [], key }
}

/** Ends the current step: the next edit is a new one even with the same key. */
export const sealed = <State>(history: History<State>): History<State> => ({
  ...history,
  key: undefined
})

/** A state that is gone back or forward to, and the history as it is then. */
export interface Step<State> {
  readonly state: State
  readonly history: History<State>
}

/** One step back from `now`, or undefined at the beginning. */
export function undone<State>(history: History<State>, now: State): Step<State> | undefined {
  const state = history.past.at(-1)
  if (state === undefined) return undefined
  return {
    state,
    history: { past: history.past.slice(0, -1), future: [now, ...history.future], key: undefined }
  }
}

/** One step forward again, or undefined at the end. */
export function redone<State>(history: History<State>, now: State): Step<State> | undefined {
  const [state, ...future] = history.future
  if (state === undefined) return undefined
  return { state, history: { past: [...history.past, now], future, key: undefined } }
}
