import fc from 'fast-check'
import { expect, it } from 'vitest'
import { blankCells } from '../../../src/core/form/cells.ts'
import { recognisePasted } from '../../../src/formats/index.ts'
import { read } from '../../../src/formats/read/read-json.ts'
import { balancedCells } from '../../core/intake/arbitrary.ts'
import { score } from '../../core/intake/score.ts'
import { compared } from '../../fixtures/writers/compare-shape.ts'

const readData = (data: unknown) =>
  read({ name: 'a.json', bytes: new TextEncoder().encode(JSON.stringify(data)) })

it('gives back every cell of any report', async () => {
  await fc.assert(
    fc.asyncProperty(balancedCells, async (cells) => {
      const result = await readData(compared({ unit: '清河县水务局', year: 2023, cells }))
      if (!result.ok || !('blocks' in result)) throw new Error('not read')
      const { right, unflagged, recognised } = score(result.blocks, cells)
      expect([right, unflagged]).toEqual([200, []])
      expect(recognised.patch).toMatchObject({
        unitName: '清河县水务局',
        year: 2023,
        text: { overview: '甲。\n乙。', problems: '丙。', other: '丁。' },
        leftovers: []
      })
    }),
    { numRuns: 20 }
  )
})

it.each([
  [[]],
  [{}],
  [{ sections: 1 }],
  [{ sections: [null, 3, { title: {} }] }],
  ['text'],
  [null]
])('refuses %j', async (data) => {
  expect(await readData(data)).toMatchObject({ ok: false, reason: 'foreign' })
})

it('never throws on data of any kind', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      await readData(value)
      await readData({
        sections: [{ type: 'table_3', tableData: value, title: value, content: value }]
      })
    })
  )
})

it('is known when it is pasted', async () => {
  const page = { unit: '清河县水务局', year: 2023, cells: blankCells() }
  const result = await recognisePasted(JSON.stringify(compared(page)))
  if (!result.ok || !('blocks' in result)) throw new Error('not read')
  expect(result.blocks.filter(({ type }) => type === 'grid')).toHaveLength(3)
})
