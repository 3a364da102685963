import { describe, expect, it } from 'vitest'
import { quoted } from '../../../src/core/compose/quote.ts'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import { repaired, repairs } from '../../../src/core/checks/repair/repair.ts'
import type { TextKey } from '../../../src/core/form/sections.ts'
import { validate } from '../../../src/core/checks/validate.ts'

/** What a text would print after each of the repairs of its words. */
function offered(text: string, section: TextKey = 'overview'): string[] {
  const report = exampleReport({ note: '', last: {}, text: { [section]: text } })
  return validate(report).flatMap((finding) =>
    finding.at.kind === 'text' && finding.at.section === section
      ? repairs(report, finding, []).map((repair) =>
          quoted(report, repaired(report, repair).text[section])
        )
      : []
  )
}

describe('right sentences next to a repair are left alone', () => {
  it.each([
    // 即使 and 即时
    '即使公开了部分内容，仍应说明理由。',
    '即使公开，也要删去个人信息。',
    '即使公开后有更正，仍保留原文。',
    '申请内容即使公开过，也一次告知获取途径。',
    '即使公开的内容较多，仍按栏目归集。',
    // 公式 and 公示
    '收费标准的计算公式公开透明。',
    '补偿金额的核算公式公开可查。',
    '将分配公式公开在专栏。',
    '以公式化的表述予以公式化归纳。',
    // 公关, 截止, 登陆
    '技术公关公司承办了活动。',
    '意见征集截止12月20日，收到意见35条。',
    '报名截止目前尚未开始。',
    '台风登陆平台附近海域时及时发布预警。',
    // 布署, 按排, 既时, 沐阳
    '发布署名文章3篇，公布署名稿件12篇。',
    '各科室的工作按排名通报，统一按排序办理。',
    '版面既时尚又清楚。',
    '沐阳社区设政务公开查阅点1处。',
    // characters that are right twice
    '达到目的的同时节约费用，公开标的的数量。',
    '和和气气答复来访群众12人次。',
    '不是是非问题，是程序问题。',
    '各科室研究研究再报，一件一件登记，一步一步推进。',
    '提供申请申请人本人信息的，核验身份。',
    // words that hold a wrong one
    '新建全民健身场地12处，创建全国文明城市。',
    '年末收到来信3件，期末能按时归档。',
    '自己完成登记，知己知彼。',
    '以经济适用为原则。',
    '举措失当的，及时纠正。',
    '项目绿化率35%，栏目日均访问120次。',
    '公园满意度较高，校园满意率98%。',
    '互联网占比80%，设备按期维护。',
    '违规犯错的，按规定处理。',
    '主动公开展示成果，信息公开开展顺利。',
    '推委会成员单位12家，按装置类别公示。',
    // titles and quotes
    '转发《关于帐号和其它事项的通知》。',
    '按《登陆平台操作说明》办理。',
    // numbers
    '分别推送100,200,300条。',
    '网站、微信、微博发布120,130,140条。',
    '表3 175格全部填写。',
    '附件1 234页。',
    '电话 010 123 456。',
    // years
    '2024年收到申请12件，今年收到14件。',
    '2024年召开会议3次，研究公开事项。',
    '与2024年收到的申请12件相比，增加2件。',
    '2024年发布的文件继续有效。',
    // figures
    '较2024年收到申请12件，增加2件。',
    '比上年收到申请12件多2件。',
    '较去年收到申请12件有所上升。',
    '同2024年办结申请9件相比，增幅明显。',
    '与2024年新收申请12件基本持平。',
    '全市各部门共收到申请95件。',
    '预计收到申请20件，计划办结18件。',
    '下属单位收到申请5件。',
    '上年收到申请12件。',
    '收到申请约20件。',
    '全年受理申请17件。',
    // marks
    '网址 http://example.gov.cn/公开?栏目 可用。',
    '要点：1）登记；2）答复。',
    '说明一）登记，二）答复。'
  ])('%s', (text) => {
    expect(offered(text)).toEqual([])
  })

  it.each([
    '统计期限为2025年3月1日至2025年11月30日。',
    '统计期限为2025年1月1日至2025年6月30日。',
    '统计期限为2023年1月1日至2024年12月31日。'
  ])('a period that may be another is not filled up: %s', (text) => {
    expect(offered(text, 'leadIn')).toEqual([])
  })
})

describe('what is certainly wrong is put right', () => {
  it.each([
    ['做到即使公开。', '做到即时公开。'],
    ['予以公式公开3条。', '予以公示公开3条。'],
    ['技术公关3项。', '技术攻关3项。'],
    ['截止目前，发布3条。', '截至目前，发布3条。'],
    ['作出工作布署3次。', '作出工作部署3次。'],
    ['到沐阳县调研1次。', '到沭阳县调研1次。'],
    ['打造统一的的界面1个。', '打造统一的界面1个。'],
    ['开展政府息公开工作1项。', '开展政府信息公开工作1项。'],
    ['根据国办公开办涵〔2021〕30号。', '根据国办公开办函〔2021〕30号。'],
    ['水平残差不齐的有3处。', '水平参差不齐的有3处。'],
    ['信息己公开3条。', '信息已公开3条。'],
    ['今年末收到来信3件。', undefined],
    ['全年末收取费用3次。', undefined],
    ['来信末按时答复的0封。', '来信未按时答复的0封。'],
    ['见附件１，２。', '见附件1，2。'],
    ['发布信息１，２３４条。', '发布信息1，234条。'],
    ['发布信息1,234条。', '发布信息1234条。'],
    ['发布信息1 234条。', '发布信息1234条。'],
    ['2024年收到申请14件。', '2025年收到申请14件。'],
    ['收到申请二十件。', '收到申请14件。']
  ])('%s', (text, right) => {
    expect(offered(text)).toEqual(right === undefined ? [] : [right])
  })

  it.each([
    ['统计期限为2024年1月1日至2024年12月31日。', '统计期限为2025年1月1日至2025年12月31日。'],
    ['统计期限为2025年1月1日至12月31止。', '统计期限为2025年1月1日至2025年12月31日止。'],
    ['统计期限为2025111231日。', '统计期限为2025年1月1日至2025年12月31日。'],
    ['所列数据截止日期为20251231日。', '所列数据截止日期为2025年12月31日。']
  ])('%s', (text, right) => {
    expect(offered(text, 'leadIn')).toContain(right)
  })
})
