import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { eachLabel, someLabels, type Extent } from '../../../../src/core/charts/plan/line-labels.ts'

const size = 9
const place = 40
const room: Extent = { left: 0, top: 0, right: 480, bottom: 200 }

/** Points of a line, one in the middle of every place, in the room that a chart leaves for figures. */
const line = (...heights: readonly (readonly [y: number, width: number])[]) =>
  heights.map(([y, width], i) => ({ x: (i + 0.5) * place, y, width }))
const anyLine = fc
  .array(fc.tuple(fc.integer({ min: 15, max: 200 }), fc.integer({ min: 4, max: place })), {
    minLength: 1,
    maxLength: 12
  })
  .map((heights) => line(...heights))

const meet = (a: Extent, b: Extent) =>
  a.left < b.right - 0.01 &&
  b.left < a.right - 0.01 &&
  a.top < b.bottom - 0.01 &&
  b.top < a.bottom - 0.01
const pairs = (boxes: readonly Extent[]) =>
  boxes.flatMap((a, i) => boxes.slice(i + 1).map((b) => [a, b] as const))
/** By small steps along the line. */
const crossed = (points: ReturnType<typeof line>, box: Extent) =>
  points.some((from, i) => {
    const to = points[i + 1] ?? from
    return Array.from({ length: 400 }, (_, step) => step / 399).some((part) => {
      const [x, y] = [from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)]
      return x > box.left + 0.5 && x < box.right - 0.5 && y > box.top + 0.5 && y < box.bottom - 0.5
    })
  })
const expectApart = (boxes: readonly Extent[]) => {
  for (const [a, b] of pairs(boxes)) expect(meet(a, b)).toBe(false)
  for (const { left, top, right, bottom } of boxes) {
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(room.right)
    expect(bottom).toBeLessThanOrEqual(room.bottom)
  }
}

describe('a figure at every point', () => {
  test('stands inside and meets no other', () => {
    fc.assert(
      fc.property(anyLine, (points) => {
        const boxes = eachLabel(points, place, size, room)
        expect(boxes).toHaveLength(points.length)
        expectApart(boxes)
      })
    )
  })

  it.each<[string, ReturnType<typeof line>]>([
    ['a line that rises', line([150, 20], [120, 20], [90, 20], [60, 20])],
    ['a peak', line([150, 20], [20, 20], [150, 20])],
    ['a trough with room below', line([20, 20], [150, 20], [20, 20])],
    ['a fall to the axis', line([20, 36], [195, 20], [190, 36], [192, 20])],
    ['a peak beside small months', line([195, 20], [20, 30], [194, 26], [199, 8], [198, 20])]
  ])('is not crossed by %s', (_, points) => {
    for (const box of eachLabel(points, place, size, room)) expect(crossed(points, box)).toBe(false)
  })

  it('stands above, and below a trough', () => {
    const [, trough, peak] = eachLabel(
      line([20, 20], [150, 20], [30, 20], [150, 20]),
      place,
      size,
      room
    )
    expect(trough?.top).toBeGreaterThan(150)
    expect(peak?.bottom).toBeLessThan(30)
  })
})

test('figures of several lines cover neither each other nor a line', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 2, maxLength: 5 }), (lines) => {
      const boxes = someLabels(lines, size, room)
        .flat()
        .filter((box) => box !== undefined)
      expectApart(boxes)
      for (const points of lines) for (const box of boxes) expect(crossed(points, box)).toBe(false)
    })
  )
})
