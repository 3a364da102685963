/**
 * Runs work in a task of its own right after the next frame. A hidden page has none until it is seen.
 * The task goes before others that wait: where the browser looks through all number fields after each
 * key, to fill them in by itself, that takes longer than the rules.
 */
export const afterFrame = (work: () => void): void => {
  requestAnimationFrame(() => {
    if ('scheduler' in globalThis) void scheduler.postTask(work, { priority: 'user-blocking' })
    else setTimeout(work)
  })
}
