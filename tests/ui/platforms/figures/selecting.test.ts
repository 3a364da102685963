import { fireEvent, render, screen } from '@testing-library/svelte'
import { flushSync, tick } from 'svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import { addFigure, moveChannel } from '../../../../src/core/platforms/edit.ts'
import type { Metric } from '../../../../src/core/report/report.ts'
import { Session } from '../../../../src/state/report/session.svelte.ts'
import { db } from '../../../../src/storage/database/db.ts'
import { ViewState } from '../../../../src/ui/parts/view-state.svelte.ts'
import Platforms from '../../../../src/ui/platforms/Platforms.svelte'
import { inHand, press } from '../../parts/in-hand.ts'
import { fieldOf, figure, filled, paste, report, show } from '../figures-on-screen.ts'

beforeEach(async () => {
  await db.delete()
  await db.open()
})

/** What is selected, as `站posts 2025`. */
const selected = () => {
  flushSync()
  const fields = [...document.querySelectorAll('td.selected input')]
  return fields.map((field) => (field.getAttribute('aria-label') ?? '').replace(/年.*/, ''))
}
const shift = { shiftKey: true }
const ctrl = { ctrlKey: true }
const unfold = () => fireEvent.click(screen.getByRole('button', { name: '站posts，按月填写' }))
/** What a copy or a cut puts on the clipboard. */
const putOut = async (way: 'copy' | 'cut') => {
  let text = ''
  const clipboardData = { setData: (_: string, put: string) => (text = put) }
  await fireEvent[way](inHand(), { clipboardData })
  return text
}
const withFigures = (metrics: readonly Metric[]) => ({ ...report, metrics })

describe('a range of figures', () => {
  it.each([
    ['Shift and arrows', ['ArrowDown', 'ArrowRight'], shift, 4],
    ['Shift and End: the row', ['End'], shift, 2],
    ['Shift and Ctrl with End: the table', ['End'], { ...shift, ...ctrl }, 13],
    ['Ctrl+A: the table, a year that has no field of its own with it', ['a'], ctrl, 13]
  ] as const)('by %s', async (_, keys, more, count) => {
    show('year')
    fieldOf(/^站posts，2025年/).focus()
    for (const key of keys) await press(key, more)
    expect(selected()).toHaveLength(count)
    expect(inHand()).toBe(fieldOf(/^站posts，2025年/))
    await press('Escape')
    expect(selected()).toEqual([])
  })

  it('by dragging, and up to what is pressed with Shift', async () => {
    show('years')
    await fireEvent.mouseDown(fieldOf(/^站posts，2021年/))
    await fireEvent.mouseMove(fieldOf(/^站pv，2022年/), { buttons: 1 })
    expect(selected()).toEqual(['站posts，2021', '站posts，2022', '站pv，2021', '站pv，2022'])
    await fireEvent.mouseDown(fieldOf(/^站posts，2022年/), shift)
    expect(selected()).toEqual(['站posts，2021', '站posts，2022'])
  })

  it('never leaves its table: months are one of their own, in which a year is one row', async () => {
    show('year')
    await unfold()
    await fireEvent.mouseDown(fieldOf(/^站posts，2025年2月/))
    await fireEvent.mouseMove(fieldOf(/^站pv，2025年/), { buttons: 1 })
    expect(selected()).toEqual([])
    await fireEvent.mouseMove(fieldOf(/^站posts，2025年8月/), { buttons: 1 })
    expect(selected()).toHaveLength(7)
  })

  it.each([
    ['Home', {}, /^站posts，2021年/],
    ['End', {}, /^站posts，2025年/],
    ['PageDown', {}, /^微博followersNew，2023年/],
    ['Home', ctrl, /^站posts，2021年/],
    ['End', ctrl, /^微博followersNew，2025年/]
  ] as const)('is begun where %s %o leads', async (key, more, to) => {
    show('years')
    fieldOf(/^站posts，2023年/).focus()
    await press(key, more)
    expect(inHand()).toBe(fieldOf(to))
  })
})

describe('what is selected goes with its fields', () => {
  const below = () => document.querySelector('.part-status')?.textContent ?? ''

  it.each(['历年', '平台对比', '报表'])('in 本年, when %s is shown', async (name) => {
    const view = new ViewState()
    render(Platforms, { session: new Session(report), view, dark: false })
    fieldOf(/^站posts，2025年/).focus()
    expect(view.copyLabelled).toBeUndefined()
    await press('ArrowDown', shift)
    expect(below()).toContain('选中 2 格')
    expect(view.copyLabelled).toBeDefined()
    await fireEvent.click(screen.getByRole('button', { name }))
    expect(below()).not.toContain('选中')
    expect(view.copyLabelled).toBeUndefined()
  })

  it('in months, when they are folded', async () => {
    const { control } = show('year')
    await unfold()
    fieldOf(/^站posts，2025年2月/).focus()
    await press('ArrowRight', shift)
    expect(control.selected.size).toBe(2)
    await unfold()
    expect(control.selected.size).toBe(0)
  })

  it.each([
    {
      of: 'a row comes between',
      edit: (session: Session) =>
        session.edit((one) =>
          addFigure(one, '站', { key: 'own', name: '短信', unit: '条', period: 'year' })
        ),
      now: ['站posts', '站pv', '站短信', '微信posts']
    },
    {
      of: 'a row goes',
      edit: (session: Session) =>
        session.edit((one) => ({ ...one, metrics: one.metrics.filter(({ key }) => key !== 'pv') })),
      now: ['站posts', '微信posts']
    },
    {
      of: 'a platform is moved away',
      edit: (session: Session) => session.edit((one) => moveChannel(one, '微信', 1)),
      now: ['站posts', '站pv', '微博posts', '微博followersNew', '微信posts']
    }
  ])('and is what stands between its ends, when $of', async ({ edit, now }) => {
    const { session, control } = show('year')
    fieldOf(/^站posts，2025年/).focus()
    await press('ArrowDown', shift)
    await press('ArrowDown', shift)
    expect(selected()).toEqual(['站posts，2025', '站pv，2025', '微信posts，2025'])
    edit(session)
    await tick()
    expect(selected()).toEqual(now.map((name) => `${name}，2025`))
    expect([...control.selected].every(({ isConnected }) => isConnected)).toBe(true)
  })
})

describe('filling figures', () => {
  const filed = figure('站', 'posts', 2025, 30, { qualifier: '约', source: '后台.xlsx' })

  it('down: one step, typed here, the qualifier with the number', async () => {
    const old = figure('站', 'pv', 2025, 8, { source: '后台.xlsx', date: '2026-01-05' })
    const { session } = show('year', withFigures([filed, old]))
    fieldOf(/^站posts，2025年/).focus()
    await press('ArrowDown', shift)
    expect(await press('d', ctrl)).toBe(false)
    expect(session.said?.text).toBe('已向下填充 1 格。')
    expect(session.report.metrics).toMatchObject([
      { value: 30, source: '后台.xlsx' },
      { value: 30, qualifier: '约', source: '手工填写', date: '' }
    ])
    session.undo()
    expect(session.report.metrics[1]).toEqual(old)
    expect(session.canUndo).toBe(false)
  })

  it('right: along the months of a year, over the end of its first line', async () => {
    const { session } = show('year')
    await unfold()
    const june = fieldOf(/^站posts，2025年6月/)
    june.focus()
    await fireEvent.input(june, { target: { value: '4' } })
    for (let i = 0; i < 2; i++) await press('ArrowDown', shift)
    await fireEvent.mouseDown(fieldOf(/^站posts，2025年8月/), shift)
    await press('r', ctrl)
    expect(session.report.metrics.find(({ months }) => months)?.months).toEqual(
      Array.from({ length: 12 }, (_, i) => (i >= 5 && i <= 7 ? 4 : null))
    )
  })

  it('with what stands there already says so; the source stays, and there is no step', async () => {
    const same = figure('站', 'pv', 2025, 30, { qualifier: '约', source: '网站.xlsx' })
    const { session } = show('year', withFigures([filed, same]))
    fieldOf(/^站pv，2025年/).focus()
    await press('d', ctrl)
    expect(session.said?.text).toBe('各格已是这些数，没有变动。')
    await paste(fieldOf(/^站posts，2025年/), '约30\n约30')
    expect(session.said?.text).toBe('各格已是这些数，没有变动。')
    expect([session.report.metrics, session.canUndo]).toEqual([[filed, same], false])
  })

  it('leaves totals to what they are the sum of', async () => {
    const all = figure('站', 'visits', 2025, null, { period: 'total' })
    const { session } = show('year', withFigures([filed, all]))
    fieldOf(/^站visits（累计），2025年/).focus()
    await press('d', ctrl)
    expect(session.said?.text).toBe('没有填充：合计由分项相加得出。')
    expect(filled(session)).toEqual(['站 posts 2025: 30'])
  })
})

describe('a range of figures on the clipboard', () => {
  const metrics = [
    figure('站', 'posts', 2025, 30, { qualifier: '约', unit: '条' }),
    figure('站', 'pv', 2025, null),
    figure('头条', 'posts', 2024, 41),
    figure('微信', 'posts', 2025, 5, { source: '后台.xlsx' })
  ]

  it('is copied as it is seen, with the place of a closed platform blank, and pasted back', async () => {
    const { session } = show('year', withFigures(metrics))
    fieldOf(/^站posts，2025年/).focus()
    await press('a', ctrl)
    const text = await putOut('copy')
    expect(text).toBe('约30\t\n\t\n\t41\n5\t')
    await paste(inHand(), text)
    expect(session.report.metrics).toEqual(metrics)
  })

  it('is cut, which one undo brings back', async () => {
    const { session } = show('year', withFigures(metrics))
    fieldOf(/^站posts，2025年/).focus()
    await press('a', ctrl)
    await putOut('cut')
    expect(filled(session)).toEqual([])
    expect(session.said?.text).toBe('已清空 3 格，现为未填。')
    session.undo()
    expect(session.report.metrics).toEqual(metrics)
  })

  it('is copied with labels, as it is printed', async () => {
    const { session, control } = show('across', {
      ...report,
      metrics: report.metrics.map((one) => ({ ...one, value: 7 }))
    })
    let text = ''
    // jsdom has no such command; browsers ask for the copy that replaces their own.
    document.execCommand = () => {
      const event = new Event('copy', { cancelable: true })
      const setData = (kind: string, put: string) => kind === 'text/plain' && (text = put)
      return !document.dispatchEvent(Object.assign(event, { clipboardData: { setData } }))
    }
    fieldOf(/^微信posts/).focus()
    await press('ArrowDown', shift)
    await press('ArrowRight', shift)
    await press('c', { ...ctrl, ...shift })
    await control.copyLabelled()
    expect(text.split('\n').map((line) => line.split('\t'))).toEqual([
      ['', 'posts', 'followersNew'],
      ['微信', '7条', '7条'],
      ['微博', '7条', '7条']
    ])
    expect(session.said?.text).toBe('已复制 4 格，含行列名。')
  })
})
