import { shortNumber } from '../../core/numbers/short-number.ts'
import type { Oddity } from '../../core/platforms/odd.ts'
import type { ChartParams, WrongChart } from '../../core/checks/rules/charts.ts'
import type { BrokenIdentity, MetricParams } from '../../core/checks/rules/metrics.ts'
import type { Unquotable } from '../../core/checks/rules/quotes.ts'
import { and, type SentenceOf, type Sentences } from './sentence.ts'

/** Sentences about platforms' figures and charts. */

/** 上年末 256 + 本年新增 85 = 341. */
const sumText = ({ texts, sum }: Pick<BrokenIdentity, 'texts' | 'sum'>): string =>
  `${texts.join(' + ')} = ${shortNumber(sum)}`

const oddities: Record<Oddity, string> = {
  fraction: '不是整数',
  share: '超过百分之百',
  huge: '明显过大'
}

/** Said only where it was done. */
const approximately = ({ texts, stated }: BrokenIdentity): string =>
  [...texts, stated].some((text) => /[约余多超近]/.test(text)) ? '已按概数比较。' : ''

const followed: SentenceOf<BrokenIdentity> = (params) => {
  const { names, texts, sum, stated, year } = params
  const [last = '', fresh = ''] = texts
  return {
    title: `${names[1] ?? '新增'}与年末数不衔接：${sumText({ texts: [last, fresh], sum })}，填 ${stated}`,
    why: `${year - 1} 年末 ${last}，加本年新增 ${fresh}，应是年末数。${approximately(params)}新增为减去取消关注后的净数；口径不是净数的，说明理由。`
  }
}

const accumulated: SentenceOf<BrokenIdentity> = (params) => {
  const { kind, name, names, texts, stated } = params
  return kind === 'within'
    ? {
        title: `${names[0] ?? ''}本年 ${texts[0] ?? ''}，多于累计 ${stated}`,
        why: `累计数含本年数，不应更少。${approximately(params)}`
      }
    : {
        title: `${name}累计数不衔接：${sumText(params)}，填 ${stated}`,
        why: `上年累计加本年数，应等于本年累计。${approximately(params)}`
      }
}

const parted: SentenceOf<BrokenIdentity> = (params) => {
  const { kind, name, stated, sum } = params
  const parts = and(params.names.slice(0, 4))
  return kind === 'sum'
    ? {
        title: `${name} ${stated}，${parts}相加是 ${shortNumber(sum)}`,
        why: `两边应当相等。${approximately(params)}`
      }
    : {
        title: `${parts} ${shortNumber(sum)}，多于${name} ${stated}`,
        why: `${parts}包含在${name}中，不应更多。${approximately(params)}`
      }
}

export const metricSentences: Sentences<MetricParams> = {
  'P-FOLLOW': followed,
  'P-TOTAL': accumulated,
  'P-PARTS': parted,
  'P-MONTHS': ({ name, sum, stated }) => ({
    title: `${name}各月合计 ${shortNumber(sum)}，全年填 ${stated}`,
    why: '全年数是各月之和；年末数、累计数等于 12 月的数。'
  }),
  'P-SCALE': ({ name, stated, last, lastYear, times }) => ({
    title: `${name} ${stated}，${lastYear} 年是 ${last}，疑差 ${times === 10 ? '十' : '一万'}倍`,
    why:
      times === 10
        ? '疑为多写或少写一个 0。数字无误的，说明理由。'
        : '疑为“万”与个数混用。数字无误的，说明理由。'
  }),
  'P-FALL': ({ name, stated, last, lastYear }) => ({
    title: `${name}累计 ${stated}，比 ${lastYear} 年的 ${last} 少`,
    why: '累计数只增不减。统计办法或口径有变化的，说明理由。'
  }),
  'P-NEGATIVE': ({ name, stated }) => ({
    title: `${name}填负数 ${stated}`,
    why: '条数、人次不小于 0。'
  }),
  'P-ODD': ({ name, stated, unit, why }) => ({
    title: `${name} ${stated}${unit}，${oddities[why]}`,
    why: '疑为填错格、单位或小数点。数字无误的，说明理由。'
  }),
  'P-CLOSED': ({ name, closedOn, later }) => ({
    title: `平台 ${closedOn} 已关停，之后仍有${name} ${shortNumber(later)}`,
    why: '核对关停日期，以及数据是否属于其他平台。'
  }),
  'P-CLOSEDATE': ({ channel }) => ({
    title: `“${channel}”已关停，关停日期未填`,
    why: '正文写关停须有日期，在平台资料中填写。'
  }),
  'P-TWICE': ({ year, name, stated }) => ({
    title: `${year} 年${name}有两个数，另一个是 ${stated || '空'}`,
    why: '一项指标一年只填一个数；确为两项的，修改其中一个名称。'
  }),
  'P-ACCOUNT': ({ channel }) => ({
    title: `“${channel}”重复`,
    why: '类别相同，名称或账号也相同。同一平台只保留一个。'
  })
}

const faults: Record<WrongChart['fault'], string> = {
  empty: '没有数据，印出为空白',
  missing: '有数未填，图中缺少',
  units: '各数单位不同，不能用同一数轴',
  periods: '将本年数与年末数、累计数并列，不可比',
  negative: '有负数，饼图和对数轴无法显示',
  gap: '中间有几年没有数',
  side: '两年对比，有的平台只有一年的数',
  crowded: '数据过多，颜色和线型难以区分',
  doubtful: '有数未通过检查',
  outlier: '有一个数过大，其余的难以看清'
}
const advice: Partial<Record<WrongChart['fault'], string>> = {
  gap: '补填缺少的年份；确实没有的，无需修改。',
  side: '补填另一年，或只对比有两年数的平台；新开的平台无需修改。',
  crowded: '分成几张图表，或减少次要的数据。',
  doubtful: '先核对这些数，图表随之变化。',
  outlier: '另作一张图表，或改用对数轴。'
}

export const chartSentences: Sentences<ChartParams> = {
  'P-CHART': (params) => {
    const { fault, title } = params
    const why = advice[fault] ?? '补填数据，或在图表中不用这一项。'
    return {
      title: `图表“${title}”${faults[fault]}`,
      why:
        params.fault === 'outlier'
          ? `“${params.name}”是其余最大数的 ${params.times} 倍。${why}`
          : why
    }
  },
  'P-HEADS': (params) => ({
    title:
      'what' in params
        ? `“${params.found}”将几个平台的人数相加`
        : `图表“${params.title}”将几个平台的人数相加`,
    why: '同一人可能关注多个平台，相加的人数须注明“未去重”。'
  }),
  'P-QUOTE': ({ what, found }) => {
    const [title, why] = quotes[what](found)
    return { title, why: why || `“${found}”将原样印出。` }
  }
}

/** What is wrong with a quote, and what to do where that is not plain. */
const quotes: Record<Unquotable['what'], (found: string) => readonly [string, string]> = {
  inline: () => ['正文有图表夹在句中', '图表须单独成段，夹在句中将原样印出引用。'],
  chart: () => ['正文引用的图表已删除', ''],
  metric: () => ['正文引用的平台数据未填或已删除', ''],
  blank: () => ['正文引用的格未填', ''],
  last: () => ['正文引用的上年数没有', '导入上年报告，或将这一处改为数字。'],
  whole: () => ['正文引用的比例无法计算', '除数是 0。将这一处改为文字，或删除。'],
  stray: (found) => [`引用“${found}”不完整`, '将原样印出。补全两边的括号，或改为数字。'],
  elsewhere: (found) => [`“${found}”在这里不能引用`, '只有正文可引用数和图表，这里将原样印出。'],
  other: (found) => [`正文中“${found}”不是可引用的数`, '']
}
