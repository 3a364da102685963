import { isBackup } from '../../core/report/backup.ts'
import { jsonValue } from '../../core/report/json.ts'
import { comparedBlocks } from './compare-tool.ts'
import { decode } from '../source/decode.ts'
import { largestJson, openExchange } from '../source/exchange.ts'
import { failure, type ReadInput, type ReadResult } from '../source/reader.ts'

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
  const opened = openExchange(data)
  const compared = !opened.ok && opened.reason === 'foreign' ? comparedBlocks(data) : null
  return compared ? { ok: true, ...compared } : opened
}
