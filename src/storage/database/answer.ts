/** How long the browser may take to answer, in milliseconds. */
export const patience = 4000

/**
 * The answer to a question to the database, or a rejection after four seconds without one. A write
 * that is given up on may still be done later.
 */
export function answeredInTime<Answer>(question: PromiseLike<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const silence = setTimeout(
      () => reject(new Error(`no answer from the database in ${patience / 1000} s`)),
      patience
    )
    question.then(resolve, reject).then(() => clearTimeout(silence))
  })
}
