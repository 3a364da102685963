import { describe, expect, it } from 'vitest'
import { setCell } from '../../../src/core/report/edit.ts'
import { answerTo } from '../../../src/core/checks/answers.ts'
import { repairs } from '../../../src/core/checks/repair/repair.ts'
import {
  exampleOptions,
  exampleReport,
  examples
} from '../../../src/core/checks/examples/examples.ts'
import type { Example } from '../../../src/core/checks/examples/example.ts'
import { isRule, ruleIds } from '../../../src/core/checks/pack.ts'
import { spotOfPlace, validate } from '../../../src/core/checks/validate.ts'
import { formOf } from '../../../src/core/form/form.ts'
import { solve } from '../../../src/core/sums/solve.ts'
import { sentence } from '../../../src/i18n/findings/findings.ts'
import { ruleNames } from '../../../src/i18n/findings/rule-names.ts'
import { repairWords } from '../../../src/i18n/findings/repairs.ts'
import { answerWords } from '../../../src/i18n/findings/answers.ts'

const say = (example: Omit<Example, 'note'>, rule: string) => {
  const report = exampleReport({ note: '', ...example })
  const finding = validate(report).find((one) => one.rule === rule)
  if (!finding) throw new Error(`no ${rule}`)
  const words = sentence(finding, report)
  const offered = repairs(report, finding, solve(formOf(report), report).causes)
  return { ...words, buttons: offered.map((repair) => repairWords(report, repair).button) }
}

describe('sentences', () => {
  it('name the one wrong cell and the number that mends it', () => {
    expect(say({ cells: { 'requests.unavailable.notHeld.natural': 8 } }, 'T3-SUM')).toEqual({
      title: '表三有一格使两处合计都差 3',
      place: '表三 自然人 · 1.本机关不掌握相关政府信息',
      why: '两处都少 3，都含在内的只有这一格。疑为填错一位数字。改为 5，两处都平。',
      equations: [
        {
          label: '“1.本机关不掌握相关政府信息”横行相加，对“总计”',
          terms: [{ text: '8', field: 'requests.unavailable.notHeld.natural', faulty: true }],
          sum: '8',
          stated: '总计填 5，少 3'
        },
        {
          label: '“自然人”一列相加，对“（七）总计”',
          terms: [
            { text: '9', field: 'requests.granted.natural', faulty: false },
            { text: '8', field: 'requests.unavailable.notHeld.natural', faulty: true }
          ],
          sum: '17',
          stated: '填 14，少 3'
        }
      ],
      buttons: ['改为 5']
    })
  })

  it('write out both sides of the balance where no cell can be named', () => {
    const report = setCell(exampleReport({ note: '' }), 'requests.carriedOut.natural', 2)
    const [finding] = validate(report)
    const words = finding && sentence(finding, report)
    expect(words?.title).toBe('表三两处合计不平，都差 1')
    expect(
      words?.equations.map(
        ({ terms, sum, stated }) =>
          `${terms.map(({ text }) => text).join(' + ')} = ${sum}，${stated}`
      )
    ).toEqual([
      '新收 12 + 上年结转 3 = 15，总计 14 + 结转 2 = 16，差 1',
      '新收 14 + 上年结转 3 = 17，总计 16 + 结转 2 = 18，差 1'
    ])
  })

  it.each([
    [
      {
        cells: {
          'requests.declined.excessive.research': null,
          'requests.declined.excessive.welfare': null
        }
      },
      'T3-BLANK',
      '表三有 2 格未填',
      '表三 科研机构、社会公益组织 · 4.无正当理由大量反复申请'
    ],
    [
      { last: { cells: { 'requests.carriedOut.natural': 5, 'requests.carriedOut.total': 5 } } },
      'Y-CARRY',
      '上年结转应为 5（2024 年报告结转下年度 5），现为 3',
      '表三 自然人、总计 · 二、上年结转政府信息公开申请数量'
    ],
    [
      { text: { overview: '（一）主动公开\n3条公式公开。\n（二）依申请公开\n0件。' } },
      'D-TYPO',
      '“公式公开”疑为“公示公开”',
      '一（一）主动公开'
    ],
    [
      { text: { other: '没有其他需要报告的重要事项。' } },
      'D-S6',
      '没有说明信息处理费收取情况',
      '六　其他需要报告的事项'
    ]
  ] as const)('speak plainly: %#', (example, rule, title, place) => {
    expect(say(example, rule)).toMatchObject({ title, place })
  })

  it.each(ruleIds)('can be made of every example of %s', (id) => {
    for (const example of examples[id].fail) {
      const report = exampleReport(example)
      const solution = solve(formOf(report), report)
      for (const finding of validate(report, { today: '2026-01-15', ...exampleOptions(example) })) {
        const { title, place, why = '' } = sentence(finding, report)
        for (const text of [title, place]) expect(text.trim()).not.toBe('')
        expect(title + place + why).not.toMatch(/undefined|null|NaN|\[object|！|您|(?<!申)请|系统/)
        for (const repair of repairs(report, finding, solution.causes)) {
          expect(repairWords(report, repair).button).not.toMatch(/undefined|null|NaN/)
        }
      }
    }
  })

  it.each([
    ['P-CLOSEDATE', '平台数据'],
    ['P-ACCOUNT', '平台数据'],
    ['P-FALL', /^平台数据 · /],
    ['D-DEADLINE', '整份报告'],
    ['Y-CARRY', /^表三/]
  ] as const)('%s stands at %s, and the outline leads there', (rule, place) => {
    for (const example of examples[rule].fail) {
      const report = exampleReport(example)
      const found = validate(report, { today: '2026-02-15', ...exampleOptions(example) })
      const finding = found.find((one) => one.rule === rule)
      if (!finding) throw new Error(`no ${rule}`)
      expect(sentence(finding, report).place).toMatch(place)
      const spot =
        place === '整份报告' ? undefined : rule.startsWith('P-') ? 'platforms' : 'requests'
      expect(spotOfPlace(finding)).toBe(spot)
    }
  })

  it.each([
    ['a number', 'Y-JUMP', '数字无误，说明理由'],
    ['a figure', 'P-SCALE', '数字无误，说明理由'],
    ['text and table', 'X-NEW', '另一口径，说明理由'],
    ['a number that follows from last year', 'Y-VALID', '另一口径，说明理由'],
    ['blank cells', 'T3-BLANK', '暂不填，说明理由'],
    ['a cell that was left blank', 'T2-INT', '暂不填，说明理由'],
    ['a label', 'D-LABEL', '无需修改，说明理由'],
    ['an account', 'P-ACCOUNT', '无需修改，说明理由'],
    ['a chart', 'P-CHART', '无需修改，说明理由'],
    ['a typo', 'D-TYPO', '用字无误，说明理由'],
    ['a section', 'D-FIVE', '无需修改，说明理由'],
    ['a name', 'D-NAME', '无需修改，说明理由'],
    ['a day', 'D-DEADLINE', '无需修改，说明理由'],
    ['a rule of another version', 'Z-NEW', '无需修改，说明理由']
  ])('what may stay as it is says so: %s', (_, rule, button) => {
    expect(answerWords[answerTo({ rule })].button).toBe(button)
  })

  it.each([
    ['numbers that equal last year’s', 'Y-SAME', '已核对，两年数字相同', '本年情况与往年不同'],
    ['a number far from last year’s', 'Y-JUMP', '本年情况与往年不同', '已核对，两年数字相同'],
    ['a number unlike earlier years', 'Y-UNUSUAL', '本年情况与往年不同', '已核对，两年数字相同'],
    ['a sum', 'T3-SUM', '已与台账核对', '本年情况与往年不同'],
    ['a sentence of last year', 'Y-TEXTOLD', '已核对，本年情况相同', '本年没有此项情况'],
    ['a day', 'D-DEADLINE', '已核对，无误', '已写在其他部分'],
    ['what is not told', 'D-FIVE', '本年没有此项情况', '已核对，无误']
  ])('the ready reasons of %s can be true of it', (_, rule, fits, contradicts) => {
    const { reasons } = answerWords[answerTo({ rule })]
    expect(reasons).toContain(fits)
    expect(reasons).not.toContain(contradicts)
  })

  it.each([...ruleIds, 'Z-NEW', 'toString'])(
    'can be made of a finding of %s that a file got wrong, and nothing of it is lost',
    (rule) => {
      const stored = {
        rule,
        severity: 'warning' as const,
        at: { kind: 'cells' as const, fields: ['nowhere'] },
        params: { found: 'words', kind: 3, missing: 7 },
        fingerprint: 'x'
      }
      const imported = { name: '', at: '2026-01-05T08:00:00.000Z', findings: [stored] }
      const report = { ...exampleReport({ note: '' }), imported }
      const found = validate(report)
      expect(found).toMatchObject([{ rule, fingerprint: 'x', unread: true }])
      for (const finding of found) {
        expect(sentence(finding, report)).toMatchObject({
          title: expect.stringContaining(isRule(rule) ? ruleNames[rule] : rule),
          place: '整份报告',
          why: '由其他版本写入，予以保留。'
        })
        expect(repairs(report, finding, [])).toEqual([])
      }
      expect(report.imported.findings).toEqual([stored])
    }
  )
})
