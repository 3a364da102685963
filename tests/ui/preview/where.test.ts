import { describe, expect, it } from 'vitest'
import { compose } from '../../../src/core/compose/compose.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { lookOf } from '../../../src/typeset/page/look.ts'
import { typeset } from '../../../src/typeset/pages/typeset.ts'
import { areasAt, pageStarts } from '../../../src/ui/preview/where.ts'
import { fakeFonts } from '../../typeset/lines/fake-fonts.ts'

const blank = newReport('清川市水利局', 2025)
const written = (overview: string): Report => ({ ...blank, text: { ...blank.text, overview } })

/** The marks for a caret in 一, on pages set from one text while the editor may be at another. */
function marks(onPages: string, caret: number, inEditor = onPages) {
  const report = written(onPages)
  const blocks = compose(report)
  const document = typeset(blocks, fakeFonts, lookOf(report, false))
  const cursor = { spot: 'overview', field: undefined, caret } as const
  return areasAt(written(inEditor), blocks, document, cursor)
}

const text = '第一句话。第二句话。\n\n第三句话。'

describe('the mark of the caret', () => {
  it('is the sentence that it stands in', () => {
    const [first, second, third] = [marks(text, 2), marks(text, 7), marks(text, 14)]
    expect(first[0]?.y).toBe(second[0]?.y)
    expect(second[0]?.x).toBeGreaterThan(first[0]?.x ?? Infinity)
    expect(third[0]?.y).toBeGreaterThan(first[0]?.y ?? Infinity)
  })

  it('stays where it was while the pages lag behind what is typed', () => {
    const typed = `${text}再加一句。`
    const before = marks(text, text.length)
    for (let more = 1; more <= 5; more++)
      expect(marks(text, text.length + more, typed)).toEqual(before)
  })

  it('on a blank line is the sentence before it', () => {
    expect(marks(text, text.indexOf('\n') + 1)).toEqual(marks(text, text.indexOf('\n')))
  })
})

describe('where pages begin in the text', () => {
  const starts = (overview: string) => {
    const report = written(overview)
    const blocks = compose(report)
    return pageStarts(report, blocks, typeset(blocks, fakeFonts, lookOf(report, false)), 'overview')
  }

  it('is nowhere while it fits on the first page', () => {
    expect(starts('全年公开信息9条。')).toEqual([])
  })

  it('is the letter that the page begins with, quotes counted as they are written', () => {
    const line = '全年新收{{requests.received.total}}件，都已办结。'
    const found = starts(Array.from({ length: 60 }, () => line).join('\n'))
    expect(found.map(({ page }) => page)).toEqual([2, 3])
    // Each paragraph is a line of the page: pages begin with a whole one.
    for (const { at } of found) expect(at % (line.length + 1)).toBe(0)
  })
})
