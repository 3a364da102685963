import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claims } from '../../../../src/core/prose/claims/claims.ts'

const told = (text: string) =>
  claims(text, 2025).map(({ subject, value, share }) =>
    share === undefined ? [subject, value] : [subject, value, share.value]
  )

type Told = ReturnType<typeof told>

describe('claims', () => {
  it.each<[string, Told]>([
    [
      '2025年，本机关共收到政府信息公开申请14件，上年结转3件。',
      [
        ['received', 14],
        ['carriedIn', 3]
      ]
    ],
    ['新收到28件政府信息公开申请。', [['received', 28]]],
    [
      '申请中自然人申请12件，法人或其他组织申请2件。',
      [
        ['natural', 12],
        ['legalPersons', 2]
      ]
    ],
    ['对申请予以公开及部分公开11件。', [['grantedOrPartly', 11]]],
    [
      '截至年底答复申请16件，结转下年度继续办理1件。',
      [
        ['handled', 16],
        ['carriedOut', 1]
      ]
    ],
    [
      '制定规范性文件2件，废止规范性文件1件，现行有效规范性文件19件。',
      [
        ['normativeIssued', 2],
        ['normativeRepealed', 1],
        ['normativeInForce', 19]
      ]
    ],
    [
      '办理行政许可130件、行政处罚12件。',
      [
        ['licensing', 130],
        ['penalty', 12]
      ]
    ],
    [
      '因政府信息公开被申请行政复议2件、提起行政诉讼1件。',
      [
        ['review', 2],
        ['litigation', 1]
      ]
    ],
    [
      '共收到申请14件，其中自然人12件、法人2件，办结16件。',
      [
        ['received', 14],
        ['natural', 12],
        ['legalPersons', 2],
        ['handled', 16]
      ]
    ],
    ['收到自然人申请9件。', [['natural', 9]]],
    ['办理依申请公开15件。', [['dealtWith', 15]]],
    [
      '2025年收到申请14件，比2024年增加2件，办结申请16件。',
      [
        ['received', 14],
        ['handled', 16]
      ]
    ]
  ])('are read: %s', (text, expected) => {
    expect(told(text)).toEqual(expected)
  })

  it.each([
    ['收到申请二十件。', 20],
    ['收到申请15份。', 15],
    ['收到申请1,400件。', 1400],
    ['收到申请１５件。', 15],
    ['收到申请一百零三件。', 103],
    ['收到社会公众提出的有效政府信息公开申请共计 7 件。', 7],
    ['收到公民、法人和其他组织提出的依申请公开申请8件。', 8]
  ])('have their figures in any writing: %s', (text, value) => {
    expect(told(text)).toEqual([['received', value]])
  })

  it.each<[string, Told]>([
    ['予以公开9件（56.3%）', [['granted', 9, 56.3]]],
    ['不予公开3件（占18.8%）', [['refused', 3, 18.8]]],
    ['予以公开11件，占比68.8%', [['granted', 11, 68.8]]],
    ['予以公开11件，占办结总数的68.75%', [['granted', 11, 68.75]]],
    ['无法提供5件，占31％', [['unavailable', 5, 31]]]
  ])('have the share behind them: %s', (words, expected) => {
    expect(told(`对申请${words}。`)).toEqual(expected)
  })

  it.each([
    ['14件，同比增长16.7%', 16.7],
    ['14件，较上年下降5%', -5],
    ['14件（比2024年增加10.25%）', 10.25],
    ['14件，增加培训2次', undefined]
  ])('have the change behind them: %s', (words, change) => {
    expect(claims(`收到申请${words}。`, 2025)[0]?.growth?.value).toBe(change)
  })

  it.each<[string, Told]>([
    [
      '（二）依申请公开\n办理结果：予以公开9件，部分公开1件，不予公开2件，无法提供3件。',
      [
        ['granted', 9],
        ['partlyGranted', 1],
        ['refused', 2],
        ['unavailable', 3]
      ]
    ],
    [
      '（二）依申请公开。新收15件，办结16件。',
      [
        ['received', 15],
        ['handled', 16]
      ]
    ],
    [
      '收到申请14件。已全部登记。办结16件。',
      [
        ['received', 14],
        ['handled', 16]
      ]
    ],
    ['（二）依申请公开\n收到留言45件，办结45件。', []],
    ['（二）依申请公开\n收到申请14件。收到留言45件，办结45件。', [['received', 14]]],
    ['（二）依申请公开\n收到留言45件。\n办结16件。', [['handled', 16]]],
    ['（二）依申请公开\n收到14件。\n（四）平台建设\n办结45件。', [['received', 14]]],
    ['办理结果：予以公开9件。', []],
    ['（二）依申请公开\n因答复被申请行政复议2件，办结2件。', [['review', 2]]]
  ])('go by the heading or by what was named before: %j', (text, expected) => {
    expect(told(text)).toEqual(expected)
  })

  it.each([
    '收到行政复议申请5件。',
    '2024年收到申请8件。',
    '自2008年以来累计收到申请800件。',
    '主任信箱收到来信45件，办结45件。',
    '收到申请{{requests.received.total}}件。',
    '通过网络收到申请9件、信函收到申请3件。',
    '其中收到申请9件。',
    '第一季度收到申请3件。',
    '受理政务服务事项申请1200件，办结1200件。',
    '受理营业执照申请300件。',
    '政务服务大厅受理各类申请1200件。',
    '甲局收到申请9件、乙局收到申请5件。',
    '做到申请收到一件、答复一件。',
    '公开行政许可信息260条、行政处罚信息24条。',
    '公布行政许可事项目录35条。',
    '公示行政处罚决定24件。',
    '办理行政复议案件35件。',
    '对申请延期答复2件。',
    '公开行政复议决定书35件，推进信息公开。'
  ])('are none: %s', (text) => {
    expect(told(text)).toEqual([])
  })

  it('say whose figure it is, and where it is counted otherwise', () => {
    const [all, own, filed] = [
      '全市各级行政机关共收到申请95件',
      '其中市政府办公室收到12件；本级办结申请16件',
      '因信息公开被申请行政复议134件（按备案口径）'
    ].map((text) => claims(text, 2025)[0])
    expect(all).toMatchObject({ value: 95, scope: 'rollup' })
    expect(own).toMatchObject({ value: 16, scope: 'own' })
    expect(filed).toMatchObject({ value: 134, countedOtherwise: true })
  })

  it('say where each figure stands, in the characters of the text', () => {
    const text = '概述。\n全年收到申请１４件。'
    const [claim] = claims(text, 2025)
    expect(text.slice(claim?.from, claim?.to)).toBe('收到申请１４件')
    expect(claim?.text).toBe('收到申请１４件')
  })

  it('stand where they say, whatever is written around them and before', () => {
    const piece = fc.constantFrom(
      '收到申请',
      '14件',
      '二十件',
      '1,400件',
      '，',
      '。',
      '\n（二）依申请公开\n',
      '予以公开',
      '（占68.8%）',
      '办结',
      '  ',
      '行政处罚'
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('')
        for (const claim of claims(text, 2025)) {
          expect(text.slice(claim.from, claim.to)).toBe(claim.text)
          expect(claim.text).toContain(claim.figure)
        }
      })
    )
  })
})
