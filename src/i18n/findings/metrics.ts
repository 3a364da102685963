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
  huge: '大得不可能'
}

/** Said only where it was done. */
const approximately = ({ texts, stated }: BrokenIdentity): string =>
  [...texts, stated].some((text) => /[约余多超近]/.test(text)) ? '已按概数比较。' : ''

const followed: SentenceOf<BrokenIdentity> = (params) => {
  const { names, texts, sum, stated, year } = params
  const [last = '', fresh = ''] = texts
  return {
    title: `${names[1] ?? '新增'}与年末数接不上：${sumText({ texts: [last, fresh], sum })}，填 ${stated}`,
    why: `${year - 1} 年末 ${last}，加本年新增 ${fresh}，应是年末数。${approximately(params)}新增是减去取消关注以后的净数；口径不是净数的，说明理由。`
  }
}

const accumulated: SentenceOf<BrokenIdentity> = (params) => {
  const { kind, name, names, texts, stated } = params
  return kind === 'within'
    ? {
        title: `${names[0] ?? ''}本年 ${texts[0] ?? ''}，多于累计 ${stated}`,
        why: `累计含着本年，不会更少。${approximately(params)}`
      }
    : {
        title: `${name}累计接不上：${sumText(params)}，填 ${stated}`,
        why: `上年累计加本年应是今年的累计。${approximately(params)}`
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
        why: `${parts}含在${name}里，不会更多。${approximately(params)}`
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
        ? '像是多写或少写了一个 0。数字没错的，说明理由。'
        : '像是“万”和个弄混了。数字没错的，说明理由。'
  }),
  'P-FALL': ({ name, stated, last, lastYear }) => ({
    title: `${name}累计 ${stated}，比 ${lastYear} 年的 ${last} 少`,
    why: '累计数只增不减。换了统计办法、口径变了的，说明理由。'
  }),
  'P-NEGATIVE': ({ name, stated }) => ({
    title: `${name}填了负数 ${stated}`,
    why: '条数、人次从 0 起。'
  }),
  'P-ODD': ({ name, stated, unit, why }) => ({
    title: `${name} ${stated}${unit}，${oddities[why]}`,
    why: '像是填错了格、单位或小数点。数字没错的，说明理由。'
  }),
  'P-CLOSED': ({ name, closedOn, later }) => ({
    title: `账号 ${closedOn} 已关停，之后还有${name} ${shortNumber(later)}`,
    why: '核对关停日期，或这些数属于别的账号。'
  }),
  'P-CLOSEDATE': ({ channel }) => ({
    title: `“${channel}”已关停，没有写关停日期`,
    why: '正文写关停要有日期，平台数据里补上。'
  }),
  'P-TWICE': ({ year, name, stated }) => ({
    title: `${year} 年${name}有两个数，另一个是 ${stated || '空'}`,
    why: '一项指标一年只留一个；确是两项的，改一个名称。'
  }),
  'P-ACCOUNT': ({ channel }) => ({
    title: `“${channel}”列了两次`,
    why: '类别相同、名称或账号也相同。同一个账号只留一个。'
  })
}

const faults: Record<WrongChart['fault'], string> = {
  empty: '没有数据，印出来是空的',
  missing: '有数没填，图里缺着',
  units: '各数单位不同，放在一个轴上没有意义',
  periods: '把本年的数和年末、累计的数放在一起，不能比',
  negative: '有负数，饼图和对数轴画不出',
  gap: '中间有几年没有数',
  side: '两年对比，有的平台只有一年',
  crowded: '画得太多，颜色和线型分不开',
  doubtful: '里有数检查没有通过',
  outlier: '里有一个数太大，别的看不清'
}
const advice: Partial<Record<WrongChart['fault'], string>> = {
  gap: '补上那几年的数；确实没有的，不用改。',
  side: '补上另一年，或只比有两年的平台；新开的账号不用改。',
  crowded: '分成几张图，或去掉次要的。',
  doubtful: '先核对那些数，图跟着改。',
  outlier: '另成一张图，或改用对数轴。'
}

export const chartSentences: Sentences<ChartParams> = {
  'P-CHART': (params) => {
    const { fault, title } = params
    const why = advice[fault] ?? '补上数据，或在图里去掉这一项。'
    return {
      title: `图“${title}”${faults[fault]}`,
      why:
        params.fault === 'outlier'
          ? `“${params.name}”是其余最大数的 ${params.times} 倍。${why}`
          : why
    }
  },
  'P-HEADS': (params) => ({
    title:
      'what' in params
        ? `“${params.found}”把几个平台的人数合在一起`
        : `图“${params.title}”把几个平台的人数合在一起`,
    why: '同一个人可能关注几个平台，相加的人数要注明“未去重”。'
  }),
  'P-QUOTE': ({ what, found }) => {
    const [title, why] = quotes[what](found)
    return { title, why: why || `“${found}”会照原样印出来。` }
  }
}

/** What is wrong with a quote, and what to do where that is not plain. */
const quotes: Record<Unquotable['what'], (found: string) => readonly [string, string]> = {
  inline: () => ['正文里有一张图夹在句子里', '图要单独成段，夹在句子里会把记号印出来。'],
  chart: () => ['正文里有一张图已经删去', ''],
  metric: () => ['正文引用的一个平台数没有填，或者已经删去', ''],
  blank: () => ['正文引用的一格还没有填', ''],
  last: () => ['正文引用的上年数不知道', '读入上年报告，或者把这一处改写成数字。'],
  whole: () => ['正文引用的比例算不出来', '除数是 0。把这一处改写成文字，或者删去。'],
  stray: (found) => [
    `引用的记号“${found}”不完整`,
    '会照原样印出来。补全两边的括号，或者改写成数字。'
  ],
  elsewhere: (found) => [`“${found}”在这里不能引用`, '只有正文能引用数和图，这里会照原样印出来。'],
  other: (found) => [`正文里“${found}”不是可以引用的数`, '']
}
