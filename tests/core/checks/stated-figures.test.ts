import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import type { Report } from '../../../src/core/report/report.ts'

/** Figures of prose against their cells: which contradict them, and what reconciles the two. */

const cells: Partial<Record<FieldId, number>> = {
  'requests.received.total': 264,
  'requests.received.natural': 240,
  'requests.received.commercial': 20,
  'requests.received.legal': 4,
  'requests.carriedIn.total': 6,
  'requests.handled.total': 258,
  'requests.carriedOut.total': 12,
  'requests.granted.total': 120,
  'requests.partlyGranted.total': 30,
  'requests.refused.stateSecret.total': 2,
  'requests.refused.process.total': 5,
  'requests.unavailable.notHeld.total': 40,
  'requests.unavailable.unclear.total': 3,
  'requests.other.other.total': 7,
  'remedies.review.total': 9,
  'remedies.review.upheld': 6,
  'remedies.review.corrected': 2,
  'remedies.review.pending': 1,
  'remedies.direct.total': 3,
  'remedies.afterReview.total': 2,
  'remedies.direct.upheld': 2,
  'remedies.afterReview.upheld': 1,
  'disclosure.rules.issued': 1,
  'disclosure.normative.issued': 4,
  'disclosure.licensing.decisions': 12_345,
  'disclosure.penalty.decisions': 320,
  'disclosure.compulsion.decisions': 0,
  'disclosure.fees.amount': 126_500_000
}

const withText = (text: string): Report =>
  setCells(exampleReport({ note: '', text: { overview: `（二）依申请公开\n${text}` } }), cells)

const compared = /^X-(?:NEW|DONE|IN|OUT|NAT|LEG|CLASS|REV|LIT|T2|WIN|NOZERO)$/
const told = (text: string, report = withText(text)) =>
  validate(report).filter(({ rule, severity }) => compared.test(rule) && severity === 'warning')
const rulesOf = (text: string, report?: Report): string[] =>
  told(text, report).map(({ rule }) => rule)

describe('figures that agree with their cells', () => {
  it.each([
    '收到申请260余件。',
    '收到申请约260件。',
    '收到申请超过250件。',
    '收到申请近270件。',
    '收到申请不足300件。',
    '收到申请二百六十四件，含上年结转共270件。',
    '自然人申请240件，商业企业20件，法律服务机构4件，法人或其他组织24件。',
    '予以公开120件，部分公开30件，不予公开7件（国家秘密2件、过程性信息5件）。',
    '公开和部分公开150件。',
    '因本机关不掌握无法提供43件。',
    '本机关不掌握40件，补正后仍不明确3件。',
    '申请人主动撤回7件。',
    '行政复议9件，其中维持6件，纠正2件，尚未审结1件。',
    '因政府信息公开被提起行政诉讼5件，其中未经复议直接起诉3件，复议后起诉2件。',
    '行政诉讼5件，其中维持3件。',
    '制定规章1件，制发规范性文件4件。',
    '办理行政许可1.23万件，行政处罚320件，无行政强制。',
    '行政许可、行政处罚、行政强制决定数量分别为12345件、320件、0件。',
    '行政事业性收费126.5万元。',
    '收取信息处理费300元。',
    '全市收到申请2640件，其中市本级264件。'
  ])('%s', (text) => {
    expect(rulesOf(text)).toEqual([])
  })
})

describe('figures that contradict their cells', () => {
  it.each([
    ['收到申请280余件。', ['X-NEW']],
    ['收到申请约230件。', ['X-NEW']],
    ['收到申请超过300件。', ['X-NEW']],
    ['收到申请不足200件。', ['X-NEW']],
    ['收到申请近200件。', ['X-NEW']],
    ['商业企业21件。', ['X-LEG']],
    ['属于国家秘密不予公开3件。', ['X-CLASS']],
    ['申请人主动撤回8件。', ['X-CLASS']],
    ['补正后仍不明确4件。', ['X-CLASS']],
    ['行政复议9件，其中维持5件，纠正2件。', ['X-REV']],
    ['行政诉讼5件，其中未经复议直接起诉4件。', ['X-LIT']],
    ['行政诉讼5件，其中维持4件。', ['X-LIT']],
    ['制定规章2件。', ['X-T2']],
    ['办理行政许可1.32万件。', ['X-T2']],
    ['行政许可、行政处罚、行政强制决定数量分别为12345件、230件、0件。', ['X-T2']],
    ['行政事业性收费126.6万元。', ['X-T2']],
    ['无结转下年度申请。', ['X-OUT']],
    ['未发生行政复议、行政诉讼。', ['X-REV', 'X-LIT']],
    ['未收到政府信息公开申请。', ['X-NOZERO']],
    ['行政复议9件，均维持。', ['X-WIN']]
  ])('%s', (text, rules) => {
    expect(rulesOf(text)).toEqual(rules)
  })

  it.each([
    ['予以公开150件。', 'equals', 'both'],
    ['收到申请258件。', 'equals', 'handled'],
    ['新收申请270件。', 'equals', 'withCarried'],
    ['行政事业性收费126.5元。', 'equals', 'ten'],
    ['全市收到申请2640件。', 'said', 'rollup']
  ])('come with what reconciles the two: %s', (text, param, value) => {
    expect(told(text)[0]?.params).toMatchObject({ [param]: value })
  })

  it('offer no number for one that was rounded, or denied', () => {
    for (const text of ['收到申请280余件。', '无结转下年度申请。', '行政事业性收费126.6万元。'])
      expect(told(text)[0]?.params).not.toHaveProperty('figure')
  })

  it('are what is still open only where all cases are meant', () => {
    expect(rulesOf('行政诉讼已审结3件，均维持。')).toEqual([])
  })
})
