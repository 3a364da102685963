import { passages } from '../prose/narrative.ts'
import { chartOf } from '../prose/quotes.ts'
import type { Report } from '../report/report.ts'
import { eachText, type TextKey } from '../form/sections.ts'
import { chartToken } from './edit.ts'

/** Where charts stand in the prose: each alone in a paragraph that is nothing but its token. */

export const isPlaced = ({ text }: Report, id: string): boolean =>
  Object.values(text).some(
    (one) =>
      one.includes(chartToken(id)) && passages(one).some((passage) => chartOf(passage.text) === id)
  )

/** The section with a token taken out of its sentence into a paragraph of its own, right behind. */
export function inOwnParagraph(report: Report, section: TextKey, from: number, to: number): Report {
  const text = report.text[section]
  const found = passages(text).find((passage) => passage.from <= from && to <= passage.to)
  if (!found) return report
  const sentence = text.slice(found.from, from) + text.slice(to, found.to)
  const lines = `${sentence}\n${text.slice(from, to)}`
  const now = text.slice(0, found.from) + lines + text.slice(found.to)
  return { ...report, text: { ...report.text, [section]: now } }
}

/** The section without a token; a paragraph that was nothing but the token goes with it. */
export function withoutToken(report: Report, section: TextKey, from: number, to: number): Report {
  const text = report.text[section]
  const alone = passages(text).some((passage) => passage.from === from && passage.to === to)
  const before = alone ? text.slice(0, from).trimEnd() : text.slice(0, from)
  return { ...report, text: { ...report.text, [section]: before + text.slice(to) } }
}

/** The charts at the end of what is written about platforms, 一（四）, or of 一 where that is not. */
export function placeCharts(report: Report, ids: readonly string[]): Report {
  const added = ids.filter((id) => !isPlaced(report, id)).map(chartToken)
  if (added.length === 0) return report
  const { overview } = report.text
  const at = placeAfter(overview)
  const before = overview.slice(0, at).replace(/(?<!\n)\n+$/, '')
  const after = overview.slice(at).replace(/^\n+/, '')
  const text = [before, ...added, after].filter(Boolean).join('\n')
  return { ...report, text: { ...report.text, overview: text } }
}

/** The charts taken out of the prose again; they stay in the report. */
export function unplaceCharts(report: Report, ids: readonly string[]): Report {
  const tokens = new Set(ids.map(chartToken))
  const without = (text: string) =>
    text
      .split('\n')
      .filter((line) => !tokens.has(line.trim()))
      .join('\n')
  const text = eachText((key) => without(report.text[key]))
  return { ...report, text: { ...report.text, ...text } }
}

/** The offset behind the section 平台建设: where the next one of its level begins. */
function placeAfter(overview: string): number {
  const sections = passages(overview).filter(({ text }) =>
    /^（[一二三四五六七八九十]+）/.test(text)
  )
  const start = sections.findIndex(({ text }) => /平台/.test(text.slice(0, 20)))
  if (start < 0) return overview.length
  return sections[start + 1]?.from ?? overview.length
}
