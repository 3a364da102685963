import type { Report } from '../report/report.ts'
import type { ListPart } from './compare.ts'

/** An entry of a list that needs entries of another. */
interface User {
  readonly key: string
  readonly value: object
  readonly needs: readonly string[]
}

/** What is needed by entries of which list: figures by charts, platforms by figures. */
export const needed = {
  metrics: {
    by: 'charts',
    users: ({ charts }: Report): User[] =>
      charts.map((chart) => ({ key: chart.id, value: chart, needs: chart.metrics }))
  },
  channels: {
    by: 'metrics',
    users: ({ metrics }: Report): User[] =>
      metrics.map((metric) => ({ key: metric.id, value: metric, needs: [metric.channel] }))
  }
} as const satisfies Partial<
  Record<ListPart, { readonly by: ListPart; readonly users: (report: Report) => User[] }>
>

/** A list whose entries are needed by those of another. */
export type NeededPart = keyof typeof needed
