import { isBackup } from '../../core/report/backup.ts'
import { jsonValue } from '../../core/report/json.ts'
import { openReport } from '../../core/report/migrate.ts'
import { proved, received } from '../../core/checks/proof.ts'
import { comparedBlocks } from './compare-tool.ts'
import { decode } from '../source/decode.ts'
import { failure, type ReadInput, type ReadResult } from '../source/reader.ts'
import { sha256OfText } from '../source/sha256.ts'

/** The longest JSON that can hold a report within its limits, escapes and all, in characters. */
const largestJson = 16_000_000

/** The exchange file, in every schema so far, or the same report as the compare tool writes it. */
export async function read({ bytes, text }: ReadInput): Promise<ReadResult> {
  const json = text ?? decode(bytes)?.text
  if (json === undefined) return failure('encoding')
  if (!json.trim()) return failure('empty')
  if (json.length > largestJson) return failure('tooLong', String(json.length))
  const data = jsonValue(json)
  // Cut off on its way, or changed by hand: still recognisably ours.
  if (data === undefined && /"zfxxgk-annual-report(?:-backup)?"/.test(json)) {
    return failure('damaged')
  }
  if (isBackup(data)) return failure('backup')
  const opened = openReport(data)
  if (opened.ok) return { ...opened, report: received(opened.report, proved(data, sha256OfText)) }
  const compared = opened.reason === 'foreign' ? comparedBlocks(data) : null
  return compared ? { ok: true, ...compared } : failure(opened.reason, opened.detail)
}
