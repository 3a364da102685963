import { fireEvent, render, screen } from '@testing-library/svelte'
import type { Channel, Metric, Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import AcrossTable from '../../../src/ui/platforms/figures/AcrossTable.svelte'
import { FiguresControl } from '../../../src/ui/platforms/figures/control.svelte.ts'
import YearsTable from '../../../src/ui/platforms/figures/YearsTable.svelte'
import YearTable from '../../../src/ui/platforms/figures/YearTable.svelte'
import * as invented from '../../core/platforms/figures.ts'
import '../parts/dialog-methods.ts'

/** A report with figures of platforms, shown in its tables, and what a clerk does there. */

/** jsdom lays nothing out and has no such thing. */
Element.prototype.scrollIntoView ??= () => undefined

const channel = (id: string, kind: Channel['kind'], more: Partial<Channel> = {}): Channel => ({
  ...invented.channel(id, kind),
  ...more
})
/** A figure of a platform, a number of entries over the year unless told otherwise. */
export const figure = (
  of: string,
  key: string,
  year: number,
  value: number | null,
  more: Partial<Metric> = {}
): Metric => invented.figure({ id: `${of}-${key}-${year}`, channel: of, key, year, value, ...more })

/** A web site, an account that was closed, two accounts; the first account counts no followers. */
export const report: Report = {
  ...newReport('清川市档案局', 2025),
  channels: [
    channel('站', 'website'),
    channel('头条', 'toutiao', { status: 'closed' }),
    channel('微信', 'wechat'),
    channel('微博', 'weibo')
  ],
  metrics: [
    figure('站', 'posts', 2025, null),
    figure('站', 'pv', 2025, null),
    figure('头条', 'posts', 2024, 41),
    figure('微信', 'posts', 2025, null),
    figure('微信', 'followersNew', 2025, null),
    figure('微博', 'posts', 2025, null),
    figure('微博', 'followersNew', 2025, null)
  ]
}

/** The text field of that name. */
export const fieldOf = (name: RegExp): HTMLInputElement => screen.getByRole('textbox', { name })
/** Pastes a text into a field. */
export const paste = (field: HTMLInputElement, text: string) => {
  field.focus()
  const clipboardData = { getData: () => text }
  return fireEvent.paste(field, { clipboardData })
}
/** Presses keys in what has the focus. */
export const press = async (...keys: readonly string[]) => {
  for (const key of keys) await fireEvent.keyDown(document.activeElement ?? document.body, { key })
}
/** The name of what has the focus. */
export const focused = () => document.activeElement?.getAttribute('aria-label')

/** The figures of a report as `站 posts 2025: 7`. */
export const filled = ({ report: now }: Session): string[] =>
  now.metrics
    .filter(({ value }) => value !== null)
    .map(({ channel: of, key, year, value }) => `${of} ${key} ${year}: ${value ?? ''}`)
    .sort()

const views = { year: YearTable, years: YearsTable, across: AcrossTable }
/** Shows a table of figures. */
export function show(view: keyof typeof views, of: Report = report) {
  const session = new Session(of)
  const control = new FiguresControl(session)
  render(views[view], { session, control })
  return { session, control }
}
