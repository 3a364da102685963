import { aligned, type Comparing } from './aligned.ts'

/** A paragraph beside another state of it, word by word. */

/** A run of a text, and whether the other text has it, too. */
export interface WordRun {
  readonly text: string
  readonly own: boolean
}

/** Texts of more words than this are not compared: nobody would read the marks. */
const most = 4_000
/** What both have between two changes is a change with them where it is shorter than this. */
const shortest = 2

const comparing: Comparing<string, string> = {
  same: (a, b) => a === b,
  alike: () => 0,
  fits: () => false
}

/** Numbers and words of letters as a whole, all else sign by sign. */
const wordsOf = (text: string): string[] =>
  text.match(/\{\{[^{}]{1,80}\}\}|[\p{Script=Latin}\d.%]+|./gsu) ?? []

/** Both texts as runs, in order; all of them is one where they have nothing in common. */
export function wordsBeside(
  mine: string,
  theirs: string
): { readonly mine: WordRun[]; readonly theirs: WordRun[] } {
  const [here, there] = [wordsOf(mine), wordsOf(theirs)]
  if (Math.max(here.length, there.length) > most) {
    return { mine: [{ text: mine, own: true }], theirs: [{ text: theirs, own: true }] }
  }
  const found = aligned(here, there, comparing)
  const runs = { mine: [] as WordRun[], theirs: [] as WordRun[] }
  /** What both have since the last change. */
  let shared = ''
  const close = (isEnd: boolean): void => {
    const isBetween = !isEnd && runs.mine.length + runs.theirs.length > 0
    const own = isBetween && shared.length < shortest
    for (const side of [runs.mine, runs.theirs]) add(side, { text: shared, own })
    shared = ''
  }
  for (const stretch of found) {
    if (stretch.kind === 'same') {
      shared += stretch.mine
      continue
    }
    close(false)
    const [own, other] =
      stretch.kind === 'apart' ? [stretch.mine, stretch.theirs] : [[stretch.mine], [stretch.theirs]]
    add(runs.mine, { text: own.join(''), own: true })
    add(runs.theirs, { text: other.join(''), own: true })
  }
  close(true)
  return runs
}

function add(runs: WordRun[], run: WordRun): void {
  if (!run.text) return
  const last = runs.at(-1)
  if (last?.own === run.own) runs[runs.length - 1] = { ...last, text: last.text + run.text }
  else runs.push(run)
}
