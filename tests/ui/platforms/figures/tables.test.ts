import { fireEvent, screen, within } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import { figureAt, figureLinesOf } from '../../../../src/core/platforms/lines.ts'
import type { Metric } from '../../../../src/core/report/report.ts'
import { db } from '../../../../src/storage/database/db.ts'
import {
  fieldOf,
  figure,
  filled,
  focused,
  paste,
  press,
  report,
  show
} from '../figures-on-screen.ts'

beforeEach(async () => {
  await db.delete()
  await db.open()
})

describe('a block from a sheet goes where it is seen to go', () => {
  it('本年: a closed platform has no field this year, and its row moves nothing', async () => {
    const { session } = show('year')
    await paste(fieldOf(/^站posts，2025年/), '1\t2\n3\t4\n5\t6\n7\t8')
    expect(filled(session)).toEqual([
      '头条 posts 2024: 6',
      '微信 posts 2024: 8',
      '微信 posts 2025: 7',
      '站 posts 2024: 2',
      '站 posts 2025: 1',
      '站 pv 2024: 4',
      '站 pv 2025: 3'
    ])
    expect(session.said?.text).toBe('已粘贴 7 格。')
    expect(session.said?.warnings).toEqual(['1 格不是数字或没有对应的格，没有粘贴：5。'])
  })

  it('本年: unfolded months take nothing of what is for the years', async () => {
    const { session } = show('year')
    await fireEvent.click(screen.getByRole('button', { name: '站posts，按月填写' }))
    await paste(fieldOf(/^站posts，2025年，/), '1\n3')
    expect(filled(session)).toEqual(['头条 posts 2024: 41', '站 posts 2025: 1', '站 pv 2025: 3'])
    expect(session.report.metrics.some(({ months }) => months)).toBe(false)
  })

  it('months: along the twelve, and last year below', async () => {
    const { session } = show('year')
    await fireEvent.click(screen.getByRole('button', { name: '站posts，按月填写' }))
    await paste(fieldOf(/^站posts，2025年2月/), '1\t2\n3\t4')
    const line = figureLinesOf(session.report, '站')[0]
    const months = (year: number) => line && figureAt(session.report, line, year)?.months
    expect(months(2025)?.slice(0, 4)).toEqual([null, 1, 2, null])
    expect(months(2024)?.slice(0, 4)).toEqual([null, 3, 4, null])
    // A year is in two rows, and one line of a block.
    const all = Array.from({ length: 12 }, (_, i) => 1_234_500 + i)
    await paste(fieldOf(/^站posts，2025年1月/), all.join('\t'))
    expect(months(2025)).toEqual(all)
    expect(session.said?.warnings).toEqual([])
  })

  it('months: their total is no longer the number of a file', async () => {
    const months = Array.from({ length: 12 }, () => 2)
    const filed = figure('站', 'posts', 2025, 20, { months, source: 'a.xlsx', date: '2026-01-05' })
    const { session } = show('year', { ...report, metrics: [filed] })
    await fireEvent.click(screen.getByRole('button', { name: '站posts，按月填写' }))
    await fireEvent.click(screen.getByRole('button', { name: /24/ }))
    expect(session.report.metrics).toMatchObject([{ value: 24, source: '手工填写', date: '' }])
  })

  it('平台对比: a platform without the figure keeps its place empty', async () => {
    const { session } = show('across')
    await paste(fieldOf(/^站posts/), '1\t-\n41\t-\n5\t6\n7\t8')
    expect(filled(session)).toEqual([
      '头条 posts 2024: 41',
      '头条 posts 2025: 41',
      '微信 followersNew 2025: 6',
      '微信 posts 2025: 5',
      '微博 followersNew 2025: 8',
      '微博 posts 2025: 7',
      '站 posts 2025: 1'
    ])
    expect(session.said?.warnings).toEqual(['2 格不是数字或没有对应的格，没有粘贴：-、-。'])
  })

  it('历年: years along, lines down', async () => {
    const { session } = show('years')
    await paste(fieldOf(/^站posts，2023年/), '1\t2\t3\n4\t5\t6')
    expect(filled(session)).toEqual([
      '头条 posts 2024: 41',
      '站 posts 2023: 1',
      '站 posts 2024: 2',
      '站 posts 2025: 3',
      '站 pv 2023: 4',
      '站 pv 2024: 5',
      '站 pv 2025: 6'
    ])
  })
})

describe('arrows go to the field that is seen there', () => {
  it.each([
    { view: 'year', from: /^站pv，2025年/, keys: ['ArrowDown'], to: /^微信posts，2025年/ },
    { view: 'year', from: /^站pv，2024年/, keys: ['ArrowDown'], to: /^头条posts，2024年/ },
    { view: 'year', from: /^头条posts，2024年/, keys: ['ArrowLeft'], to: /^头条posts，2024年/ },
    { view: 'year', from: /^微信posts，2025年/, keys: ['ArrowRight'], to: /^微信posts，2024年/ },
    { view: 'across', from: /^微信followersNew/, keys: ['ArrowDown'], to: /^微博followersNew/ },
    { view: 'across', from: /^微信followersNew/, keys: ['ArrowUp'], to: /^微信followersNew/ },
    { view: 'years', from: /^站pv，2023年/, keys: ['Enter'], to: /^头条posts，2023年/ },
    { view: 'years', from: /^站pv，2023年/, keys: ['ArrowRight', 'ArrowUp'], to: /^站posts，2024/ }
  ] as const)('$view: $from $keys', async ({ view, from, keys, to }) => {
    show(view)
    fieldOf(from).focus()
    await press(...keys)
    expect(focused()).toMatch(to)
  })
})

describe('平台对比: what the figures come to together', () => {
  const shown = (metrics: readonly Metric[]) => {
    show('across', { ...report, metrics })
    const foot = screen.getAllByRole('row').at(-1)
    if (!foot) throw new Error('no foot')
    return within(foot)
      .getAllByRole('cell')
      .map((cell) => cell.textContent?.replace(/\s+/g, ''))
  }
  it.each([
    {
      of: 'exact figures',
      metrics: [figure('微信', 'posts', 2025, 190), figure('微博', 'posts', 2025, 10)],
      sums: ['200']
    },
    {
      of: 'one that is 余',
      metrics: [
        figure('微信', 'posts', 2025, 190, { qualifier: '余' }),
        figure('微博', 'posts', 2025, 10)
      ],
      sums: ['约200']
    },
    {
      of: 'averages',
      metrics: [
        figure('微信', 'msgsDays', 2025, 3, { unit: '天' }),
        figure('微博', 'msgsDays', 2025, 5, { unit: '天' })
      ],
      sums: ['—']
    },
    {
      of: 'heads',
      metrics: [
        figure('微信', 'followersNew', 2025, 85, { unit: '个' }),
        figure('微博', 'followersNew', 2025, 5, { unit: '个' })
      ],
      sums: ['90合计（未去重）']
    },
    {
      of: 'different units',
      metrics: [
        figure('微信', 'posts', 2025, 190),
        figure('微博', 'posts', 2025, 10, { unit: '篇' })
      ],
      sums: ['—']
    },
    {
      of: 'nothing',
      metrics: [figure('微信', 'posts', 2025, null), figure('微博', 'posts', 2025, null)],
      sums: ['—']
    }
  ])('$of', ({ metrics, sums }) => {
    expect(shown(metrics)).toEqual(sums)
  })
})

describe('undo beneath a field', () => {
  it.each(['year', 'years', 'across'] as const)(
    '%s: the field says what the report says',
    async (view) => {
      const { session } = show(view)
      const field = fieldOf(/^站posts，2025年/)
      field.focus()
      await fireEvent.input(field, { target: { value: '7' } })
      await fireEvent.input(field, { target: { value: '7a' } })
      expect(field.getAttribute('aria-invalid')).toBe('true')
      session.undo()
      flushSync()
      expect([field.value, field.getAttribute('aria-invalid')]).toEqual(['', 'false'])
      session.redo()
      flushSync()
      expect(field.value).toBe('7a')
      await press('Escape')
      expect(field.value).toBe('')
      await fireEvent.input(field, { target: { value: '8' } })
      session.undo()
      flushSync()
      expect([field.value, filled(session)]).toEqual(['', ['头条 posts 2024: 41']])
    }
  )

  it('months: the first undo takes the refused text, the next the month before', async () => {
    const { session } = show('year')
    await fireEvent.click(screen.getByRole('button', { name: '站posts，按月填写' }))
    const [first, second] = [fieldOf(/^站posts，2025年1月/), fieldOf(/^站posts，2025年2月/)]
    first.focus()
    await fireEvent.input(first, { target: { value: '25000' } })
    second.focus()
    await fireEvent.input(second, { target: { value: '约3' } })
    second.blur()
    session.undo()
    flushSync()
    expect([first.value, second.value]).toEqual(['25000', ''])
    session.undo()
    flushSync()
    expect([first.value, second.value]).toEqual(['', ''])
  })

  it('a name that is being typed is taken away first, and taken over when the field is left', async () => {
    const { session } = show('year')
    const posts = fieldOf(/^站posts，2025年/)
    posts.focus()
    await fireEvent.input(posts, { target: { value: '7' } })
    const name = fieldOf(/^站posts，指标$/)
    name.focus()
    await fireEvent.input(name, { target: { value: '信息' } })
    session.undo()
    flushSync()
    expect([name.value, posts.value]).toEqual(['posts', '7'])
    session.redo()
    flushSync()
    expect(name.value).toBe('信息')
    name.blur()
    flushSync()
    expect(figureLinesOf(session.report, '站').map((line) => line.name)).toContain('信息')
    session.undo()
    flushSync()
    expect(figureLinesOf(session.report, '站').map((line) => line.name)).toContain('posts')
    expect(filled(session)).toContain('站 posts 2025: 7')
  })
})
