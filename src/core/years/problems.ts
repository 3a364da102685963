import { sentencesOf } from '../prose/sentences.ts'

/** The problems that section 五 of a report names, and what the next report says of each. */

/** A problem that section 五 names. */
export interface Problem {
  /** The whole of what was said, without its 一是. */
  readonly text: string
  /** Its first clause, by which it is quoted. */
  readonly name: string
}

/** Where the text turns to problems, and where to what was or will be done about them. */
const turnsToProblems =
  /(?:存在|主要|突出|当前)[^，。；：\n]{0,8}(?:问题|不足|困难)|不足之处|仍[然有]?存在/g
const turnsToMeasures =
  /改进|整改|下一?步|下一年|今后|接下来|(?:拟|将)采取|措施|针对|(?:上|去)一?年[^，。；\n]{0,16}(?:改进|解决|落实)/g
const numbering =
  /(?:^|[。；;：:，,\s])(?:[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十][，、是]|[（(]\d[）)]|\d[、.．](?!\d))/g

/** The stretches of a text that speak of problems. */
function stretches(text: string): string[] {
  const turns = [
    ...Array.from(text.matchAll(turnsToProblems), ({ index, 0: found }) => ({
      at: index,
      past: index + found.length,
      to: 'problems' as const
    })),
    ...Array.from(text.matchAll(turnsToMeasures), ({ index, 0: found }) => ({
      at: index,
      past: index + found.length,
      to: 'measures' as const
    }))
  ].sort((a, b) => a.at - b.at)
  const found: string[] = []
  let from: number | undefined = 0
  let past = 0
  for (const { at, past: end, to } of turns) {
    // 存在的问题及改进情况 announces both, and the problems come first.
    if (at < past || (to === 'measures' && at > 0 && /[及和与、]/.test(text[at - 1] ?? '')))
      continue
    if (to === 'measures') {
      if (from !== undefined) found.push(text.slice(from, at))
      from = undefined
    } else {
      if (from !== undefined) found.push(text.slice(from, at))
      from = end
      past = end
    }
  }
  if (from !== undefined) found.push(text.slice(from))
  return found
}

/** The problems named in a section 五: 一是…；二是…, else its sentences before any measure. */
export function problemsOf(text: string): Problem[] {
  const about = stretches(text)
  const numbered = about.flatMap(numberedParts)
  const said = numbered.length ? numbered : about.flatMap(plainParts)
  return said.map((whole) => ({ text: whole, name: nameOf(whole) })).filter(({ name }) => name)
}

function numberedParts(stretch: string): string[] {
  const marks = Array.from(stretch.matchAll(numbering), ({ index, 0: mark }) => ({
    from: index,
    past: index + mark.length
  }))
  return marks.map(({ past }, i) => {
    const part = stretch.slice(past, marks[i + 1]?.from ?? stretch.length)
    // The last one ends with its line.
    return trimmed(i + 1 < marks.length ? part : (part.split('\n')[0] ?? ''))
  })
}

const plainParts = (stretch: string): string[] =>
  sentencesOf(stretch)
    .filter(({ heading }) => !heading)
    .map((sentence) => trimmed(sentence.text.replace(/^[^：:]{0,12}[：:]/, '')))
    .filter((said) => said.length >= 4)

const trimmed = (text: string): string =>
  text
    .replace(/\s+/g, '')
    .replace(/^[：:，,、；;。]+|[：:，,、；;。]+$/g, '')
    // The bracket of the next heading's number.
    .replace(/。?[（(][一二三四五六七八九十]*$/, '')

/** The first clause; a short opening one says too little to be known by. */
function nameOf(text: string): string {
  const clauses = text.split(/[，,；;。]/)
  const [first = '', second] = clauses
  return first.length < 4 && second ? `${first}，${second}` : first
}

/** 改进了吗: how a problem of last year stands. */
export type ProblemProgress = 'done' | 'partly' | 'not'

/** All of them, the best first. */
export const progresses: readonly ProblemProgress[] = ['done', 'partly', 'not']

const sayings: Readonly<Record<ProblemProgress, (name: string) => string>> = {
  done: (name) => `上年提出的“${name}”问题已经改进。`,
  partly: (name) => `上年提出的“${name}”问题有所改进，还没有完全解决，将继续改进。`,
  not: (name) => `上年提出的“${name}”问题还没有改进，列入下一年改进事项。`
}

/** The sentence that answers for one problem; its author goes on from there. */
const answerFor = ({ name }: Problem, progress: ProblemProgress): string => sayings[progress](name)

/** What a text says of a problem: an answer as it was put in, `own` words about it, or nothing. */
export function progressIn(text: string, problem: Problem): ProblemProgress | 'own' | undefined {
  const answer = progresses.find((progress) => text.includes(answerFor(problem, progress)))
  return answer ?? (text.includes(problem.name) ? 'own' : undefined)
}

/**
 * The section with the answer for one problem: in place of the answer it has, else behind the
 * other answers, which stand first. `undefined` takes the answer out.
 */
export function withAnswer(
  text: string,
  problem: Problem,
  progress: ProblemProgress | undefined
): string {
  const before = progressIn(text, problem)
  const answer = progress === undefined ? '' : answerFor(problem, progress)
  if (before && before !== 'own') {
    const out = text.replace(answerFor(problem, before), () => answer)
    return answer ? out : out.replace(/^\s*\n/, '')
  }
  const all = sentencesOf(text)
  const last = all.filter((sentence) => sentence.text.startsWith('上年提出的“')).at(-1)
  if (last) return text.slice(0, last.to) + answer + text.slice(last.to)
  // Under the heading that is about last year, else before everything.
  const heading = all.find((sentence) => sentence.heading && /上年|上一年|整改/.test(sentence.text))
  if (heading) return `${text.slice(0, heading.to)}\n${answer}${text.slice(heading.to)}`
  return text.trim() ? `${answer}\n${text}` : answer
}
