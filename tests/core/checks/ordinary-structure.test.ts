import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import type { Example } from '../../../src/core/checks/examples/example.ts'
import { validate } from '../../../src/core/checks/validate.ts'

/**
 * Texts as offices write them, of which nothing is to be said, each with a twin in which one thing is
 * wrong, of which exactly that is to be said.
 */

type Told = Omit<Example, 'note'>

const told = (example: Told): string[] =>
  validate(exampleReport({ note: '', ...example })).map(
    ({ rule, severity }) => `${rule} ${severity}`
  )

const problems = (text: string): Told => ({ text: { problems: text } })
const fee = '信息处理费收取0元。'
const other = (text: string): Told => ({ text: { other: `${fee}${text}` } })
const leadIn = (start: string): Told => ({
  text: {
    leadIn: `${start}本报告依据条例编制。统计期限为2025年1月1日至2025年12月31日。电子版可在清川市人民政府门户网站下载。联系电话：0000-1234567。`
  }
})
const overview = (text: string): Told => ({
  text: {
    overview: `（一）主动公开。发布信息312条。${text}
（二）依申请公开。登记、审核、答复由专人负责。
（三）政府信息管理。清理失效内容46条。
（四）政府信息公开平台建设。专栏改版。
（五）监督保障。自查4次。`
  }
})

describe('五 in the words of offices', () => {
  it.each([
    ['主动公开的范围不够宽，政策解读的质量不高。将加大解读力度，优化专栏栏目。'],
    ['信息更新不及时，业务科室配合不到位。强化责任，按月通报。'],
    ['公开内容不全面，仍需充实。针对群众关心的事项，健全目录。'],
    ['工作人员业务能力还需提升，队伍力量薄弱。下一步组织轮训，加强指导。'],
    ['解读形式单一，互动有待增加；这是短板。拟增加图解，每季度开展一次开放日。'],
    ['个别栏目内容较少，检索偏慢。已对栏目逐一整改，并改善检索。'],
    ['基层公开专区的作用发挥不充分，公开意识还有差距。今后把专区建设列入年度计划。'],
    ['缺乏专职人员，台账难度较大。我局着力完善台账，持续培训。'],
    ['工作中还存在着“三多三少”：结果公开多，过程公开少。采取“三增三减”，增加节点公开。']
  ])('%s', (text) => {
    expect(told(problems(text))).toEqual([])
  })

  it.each([
    ['', 'D-S5 error'],
    ['无', 'D-S5 error'],
    ['暂无。', 'D-S5 error'],
    ['解读少，要改进。', 'D-S5 error'],
    ['全年各项工作平稳有序，全部按期完成，群众满意。', 'D-S5 warning'],
    ['信息更新不及时，业务科室配合不到位，栏目不丰富。', 'D-S5 warning'],
    ['下一步组织轮训，加强指导，提升质量。', 'D-S5 warning']
  ])('but not “%s”', (text, finding) => {
    expect([...new Set(told(problems(text)))]).toEqual([finding])
  })
})

describe('words, marks and numbers', () => {
  it.each([
    ['因该申请人撤回，未收取。'],
    ['费用按排名公布的标准核定。'],
    ['咨询电话 010 123 456，传真：010 123 457。'],
    ['服务热线 400 820 8820。'],
    ['邮编 100 100。'],
    ['单位代码 110 000 001。'],
    ['公开事项1234项，群众评价良好。'],
    ['见《收费办法》第3条、第4条。'],
    ['接待群众190余人次。'],
    ['约300人次到查阅点。'],
    ['发布300余条，其中动态180条、通知60条，其他略。'],
    ['收到申请14件，其中信函申请1件、当面申请13件。'],
    ['行政复议申请2件，依申请公开信息5份。'],
    ['办公地址：清川市清园小区3号楼102室。'],
    ['在清园小区设立政务公开查阅点，地点为2号楼1层101室。'],
    ['走访居住在山区的老年人，听取意见。'],
    ['向120户居民发放指南。']
  ])('%s', (text) => {
    expect(told(other(text))).toEqual([])
  })

  it.each([
    ['没有其他事项，。', 'D-TYPO warning'],
    ['工作按排合理。', 'D-TYPO warning'],
    ['公开事项1 234项，群众评价良好。', 'D-NUMFMT warning'],
    ['公开事项1,234项，群众评价良好。', 'D-NUMFMT warning'],
    ['公开事项１２项。', 'D-NUMFMT warning'],
    ['接待群众193余人次。', 'D-UNITWORD hint'],
    ['约193人次到查阅点。', 'D-UNITWORD hint'],
    ['发布300余条，其中动态180条、通知132条。', 'D-UNITWORD hint'],
    ['收到申请14件，其中信函申请1条、当面申请13件。', 'D-UNITWORD hint'],
    ['行政复议2件，行政复议1起。', 'D-UNITWORD hint'],
    ['申请人住址为清川市清园小区3号楼102室。', 'D-PRIV warning'],
    ['答复书寄往清川市清园小区2号楼1单元101室。', 'D-PRIV warning'],
    ['走访家住河东镇南街15号的老年人。', 'D-PRIV warning']
  ])('but not “%s”', (text, finding) => {
    expect(told(other(text))).toEqual([finding])
  })

  it('offers the full stop where a comma stands before it', () => {
    const report = exampleReport({ note: '', ...other('没有其他事项，。') })
    expect(validate(report)[0]?.params).toMatchObject({ found: '，。', meant: '。' })
  })
})

describe('the lead-in', () => {
  it.each([
    [''],
    ['现公布清川市档案局2025年政府信息公开工作年度报告。'],
    ['现将市档案局2025年政府信息公开工作年度报告公布如下。'],
    ['本局2025年政府信息公开工作年度报告已经编制完成。'],
    ['按照《2025年政府信息公开工作年度报告》的格式要求，'],
    ['清川市档案局（清川市档案馆）2025年政府信息公开工作年度报告由六个部分组成。']
  ])('%s', (start) => {
    expect(told(leadIn(start))).toEqual([])
  })

  it.each([
    ['现公布清川市水务局2025年政府信息公开工作年度报告。', 'D-TITLE warning'],
    ['青石县档案局2025年政府信息公开工作年度报告。', 'D-TITLE warning']
  ])('but not “%s”', (start, finding) => {
    expect(told(leadIn(start))).toEqual([finding])
  })

  it('says where the report can be downloaded, when it says that it can', () => {
    const text = (where: string) => ({
      text: {
        leadIn: `依据条例编制。统计期限为2025年1月1日至2025年12月31日。电子版可${where}下载。联系邮箱：dangan@example.gov.cn。`
      }
    })
    expect(told(text('在市政府网站'))).toEqual([])
    expect(told(text('登录www.example.gov.cn'))).toEqual([])
    expect(told(text('在县政府网'))).toEqual([])
    expect(told(text(''))).toEqual(['D-DOWNLOAD hint'])
  })

  it.each([
    ['如需咨询，请拨打0000-1234567。', []],
    ['可致函本局办公室（清川市中山路12号）。', []],
    ['咨询：0000-1234567。', []],
    ['如有疑问，欢迎来局咨询。', ['D-LEADIN hint']]
  ])('says whom to ask: %s', (contact, findings) => {
    const text = `依据条例编制。统计期限为2025年1月1日至2025年12月31日。可在政府网站下载。${contact}`
    expect(told({ text: { leadIn: text } })).toEqual(findings)
  })
})

describe('words of the office’s own list', () => {
  const list = (...words: string[]): Told => ({ settings: { words } })
  it.each([
    [list(), '没有其他事项。'],
    [list('清河'), '没有其他事项。'],
    [list('', ' ', '其'), '没有其他事项。']
  ])('%o', (settings, text) => {
    expect(told({ ...settings, ...other(text) })).toEqual([])
  })

  it('are one finding each, with the number of places', () => {
    const report = exampleReport({
      note: '',
      ...list('清河', '清河', ' 河东 '),
      ...other('清河一处，清河两处，河东一处。')
    })
    expect(validate(report).map(({ rule, params }) => [rule, params])).toEqual([
      ['D-SENS', { found: '清河', times: 2 }],
      ['D-SENS', { found: '河东', times: 1 }]
    ])
  })
})

describe('一', () => {
  it.each([
    ['其中政务动态180条、通知132条。'],
    ['制发规范性文件2件，均在网站公开。'],
    ['回复留言12条，办结率百分之百。']
  ])('%s', (text) => {
    expect(told(overview(text))).toEqual([])
  })

  it.each([
    ['一些地区进展较慢。', 'D-GENERIC hint'],
    ['（文字描述）', 'D-TPLRESID warning'],
    ['回复留言12条，收到留言12件。', 'D-UNITWORD hint'],
    ['由局长王某某任组长。', 'D-NAME hint'],
    ['联系手机13800000000。', 'D-PRIV warning']
  ])('but not “%s”', (text, finding) => {
    expect(told(overview(text))).toEqual([finding])
  })
})

describe('the five aspects of 一', () => {
  const aspects = [
    ['主动公开', '发布3条。'],
    ['依申请公开', '新收14件，期限内答复。'],
    ['政府信息管理', '清理46条。'],
    ['平台建设', '改版1次。'],
    ['监督保障', '自查4次。']
  ] as const
  const numbers = ['一', '二', '三', '四', '五']
  const written = (line: (number: number, heading: string, text: string) => string): Told => ({
    text: {
      overview: aspects.map(([heading, text], i) => line(i, heading, text)).join('\n')
    }
  })

  it.each([
    ['lines of their own', (i: number, h: string, t: string) => `（${numbers[i]}）${h}\n${t}`],
    ['openings of paragraphs', (i: number, h: string, t: string) => `（${numbers[i]}）${h}。${t}`],
    ['with a colon', (i: number, h: string, t: string) => `(${numbers[i]}) ${h}：${t}`],
    ['numbered in figures', (i: number, h: string, t: string) => `${i + 1}.${h}\n${t}`],
    [
      'both ways',
      (i: number, h: string, t: string) => `（${numbers[i]}）${h}${i % 2 ? '。' : '\n'}${t}`
    ],
    ['no headings', (_: number, h: string, t: string) => `${h}方面，${t}`]
  ])('can be %s', (_, line) => {
    expect(told(written(line))).toEqual([])
  })

  it.each([
    ['lines of their own', (i: number, h: string, t: string) => `（${numbers[i]}）${h}\n${t}`],
    ['openings of paragraphs', (i: number, h: string, t: string) => `（${numbers[i]}）${h}。${t}`],
    ['numbered in figures', (i: number, h: string, t: string) => `${i + 1}.${h}\n${t}`]
  ])('are missed among %s, though the text has the words', (_, line) => {
    const { text } = written((i, h, t) =>
      line(i, h === '平台建设' ? '组织保障' : h, `${t}有平台。`)
    )
    expect(told({ ...(text && { text }) })).toEqual(['D-FIVE warning'])
  })
})
