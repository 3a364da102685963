import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/core/checks/finding.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { figures, times } from '../../run.ts'
import { reportOf, source, wholeReports } from './whole-reports.ts'

/** The whole reports with one fault put into a copy: their silence is not bought by blindness. */

interface Fault {
  readonly fault: string
  readonly report: string
  readonly right: string
  readonly wrong: string
  /** The rule that tells it, or one of several that may. */
  readonly rules: readonly Finding['rule'][]
}

const faults: readonly Fault[] = [
  {
    fault: 'two reasons of table 三 confused, their sum as it was',
    report: 'city-departments/26-emergency.txt',
    right: '属于行政执法案卷4件、属于四类过程性信息1件',
    wrong: '属于行政执法案卷3件、属于四类过程性信息2件',
    rules: ['X-CLASS']
  },
  {
    fault: 'another outcome of the litigation',
    report: 'governments/33-qingchuan.txt',
    right: '行政诉讼中，维持127件，纠正5件',
    wrong: '行政诉讼中，维持125件，纠正7件',
    rules: ['X-LIT', 'X-WIN']
  },
  {
    fault: 'another number carried over',
    report: 'towns/08-yugang.txt',
    right: '结转下一年度1件',
    wrong: '结转下一年度2件',
    rules: ['X-OUT']
  },
  {
    fault: 'digits of a share swapped',
    report: 'governments/32-hedong.txt',
    right: '无法提供204件，占26.8%',
    wrong: '无法提供204件，占28.6%',
    rules: ['X-PCT']
  },
  {
    fault: 'digits of a growth swapped',
    report: 'governments/37-shiyang.txt',
    right: '比上年同期增加22件，增长9.9%',
    wrong: '比上年同期增加22件，增长8.9%',
    rules: ['X-GROWTH']
  },
  {
    fault: 'parts that do not make the whole',
    report: 'towns/02-beiyuan.txt',
    right: '街道要闻176条',
    wrong: '街道要闻167条',
    rules: ['X-SPLIT']
  },
  {
    fault: 'a sentence of last year’s left standing',
    report: 'governments/36-wangling.txt',
    right: '全县备案政务新媒体29个，',
    wrong: '关停整合新媒体7个，网站访问量410万次。',
    rules: ['Y-TEXTOLD']
  },
  {
    fault: 'a number of section 五 left out',
    report: 'city-departments/25-science.txt',
    right: '二是项目评审过程公开的程度有待提升',
    wrong: '三是项目评审过程公开的程度有待提升',
    rules: ['D-ORDER']
  },
  {
    fault: 'an aspect with a heading and nothing under it',
    report: 'county-departments/15-health.txt',
    right:
      '严把个人隐私关，公示信息中一律隐去患者姓名、住址、病历号。年内修改完善主动公开目录1次，新增托育服务类目5项。\n',
    wrong: '',
    rules: ['D-FIVE']
  },
  {
    fault: 'a blank where a figure should stand',
    report: 'county-departments/15-health.txt',
    right: '健康扶贫巩固等信息289条',
    wrong: '健康扶贫巩固等信息　条',
    rules: ['D-UNIT']
  },
  {
    fault: 'a word twice',
    report: 'city-departments/23-transport.txt',
    right: '累计审核3605条',
    wrong: '累计审核审核3605条',
    rules: ['D-TYPO']
  },
  {
    fault: 'a bracket that does not close',
    report: 'towns/05-shuangqiao.txt',
    right: '（自然人7件，其他组织1件）',
    wrong: '（自然人7件，其他组织1件',
    rules: ['D-TYPO']
  }
]

describe('the same reports with one fault', () => {
  const marks = (text: string): ReadonlySet<string> =>
    new Set(validate(reportOf(text)).map(({ fingerprint }) => fingerprint))

  it.each(faults)('are warned of $fault', ({ report, right, wrong, rules }) => {
    const text = source(report)
    expect(text.split(right)).toHaveLength(2)
    const before = marks(text)
    const more = validate(reportOf(text.replace(right, wrong))).filter(
      ({ fingerprint, severity }) => severity !== 'hint' && !before.has(fingerprint)
    )
    expect(more.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining([expect.toSatisfy((rule) => rules.includes(rule))])
    )
  })
})

/** The share of changed figures that is told at least; a rule that learns to read more raises it. */
const toldOfChanges = 0.75

interface Change {
  readonly name: string
  readonly report: Report
  /** The words around the figure, as they were. */
  readonly words: string
}

/** Paragraphs in which figures are of requests, of what was answered, of cases. */
const ofRequests = /申请|复议|诉讼|予以公开|不予公开|无法提供|不予处理|其他处理/

/** The report with one figure of such a paragraph changed, once for each. */
function changesOf(name: string): Change[] {
  const report = reportOf(source(name))
  const { overview } = report.text
  return Array.from(overview.matchAll(/[^\n]+/g)).flatMap(({ 0: line, index }) =>
    ofRequests.test(line)
      ? Array.from(line.matchAll(/(?<![\d.])(\d+)(件|\.\d+%)/g), (match) => {
          const [words, whole = '', rest = ''] = match
          const at = index + match.index
          const wrong = `${Number(whole) + 1}${rest}`
          const text = overview.slice(0, at) + wrong + overview.slice(at + words.length)
          return {
            name,
            report: { ...report, text: { ...report.text, overview: text } },
            words: overview.slice(Math.max(0, at - 20), at + words.length + 5).replaceAll('\n', ' ')
          }
        })
      : []
  )
}

describe('the same reports with any one figure of requests changed', () => {
  it('are mostly told of it', { timeout: 60_000 }, () => {
    const changes = [...wholeReports.keys()]
      .flatMap(changesOf)
      .filter((_, i) => i % times(1, 5) === 0)
    const known = new Map(
      [...wholeReports].map(([name, text]) => [name, validate(reportOf(text)).length])
    )
    const missed = changes.filter(
      ({ name, report }) => validate(report).length <= (known.get(name) ?? 0)
    )
    const told = 1 - missed.length / changes.length
    if (figures) {
      const lines = missed.map(({ name, words }) => `${name} ${words}`)
      console.log([`told: ${told.toFixed(3)} of ${changes.length}`, ...lines].join('\n'))
    }
    expect(told).toBeGreaterThan(toldOfChanges)
  })
})
