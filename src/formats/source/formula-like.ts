/**
 * Texts that spreadsheets take for formulas, by how they begin. The full-width marks are among them:
 * input methods write them, and spreadsheets read them as the plain ones.
 */
const start = '[=+\\-@\\t\\r\\n＝＋－＠]'
const plain = new RegExp(`^${start}`)
const marked = new RegExp(`^'+${start}`)

/** Whether a spreadsheet would make a formula of a text. */
export const isFormulaLike = (text: string): boolean => plain.test(text)

/** A text as a file of values holds it: an apostrophe before it where it looks like a formula. */
export const withMark = (text: string): string =>
  plain.test(text) || marked.test(text) ? `'${text}` : text

/** The text without that apostrophe. */
export const withoutMark = (text: string): string => (marked.test(text) ? text.slice(1) : text)
