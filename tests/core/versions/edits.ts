import fc from 'fast-check'
import { fields } from '../../../src/core/form/form.ts'
import { textKeys } from '../../../src/core/form/sections.ts'
import type { Report } from '../../../src/core/report/report.ts'

/** Edits as people make them apart: `tag` is of one of them, and stands in every word they write. */
export type Edit = (report: Report, tag: string) => Report

const among = <Item>(list: readonly Item[], at: number): Item | undefined => list[at % list.length]
const place = fc.nat(40)

const cell = fc.tuple(fc.nat(20), fc.nat(3)).map(([at, value]): Edit => {
  const field = fields[at * 7] ?? fields[0]
  return (report) => ({ ...report, cells: { ...report.cells, [String(field)]: value } })
})
const note = fc.nat(20).map((at): Edit => {
  const field = fields[at * 7] ?? fields[0]
  return (report, tag) => ({ ...report, notes: { ...report.notes, [String(field)]: tag } })
})

const paragraph = fc
  .tuple(fc.constantFrom(...textKeys), place, fc.constantFrom('mend', 'add', 'drop', 'rewrite'))
  .map(([section, at, how]): Edit => {
    return (report, tag) => {
      const lines = report.text[section].split('\n')
      const i = at % lines.length
      const word = `〔${tag}${at}〕`
      if (how === 'mend') lines[i] += word
      if (how === 'rewrite') lines[i] = word
      if (how === 'add') lines.splice(i, 0, `${word}另起一段`)
      if (how === 'drop') lines.splice(i, 1)
      return { ...report, text: { ...report.text, [section]: lines.join('\n') } }
    }
  })

const keyed = fc
  .constantFrom<(tag: string) => Partial<Record<keyof Report, object>>>(
    (tag) => ({ unit: { code: tag } }),
    (tag) => ({ unit: { name: `${tag}局` } }),
    (tag) => ({ unit: { unknown: tag } }),
    () => ({ settings: { feeDecimals: 4 } }),
    (tag) => ({ settings: { words: [tag] } }),
    (tag) => ({ settings: { deadline: tag } }),
    (tag) => ({ cells: { unknown: tag } }),
    (tag) => ({ text: { unknown: tag } })
  )
  .map((change): Edit => {
    return (report, tag) => {
      const [[part, more] = ['', {}]] = Object.entries(change(tag))
      const holder = Object.entries(report).find(([key]) => key === part)?.[1]
      return { ...report, [part]: { ...Object(holder), ...more } }
    }
  })
const whole = fc
  .constantFrom<(tag: string) => object>(
    () => ({ scope: 'rollup' }),
    () => ({ published: '2026-01-20' }),
    () => ({ published: '2026-01-21' }),
    (tag) => ({ imported: { name: tag, at: '2026-01-05T08:00:00.000Z', findings: [] } }),
    (tag) => ({ colour: tag }),
    () => ({ colour: null })
  )
  .map((change): Edit => (report, tag) => ({ ...report, ...change(tag) }))

const lists = ['channels', 'metrics', 'charts', 'waivers', 'remarks', 'sources'] as const
const at = '2026-01-05T08:00:00.000Z'
const made = {
  channels: (id: string, tag: string) => ({
    ...{ id, kind: 'wechat', name: tag, accountId: '', sponsor: '', status: 'active' },
    ...{ openedOn: '', closedOn: '', closeReason: '' }
  }),
  metrics: (id: string, tag: string) => ({
    ...{ id, channel: `n1${tag}`, key: 'own', name: tag, year: 2025, period: 'year', value: 1 },
    ...{ qualifier: '', shown: '', unit: '', source: '', date: '', note: '' }
  }),
  charts: (id: string, tag: string) => ({
    ...{ id, title: tag, type: 'bar', metrics: ['m1', `n1${tag}`], scale: 'linear', alt: '' }
  }),
  waivers: (fingerprint: string, tag: string) => ({
    ...{ fingerprint, rule: 'D-S6', reason: tag, by: '', at }
  }),
  remarks: (id: string, tag: string) => ({
    ...{ id, at: { kind: 'report' }, text: tag, by: '', when: at, open: true }
  }),
  sources: (id: string, tag: string) => ({ id, name: tag, year: 2025, rev: 1 })
} satisfies Record<(typeof lists)[number], (id: string, tag: string) => object>

/** The identity of an entry of any list. */
export const identityOf = (entry: object): string => {
  const named: { readonly id?: string; readonly fingerprint?: string } = entry
  return named.id ?? named.fingerprint ?? ''
}

const entry = fc
  .tuple(
    fc.constantFrom(...lists),
    fc.nat(4),
    fc.constantFrom('add', 'addSame', 'drop', 'change', 'move', 'turn')
  )
  .map(([part, i, how]): Edit => {
    return (report, tag) => {
      const list: object[] = [...report[part]]
      const id = how === 'addSame' ? `same${i}` : `n${i}${tag}`
      const isHere = list.some((one) => identityOf(one) === id)
      if (how.startsWith('add') && !isHere) list.splice(i, 0, made[part](id, tag))
      const one = among(list, i)
      if (how === 'drop' && one) list.splice(list.indexOf(one), 1)
      if (how === 'change' && one) list[list.indexOf(one)] = { ...one, note: tag, unknown: tag }
      if (how === 'move' && one) list.unshift(...list.splice(list.indexOf(one), 1))
      if (how === 'turn') list.reverse()
      return { ...report, [part]: list }
    }
  })

/** What one person did: some edits, one after the other. */
export const edits: fc.Arbitrary<Edit> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: cell },
      { weight: 1, arbitrary: note },
      { weight: 4, arbitrary: paragraph },
      { weight: 2, arbitrary: keyed },
      { weight: 1, arbitrary: whole },
      { weight: 5, arbitrary: entry }
    ),
    { maxLength: 8 }
  )
  .map(
    (list): Edit =>
      (report, tag) =>
        list.reduce((now, one) => one(now, tag), report)
  )
