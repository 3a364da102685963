import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fields } from '../../../src/core/form/form.ts'
import { textKeys } from '../../../src/core/form/sections.ts'
import { canonical, stableJson } from '../../../src/core/report/canonical.ts'
import { openReport } from '../../../src/core/report/migrate.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import type { Report } from '../../../src/core/report/report.ts'
import type { Difference } from '../../../src/core/versions/compare.ts'
import { takeTheirs } from '../../../src/core/versions/merge.ts'
import {
  isOpen,
  presetOf,
  standingOf,
  threeWay,
  type Compared
} from '../../../src/core/versions/three-way.ts'
import { anyReport } from '../../fixtures/random-reports.ts'
import { times } from '../../run.ts'
import { edits, identityOf } from './edits.ts'

const lists = ['channels', 'metrics', 'charts', 'waivers', 'remarks', 'sources'] as const

/** What a report says in each place, told without the code that is tested. */
function placesOf(report: Report): Map<string, string> {
  const places: [string, unknown][] = fields.map((field) => [
    `cells ${field}`,
    [report.cells[field], report.notes[field]]
  ])
  for (const part of ['unit', 'settings'] as const) {
    places.push(
      ...Object.entries(report[part]).map(([k, v]): [string, unknown] => [`${part} ${k}`, v])
    )
  }
  for (const part of ['cells', 'text'] as const) {
    const found = Object.entries(report[part]).find(([key]) => key === 'unknown')
    if (found) places.push([`${part} unknown`, found[1]])
  }
  for (const key of ['year', 'scope', 'published', 'imported', 'previous', 'colour']) {
    const value = Object.entries(report).find(([name]) => name === key)?.[1]
    if (value !== undefined) places.push([key, value])
  }
  for (const part of lists) {
    for (const one of report[part]) places.push([`${part} ${identityOf(one)}`, one])
  }
  return new Map(places.map(([key, value]) => [key, stableJson(value)]))
}

const spotName = (difference: Difference): string =>
  difference.kind === 'cell'
    ? `cells ${difference.field}`
    : difference.kind === 'text'
      ? `text ${difference.section}`
      : difference.path.join(' ')

const opened = (report: Report): boolean => openReport(report).ok
const differencesOf = (list: readonly Compared[]) => list.map(({ difference }) => difference)
const merged = (mine: Report, theirs: Report, list: readonly Compared[]): Report =>
  takeTheirs(mine, theirs, presetOf(list))

describe('two states made apart', () => {
  const pairs = fc.tuple(anyReport, edits, edits).map(([base, mine, theirs]) => ({
    base,
    mine: mine(base, '甲'),
    theirs: theirs(base, '乙')
  }))
  const holds = (said: (states: Record<'base' | 'mine' | 'theirs', Report>) => void) =>
    fc.assert(fc.property(pairs, said), { numRuns: times(300, 40) })

  it('lose nothing that one side changed, and take nothing unasked where both did', () => {
    holds(({ base, mine, theirs }) => {
      const list = threeWay(mine, theirs, base)
      const open = new Set(list.filter(isOpen).map(({ difference }) => spotName(difference)))
      const result = merged(mine, theirs, list)
      const [was, here, there, now] = [base, mine, theirs, result].map(placesOf)
      for (const place of new Set([...(here?.keys() ?? []), ...(there?.keys() ?? [])])) {
        const [b, m, t, n] = [was, here, there, now].map((one) => one?.get(place))
        if (m === t) expect(n, place).toBe(m)
        else if (b !== m && b !== t) expect(open.has(place), place).toBe(true)
        else if (!open.has(place)) expect(n, place).toBe(b === m ? t : m)
        // Until it is answered it stays, but for what is brought by what was taken and needs it.
        const isNeeded = m === undefined && /^(?:metrics|channels) /.test(place)
        if (open.has(place) && !isNeeded) expect(n, place).toBe(m)
      }
    })
  })

  it('keep every word of both, in the text or in a question', () => {
    holds(({ base, mine, theirs }) => {
      const list = threeWay(mine, theirs, base)
      const result = merged(mine, theirs, list)
      for (const section of textKeys) {
        const [b, m, t] = [base, mine, theirs].map(({ text }) => text[section])
        const now = result.text[section]
        if (b === m) expect(now).toBe(t)
        if (b === t) expect(now).toBe(m)
        const asked = list.flatMap((one) =>
          isOpen(one) && one.difference.kind === 'text' && one.difference.section === section
            ? [...one.difference.mine, ...one.difference.theirs]
            : []
        )
        const kept = `${now}\n${asked.join('\n')}`
        for (const word of `${m}${t}`.match(/〔[甲乙]\d+〕/g) ?? []) expect(kept).toContain(word)
      }
    })
  })

  it('come to the same on both sides, whoever merges', () => {
    holds(({ base, mine, theirs }) => {
      const [here, there] = [threeWay(mine, theirs, base), threeWay(theirs, mine, base)]
      const one = merged(mine, theirs, here)
      const answers = differencesOf(there.filter(isOpen))
      const other = takeTheirs(theirs, mine, [...presetOf(there), ...answers])
      expect(canonical(other)).toBe(canonical(one))
    })
  })

  it('are a report that opens, whatever is chosen', () => {
    const chosen = fc.infiniteStream(fc.boolean())
    fc.assert(
      fc.property(pairs, chosen, ({ base, mine, theirs }, choices) => {
        fc.pre(opened(mine) && opened(theirs))
        const list = differencesOf(threeWay(mine, theirs, base))
        const taken = list.filter(() => choices.next().value)
        expect(opened(takeTheirs(mine, theirs, taken))).toBe(true)
        expect(canonical(takeTheirs(mine, theirs, list))).toBe(canonical(theirs))
      }),
      { numRuns: times(200, 30) }
    )
  })

  it('of which one is the base are the other', () => {
    holds(({ mine, theirs }) => {
      const forward = threeWay(mine, theirs, mine)
      expect(forward.every(({ changed }) => changed === 'there')).toBe(true)
      expect(canonical(merged(mine, theirs, forward))).toBe(canonical(theirs))
      const back = threeWay(mine, theirs, theirs)
      expect(back.every(({ changed }) => changed === 'here')).toBe(true)
      expect(merged(mine, theirs, back)).toBe(mine)
      expect(threeWay(mine, mine, theirs)).toEqual([])
      expect(standingOf(forward)).toBe(forward.length > 0 ? 'newer' : 'same')
      expect(standingOf(back)).toBe(back.length > 0 ? 'older' : 'same')
    })
  })

  it('of which nobody knows the base are asked for everything', () => {
    holds(({ mine, theirs }) => {
      const list = threeWay(mine, theirs, undefined)
      expect(list.every(({ changed }) => changed === 'unknown')).toBe(true)
      expect(presetOf(list)).toEqual([])
      expect(canonical(takeTheirs(mine, theirs, differencesOf(list)))).toBe(canonical(theirs))
    })
  })
})

describe('paragraphs', () => {
  const blank = newReport('清川市科学技术局', 2025)
  const withText = (other: string): Report => ({ ...blank, text: { ...blank.text, other } })
  /** What a merge says, with every open question as [mine|theirs]. */
  function said(base: string, mine: string, theirs: string): string {
    const [here, there] = [
      withText(mine.replaceAll(' ', '\n')),
      withText(theirs.replaceAll(' ', '\n'))
    ]
    const list = threeWay(here, there, withText(base.replaceAll(' ', '\n')))
    const open = list
      .filter(isOpen)
      .flatMap(({ difference, lines }) =>
        difference.kind === 'text'
          ? [`${difference.mine.join(' ')}|${difference.theirs.join(' ')}<${lines?.join(' ')}`]
          : []
      )
    const text = merged(here, there, list).text.other.replaceAll('\n', ' ')
    return open.length > 0 ? `${text} ? ${open.join(' & ')}` : text
  }

  it.each([
    ['one changed, the other not', 'A B C', 'A B1 C', 'A B C', 'A B1 C'],
    ['different ones', 'A B C', 'A1 B C', 'A B C1', 'A1 B C1'],
    ['neighbours', 'A B', 'A1 B', 'A B1', 'A1 B1'],
    ['one added behind one that the other changed', 'A B', 'A B1', 'A B C', 'A B1 C'],
    ['one dropped, its neighbour changed', 'A B C', 'A C', 'A B C1', 'A C1'],
    ['the same twice', 'A B C', 'A B1 C', 'A B1 C', 'A B1 C'],
    ['the same and something more', 'A B C', 'A1 B C', 'A1 B C1', 'A1 B C1'],
    ['the same one differently', 'A B C', 'A B1 C', 'A B2 C', 'A B1 C ? B1|B2<B'],
    ['the same one, and another', 'A B C', 'A1 B1 C', 'A B2 C1', 'A1 B1 C1 ? B1|B2<B'],
    ['dropped here, changed there', 'A B C', 'A C', 'A B1 C', 'A C ? |B1<B'],
    ['one added by each in one place', 'A B', 'A X B', 'A Y B', 'A X B ? X|Y<'],
    ['the first words by each', '', 'X', 'Y', 'X ? X|Y<']
  ])('%s', (_, base, mine, theirs, expected) => expect(said(base, mine, theirs)).toBe(expected))
})

describe('entries that others need', () => {
  const channel = { id: 'c', kind: 'wechat', name: '微信公众号' }
  const metric = { id: 'm', channel: 'c', name: '阅读量' }
  const chart = { id: 'k', title: '阅读量', metrics: ['m'] }
  const base = {
    ...newReport('清川市科学技术局', 2025),
    channels: [channel],
    metrics: [metric],
    charts: [chart]
  } as unknown as Report
  const asked = (mine: Report, theirs: Report) =>
    threeWay(mine, theirs, base)
      .filter(isOpen)
      .map(({ difference }) => spotName(difference))
  const without = { ...base, channels: [], metrics: [], charts: [] }

  it('go where only one side took them away', () => {
    const list = threeWay(base, without, base)
    expect(list.some(isOpen)).toBe(false)
    expect(merged(base, without, list)).toEqual(without)
  })

  it('are asked for where the other side has changed what needs them', () => {
    const redrawn = { ...base, charts: [{ ...chart, title: '全年阅读量' }] } as unknown as Report
    for (const [mine, theirs] of [
      [redrawn, without],
      [without, redrawn]
    ] as const) {
      expect(asked(mine, theirs).sort()).toEqual(['channels c', 'charts k', 'metrics m'])
    }
    const noFigure = { ...base, metrics: [] }
    expect(asked(noFigure, redrawn)).toEqual(['metrics m'])
  })

  it('stay away where a chart had lost them on its own side', () => {
    const noFigure = { ...base, metrics: [] }
    const list = threeWay(base, noFigure, base)
    expect(merged(base, noFigure, list)).toEqual(noFigure)
  })
})
