import { figuresOf } from '../../intake/figures/figures.ts'
import type { FoundFigure } from '../../intake/figures/found-figure.ts'
import { behindName, isUsual, theOffice } from '../../intake/figures/platforms.ts'
import { figureText } from '../../platforms/figure.ts'
import { intervalOf, meet } from '../../platforms/interval.ts'
import { quotesIn } from '../../prose/quotes.ts'
import { rememberedPiecesWith } from '../../prose/remembered.ts'
import { channelKindOf } from '../../report/channel-kinds.ts'
import type { Metric, Report } from '../../report/report.ts'
import type { Facts, Hit, Rules } from '../../findings/rule.ts'
import { at, checked } from './stated.ts'

/**
 * What the text says of platforms and of work against the figures that the report has of them. Silent
 * unless platform, figure and period are certain to be the same.
 */

/** A figure of the text that is not the one of the platform. */
export interface OtherThanFigure {
  /** The number as the text has it, 约 or 余 with it, and what it comes to. */
  readonly found: string
  readonly value: number
  /** The platform's figure: its id, its name and whose it is, and as it is printed. */
  readonly id: string
  readonly name: string
  readonly channel: string
  readonly due: string
}

export interface TextPlatformParams {
  'X-FIGURE': OtherThanFigure
}

type Stated = FoundFigure & { readonly value: number }
type Held = Metric & { readonly value: number }

/** A paragraph's figures; what is quoted in it follows the platforms anyhow. */
const inParagraph = rememberedPiecesWith((paragraph: string, year: number): readonly Stated[] => {
  const quotes = quotesIn(paragraph)
  return figuresOf(paragraph, year).flatMap((figure): Stated[] => {
    const { value, from, to, quote } = figure
    return value === null ||
      others.test(quote) ||
      quotes.some((one) => one.from < to && from < one.to)
      ? []
      : [{ ...figure, value }]
  })
})

/** Those of several offices together, or of others. */
const others = /各(?:部门|单位|地|乡|镇|街|县|区|级)|部门|乡镇|街道|下属|所属|全[省市县区州旗]/

/** The one figure of the report that a figure of the text can only be; undefined where none is. */
function heldAs({ channels, metrics, year }: Report, figure: Stated): Held | undefined {
  const { key, period, name, platform } = figure
  const all = channels.filter(({ kind }) =>
    platform.name === theOffice.name
      ? channelKindOf(kind).figures.includes('office')
      : kind === platform.kind
  )
  const mine = all.filter(
    (channel) =>
      [platform.name, ''].includes(channel.name) ||
      platform.name === channel.name + behindName(platform.kind) ||
      platform.name === theOffice.name ||
      (isUsual(platform.name) && all.length === 1)
  )
  const named = key === 'category' || key === 'own'
  const [one, ...more] = metrics.filter(
    (metric) =>
      metric.year === year &&
      metric.key === key &&
      metric.period === period &&
      (!named || metric.name === name) &&
      mine.some(({ id }) => id === metric.channel)
  )
  return one && more.length === 0 && one.value !== null ? { ...one, value: one.value } : undefined
}

function otherThanFigures({ report }: Facts): Hit<OtherThanFigure>[] {
  if (!report.metrics.some(({ year, value }) => year === report.year && value !== null)) return []
  const found = checked.flatMap((section) =>
    Array.from(report.text[section].matchAll(/[^\n]+/g)).flatMap(({ 0: paragraph, index }) =>
      inParagraph(paragraph, report.year).flatMap((figure) => {
        const held = heldAs(report, figure)
        const words = paragraph.slice(figure.from, figure.to)
        return held ? [{ section, from: index + figure.from, words, figure, held }] : []
      })
    )
  )
  const agrees = new Set(
    found.flatMap(({ figure, held }) =>
      meet(intervalOf(figure), intervalOf(held)) ? [held.id] : []
    )
  )
  // Where the text has the same figure too, another beside it counts something else.
  return found
    .filter(({ held }) => !agrees.has(held.id))
    .map(({ section, from, words, figure: { value }, held }) =>
      at(section, from, words, {
        value,
        id: held.id,
        name: held.name,
        channel: report.channels.find(({ id }) => id === held.channel)?.name ?? '',
        due: figureText(held)
      })
    )
}

export const textPlatformRules: Rules<TextPlatformParams> = {
  'X-FIGURE': {
    severity: 'warning',
    asks: '正文中的平台数据与“平台数据”一致；带“约”“余”的按概数比较',
    ground: '同一数据前后一致',
    check: otherThanFigures
  }
}
