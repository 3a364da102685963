import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wordsBeside, type WordRun } from '../../../src/core/versions/words.ts'

const shown = (runs: readonly WordRun[]): string =>
  runs.map(({ text, own }) => (own ? `[${text}]` : text)).join('')

it.each([
  ['全年受理5件。', '全年受理5件。', '全年受理5件。', '全年受理5件。'],
  ['全年受理5件。', '全年受理15件。', '全年受理[5]件。', '全年受理[15]件。'],
  ['主动公开信息。', '主动公开政府信息。', '主动公开信息。', '主动公开[政府]信息。'],
  ['', '新写的', '', '[新写的]'],
  ['甲乙丙', '丁戊己', '[甲乙丙]', '[丁戊己]'],
  ['改了一处又一处', '换了两处又两处', '[改了一]处又[一]处', '[换了两]处又[两]处'],
  ['共{{metric:m1}}条', '共{{metric:m2}}条', '共[{{metric:m1}}]条', '共[{{metric:m2}}]条']
])('%s beside %s', (mine, theirs, here, there) => {
  const runs = wordsBeside(mine, theirs)
  expect([shown(runs.mine), shown(runs.theirs)]).toEqual([here, there])
})

it('leaves out no sign of either', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '，', '1', 'a', ' ', '\n', '😀') })
  fc.assert(
    fc.property(text, text, (mine, theirs) => {
      const runs = wordsBeside(mine, theirs)
      const joined = (side: readonly WordRun[]) => side.map((run) => run.text).join('')
      expect([joined(runs.mine), joined(runs.theirs)]).toEqual([mine, theirs])
      const shared = (side: readonly WordRun[]) => joined(side.filter(({ own }) => !own))
      expect(shared(runs.mine)).toBe(shared(runs.theirs))
    })
  )
})
