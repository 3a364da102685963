/** As many texts as one report has, and those of last year's. */
const kept = 8

/**
 * The same function, which remembers its answers for the last few texts: while a number is typed the
 * prose does not change, and while one section is written the others do not.
 */
export function remembered<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = work(text)
    const [oldest] = answers.keys()
    if (answers.size >= kept && oldest !== undefined) answers.delete(oldest)
    answers.set(text, answer)
    return answer
  }
}
