import { expect, it, vi } from 'vitest'
import {
  remembered,
  rememberedPieces,
  rememberedPiecesWith
} from '../../../src/core/prose/remembered.ts'

it.each([
  ['texts', remembered],
  ['pieces', rememberedPieces]
])('%s: a text is worked on once, whatever else a list hands over with it', (_, memo) => {
  const work = vi.fn((text: string) => text.length)
  const lengthOf = memo(work)
  expect(['甲', '乙乙', '甲', '甲'].map(lengthOf)).toEqual([1, 2, 1, 1])
  expect(work.mock.calls).toEqual([['甲'], ['乙乙']])
})

it('what an answer depends on beside the piece tells answers apart', () => {
  const work = vi.fn((text: string, year: number, above?: string) => `${text}${year}${above ?? ''}`)
  const answer = rememberedPiecesWith(work)
  const asked: Parameters<typeof answer>[] = [
    ['甲', 2024],
    ['甲', 2025],
    ['甲', 2025, 'case'],
    ['乙\n甲', 2025],
    ['甲', 2025]
  ]
  expect(asked.map((one) => answer(...one))).toEqual([
    '甲2024',
    '甲2025',
    '甲2025case',
    '乙\n甲2025',
    '甲2025'
  ])
  expect(work).toHaveBeenCalledTimes(4)
})
