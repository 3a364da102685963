import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  areasOf,
  placeOf,
  textAt,
  type Area,
  type PagePlace
} from '../../../src/typeset/page/locate.ts'
import { typeset } from '../../../src/typeset/pages/typeset.ts'
import { fakeFonts } from '../lines/fake-fonts.ts'
import { reportBlocks } from '../pages/report-blocks.ts'

const look = { style: 'official', digits: 'own', draft: false } as const
const document = typeset(reportBlocks, fakeFonts, look)

test('from text to page and back is the same character', () => {
  const prose = reportBlocks.flatMap((block, i) =>
    block.type === 'paragraph' ? [{ block, i }] : []
  )
  fc.assert(
    fc.property(fc.constantFrom(...prose), fc.nat(10000), ({ block, i }, any) => {
      const offset = any % block.text.length
      const place = placeOf(document, i, offset)
      const page = place && document.pages[place.page]
      const found = page && textAt(page, place.x + 1, place.y - 3)
      expect(found).toMatchObject({ block: i, offset, from: block.from })
    })
  )
})

test('a cell is found by its field', () => {
  const place = placeOf(document, 12, 0, 'requests.refused.query.legal')
  const page = place && document.pages[place.page]
  expect(page && textAt(page, place.x + 1, place.y - 2)).toMatchObject({
    field: 'requests.refused.query.legal'
  })
})

test('far from any text there is nothing, and so there is of a block that is not there', () => {
  const [page] = document.pages
  expect(page && textAt(page, 5, 5)).toBeUndefined()
  expect(placeOf(document, 999, 0)).toBeUndefined()
})

test('the areas of a sentence cover its characters, a line each, and no others', () => {
  const block = reportBlocks.findIndex(
    (each) => each.type === 'paragraph' && each.text.length > 200
  )
  const [from, to] = [20, 120]
  const areas = areasOf(document, block, from, to)
  expect(areas.length).toBeGreaterThan(2)
  for (const offset of [from, from + 30, to - 1]) {
    const place = placeOf(document, block, offset)
    expect(areas.filter((area) => place && within(area, place))).toHaveLength(1)
  }
  for (const offset of [from - 1, to]) {
    const place = placeOf(document, block, offset)
    expect(areas.filter((area) => place && within(area, place))).toHaveLength(0)
  }
})

const within = (area: Area, { page, x, y }: PagePlace): boolean =>
  page === area.page &&
  x > area.x - 0.1 &&
  x < area.x + area.width - 0.1 &&
  y > area.y &&
  y < area.y + area.height
