import { openReport } from '../core/migrate.ts'
import { decode } from './decode.ts'
import { failure, type ReadInput, type ReadResult } from './reader.ts'

/** The exchange file, in every schema so far. */
export async function read({ bytes, text }: ReadInput): Promise<ReadResult> {
  const json = text ?? decode(bytes)?.text
  if (json === undefined) return failure('encoding')
  if (!json.trim()) return failure('empty')
  const opened = openReport(parsed(json))
  return opened.ok ? opened : failure(opened.reason, opened.detail)
}

/** The value of a JSON text; undefined, which is no report, when it is none. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
