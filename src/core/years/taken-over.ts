import { figureAt, lineOf } from '../platforms/lines.ts'
import type { TextKey } from '../form/sections.ts'
import { textHeadings, type TextHeading } from '../prose/headings/headings.ts'
import { passages } from '../prose/narrative.ts'
import { chartOf } from '../prose/quotes.ts'
import { sentencesOf } from '../prose/sentences.ts'
import { headingFor, putAtHead, putUnder, type PutIn } from '../prose/headings/under-heading.ts'
import { bindable, bound, type Binding } from '../quoting/bindings.ts'
import type { Report } from '../report/report.ts'
import { inYear } from './carried-text.ts'

/**
 * Last year's text taken over into this year's: paragraphs and whole parts, never pieces of a
 * sentence, under the headings that they stood under. Their years are brought up to date; numbers that
 * were last year's cells and figures can become quotes of this year's.
 */

/** A stretch of last year's text. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/** A paragraph of last year's text, without a heading that opens it. */
export interface LastParagraph extends Stretch {
  readonly text: string
  /** Its sentences, one by one. */
  readonly sentences: readonly string[]
  /** The headings that it stood under, the upper one first. */
  readonly over: readonly TextHeading[]
}

/** What stood under one heading, or above all of them. */
export interface LastPart {
  readonly heading?: TextHeading
  /** No other heading stands over it. */
  readonly upper: boolean
  readonly paragraphs: readonly LastParagraph[]
}

/** Last year's text of a section in its parts; charts are not among them. */
export function lastParts(text: string): LastPart[] {
  const headings = textHeadings(text)
  const parts: { heading?: TextHeading; over: TextHeading[]; paragraphs: LastParagraph[] }[] = [
    { over: [], paragraphs: [] }
  ]
  const all = sentencesOf(text)
  let [next, at] = [0, 0]
  for (const { kind, from: start, to, text: words } of passages(text)) {
    let from = start
    for (let heading = headings[next]; heading && heading.from <= start; heading = headings[next]) {
      const { from: begin, level } = heading
      const upper = parts.at(-1)?.over.filter((one) => one.until > begin && one.level < level) ?? []
      parts.push({ heading, over: [...upper, heading], paragraphs: [] })
      if (begin === start) from = heading.to
      next++
    }
    const said = text.slice(from, to).trim()
    if (kind === 'heading' || !said || chartOf(words) !== undefined) continue
    const sentences: string[] = []
    for (let one = all[at]; one && one.from < to; one = all[++at]) {
      if (one.from >= from && !one.heading) sentences.push(one.text)
    }
    const part = parts.at(-1)
    part?.paragraphs.push({ text: said, from: to - said.length, to, sentences, over: part.over })
  }
  return parts
    .filter(({ heading, paragraphs }) => heading ?? paragraphs.length)
    .map(({ over, ...part }) => ({ ...part, upper: over.length < 2 }))
}

/** The report as it was last year, as far as this year's knows it. */
function asLastYear({ previous, ...report }: Report): Report {
  if (!previous) return report
  const { year, cells, metrics } = previous
  return { ...report, year, cells, metrics, notes: {} }
}

/** The numbers of last year's text that are those of its tables, as quotes of this year's. */
function bindingsOf(report: Report, text: string): Binding[] {
  return bindable(asLastYear(report), text).flatMap((binding): Binding[] => {
    const { quote } = binding
    if (quote.kind !== 'figure') return [binding]
    const last = report.previous?.metrics.find(({ id }) => id === quote.id)
    const now = last && figureAt(report, lineOf(report, last), report.year)
    return now?.value == null ? [] : [{ ...binding, quote: { ...quote, id: now.id } }]
  })
}

/** How text is taken over: with its numbers as quotes where they can be, or as they stand. */
export interface Taking {
  readonly report: Report
  readonly section: TextKey
  readonly asQuotes: boolean
}

/** Stretches of last year's text as they are to stand in this year's. */
function brought({ report, section, asQuotes }: Taking): (stretch: Stretch) => string {
  const last = report.previous?.text[section] ?? ''
  const bindings = asQuotes ? bindingsOf(report, last) : []
  const known = new Set(report.charts.map(({ id }) => id))
  return ({ from, to }) => {
    const own = bindings.filter((one) => one.from >= from && one.to <= to)
    const words = bound(
      last.slice(from, to),
      own.map((one) => ({ ...one, from: one.from - from, to: one.to - from }))
    )
    const lines = words.split('\n').filter((line) => {
      const chart = chartOf(line.trim())
      return chart === undefined || known.has(chart)
    })
    return inYear(lines.join('\n').trim(), report.previous?.year ?? 0, report.year)
  }
}

/** A section with a paragraph of last year's, under the nearest of its headings that is there. */
export function withLastParagraph(taking: Taking, paragraph: LastParagraph): PutIn {
  const { report, section } = taking
  const { over } = paragraph
  const now = report.text[section]
  const there = over.filter(({ title }) => headingFor(section, now, title)).at(-1) ?? over[0]
  const words = brought(taking)(paragraph)
  return there ? putUnder(section, now, there.title, words) : putAtHead(now, words)
}

/** A section with all that stood under a heading last year. */
export const withLastPart = (taking: Taking, { title, to, until }: TextHeading): PutIn =>
  putUnder(
    taking.section,
    taking.report.text[taking.section],
    title,
    brought(taking)({ from: to, to: until })
  )

/** A section with the whole of last year's text, part by part under the headings that it has. */
export function withLastSection(taking: Taking): string {
  const { report, section } = taking
  const now = report.text[section]
  const last = report.previous?.text[section] ?? ''
  const bring = brought(taking)
  if (now.trim() === '') return bring({ from: 0, to: last.length })
  const upper = lastParts(last).flatMap((part) => (part.upper && part.heading) || [])
  const head = bring({ from: 0, to: upper[0]?.from ?? last.length })
  const text = upper.reduce((sofar, { title, to, until }) => {
    const words = bring({ from: to, to: until })
    return words ? putUnder(section, sofar, title, words).text : sofar
  }, now)
  return head ? putAtHead(text, head).text : text
}
