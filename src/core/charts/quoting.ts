import { chartOf, quoteToken } from '../prose/quotes.ts'
import { passages } from '../prose/narrative.ts'
import type { Metric, Report } from '../report/report.ts'
import type { DigestEntry } from './digest.ts'
import { placeAfter } from './placing.ts'

/** Figures quoted in the prose, so that the prose follows them. */

export const figureToken = (id: string): string => quoteToken({ kind: 'figure', id })

const moments: Readonly<Record<Metric['period'], string>> = { year: '', end: '年末', total: '累计' }

/** What a figure counts, after its platform: “清川科技”年末总用户数. */
function subjectOf({ channels }: Report, { channel, name, period }: Metric): string {
  const owner = channels.find(({ id }) => id === channel)?.name
  const moment = name.includes(moments[period]) ? '' : moments[period]
  return `${owner ? `“${owner}”` : ''}${moment}${name}`
}

/** A sentence that quotes one figure. */
export const figureSentence = (report: Report, figure: Metric): string =>
  `${subjectOf(report, figure)}${figureToken(figure.id)}${figure.unit}。`

/** A sentence of what changed most, last year's figures beside this year's; empty for none. */
export function changedSentence(report: Report, changed: readonly DigestEntry[]): string {
  const parts = changed.flatMap(({ history }) => {
    const [last, now] = history.slice(-2)
    if (!last || !now) return []
    const way = now.value > last.value ? '增至' : '减至'
    const [from, to] = [last, now].map(({ id, unit }) => figureToken(id) + unit)
    return [`${subjectOf(report, now)}由${from ?? ''}${way}${to ?? ''}`]
  })
  return parts.length ? `与上年相比，变化较大的有：${parts.join('，')}。` : ''
}

/**
 * The report with a sentence behind the last words about platforms, 一（四）, or of 一 where that is
 * not; and the offset in `text.overview` behind it.
 */
export function withFigureSentence(
  report: Report,
  sentence: string
): { readonly report: Report; readonly caret: number } {
  const { overview } = report.text
  const part = overview.slice(0, placeAfter(overview))
  const last = passages(part)
    .filter(({ text }) => text.trim() && !chartOf(text.trim()))
    .at(-1)
  // Behind the words of a paragraph; a heading and an empty section get a paragraph below.
  const at = last ? last.to : 0
  const added = last?.kind === 'heading' ? `\n${sentence}` : sentence
  const text = overview.slice(0, at) + added + overview.slice(at)
  return {
    report: { ...report, text: { ...report.text, overview: text } },
    caret: at + added.length
  }
}
