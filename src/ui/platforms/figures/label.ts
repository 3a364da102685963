import * as words from '../../../i18n/words.ts'
import { channelKindOf } from '../../../core/report/channel-kinds.ts'
import type { FigureLine } from '../../../core/platforms/lines.ts'
import type { Report } from '../../../core/report/report.ts'

/** What a line is called where its platform and period do not stand beside it, and no two alike. */
export function lineLabel({ channels }: Report, { channel: id, name, period }: FigureLine): string {
  const channel = channels.find((one) => one.id === id)
  if (!channel) return name
  const twins = channels.filter((one) => one.name === channel.name).length > 1
  const owner = twins
    ? words.platforms.of(channel.name, channelKindOf(channel.kind).name)
    : channel.name
  const when = period === 'year' ? '' : words.platforms.periods[period]
  return owner + name + (name.includes(when) ? '' : `（${when}）`)
}
