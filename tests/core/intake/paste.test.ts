import { describe, expect, it } from 'vitest'
import { pastedByLabel } from '../../../src/core/intake/paste.ts'
import { recognise } from '../../../src/core/intake/recognise.ts'
import { textBlocks } from '../../../src/formats/read/text/read-text.ts'

describe('a block pasted by its labels', () => {
  const pasted = (...lines: string[]) =>
    pastedByLabel(recognise(textBlocks(lines.join('\n'))).patch, 'requests')

  it('says nothing of cells that stand as they were read', () => {
    const block = pasted(
      '（一）予以公开\t5\t0\t0\t0\t0\t1\t6',
      '（二）部分公开\t2\t0\t0\t0\t0\t0\t2'
    )
    expect(block).toMatchObject({ refused: [], doubtful: [] })
    expect(Object.keys(block?.patch ?? {})).toHaveLength(14)
  })

  it('names the cells of a row that does not add up, and of no other', () => {
    const block = pasted(
      '（一）予以公开\t5\t0\t0\t0\t0\t1\t9',
      '（二）部分公开\t2\t0\t0\t0\t0\t0\t2'
    )
    expect(block?.patch['requests.granted.total']).toBe(9)
    expect(block?.doubtful).toHaveLength(7)
    expect(block?.doubtful.every((field) => field.startsWith('requests.granted.'))).toBe(true)
  })

  it('names a total that was left out and follows from its row', () => {
    const block = pasted('（一）予以公开\t5\t0\t0\t0\t0\t1')
    expect(block?.patch['requests.granted.total']).toBe(6)
    expect(block?.doubtful).toContain('requests.granted.total')
  })
})
