import { describe, expect, it } from 'vitest'
import { validate } from '../../../src/core/checks/validate.ts'
import {
  nothingElse,
  skeletonOf,
  withSkeleton,
  withSkeletonPart
} from '../../../src/core/drafting/skeletons.ts'
import { aspects, eachText, textKeys, type TextKey } from '../../../src/core/form/sections.ts'
import { straysIn } from '../../../src/core/prose/strays.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { unitKinds, unitLevels, type Report, type Unit } from '../../../src/core/report/report.ts'
import { channel, figure } from '../platforms/figures.ts'
import { validReport } from '../report/reports.ts'

const of = (unit: Partial<Unit>): Report => {
  const report = validReport(7)
  const text = eachText(() => '')
  return { ...report, unit: { ...report.unit, ...unit }, text }
}
const filled = (report: Report): Report => ({
  ...report,
  text: { ...report.text, ...eachText((key) => withSkeleton(report, key)) }
})
const units = unitKinds.flatMap((kind) => unitLevels.map((level) => ({ kind, level })))
const textOf = (report: Report, section: TextKey) =>
  skeletonOf(report, section)
    .map(({ text }) => text)
    .join('\n')

describe('a skeleton', () => {
  it.each(units)('of a $kind ($level): all that is said of it are its blanks', (unit) => {
    const findings = validate(filled(of(unit))).filter(({ at }) => at.kind === 'text')
    expect([...new Set(findings.map(({ rule }) => rule))]).toEqual(['D-TPLRESID'])
    for (const section of textKeys) {
      expect(findings.some(({ at }) => at.kind === 'text' && at.section === section)).toBe(true)
    }
  })

  it.each(units)('of a $kind ($level) quotes only what can be quoted', (unit) => {
    const report = of(unit)
    for (const section of textKeys) expect(straysIn(textOf(report, section))).toEqual([])
    expect(validate(filled(report)).filter(({ rule }) => rule === 'P-QUOTE')).toEqual([])
  })

  it.each([
    { unit: { name: '清川市人民政府', kind: 'government', level: 'city' }, has: '规章' },
    { unit: { name: '青石县人民政府', kind: 'government', level: 'county' }, lacks: '制发规章' },
    { unit: { name: '清川市水利局', kind: 'department', level: 'city' }, lacks: '制发规章' },
    { unit: { name: '清川市水利局', kind: 'department', level: 'city' }, lacks: '社会评议' },
    { unit: { name: '青石镇人民政府', kind: 'town', level: 'town' }, has: '社会评议' },
    { unit: { name: '西街街道办事处', kind: 'town', level: 'town' }, lacks: '社会评议' },
    { unit: { name: '清川市图书馆', kind: 'institution', level: 'city' }, lacks: '行政许可' }
  ] as const)('of $unit.name: $has, not $lacks', ({ unit, ...words }) => {
    const text = textOf(of(unit), 'overview')
    if ('has' in words) expect(text).toContain(words.has)
    else expect(text).not.toContain(words.lacks)
  })

  it('quotes the figures of platforms where there are any', () => {
    const site = channel('site', 'website', '清川水利网')
    const posts = figure({ channel: 'site', key: 'posts', year: 2024, value: 12 })
    const report = { ...of({}), year: 2024, channels: [site], metrics: [posts] }
    expect(withSkeletonPart(report, 'overview', '政府信息公开平台建设').text).toContain(
      `“清川水利网”网站posts{{metric:${posts.id}}}条`
    )
    expect(textOf(report, 'leadIn')).toContain('可在“清川水利网”网站下载')
  })

  it('goes under the headings that are there, and leaves alone what is written', () => {
    const report = newReport('清川市水利局', 2025)
    const overview = '（一）公开工作\n（二）依申请公开情况\n（三）监督保障\n已写的话。'
    const text = withSkeleton({ ...report, text: { ...report.text, overview } }, 'overview')
    expect(text.match(/^（.）.*/gm)).toEqual([
      '（一）公开工作',
      ...['主动公开', '依申请公开情况', ...aspects.slice(2)].map(
        (title, i) => `（${'二三四五六'.charAt(i)}）${title}`
      )
    ])
    expect(text.endsWith('（六）监督保障\n已写的话。')).toBe(true)
  })
})

it('section 六 can say that there is nothing', () => {
  const report = of({})
  const text = { ...filled(report).text, other: nothingElse(report) }
  const said = validate({ ...report, text }).filter(
    ({ at }) => at.kind === 'text' && at.section === 'other'
  )
  expect(said).toEqual([])
})
