import { describe, expect, it } from 'vitest'
import { untouched } from '../../src/core/carried-text.ts'
import { claims } from '../../src/core/claims.ts'
import { compose } from '../../src/core/compose.ts'
import { problemsOf } from '../../src/core/problems.ts'
import { figuresOf } from '../../src/core/recognise/figures.ts'
import { titleOf } from '../../src/core/recognise/title.ts'
import { newReport, type Report } from '../../src/core/report.ts'
import { causesOf } from '../../src/core/causes.ts'
import { numbersOf, sumsOf } from '../../src/core/rules/balances.ts'
import { pack, ruleIds } from '../../src/core/rules/pack.ts'
import type { Rule } from '../../src/core/rules/rule.ts'
import { sentencesOf, withSentence } from '../../src/core/sentences.ts'

/**
 * Text that no office writes, pasted in by mistake or on purpose: one thing over and over, with no
 * end of a sentence. Four times as much of it may take about four times as long, never sixteen: each
 * scan is timed beside itself, over a short text and a long one.
 */
const kinds: Readonly<Record<string, string>> = {
  words: '公开',
  minus: '-',
  'minus sign': '−',
  years: '年',
  'numbered brackets': '（1）',
  'Chinese numerals': '一二三百千',
  digits: '7',
  'digits in groups': '1,111,',
  'spaced digits': '1 111 ',
  decimals: '1.1',
  'of which': '其中',
  enumeration: '、',
  commas: '，',
  'full stops': '。',
  'book marks': '《',
  quotes: '“',
  'open brackets': '（',
  'closed brackets': '）',
  ordinals: '第',
  wholes: '共5条',
  parts: '甲1条、',
  lists: '发布3条，其中',
  blanks: ' ',
  'wide blanks': '\u3000',
  'empty lines': '\n\n',
  at: '@',
  braces: '{{',
  tokens: '{{a}',
  addresses: 'http://a',
  underscores: '_',
  requests: '收到申请9件',
  'requests by channel': '通过网络收到申请9件，',
  cases: '复议1件',
  verbs: '收到',
  sites: '网站',
  homes: '新村1号',
  dates: '2025年1月1日至',
  headings: '（一）公开\n',
  'paragraphs of requests': '收到申请9件，上年结转1件，办结8件。\n',
  downloads: '下载',
  persons: '组长王',
  letters: 'a1',
  'one sentence': '政府信息公开工作'
}

const facts = (report: Report) => {
  const numbers = numbersOf(report.cells)
  const sums = sumsOf(numbers)
  return { report, numbers, sums, causes: causesOf(report, numbers, sums), ignored: [] }
}

const withText = (text: string): Report => {
  const report = newReport('青石县人民政府', 2025)
  const all = { leadIn: text, overview: text, problems: text, other: text }
  const previous = { year: 2024, cells: report.cells, text: all, metrics: [], final: true }
  return { ...report, text: { ...all, overview: `${text}改` }, previous }
}

type Scan = (text: string) => unknown
const scans: readonly (readonly [string, Scan])[] = [
  ['claims', (text) => claims(text, 2025)],
  ['platform figures', figuresOf],
  ['sentences', (text) => withSentence(text, '甲。', '主动公开').length + sentencesOf(text).length],
  ['sentences left as last year', (text) => untouched(text, `${text}甲`)],
  ['problems', problemsOf],
  ['title', (text) => titleOf([{ type: 'text', text }], 1)],
  ['composed blocks', (text) => compose(withText(text))],
  ...ruleIds
    .filter((id) => /^(?:D|X|Y-TEXT|Y-TITLE|Y-PERIOD|P-HEADS|P-QUOTE)/.test(id))
    // These only compare what X-NEW has read.
    .filter((id) => !/^X-(?:DONE|IN|OUT|NAT|LEG|CLASS|PCT|GROWTH|REV|LIT|T2)$/.test(id))
    .flatMap((id): (readonly [string, Scan])[] => {
      const { check }: Rule = pack[id]
      return check ? [[id, (text) => check(facts(withText(text)))]] : []
    })
]

const short = 4_000
const times = 4

/** The best of a few runs over a text, none of which was seen before, in ms of this process alone. */
let seen = 0
function timed(scan: Scan, unit: string, length: number): number {
  const runs = Array.from({ length: 3 }, () => {
    const text = `${unit.repeat(Math.ceil(length / unit.length))}末${seen++}`
    const start = process.cpuUsage()
    scan(text)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  return Math.min(...runs)
}

/** How much longer a text of `times` the length takes, by kind; short times count as noise. */
function growths(scan: Scan): [kind: string, growth: number][] {
  scan('甲')
  const measured = Object.entries(kinds).map(
    ([kind, unit]) => [kind, timed(scan, unit, short), timed(scan, unit, times * short)] as const
  )
  const noise = 2
  return measured.map(([kind, few, many]) => [kind, many / Math.max(few, noise)])
}

describe('hostile prose', () => {
  it.each(scans)('is scanned by %s in time that grows with its length', (_, scan) => {
    const steep = (growth: [string, number]) => growth[1] > times * 2.5
    // The garbage of others may have been collected: what is steep must be so again.
    let found = growths(scan).filter(steep)
    for (let again = 0; again < 2 && found.length > 0; again++) found = growths(scan).filter(steep)
    expect(found).toEqual([])
  })
})
