import { describe, expect, it } from 'vitest'
import { untouched } from '../../../src/core/years/carried-text.ts'
import { claims } from '../../../src/core/prose/claims/claims.ts'
import { compose } from '../../../src/core/compose/compose.ts'
import { reportFrom } from '../../../src/core/intake/draft.ts'
import { problemsOf } from '../../../src/core/years/problems.ts'
import type { RawBlock } from '../../../src/core/intake/source/raw.ts'
import { recognise } from '../../../src/core/intake/recognise.ts'
import { figuresOf } from '../../../src/core/intake/figures/figures.ts'
import { titleOf } from '../../../src/core/intake/source/title.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { formOf } from '../../../src/core/form/form.ts'
import { solve } from '../../../src/core/sums/solve.ts'
import { pack, ruleIds } from '../../../src/core/checks/pack.ts'
import { textHeadings } from '../../../src/core/prose/headings/headings.ts'
import { placesOf, wordsAround } from '../../../src/core/prose/search.ts'
import { sentencesOf } from '../../../src/core/prose/sentences.ts'
import { putUnder, withHeading } from '../../../src/core/prose/headings/under-heading.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import type { Look } from '../../../src/typeset/page/page.ts'
import { typeset } from '../../../src/typeset/pages/typeset.ts'
import { fakeFonts } from '../../typeset/lines/fake-fonts.ts'
import { validReport } from '../report/reports.ts'

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
  headings: '（一）公开\n',
  'paragraphs of requests': '收到申请9件，上年结转1件，办结8件。\n',
  downloads: '下载',
  persons: '组长王',
  letters: 'a1',
  'one sentence': '政府信息公开工作'
}

const facts = (report: Report) => ({ report, ...solve(formOf(report), report), ignored: [] })

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
  ['sentences', sentencesOf],
  ['headings', textHeadings],
  ['a paragraph put in', (text) => putUnder('overview', text, '主动公开', '甲。')],
  ['a heading put in', (text) => withHeading('overview', text, '依申请公开')],
  [
    'words looked for',
    (text) =>
      placesOf(text, text.slice(0, 2), () => '12')
        .slice(0, 100)
        .map((place) => wordsAround(text, place, () => '12', 20))
  ],
  ['sentences left as last year', (text) => untouched(text, `${text}甲`)],
  ['problems', problemsOf],
  ['title', (text) => titleOf([{ type: 'text', text }], 1)],
  ['composed blocks', (text) => compose(withText(text))],
  ...ruleIds
    .filter((id) => /^(?:D|X|Y-TEXT|Y-TITLE|Y-PERIOD|P-HEADS|P-QUOTE)/.test(id))
    // These only compare what X-NEW has read.
    .filter((id) => !/^X-(?:DONE|IN|OUT|NAT|LEG|CLASS|PCT|GROWTH|REV|LIT|T2)$/.test(id))
    .flatMap((id): (readonly [string, Scan])[] => {
      const { check } = pack[id]
      return check ? [[id, (text) => check(facts(withText(text)))]] : []
    })
]

/** The statements of a line that has as many figures as a year has cases, in one sentence or none. */
const statements: Readonly<Record<string, (n: number) => string>> = {
  requests: (n) => `收到申请${n % 40}件，`,
  'requests by the clause': (n) => `受理申请${n % 20}件；办结${n % 20}件；`,
  'wholes of the year': (n) => `全年累计共收到申请${n % 40}件，`,
  'one and one': () => '收到申请一件、答复一件，',
  'Chinese numerals': (n) => `收到申请${'一二三四五六七八九'.charAt(n % 9)}百二十三件，`,
  'posts of a platform': (n) => `微信公众号发布信息${345 + n}条、`,
  shares: (n) => `予以公开${n % 30}件，占比${n % 99}.3%，`,
  growths: (n) => `收到申请${n % 30}件，同比增长${n % 99}.3%，`,
  years: (n) => `20${10 + (n % 20)}年收到申请${n % 40}件，`,
  dates: (n) => `2025年${1 + (n % 12)}月${1 + (n % 28)}日公开${n}条，`,
  brackets: (n) => `不予公开${n % 30}件（其中国家秘密${n % 7}件），`,
  'open brackets': (n) => `不予公开${n % 30}件（其中${n % 7}件`,
  enumeration: (n) => `甲局${n % 30}件、`,
  'numbers alone': (n) => `公开信息${n}、`,
  'of which': (n) => `共收到申请${n + 9}件，其中自然人${n % 5}件、法人${n % 7}件，`,
  documents: (n) => `制发行政规范性文件${n % 9}件，废止${n % 4}件，现行有效${n % 80}件，`,
  'all in turn': (n) =>
    ['收到申请12件，', '办结9件，', '结转下年度3件，', '网站发布300条，'][n % 4] ?? ''
}

/** A text in all sections of a report whose tables are filled in, and in last year's. */
const fullOf = (text: string): Report => ({ ...withText(text), cells: validReport(3).cells })

const withOverview = (text: string): Report => {
  const report = validReport(3)
  return { ...report, text: { ...report.text, overview: text } }
}

const look: Look = { style: 'official', digits: 'own', draft: false }

const originalOf = (text: string): readonly RawBlock[] =>
  ['青石县人民政府2025年政府信息公开工作年度报告', '一、总体情况', text].map((line) => ({
    type: 'text',
    text: line
  }))

const draftOf = (text: string): Report => {
  const { patch, findings } = recognise(originalOf(text))
  return reportFrom(patch, { name: '去年.docx', year: 2025, findings })
}

/** Each with how many figures the shorter line has. */
const wholes: readonly (readonly [string, number, Scan])[] = [
  ['read for its claims', 400, (text) => claims(text, 2025)],
  ['read for platform figures', 200, figuresOf],
  ['checked in all sections of a report', 200, (text) => validate(fullOf(text))],
  ['recognised in an original', 100, (text) => recognise(originalOf(text))],
  ['checked in the draft of an original', 100, (text) => validate(draftOf(text))],
  ['set on pages', 100, (text) => typeset(compose(withOverview(text)), fakeFonts, look)]
]

const times = 4

/** Kinds of texts: the name, and a text by its length or by how many figures it has. */
type Kinds = readonly (readonly [kind: string, textOf: (size: number) => string])[]

const byLength: Kinds = Object.entries(kinds).map(([kind, unit]) => [
  kind,
  (length) => unit.repeat(Math.ceil(length / unit.length))
])
const byStatements: Kinds = Object.entries(statements).map(([kind, say]) => [
  kind,
  (count) => Array.from({ length: count }, (_, n) => say(n)).join('')
])

/** The best of a few runs over a text, none of which was seen before, in ms of this process alone. */
let seen = 0
function timed(scan: Scan, body: string): number {
  const runs = Array.from({ length: 2 }, () => {
    const text = `${body}末${seen++}`
    const start = process.cpuUsage()
    scan(text)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  return Math.min(...runs)
}

/** How much longer a text of `times` the size takes; short times count as noise. */
function growth(scan: Scan, textOf: (size: number) => string, size: number): number {
  const noise = 2
  return timed(scan, textOf(times * size)) / Math.max(timed(scan, textOf(size)), noise)
}

/** The kinds whose time outgrows them, again and again: once, it may be the garbage of others. */
function steep(scan: Scan, kinds: Kinds, size: number): string[] {
  scan('甲')
  let left = kinds
  for (let tries = 0; tries < 3; tries++) {
    left = left.filter(([, textOf]) => growth(scan, textOf, size) > times * 2.5)
  }
  return left.map(([kind]) => kind)
}

/** In ms: only the growth is judged, so a busy machine may take its time. */
const patience = 60_000

describe('hostile prose', () => {
  it.each(scans)(
    'is scanned by %s in time that grows with its length',
    (_, scan) => {
      expect(steep(scan, byLength, 4_000)).toEqual([])
    },
    patience
  )
})

describe('a line of many figures', () => {
  it.each(wholes)(
    'is %s in time that grows with the figures',
    (_, size, scan) => {
      expect(steep(scan, byStatements, size)).toEqual([])
    },
    patience
  )
})
