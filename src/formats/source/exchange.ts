import { jsonValue } from '../../core/report/json.ts'
import { openReport } from '../../core/report/migrate.ts'
import { proved, received } from '../../core/checks/proof.ts'
import { failure, type ReadReport, type Unread } from './reader.ts'
import { sha256OfText } from './sha256.ts'

/** The longest JSON that can hold a report within its limits, escapes and all, in characters. */
export const largestJson = 16_000_000

/**
 * The report of an exchange file, in every schema so far, with what its proof says of other hands; or
 * why there is none.
 */
export function openExchange(data: unknown): ReadReport | Unread {
  const opened = openReport(data)
  return opened.ok
    ? { ...opened, report: received(opened.report, proved(data, sha256OfText)) }
    : failure(opened.reason, opened.detail)
}

/** The same of the file's text. */
export const openExchangeText = (json: string): ReadReport | Unread =>
  json.length > largestJson
    ? failure('tooLong', String(json.length))
    : openExchange(jsonValue(json))
