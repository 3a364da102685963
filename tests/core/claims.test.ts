import { describe, expect, it } from 'vitest'
import { claims } from '../../src/core/claims.ts'

const told = (text: string) =>
  claims(text, 2025).map(({ subject, value, percent }) =>
    percent === undefined ? [subject, value] : [subject, value, percent]
  )

describe('claims', () => {
  it.each<[string, ReturnType<typeof told>]>([
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
    [
      '对申请予以公开9件（56.3%）、不予公开3件（占18.8%）。',
      [
        ['granted', 9, 56.3],
        ['refused', 3, 18.8]
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
    ['收到行政复议申请5件。', []],
    ['2024年收到申请8件。', []],
    ['自2008年以来累计收到申请800件。', []],
    ['收到申请300余件。', []],
    ['主任信箱收到来信45件，办结45件。', []],
    ['收到申请{{requests.received.total}}件。', []]
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected)
  })

  it('says where each figure stands', () => {
    const text = '概述。\n全年收到申请14件。'
    const [claim] = claims(text, 2025)
    expect(text.slice(claim?.from, claim?.to)).toBe('收到申请14件')
  })
})
