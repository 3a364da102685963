import { channelKindOf, channelKinds } from '../../report/channel-kinds.ts'
import type { Channel, Report } from '../../report/report.ts'
import type { Sheet, SheetCell } from '../../form/sheet.ts'
import { metricKindOf } from '../kinds.ts'
import { numberCell, returnFigure } from './return-figures.ts'

/** The register of accounts of 政务新媒体 (国办发〔2018〕123号), as a table over the same figures. */

/** The platforms that have a return of their own. */
export const sitesOf = ({ channels }: Report): Channel[] =>
  channels.filter(({ kind }) => channelKindOf(kind).return === 'website')

/** All others, in the order of the register. */
export const accountsOf = (report: Report): Channel[] =>
  channelKinds.flatMap(({ id, ...kind }) =>
    kind.return === 'register'
      ? report.channels.filter((one) => one.kind === id && !isWork(report, one))
      : []
  )

/** No account: the figures are those of the office's work, as 培训 and 新闻发布会. */
function isWork({ metrics }: Report, { id, kind }: Channel): boolean {
  if (!channelKindOf(kind).figures.includes('office')) return false
  const groups = metrics
    .filter(({ channel }) => channel === id)
    .map(({ key }) => metricKindOf(key)?.on)
  return groups.includes('office') && !groups.includes('account')
}

/** Words of the register that the law has: state and result of an inspection. */
const states: Record<Channel['status'], string> = {
  active: '正常',
  opened: '新增',
  closed: '关停注销'
}
const results = { pass: '合格', fail: '不合格', none: '' } as const

/** Share of inspected accounts that passed, in percent with one decimal; undefined for none. */
function passRate(accounts: readonly Channel[]): number | undefined {
  const all = accounts.flatMap(({ inspections }) => inspections ?? [])
  const inspected = all.filter((one) => one !== 'none')
  const passed = inspected.filter((one) => one === 'pass')
  return inspected.length ? Math.round((passed.length / inspected.length) * 1000) / 10 : undefined
}

/** The register of accounts. */
export function registerSheet(report: Report): Sheet {
  const accounts = accountsOf(report)
  const heads = [
    '序号',
    '平台',
    '名称',
    '账号ID',
    '主办单位',
    '状态',
    '开设日期',
    '关停日期',
    '关停原因'
  ]
  const quarters = ['一季度', '二季度', '三季度', '四季度']
  const head: SheetCell[][] = [
    [
      ...heads.map((text): SheetCell => ({ text, head: 'column', rows: 2 })),
      { text: '季度抽查', head: 'column', cols: 4 },
      { text: '发布数量（条）', head: 'column', rows: 2 },
      { text: '关注用户总数（个）', head: 'column', rows: 2 }
    ],
    quarters.map((text): SheetCell => ({ text, head: 'column' }))
  ]
  const lines = accounts.map((one, i): SheetCell[] => [
    { text: String(i + 1), value: i + 1 },
    ...[channelKindOf(one.kind).name, one.name, one.accountId, one.sponsor, states[one.status]].map(
      (text): SheetCell => ({ text, align: 'left' })
    ),
    ...[one.openedOn, one.closedOn, one.closeReason].map((text): SheetCell => ({ text })),
    ...quarters.map((_, q): SheetCell => ({ text: results[one.inspections?.[q] ?? 'none'] })),
    numberCell(returnFigure(report, one, 'posts')),
    numberCell(returnFigure(report, one, 'followersEnd'))
  ])
  const rate = passRate(accounts)
  const running = accounts.filter(({ status }) => status !== 'closed')
  const each = channelKinds.flatMap(({ id, name }) => {
    const count = running.filter(({ kind }) => kind === id).length
    return count ? [`${name} ${count} 个`] : []
  })
  const among = each.length > 1 ? `（${each.join('、')}）` : ''
  const foot = `在运维账号 ${running.length} 个${among}，关停注销 ${accounts.length - running.length} 个${rate === undefined ? '' : `，抽查合格率 ${rate}%`}。各账号关注数不相加，相加则未去重。`
  return {
    name: '政务新媒体',
    title: `政务新媒体账号情况（${report.year}年度）`,
    widths: [3, 6, 8, 8, 10, 5, 6, 6, 8, 4, 4, 4, 4, 5, 5],
    headRows: 2,
    rows: [...head, ...lines, [{ text: foot, cols: 15, align: 'left' }]],
    landscape: true
  }
}
