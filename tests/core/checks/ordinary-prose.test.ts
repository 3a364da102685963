import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import type { Example } from '../../../src/core/checks/examples/example.ts'
import { repairs } from '../../../src/core/checks/repair/repair.ts'
import { validate } from '../../../src/core/checks/validate.ts'

/**
 * Sentences as offices write them, in a report of 2025 whose tables say: 14 received (12 natural
 * persons, 2 companies), 3 carried in, 16 handled (11 granted, 5 unavailable), 1 carried out; review
 * 2, both upheld; documents 2 made, 1 repealed, 19 in force; licences 130, penalties 12. Last year:
 * 12 received, 118 licences.
 */
const found = (text: string, more: Omit<Example, 'note' | 'text'> = {}, key = 'overview') => {
  const report = exampleReport({ note: '', last: {}, ...more, text: { [key]: text } })
  return validate(report).filter(({ rule }) => /^[XY]-/.test(rule))
}
const rulesOf = (...args: Parameters<typeof found>): string[] =>
  found(...args).map(({ rule }) => rule)

const ordinary: readonly string[] = [
  '2025年，清川市档案局共收到政府信息公开申请14件，上年结转3件，全部按时办结16件，结转下年度继续办理1件。',
  '（二）依申请公开\n全年新收14件，其中自然人12件、法人或其他组织2件。办理结果：予以公开11件，无法提供5件。',
  '（二）依申请公开。收到申请14件，其中通过网络提交9件、信函5件，办结16件。',
  '通过网络收到政府信息公开申请9件、信函收到申请3件、当面收到申请2件，共收到申请14件。',
  '连同上年结转的3件，全年受理政府信息公开申请17件，答复16件。',
  '收到申请十四件，予以公开十一件，占比68.8%。',
  '收到申请14件，自然人占85.7%。',
  '收到申请14件，同比增长16.7%；办结申请16件。',
  '收到申请14件，比2024年增加2件，办结申请16件。',
  '对每一件申请，做到收到一件、登记一件、答复一件。',
  '受理政务服务事项申请1200件，办结1200件，满意率99.8%。',
  '受理营业执照申请300件，当场办结280件。',
  '政务服务大厅受理各类申请8600件，按时办结8600件。',
  '收到人大代表建议9件、政协提案4件，全部办结，办理结果均予以公开。',
  '主任信箱收到来信45件，办结45件；12345热线转来工单230件，答复230件。',
  '（二）依申请公开\n收到申请14件，办结16件。\n（四）平台建设\n网民留言收到87条，答复87条。',
  '公开行政许可信息260条、行政处罚信息24条。',
  '公布行政许可事项目录35条，更新行政处罚事项清单18条。',
  '作出行政许可决定130件、行政处罚决定12件，全部在7个工作日内公示。',
  '对轻微违法行为免予行政处罚5件。',
  '制发行政规范性文件2件，废止1件，现行有效行政规范性文件19件。',
  '2024年制定的规范性文件继续有效，2023年开展的试点已经结束。',
  '2024年发布信息300条，2025年发布信息312条。',
  '针对2024年社会评议发现的问题，制定措施4条。',
  '根据2024年公开发布的《清川市档案馆开放办法》，开放档案320卷。',
  '2026年，我局将继续开展业务培训。',
  '因政府信息公开被申请行政复议2件，均维持；诉讼0件。',
  '办理行政复议案件35件，审结33件，公开行政复议决定书33件。',
  '共发布信息312条，其中门户网站200条（动态150条、目录50条）、微信112条，办结依申请公开16件。',
  '共发布信息249条，包括机构概况9条、政策法规7条、规划计划39条、统计信息6条、其他188条。',
  '网站发布信息300条，微信发布112条，其中政策解读120条。',
  '全市共公开文件19份，分别为东山县2份、西河县2份、南坪区8份、北原区1份、中塘区6份。',
  '全年培训2次、自查4次，发现问题23个，其中已整改20个。',
  '自2008年以来累计收到申请800余件，累计办结申请795件。',
  '第一季度收到申请3件，第二季度收到申请5件。',
  '信息处理费：发出收费通知2件，收取350元，其中甲所210元、乙所140元。',
  '指导乡镇办理依申请公开3件；市政府转办申请5件，按时办结5件。',
  '收到政府信息公开申请14件，受理14件，不予受理0件。',
  '3个科室全年未收到政府信息公开申请。',
  '全年访问量1,200,000次，浏览量较上年增长12.5%。'
]

describe('ordinary prose', () => {
  it.each(ordinary)('has nothing to be said against it: %j', (text) => {
    expect(rulesOf(text)).toEqual([])
  })

  it.each([
    '统计期限为2025年01月01日至2025年12月31日。',
    '数据统计期限自2025年1月1日起至12月31日止，公开期限为2026年1月20日至2026年12月31日。',
    '所列数据的统计时间为2025.1.1-2025.12.31。',
    '统计期限为２０２５年１月—１２月。',
    '与2024年政府信息公开工作年度报告相比，体例没有变化。统计期限为2025年1月-12月。',
    '本报告的数据从2025年1月1日起，至2025年12月31日止。意见征集时间2025年3月1日至2025年3月31日。'
  ])('is a lead-in: %s', (text) => {
    expect(rulesOf(text, {}, 'leadIn')).toEqual([])
  })
})

const planted: readonly [rule: string, text: string, more?: Omit<Example, 'note' | 'text'>][] = [
  ['X-NEW', '2025年，清川市档案局共收到政府信息公开申请41件，上年结转3件。'],
  ['X-NEW', '（二）依申请公开\n全年新收15件，其中自然人12件。'],
  ['X-NEW', '收到申请二十件。'],
  ['X-NEW', '收到申请１６份。'],
  ['X-NEW', '新收政府信息公开申请17件。'],
  ['X-NEW', '通过网络、信函、当面等渠道共收到申请1,400件。'],
  ['X-DONE', '（二）依申请公开。收到申请14件，其中通过网络提交9件、信函5件，办结14件。'],
  ['X-DONE', '办理依申请公开15件。'],
  ['X-IN', '收到申请14件，上年结转2件。'],
  ['X-OUT', '办结申请16件，结转下年度继续办理3件。'],
  ['X-NAT', '收到申请14件，其中自然人13件、法人或其他组织2件。'],
  ['X-LEG', '收到申请14件，其中自然人12件，法人或其他组织4件。'],
  ['X-CLASS', '（二）依申请公开\n办理结果：予以公开9件，无法提供5件。'],
  ['X-CLASS', '收到申请14件。已全部登记。对其中内容不存在的，无法提供6件。'],
  ['X-PCT', '对申请予以公开11件，占比78.6%。'],
  ['X-PCT', '申请中自然人12件（占75%）。'],
  ['X-GROWTH', '收到申请14件，同比增长17.6%。'],
  ['X-GROWTH', '作出行政许可决定130件，较上年增长12.0%。'],
  ['X-REV', '因政府信息公开被申请行政复议3件。'],
  ['X-LIT', '因政府信息公开被提起行政诉讼1件。'],
  [
    'X-WIN',
    '因政府信息公开被诉讼1件；被复议2件，均维持。',
    {
      cells: {
        'remedies.review.upheld': 1,
        'remedies.review.corrected': 1,
        'remedies.direct.upheld': 1,
        'remedies.direct.total': 1
      }
    }
  ],
  ['X-T2', '作出行政许可决定103件。'],
  ['X-T2', '现行有效行政规范性文件91件。'],
  ['X-SPLIT', '共发布信息312条，其中门户网站200条（动态150条）、微信212条，办结依申请公开16件。'],
  ['X-SPLIT', '公开政策文件1条，包括1条以及2条。'],
  ['X-SPLIT', '共发布信息312条：门户网站200条、微信102条。'],
  ['X-ROLLTXT', '全市共公开文件20份，其中东山县2份、西河县2份、南坪区8份、北原区1份、中塘区6份。'],
  ['X-NOZERO', '全年没有收到政府信息公开申请。'],
  ['Y-TEXTYEAR', '2024年收到申请，都已办结。'],
  ['Y-TEXTYEAR', '2024年，清川市档案局共举办培训2次。'],
  ['Y-TEXTYEAR', '2024年度，全市各级行政机关主动公开信息312条。'],
  ['Y-TEXTYEAR', '截至2024年12月31日，发布信息312条。']
]

describe('ordinary prose with one fault', () => {
  it.each(planted)('breaks %s alone: %j', (rule, text, more) => {
    expect(rulesOf(text, more)).toEqual([rule])
  })

  it.each([
    ['Y-PERIOD', '统计期限为2024年01月01日至2024年12月31日。'],
    ['Y-PERIOD', '统计期限为2024.1.1-2024.12.31。'],
    ['Y-PERIOD', '统计期限为2024年1月-12月。'],
    ['Y-PERIOD', '统计期限为2025年1月1日至2025年12月31止。'],
    ['Y-PERIOD', '统计期限自20251月1日起至202512月31日止。'],
    ['Y-PERIOD', '统计期限为2025年1月1日至2026年12月31日。'],
    ['Y-TITLEYEAR', '现公布清川市档案局2024年政府信息公开工作年度报告。']
  ])('breaks %s alone in the lead-in: %s', (rule, text) => {
    expect(rulesOf(text, {}, 'leadIn')).toEqual([rule])
  })
})

describe('what is said of a figure', () => {
  const first = (text: string) => found(text)[0]

  it('names the other sum it is, and the scopes that may be mixed', () => {
    expect(first('新收政府信息公开申请17件。')?.params).toMatchObject({ equals: 'withCarried' })
    expect(first('办结申请14件。')?.params).toMatchObject({ equals: 'received' })
    expect(first('全市各级行政机关共收到申请95件。')?.params).toMatchObject({ said: 'rollup' })
  })

  it('is a hint where cases are counted otherwise', () => {
    const said = first('因政府信息公开被申请行政复议134件（按备案口径）。')
    expect(said).toMatchObject({ rule: 'X-REV', severity: 'hint' })
  })

  it('comes with a repair where one figure can be put for another', () => {
    const mended = (text: string): string | undefined => {
      const report = exampleReport({ note: '', text: { other: text } })
      const [finding] = validate(report).filter(({ rule }) => rule.startsWith('X-'))
      const [repair] = finding ? repairs(report, finding, []) : []
      return repair?.kind === 'replace' ? repair.text : undefined
    }
    expect(mended('收到申请二十件。')).toBe('收到申请14件')
    expect(mended('收到申请1,400件。')).toBe('收到申请14件')
    expect(mended('申请结转至2026年2件。')).toBe('结转至2026年1件')
    expect(mended('申请2件转到2026年办理。')).toBe('1件转到2026年')
    expect(mended('全市各级行政机关共收到申请95件。')).toBeUndefined()
    expect(mended('因政府信息公开被申请行政复议134件（按备案口径）。')).toBeUndefined()
  })
})
