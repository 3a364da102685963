import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../../src/core/rules/examples.ts'
import type { RuleId } from '../../../src/core/rules/pack.ts'
import type { TextKey } from '../../../src/core/sections.ts'
import { validate } from '../../../src/core/validate.ts'

/** One fault of the prose after another, each with sentences that look like it and are right. */

const found = (text: string, section: TextKey = 'overview', name = '清川市档案局') =>
  validate(exampleReport({ note: '', unit: { name }, text: { [section]: text } })).filter(
    ({ at }) => at.kind === 'text' && at.section === section
  )

interface Kind {
  readonly rule: RuleId
  readonly problem?: string
  readonly section?: TextKey
  readonly wrong: readonly string[]
  readonly right: readonly string[]
}

const kinds: Readonly<Record<string, Kind>> = {
  'a character or word twice': {
    rule: 'D-TYPO',
    problem: 'word',
    wrong: [
      '建立统一的的目录。',
      '网站和和公众号同步推送。',
      '落实审查审查程序。',
      '进一步进一步规范流程。',
      '完善制度制度建设。',
      '专栏专栏内容及时更新。',
      '由办公室办公室牵头。',
      '申请在在法定期限内答复。',
      '进一步完善了了公开目录。',
      '执行政府信息公开开制度。'
    ],
    right: [
      '达到便民的目的的同时，节约了费用。',
      '逐项逐项核对，一件一件答复。',
      '和和气气接待群众。',
      '向申请申请人说明理由。',
      '各科室研究研究再答复。',
      '大家大家都参与。',
      '不是是非不分。',
      '依法公开开展情况，开开心心办事。',
      '为了了解需求，终于了了心愿。',
      '做好信息发布发布后的监测。'
    ]
  },
  'a wrong or missing character': {
    rule: 'D-TYPO',
    problem: 'word',
    wrong: [
      '根据国办公开办涵〔2021〕30号编制。',
      '做好政府息公开工作。',
      '政府信公开指南已更新。',
      '依申公开渠道畅通。',
      '人员水平残差不齐。',
      '开展业务陪训2次。',
      '及时回应群众，结果不与泄秘。',
      '信息己公开，申请末按时答复。',
      '国务院办厅的通知已转发。',
      '规性文件全部公开。',
      '按国办公开办涵要求编制。',
      '依申请公申请3件。',
      '改进政府信息公工作。',
      '政务公开专拦更新3次。'
    ],
    right: [
      '根据国办公开办函〔2021〕30号编制。',
      '做好政府信息公开工作，政务信息公开及时。',
      '财政信息公开专栏已改版，党政信息公开同步。',
      '涵盖三个方面，内涵丰富。',
      '人员水平参差不齐，自己完成。',
      '开展业务培训2次，年末收到反馈。',
      '规范文件格式，行政规范文件清理到位。',
      '政府信息开放利用水平提高。',
      '依申请公布名单，信息公示制度、信息公平获取。'
    ]
  },
  'a measure word without its number': {
    rule: 'D-UNIT',
    problem: 'noNumber',
    wrong: [
      '公布资质条、许可76条。',
      '发布动态20条、公告条。',
      '2025年主动公开信息  条。',
      '推送图解　篇，解读12篇。',
      '举办培训次、开放日3次。',
      '全年共发布信息条。',
      '各科室按时报送，共报送条。'
    ],
    right: [
      '发布文件、邮件12件。',
      '上了头条、热搜2条。',
      '收集线索，逐条、逐件登记40件。',
      '分层次、分批次推进，培训3次。',
      '登记每一申请件，答复12件。',
      '发布长篇、短篇解读6篇。',
      '公开信息 120 条。'
    ]
  },
  'a number without its measure word': {
    rule: 'D-UNIT',
    problem: 'noUnit',
    wrong: [
      '主动公开信息260余',
      '公开各类信息320 余',
      '部分公开67，占4.61%。',
      '新增粉丝3200，阅读10万次。',
      '推送动态140、公告20条。',
      '回复留言35。',
      '发布各类信息共180余，反响良好。'
    ],
    right: [
      '主动公开信息260余条。',
      '分别推送信息43、8条。',
      '咨询电话0000-1234567。',
      '制发文件2025年3件。',
      '收到申请14件（自然人12、法人2）。',
      '完成率达到98%，关注2025。',
      '信息公开比例为3:2。',
      '行政许可\t12\n行政处罚\t3\n',
      '上年为260 余条。'
    ]
  },
  'a mark without its partner': {
    rule: 'D-TYPO',
    problem: 'unpaired',
    wrong: [
      '（以下简称《条例》有关要求，现予公开3条。',
      '开设“公开专栏，收集意见3条。',
      '全年发布3条）。',
      '清理文件【见附件，共3件。',
      '依据国办〔2021号文件办理3件。',
      '专区3处（含查阅点2处，全部开放。'
    ],
    right: [
      '（以下简称《条例》）有关要求，现予公开3条。',
      '要点：1）登记3件；2）答复3件。',
      '一）登记3件，二）答复3件。',
      '开设“公开（专栏）”3个。',
      '转发《关于印发〈方案〉的通知》3份。',
      '(半角括号)和（全角括号)混用3处。'
    ]
  },
  'a paragraph that was not finished': {
    rule: 'D-TYPO',
    problem: 'cutOff',
    wrong: [
      '粉丝25万人，',
      '发布图解、解读、',
      '（一）主动公开。发布3条，\n（二）依申请公开。收到3件。',
      '全年培训3次，\n一是集中授课。',
      '发布3条，\n'
    ],
    right: [
      '粉丝25万人。',
      '主要做法如下：\n一是培训3次；\n二是自查4次。',
      '全年发布各类政府信息，\n其中动态3条。',
      '落款\n办公室',
      '发布3条；'
    ]
  },
  'an address of mail without @': {
    rule: 'D-TYPO',
    problem: 'mail',
    wrong: [
      '邮箱qcgkb163.com',
      '电子邮箱：dangan.example.gov.cn，3处。',
      '邮箱为gk2025qq.com。',
      'E-mail: office126.com',
      '邮件地址 xxgk-qc.gov.cn。'
    ],
    right: [
      '邮箱qcgkb@163.com，3处。',
      '电子邮箱：dangan@example.gov.cn。',
      '邮箱登录网址www.163.com可用。',
      '网址example.gov.cn，邮箱见页脚。',
      '邮箱收到来信3封。'
    ]
  },
  'numbers out of order': {
    rule: 'D-ORDER',
    wrong: [
      '一是健全制度；三是加强培训；三是强化监督。',
      '一是通知3次。二是登记。二是归档。',
      '一是学习，二是检查，四是通报3次。',
      '（一）主动公开\n3条。\n（三）平台建设\n3次。',
      '第一，通知3次。第三，归档。',
      '（一）主动公开。3条。\n（一）依申请公开。3件。\n（三）平台。3次。'
    ],
    right: [
      '一是健全制度；二是加强培训；三是强化监督3次。',
      '问题：一是少；二是慢。措施：一是加人；二是提速3倍。',
      '首先通知，二是登记3件。',
      '十是登记，十一是归档3件。',
      '统一是前提，唯一是台账3本。',
      '（一）主动公开\n3条。\n（二）平台建设\n3次。'
    ]
  },
  'a date that is none': {
    rule: 'D-DATE',
    wrong: [
      '截至20251231日，发布3条。',
      '2025年13月发布3条。',
      '于2025年2月30日发布3条。',
      '会议于202512月召开3次。',
      '4月31日开放3处。',
      '自2025年1月日起施行3份。'
    ],
    right: [
      '截至2025年12月31日，发布3条。',
      '2月29日发布3条，11月30日发布3条。',
      '访问20251次，日均20251人。',
      '文号〔2025〕12号，3件。',
      '历时12个月，3轮。',
      '编号20251231，3份。',
      '12月日均访问320次。'
    ]
  },
  'a period that no calendar has': {
    rule: 'Y-PERIOD',
    section: 'leadIn',
    wrong: [
      '本报告统计期限为2025111231日。',
      '所列数据截止日期为20251231日。',
      '统计时间为202511日至20251231日。',
      '数据统计截至20251231日。',
      '统计期限为2025年1月1日至2025年12月32日。'
    ],
    right: [
      '本报告统计期限为2025年1月1日至2025年12月31日。',
      '所列数据截止日期为2025年12月31日。',
      '数据统计时间为2025.1.1-2025.12.31。',
      '统计期限：2025年1月至12月。',
      '咨询电话20251231，意见征集2025年3月1日至2025年3月31日。'
    ]
  },
  'a report published before its year is over': {
    rule: 'Y-EARLY',
    wrong: [
      '完成2025年年度报告，并于2025年1月15日前公布，共3处。',
      '2025年度政府信息公开工作年度报告已于2025年1月28日发布3处。',
      '编制2024年年报，2024年1月20日公布3处。',
      '按时编制2025年政府信息公开年报，于2025年1月底公开3处。',
      '2025年年度报告于2024年12月30日上传3处。',
      '编制《2025年政府信息公开工作年度报告》，发布时间2025年1月16日，3份。'
    ],
    right: [
      '完成2024年年度报告，并于2025年1月15日前公布，共3处。',
      '2025年度报告将于2026年1月28日发布3处。',
      '2025年1月15日公布上年年度报告3处。',
      '编制2025年年度报告3份。',
      '编制《2024年政府信息公开工作年度报告》，发布时间2025年1月16日，3份。',
      '按2025年年度报告格式，3月公布目录3个。'
    ]
  },
  'the year of another office’s deed': {
    rule: 'Y-TEXTYEAR',
    wrong: [
      '2024年，青石镇人民政府办公室共制定规范性文件3件。',
      '2024年，清川市公安局交通警察支队共发布信息3条。',
      '2023年度，县卫生监督所办结来信3件。',
      '2024年，局机关各科室开展自查3次。',
      '2024年，市图书馆举办讲座3场。',
      '2024年，县司法局共审查规范性文件3件。'
    ],
    right: [
      '2025年，青石镇人民政府办公室共制定规范性文件3件。',
      '2024年制定的文件继续有效，3件。',
      '2024年，国务院办公厅印发3份文件。',
      '2024年发布3条，今年发布5条。',
      '针对2024年社会评议发现的3个问题整改。',
      '2024年收到来信3件，本年收到5件。'
    ]
  },
  'another number of parts': {
    rule: 'D-PARTS',
    section: 'leadIn',
    wrong: [
      '全文包括总体情况、公开内容、问题和措施四个部分。',
      '本报告由五个部分组成。',
      '报告分为七部分。',
      '本年报共8个部分。',
      '年报由概述、主动公开情况等五部分构成。'
    ],
    right: [
      '本报告由六个部分组成。',
      '全文共6个部分。',
      '报告从五个方面说明总体情况。',
      '面向12个部门收集数据。',
      '报告包括总体情况等六部分内容。'
    ]
  },
  'nothing but generalities': {
    rule: 'D-GENERIC',
    wrong: [
      '（一）主动公开。2025年，我局全面落实要求，规范公开。',
      '1.主动公开。按照〔2021〕30号文件要求公开。',
      '根据条例第10条和《2025年工作要点》，及时公开。',
      '2025年度各项工作有序，12月31日前全部完成。',
      '按第三十条的要求规范答复。'
    ],
    right: [
      '（一）主动公开。2025年发布信息3条。',
      '全年发布三条信息。',
      '全年公开信息三十余条。',
      '全年公开信息百余条。',
      '公开率达到98%。',
      '发布{{requests.received.total}}条。',
      '会议研究2次。'
    ]
  }
}

describe.each(Object.entries(kinds))('%s', (_, { rule, problem, section, wrong, right }) => {
  const told = (text: string) =>
    found(text, section).filter(
      (one) => one.rule === rule && (problem === undefined || one.params['problem'] === problem)
    )

  it.each(wrong)('is told: %s', (text) => {
    expect(told(text).length).toBeGreaterThan(0)
  })

  it.each(right)('and not of: %s', (text) => {
    expect(told(text)).toEqual([])
  })
})

describe('the name in the title of the lead-in', () => {
  const named = (title: string, name: string) =>
    found(`现公布${title}政府信息公开工作年度报告。`, 'leadIn', name).filter(
      ({ rule }) => rule === 'D-TITLE'
    )

  it.each([
    ['2025年市人社局', '清川市人力资源和社会保障局'],
    ['市人社局2025年', '清川市人力资源和社会保障局'],
    ['2025年度县发改委', '青石县发展和改革委员会'],
    ['市府办2025年', '清川市人民政府办公室'],
    ['2025年区教育局', '清川市河东区教育和体育局'],
    ['清川市人力资源和社会保障局2025年', '市人社局'],
    ['2025年清川市档案局', '清川市档案局']
  ])('may be short, the year before or behind it: %s of %s', (title, name) => {
    expect(named(title, name)).toEqual([])
  })

  it.each([
    ['2025年市水务局', '清川市档案局', '市水务局'],
    ['青石县档案局2025年', '清川市档案局', '青石县档案局'],
    ['2025年度市财政局', '清川市人力资源和社会保障局', '市财政局'],
    ['市人社局2025年', '清川市档案局', '市人社局'],
    ['2025年县教育局', '青石县水务局', '县教育局']
  ])('is another office’s: %s of %s', (title, name, said) => {
    expect(named(title, name)).toMatchObject([{ params: { found: said } }])
  })
})
