import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isRule } from '../../../src/core/checks/pack.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import {
  baseReport,
  reportWith,
  sentencesOf,
  subjects,
  tableValueOf,
  type LabelledSentence
} from '../../fixtures/sentences.ts'
import { figures } from '../../run.ts'

/** Rules that the sentences ask for and that are still to be written. */
const awaited = ['D-CITE', 'D-PLACE']

/** The labelled sentences themselves: that the file says what it should, not how well we read it. */
const file = readFileSync('tests/fixtures/sentences.txt', 'utf8')
const sentences = sentencesOf(file)
const faultless = ({ faults }: LabelledSentence): boolean => faults.every(({ sure }) => !sure)

describe('reading the file of labelled sentences', () => {
  it('takes kind, heading and columns', () => {
    const lines = [
      '# how to read it',
      '== 结转',
      '> （二）依申请公开',
      '结转2件。¶其余办结。 | carriedOut=2余@own+carriedIn handled/dealtWith=57? | — | X-OUT/X-FLOW?',
      '',
      '== 平台',
      '网站发布3条。 | — | 门户网站 信息发布总数/动态 3约 累计; 工作 解读 12? | X-SPLIT D-UNIT'
    ]
    expect(sentencesOf(lines.join('\n'))).toEqual([
      {
        kind: '结转',
        heading: '（二）依申请公开',
        text: '结转2件。\n其余办结。',
        claims: [
          {
            subjects: ['carriedOut'],
            value: 2,
            qualifier: '余',
            scope: 'own',
            withCarriedIn: true,
            sure: true
          },
          {
            subjects: ['handled', 'dealtWith'],
            value: 57,
            qualifier: '',
            scope: '',
            withCarriedIn: false,
            sure: false
          }
        ],
        figures: [],
        faults: [{ rules: ['X-OUT', 'X-FLOW'], sure: false }]
      },
      {
        kind: '平台',
        heading: '',
        text: '网站发布3条。',
        claims: [],
        figures: [
          {
            platform: '门户网站',
            names: ['信息发布总数', '动态'],
            value: 3,
            qualifier: '约',
            total: true,
            sure: true
          },
          { platform: '工作', names: ['解读'], value: 12, qualifier: '', total: false, sure: false }
        ],
        faults: [
          { rules: ['X-SPLIT'], sure: true },
          { rules: ['D-UNIT'], sure: true }
        ]
      }
    ])
  })

  it.each([
    '三列 | — | —',
    '五列 | — | — | — | —',
    '没有数 | received | — | —',
    '没有名称 | — | 门户网站 3 | —',
    '不是规则 | — | — | 有错'
  ])('refuses %s', (line) => {
    expect(() => sentencesOf(line)).toThrow(SyntaxError)
  })
})

describe('the labelled sentences', () => {
  it('are many, of many kinds, half of them without a fault', () => {
    const kinds = [...new Set(sentences.map(({ kind }) => kind))]
    if (figures)
      for (const kind of kinds) {
        const all = sentences.filter((one) => one.kind === kind)
        console.log(`${kind}: ${all.length}, ${all.filter(faultless).length} without a fault`)
      }
    expect(sentences.length).toBeGreaterThanOrEqual(540)
    expect(kinds.length).toBeGreaterThanOrEqual(30)
    expect(sentences.filter(faultless).length).toBeGreaterThanOrEqual(sentences.length / 2)
  })

  it('are each written once', () => {
    const texts = sentences.map(({ heading, text }) => `${heading} ${text}`)
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([])
  })

  it('name subjects and rules that there are', () => {
    const named = sentences.flatMap(({ claims }) => claims.flatMap((claim) => claim.subjects))
    expect(named.filter((name) => !subjects.includes(name))).toEqual([])
    const rules = sentences.flatMap(({ faults }) => faults.flatMap((fault) => fault.rules))
    expect(rules.filter((rule) => !isRule(rule) && !awaited.includes(rule))).toEqual([])
  })

  it('have no fault where their exact figures are those of the tables, else one', () => {
    const differing = ({ claims }: LabelledSentence): boolean =>
      claims.some(({ subjects, value, qualifier, withCarriedIn, sure }) => {
        if (!sure || qualifier) return false
        const carried = withCarriedIn ? (tableValueOf('carriedIn') ?? 0) : 0
        return subjects.every((subject) => {
          const due = tableValueOf(subject)
          return due !== undefined && due !== value - carried
        })
      })
    const unsaid = sentences.filter(
      (one) =>
        differing(one) &&
        !one.claims.some(({ scope }) => scope === 'rollup') &&
        !one.faults.some(({ rules }) => rules.some((rule) => rule.startsWith('X-')))
    )
    expect(unsaid.map(({ text }) => text)).toEqual([])
  })

  it('stand in a report of which no rule has anything to say', () => {
    expect(validate(baseReport())).toEqual([])
  })

  it('find their place in that report', () => {
    const texts = sentences.map((one) => Object.values(reportWith(one).text).join('\n'))
    const stands = ({ heading, text }: LabelledSentence, whole: string): boolean =>
      whole.includes(text) && (!heading.startsWith('（') || whole.includes(`${heading}\n`))
    expect(sentences.filter((one, i) => !stands(one, texts[i] ?? ''))).toEqual([])
  })
})
