import { digest, mostChanged } from '../charts/digest.ts'
import { changedSentence, figureToken, momentOf } from '../charts/quoting.ts'
import { figureAt, figureLinesOf } from '../platforms/lines.ts'
import { channelKindOf } from '../report/channel-kinds.ts'
import type { Channel, Report } from '../report/report.ts'

/** What platforms did in the year, in a sentence each, every figure quoted. */

/** “清川科技”微信公众号; a name that says its kind itself needs no more. */
function named({ kind, name }: Channel): string {
  const { prose } = channelKindOf(kind)
  if (!prose) return `“${name}”`
  if (!name.trim()) return prose.name
  return prose.words.test(name) ? `“${name}”` : `“${name}”${prose.behind ?? prose.name}`
}

/** All figures of the year, platform by platform; empty where there are none. */
export const figuresTold = (report: Report): string =>
  report.channels
    .flatMap((channel) => {
      const figures = figureLinesOf(report, channel.id).flatMap((line) => {
        const figure = figureAt(report, line, report.year)
        return figure?.value == null ? [] : [figure]
      })
      const told = figures.map(
        (figure) => momentOf(figure) + figure.name + figureToken(figure.id) + figure.unit
      )
      return told.length ? `${named(channel)}${told.join('，')}。` : []
    })
    .join('')

/** The figures that changed most against last year, both years quoted. */
export const changedFiguresTold = (report: Report): string =>
  changedSentence(report, mostChanged(digest(report)))
