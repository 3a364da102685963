import type { Report } from '../report/report.ts'

/**
 * Where figures are from, in the words that stand beside them. A place where one counts, as 公众号后台,
 * is true of every number counted there. 上年报告 and the name of a file are true of one number only:
 * another number in its stead has another source.
 */

/** Of a figure that came with last year's report. */
export const lastReport = '上年报告'
/** Of a figure that somebody typed. */
export const byHand = '手工填写'

const fileName = /^[^/\\]+\.(?:xlsx?|xlsm|et|csv|tsv|txt|html?|mht|docx?|wps|rtf|pdf|ofd|json)$/i

/** Whether a figure was read from a file; the address of a page is none. */
export const isFile = (source: string): boolean => fileName.test(source)

/** What a source says of the next number in the same place; empty where it speaks of one alone. */
export const lastingSource = ({ imported }: Pick<Report, 'imported'>, source: string): string =>
  isFile(source) || [lastReport, byHand, imported?.name].includes(source) ? '' : source
