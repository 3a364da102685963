/**
 * 信息处理费 after 国办函〔2020〕109号: what may be charged for requests that go clearly beyond a
 * reasonable number. An office chooses one of two tariffs for each notice; both rise by steps, and the
 * first step is free.
 */

/** By requests of one applicant in one month, or by pages of one request. */
export const feeBases = ['requests', 'pages'] as const
export type FeeBasis = (typeof feeBases)[number]

/** A step that a count reaches into: so many at this price, in 元. */
export interface FeeStep {
  /** The first and the last that it is asked for. */
  readonly from: number
  readonly to: number
  readonly each: number
}

/** The steps of pages; those of requests go on without end, ten at a time, each 100 元 dearer. */
const pageSteps = [
  { to: 30, each: 0 },
  { to: 100, each: 10 },
  { to: 200, each: 20 },
  { to: Infinity, each: 40 }
] as const

function* requestSteps(): Generator<{ to: number; each: number }> {
  yield { to: 10, each: 0 }
  yield { to: 30, each: 100 }
  for (let to = 40, each = 200; ; to += 10, each += 100) yield { to, each }
}

/** More than this is no count of one applicant or one request. */
export const mostCounted = 100_000

/** The steps that a count is charged by, the free one first; none for what is no count. */
export function feeSteps(basis: FeeBasis, count: number): FeeStep[] {
  if (!Number.isInteger(count) || count < 1 || count > mostCounted) return []
  const steps: FeeStep[] = []
  let from = 1
  for (const { to, each } of basis === 'pages' ? pageSteps : requestSteps()) {
    steps.push({ from, to: Math.min(to, count), each })
    if (count <= to) return steps
    from = to + 1
  }
  return steps
}

/** What a count costs, in 元. */
export const feeOf = (basis: FeeBasis, count: number): number =>
  feeSteps(basis, count).reduce((sum, { from, to, each }) => sum + (to - from + 1) * each, 0)

/** Notices of a year, what they ask for and what was paid, in 元. */
export interface FeesOfYear {
  readonly year: number
  readonly notices: number
  readonly due: number
  readonly paid: number
}

/** What section 六 says of them. */
export function feesTold({ year, notices, due, paid }: FeesOfYear): string {
  if (notices === 0) return `${year}年没有收取信息处理费。`
  const asked = `${year}年发出信息处理费收费通知${notices}件，应收${due}元，`
  return asked + (paid > 0 ? `实际收取信息处理费${paid}元。` : '没有实际收取信息处理费。')
}
