import { textHeadings } from '../prose/headings/headings.ts'
import { quoteToken } from '../prose/quotes.ts'
import { putAtEnd, putUnder } from '../prose/headings/under-heading.ts'
import type { Metric, Report } from '../report/report.ts'
import type { DigestEntry } from './digest.ts'

/** Figures quoted in the prose, so that the prose follows them. */

export const figureToken = (id: string): string => quoteToken({ kind: 'figure', id })

const moments: Readonly<Record<Metric['period'], string>> = { year: '', end: '年末', total: '累计' }

/** When a figure was counted, where its name does not say so: 年末, 累计. */
export const momentOf = ({ name, period }: Metric): string =>
  name.includes(moments[period]) ? '' : moments[period]

/** What a figure counts, after its platform: “清川科技”年末总用户数. */
function subjectOf({ channels }: Report, figure: Metric): string {
  const owner = channels.find(({ id }) => id === figure.channel)?.name
  return `${owner ? `“${owner}”` : ''}${momentOf(figure)}${figure.name}`
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
 * The report with a sentence behind the last words about platforms, 一（四）, whose heading is made
 * where it is missing; and the offset in `text.overview` behind it.
 */
export function withFigureSentence(
  report: Report,
  sentence: string
): { readonly report: Report; readonly caret: number } {
  const { overview } = report.text
  const { text, to } =
    textHeadings(overview).length === 0
      ? putAtEnd(overview, sentence, true)
      : putUnder('overview', overview, '政府信息公开平台建设', sentence, true)
  return { report: { ...report, text: { ...report.text, overview: text } }, caret: to }
}
