import { printedQuote } from '../compose/quote.ts'
import { isMoney } from '../form/form.ts'
import { requestField } from '../form/requests.ts'
import { figuresOf } from '../intake/figures/figures.ts'
import type { FoundFigure } from '../intake/figures/found-figure.ts'
import type { Claim } from '../prose/claims/claim.ts'
import { claims } from '../prose/claims/claims.ts'
import { cellsOf, subjects, type Subject } from '../prose/claims/naming/subjects.ts'
import { cellsQuoted, quoteOfCells, quoteToken, type Quote } from '../prose/quotes.ts'
import type { Metric, Report } from '../report/report.ts'
import { cellSumOf } from '../sums/groups.ts'

/**
 * Numbers of prose that state what the report has: each can be made a quote, which follows it. Only
 * where the quote prints what stands there, character by character.
 */

/** A number of a text, with what it could quote. */
export interface Binding {
  readonly from: number
  readonly to: number
  readonly quote: Quote
}

/** The numbers of a section that state a cell, a share, a growth or a platform figure, in order. */
export function bindable(report: Report, text: string): Binding[] {
  const found = [
    ...claims(text, report.year).flatMap((claim) => statedBy(report, text, claim)),
    ...figuresOf(text, report.year).flatMap((figure) => heldAs(report, text, figure))
  ].sort((a, b) => a.from - b.from)
  let done = 0
  return found.filter(({ from, to }) => {
    const apart = from >= done
    if (apart) done = to
    return apart
  })
}

/** The text with numbers made quotes. */
export function bound(text: string, bindings: readonly Binding[]): string {
  let done = 0
  const parts = bindings.map(({ from, to, quote }) => {
    const before = text.slice(done, from)
    done = to
    return before + quoteToken(quote)
  })
  return parts.join('') + text.slice(done)
}

/** What a number behind these words would state: 全年收到政府信息公开申请 is of 本年新收. */
export function quoteMeant(report: Report, before: string): Quote | undefined {
  if (!before) return undefined
  const text = `${before}8件`
  const claim = claims(text, report.year).find(({ to }) => to === text.length)
  return claim && cellsOf(claim.subject).length > 0 ? quoteOf(claim.subject) : undefined
}

const quoteOf = (subject: Subject): Quote => quoteOfCells(cellsOf(subject))
const handled = requestField('handled', 'total')
const received = requestField('received', 'total')
const withCarried = quoteOfCells([received, requestField('carriedIn', 'total')])

/** What a figure may be of: 办理56件 can be of what came in or of what was done with it. */
function readings({ subject, includesCarriedIn }: Claim): readonly Quote[] {
  if (includesCarriedIn && subject === 'received') return [withCarried]
  if (includesCarriedIn && subjects[subject].kind === 'applicant') return []
  if (subject === 'dealtWith') return [quoteOf('received'), quoteOf('handled')]
  return cellsOf(subject).length > 0 ? [quoteOf(subject)] : []
}

function statedBy(report: Report, text: string, claim: Claim): Binding[] {
  const { scope, qualifier, figure, figureAt } = claim
  const ofOthers = scope !== undefined && scope !== report.scope && report.unit.level !== 'town'
  if (ofOthers || qualifier !== undefined || figure === '') return []
  const [one, ...more] = readings(claim).flatMap((quote) => placed(report, text, figureAt, quote))
  if (!one || more.length > 0) return []
  return [one, ...shareBehind(report, text, claim), ...growthBehind(report, text, claim)]
}

/** How far behind a figure its share and its growth stand, in characters. */
const near = 60

function shareBehind(report: Report, text: string, claim: Claim): Binding[] {
  const { share, subject, to } = claim
  if (!share) return []
  const at = to + text.slice(to, to + near).search(/\d/)
  const part = cellSumOf(cellsOf(subject))
  const whole = subjects[subject].kind === 'applicant' ? received : handled
  const decimals = share.decimals > 1 ? { decimals: share.decimals } : {}
  return placed(report, text, at, { kind: 'share', part, of: [whole], ...decimals })
}

function growthBehind(report: Report, text: string, claim: Claim): Binding[] {
  const { growth, subject, to } = claim
  if (!growth) return []
  const at = to + text.slice(to, to + near).search(/(?:增长|下降)\d/)
  const decimals = growth.decimals > 1 ? { decimals: growth.decimals } : {}
  return placed(report, text, at, { kind: 'growth', of: cellSumOf(cellsOf(subject)), ...decimals })
}

/** The platform figure that a figure of the text is, where one alone is meant. */
function heldAs(report: Report, text: string, found: FoundFigure): Binding[] {
  const { kind, name } = found.platform
  const ofKind = report.channels.filter((channel) => channel.kind === kind)
  const owners = ofKind.length === 1 ? ofKind : ofKind.filter((channel) => channel.name === name)
  const isSame = (metric: Metric): boolean =>
    metric.year === report.year &&
    metric.key === found.key &&
    metric.period === found.period &&
    metric.value === found.value &&
    owners.some(({ id }) => id === metric.channel)
  const [one, ...more] = report.metrics.filter(isSame)
  if (!one || more.length > 0) return []
  return placed(report, text, found.from, { kind: 'figure', id: one.id })
}

/** A quote in the place of what it would print, if that is what stands there and all of it. */
function placed(report: Report, text: string, from: number, quote: Quote): Binding[] {
  const printed = printedQuote(report, quote)
  if (!printed || !text.startsWith(printed, from)) return []
  const to = from + printed.length
  const behind = text.slice(to, to + 2)
  const money = cellsQuoted(quote).some(isMoney) && !printed.endsWith('%')
  const goesOn = money ? behind !== '万元' : /^(?:[\d万亿余多]|[.,]\d)/.test(behind)
  return goesOn || /[\d.]/.test(text.charAt(from - 1)) ? [] : [{ from, to, quote }]
}
