import { describe, expect, it } from 'vitest'
import { channelKinds } from '../../../../src/core/report/channel-kinds.ts'
import {
  columnChoices,
  columnOf,
  columnsKept,
  columnText,
  distinctColumns,
  figureColumn,
  heldBy,
  isSameColumn,
  textOfColumns,
  type Column
} from '../../../../src/core/platforms/exported/column.ts'

describe('what a column means', () => {
  it.each<[Column, string]>([
    ['skip', 'skip'],
    ['this', 'this'],
    [{ year: 2021 }, 'in 2021'],
    [{ name: '办事指南' }, 'line 办事指南'],
    [figureColumn('posts'), 'posts year'],
    [figureColumn('followersEnd', 'end'), 'followersEnd end']
  ])('%j is kept as %s', (column, text) => {
    expect(columnText(column)).toBe(text)
    expect(isSameColumn(column, structuredClone(column))).toBe(true)
  })

  it.each<[Column, ReturnType<typeof heldBy>]>([
    ['label', undefined],
    ['this', { year: 2025 }],
    ['last', { year: 2024 }],
    [{ year: 2021 }, { year: 2021 }],
    [{ name: '甲 year' }, { name: '甲 year' }]
  ])('%j holds %j', (column, held) => {
    expect(heldBy(column, 2025)).toEqual(held)
  })

  it("is an office's own figure by its name, any other by its key", () => {
    expect(columnOf({ key: 'own', period: 'year', name: '甲' })).toEqual({ name: '甲' })
    expect(columnOf({ key: 'posts', period: 'year', name: '甲' })).toEqual(figureColumn('posts'))
  })

  it('stands once among several', () => {
    expect(distinctColumns(['skip', figureColumn('pv'), 'skip', figureColumn('pv')])).toEqual([
      'skip',
      figureColumn('pv')
    ])
  })
})

describe('what was remembered of columns', () => {
  it.each(channelKinds.map(({ id }) => [id] as const))(
    '%s: every meaning that can be chosen is read as it was kept',
    (kind) => {
      const columns = Object.fromEntries(columnChoices(kind).map((one, i) => [`第${i}列`, one]))
      expect(columnsKept(kind, textOfColumns(columns))).toEqual(columns)
    }
  )

  it('by the version before is taken over', () => {
    const text = '{"产量":"posts year","总人数":"followersEnd end","天":"date","今年":"this"}'
    expect(columnsKept('wechat', text)).toEqual({
      产量: figureColumn('posts'),
      总人数: figureColumn('followersEnd', 'end'),
      天: 'date',
      今年: 'this'
    })
  })

  it.each([
    '',
    '{{',
    'null',
    '["产量"]',
    '{"产量":7}',
    '{"产量":"made up"}',
    '{"产量":"pv year"}',
    '{"产量":{"key":"posts"}}',
    '{"产量":"line 甲"}'
  ])('is nothing in %s', (text) => expect(columnsKept('wechat', text)).toEqual({}))
})
