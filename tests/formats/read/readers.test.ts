import { describe, expect, it } from 'vitest'
import { readAs } from '../../../src/formats/read/readers.ts'
import { largestFile } from '../../../src/formats/source/reader.ts'

describe('a file beyond all measure', () => {
  const bytes = new Uint8Array(largestFile + 1)

  it.each(['text', 'html', 'json', 'csv', 'docx', 'xlsx', 'pdf', 'ole', 'rtf'] as const)(
    'is refused by its size, whatever it calls itself: %s',
    async (kind) => {
      expect(await readAs(kind, { name: '', bytes })).toEqual({
        ok: false,
        reason: 'tooLarge',
        detail: String(bytes.length)
      })
    }
  )
})
