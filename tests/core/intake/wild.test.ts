import { describe, expect, it } from 'vitest'
import { random, sizes, validCells } from '../report/reports.ts'
import { recognise } from '../../../src/core/intake/recognise.ts'
import { figuresOf } from '../../../src/core/intake/figures/figures.ts'
import { reportFrom } from '../../../src/core/intake/draft.ts'
import { textBlocks } from '../../../src/formats/read/text/read-text.ts'
import { score } from './score.ts'
import { reportText, shapes } from './shapes.ts'

/** What offices and their sites do to a report, one thing at a time, and what is left of it. */

const page = { unit: '清川市人民政府', year: 2025, cells: validCells(random(7), sizes.bureau) }
const write = shapes['tabs, merged cells gone']?.write ?? (() => '')
const base = reportText(page, write)
/** In 元. */
const fee = (page.cells['disclosure.fees.amount'] ?? 0) / 100

/** The rows of numbers of table 三 with something done to them, and its column heads too. */
const rows = (change: (numbers: string[]) => string[]) => (text: string) =>
  text
    .split('\n')
    .map((line) => {
      const cells = line.split('\t')
      const numbers = cells.slice(-7)
      return cells.length >= 8 && cells.length < 15 && numbers.every((cell) => /^\d+$/.test(cell))
        ? [...cells.slice(0, -7), ...change(numbers)].join('\t')
        : line
    })
    .join('\n')
const words = (pairs: readonly (readonly [string | RegExp, string])[]) => (text: string) =>
  pairs.reduce((changed, [from, to]) => changed.replace(from, to), text)
const feeIn = (head: string, amount: string, label = '行政事业性收费') =>
  words([
    ['本年收费金额（单位：万元）', head],
    [/行政事业性收费\t[\d.]+/, `${label}\t${amount}`]
  ])
const numbered = (mark: (numeral: string) => string) => (text: string) =>
  text.replace(
    /^([一二三四五六])、(?=总体|主动公开政府|收到和|政府信息公开行政|存在|其他需)/gm,
    (_, n) => mark(String(n))
  )
const swap = ([a, b, c, ...rest]: string[]) => [a, c, b, ...rest].map((cell) => cell ?? '')

describe.each<[string, (text: string) => string, number]>([
  ['a blank column before the total', rows((n) => [...n.slice(0, -1), '', ...n.slice(-1)]), 200],
  ['a column of zeros behind the total', rows((n) => [...n, '0']), 25],
  [
    '商业企业 and 科研机构 exchanged, heads too',
    (text) => rows(swap)(words([['商业企业\t科研机构', '科研机构\t商业企业']])(text)),
    200
  ],
  [
    '现行有效 first, head too',
    (text) =>
      words([
        ['本年制发件数\t本年废止件数\t现行有效件数', '现行有效件数\t本年制发件数\t本年废止件数']
      ])(text).replace(/^((?:规章|行政规范性文件)\t)(\d+)\t(\d+)\t(\d+)$/gm, '$1$4\t$2\t$3'),
    200
  ],
  ['the fee in 元 by its head', feeIn('本年收费金额（元）', String(fee)), 200],
  ['the fee in 元 by its row', feeIn('本年收费金额', String(fee), '行政事业性收费（元）'), 200],
  ['the fee in 元 after a colon', feeIn('本年收费金额：元', String(fee)), 200],
  ['the fee in 元 by the words 单位为元', feeIn('本年收费金额（单位为元）', String(fee)), 200],
  [
    'the fee in 元 by the caption',
    (text) =>
      feeIn(
        '本年收费金额',
        String(fee)
      )(text).replace('二、主动公开政府信息情况', '二、主动公开政府信息情况\n\n单位：件、元'),
    200
  ],
  ['the fee without a unit', feeIn('本年收费金额', String(fee)), 199],
  [
    'other wordings of labels',
    words([
      ['二、上年结转政府信息公开申请数量', '二、上年度结转'],
      ['四、结转下年度继续办理', '四、结转至下一年度'],
      ['3.危及“三安全一稳定”', '3.危及国家安全、公共安全、经济安全和社会稳定'],
      ['（七）总计', '（七）合计']
    ]),
    200
  ],
  ['a row by another name', words([['3.危及“三安全一稳定”', '3.有碍大局']]), 200],
  [
    'an unknown first row of （六）',
    words([[/1\.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请/, '1.甲乙丙丁']]),
    200
  ],
  ['第一部分', numbered((n) => `第${n}部分 `), 200],
  ['sections in brackets', numbered((n) => `（${n}）`), 200],
  ['sections in digits', numbered((n) => `${'一二三四五六'.indexOf(n) + 1}.`), 200],
  [
    'two reports',
    (text) =>
      `${text}\n\n${reportText({ ...page, year: 2024, cells: validCells(random(3), sizes.town) }, write)}`,
    200
  ],
  [
    'a table of six rows in the prose',
    words([
      [
        '（二）依申请公开。渠道畅通。',
        '（二）依申请公开。\n\n类别\t件数\n予以公开\t55\n部分公开\t21\n属于国家秘密\t3\n信访举报投诉类申请\t4\n重复申请\t5\n结转下年度继续办理\t6'
      ]
    ]),
    200
  ],
  [
    'a list of other years before',
    (text) =>
      `清川市人民政府2024年政府信息公开工作年度报告\n清川市人民政府2023年政府信息公开工作年度报告\n${text}`,
    200
  ],
  [
    'the foot of a page',
    (text) =>
      `${text}\n\n网站首页 | 关于我们 | 隐私声明\nCopyright 2025 清川市人民政府\n友情链接：国务院部门网站`,
    200
  ]
])('%s', (_what, change, right) => {
  const result = score(textBlocks(change(base)), page.cells)

  it('has no wrong cell that nobody is asked about', () => {
    expect(result.unflagged).toEqual([])
    expect(result.right).toBeGreaterThanOrEqual(right)
  })

  it('keeps unit, year and prose', () => {
    const { patch } = result.recognised
    expect(patch).toMatchObject({ unitName: page.unit })
    expect([2025, ...(patch.years ?? [])]).toContain(patch.year)
    expect(patch.text.other).toBe('本年度没有收取信息处理费。')
    expect(patch.text.problems).toContain('逐月核对')
  })
})

it('asks for the year where the source names several and nothing settles it', () => {
  const several = `清川市人民政府2024年政府信息公开工作年度报告\n${base}`
  expect(recognise(textBlocks(several)).patch).toMatchObject({ year: 2025, years: [2025, 2024] })
  const period = several.replace('本报告按年编制。', '统计期限为2025年1月1日至2025年12月31日。')
  expect(recognise(textBlocks(period)).patch.years).toBeUndefined()
})

it('says that no heading was found where all prose falls into the lead-in', () => {
  const { findings } = recognise(textBlocks(numbered(() => '※※')(base).replace(/※※.*/g, '※※')))
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: 'D-SEC', params: { problem: 'none' } })
  )
})

describe('platform figures in the prose', () => {
  const of = (text: string) =>
    figuresOf(text).map(({ platform, key, name, period, value, qualifier }) =>
      [platform.kind, key, name, period, `${qualifier}${String(value)}`].join(' ')
    )

  it.each<[string, string[]]>([
    ['微信公众号推送信息190余条。', ['wechat posts 信息发布总数 year 余190']],
    [
      '“甲”公众号用户总数341个（其中新增85个）。',
      ['wechat followersEnd 关注用户总数 end 341', 'wechat followersNew 新增关注 year 85']
    ],
    [
      '门户网站发布全市科技动态信息289条、前沿资料2636条，访问量约30万人次。',
      [
        'website category 全市科技动态信息 year 289',
        'website category 前沿资料 year 2636',
        'website visits 访问量 year 约300000'
      ]
    ],
    [
      '网站在线咨询260余人次。截至目前共访问量达200万人次。',
      ['website consults 在线咨询人次 year 余260', 'website visits 访问量 total 2000000']
    ],
    ['政务微博发布信息149条。', ['weibo posts 信息发布总数 year 149']],
    ['对今日头条号进行关停。', ['toutiao posts  year null']],
    ['全年收到申请12件，办结11件。', []],
    ['公众号于2022年3月5日开通。', []]
  ])('%s', (text, expected) => {
    expect(of(text)).toEqual(expect.arrayContaining(expected))
    if (!expected.length) expect(of(text)).toEqual([])
  })

  it('become platforms and metrics with their source', () => {
    const text = base.replace('（一）主动公开。', '（一）主动公开。微信公众号推送信息190余条。')
    const { patch, findings } = recognise(textBlocks(text))
    const report = reportFrom(patch, { name: '年报.txt', year: 2025, findings })
    expect(report.channels).toMatchObject([{ kind: 'wechat', status: 'active' }])
    expect(report.metrics).toMatchObject([
      {
        channel: report.channels[0]?.id,
        key: 'posts',
        value: 190,
        qualifier: '余',
        source: '年报.txt',
        year: 2025
      }
    ])
  })
})
