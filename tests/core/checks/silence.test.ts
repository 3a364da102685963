import { describe, expect, it } from 'vitest'
import { setCells } from '../../../src/core/report/edit.ts'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import { validate } from '../../../src/core/checks/validate.ts'

/** Texts that look like a contradiction and are none, next to twins that are. */

const rulesOf = (
  text: string,
  cells: Partial<Record<FieldId, number>> = {},
  rules = /^X-/
): string[] => {
  const report = setCells(exampleReport({ note: '', text: { overview: text } }), cells)
  return validate(report).flatMap(({ rule }) => (rules.test(rule) ? [rule] : []))
}

describe('parts and wholes of the text', () => {
  it.each([
    '共公开信息380条，其中文件152条、动态197条（图解32条、短视频165条）、年报27条、其他4条。',
    '公开信息45条，其中规章1条、规范性文件8条、其他文件2条；工作报告4条、政务动态30条。',
    '公布信息100条（其中机构类20条，政策、文件类30条，其他应公开信息50条）。',
    '公开信息64条，内容有动态、文件。其中年报1条、文件8条、其他工作动态55条。',
    '公开内容3条，包括机构概况1条，以及预决算2条。',
    '公开信息1737万条。其中市级756万条，县级981万条。',
    '公开信息1.2万条，其中网站7000条、公众号4000条。',
    '公开信息80条，其中政策20条、公告30条；发布会召开4场，解读稿件12篇。',
    '网站发布信息60条；公众号推送90条，其中图解8条。',
    '培训2次，其中集中培训1次、分组培训1次。接待来访31人次。',
    '全年发布信息12条。其中的图解由设计人员制作。',
    '公开各类信息100条：动态60条，公告30条，其他10条。',
    '培训3次：集中培训每次两天，共培训60人次。'
  ])('agree: %s', (text) => {
    expect(rulesOf(text, {}, /^X-SPLIT|^X-ROLL/)).toEqual([])
  })

  it.each([
    '公布信息100条（其中机构类20条，政策、文件类30条，其他应公开信息51条）。',
    '公布事项40项，其中法规、规章类12项，规划、计划类19项，其他10项。',
    '发布信息90条，包括要闻动态40条，通知、公告52条。',
    '公开信息65条，内容有动态、文件。其中年报1条、文件8条、其他工作动态55条。',
    '推送信息30条。其中图解12条、短视频21条。',
    '回应关切18次，形式多样。其中访谈6次、发布会9次、其他4次。',
    '公开信息45条，其中规章1条、其他文件2条；工作报告4条、政务动态39条。',
    '发布文件9件，其中通知3件、意见8件。',
    '公开内容1条，包括机构概况1条，以及预决算2条。',
    '发布图解7幅，其中政策图解3幅，以及数据图解5幅。'.replaceAll('幅', '篇'),
    '公开信息1737万条。其中市级756条，县级981条。',
    '公开各类信息100条：动态60条，公告30条，其他20条。',
    '访问12万次，其中网站5次、客户端7次。',
    '共公开信息380条，其中文件152条、动态197条（图解32条、短视频165条）、年报27条、其他5条。'
  ])('contradict: %s', (text) => {
    expect(rulesOf(text, {}, /^X-SPLIT/)).toEqual(['X-SPLIT'])
  })
})

describe('shares within a sentence', () => {
  it.each([
    '全年收到申请1046件，其中网上862件，占82.4%；当面13件，占1.2%。',
    '共发布信息300条，其中网站200条（66.7%）、公众号100条（33.3%）。',
    '收到申请1453件，其中部分公开67件，占4.61%。',
    '发布信息80条，其中图解20条，占25%。',
    '公开信息320条，其中政策文件20条、通知公告130条，占比46.9%。',
    '收到申请10件，其中予以公开7件、部分公开2件，占比分别为70%和20%。',
    '收到来信40件，其中咨询30件，占四分之三。'
  ])('are right to the printed digit: %s', (text) => {
    expect(rulesOf(text, {}, /^X-PCT/)).toEqual([])
  })

  it.each([
    '全年收到申请1046件，其中网上862件，占82.4%；当面13件，占1.3%。',
    '共发布信息300条，其中网站200条（68.7%）、公众号100条（33.3%）。',
    '发布信息80条，其中图解20条，占20%。',
    '全年公开信息50条，其中解读7条，占比15%。',
    '收到来信件共40件，其中信函9件，占24%。'
  ])('are not: %s', (text) => {
    expect(rulesOf(text, {}, /^X-PCT/)).toEqual(['X-PCT'])
  })
})

describe('what is no request, and what may be meant otherwise', () => {
  it.each([
    '（二）依申请公开。收到群众来信34件、网上诉求348件、微博留言12条。',
    '（二）依申请公开。收到群众来访21件、热线工单560件、信箱来信17件，均已答复。',
    '（二）依申请公开。收到咨询电话130个、网民留言44条。'
  ])('%s', (text) => {
    expect(rulesOf(text)).toEqual([])
  })

  it('a figure that is new and carried cases together is a reading, and no error', () => {
    const cells = {
      'requests.received.natural': 74,
      'requests.received.commercial': 0,
      'requests.carriedIn.natural': 1,
      'requests.granted.natural': 75,
      'requests.granted.commercial': 0,
      'requests.unavailable.notHeld.natural': 0,
      'requests.carriedOut.natural': 0
    }
    const text = '（二）依申请公开。收到政府信息公开申请75件。'
    expect(rulesOf(text, cells, /^[TXY]/)).toEqual([])
  })
})

describe('headings of the five aspects in other words', () => {
  const written = (headings: readonly string[]) =>
    headings.map((heading, i) => `（${'一二三四五'[i]}）${heading}\n发布3条。`).join('\n')

  it.each([
    ['主动公开', '政府信息公开申请办理', '政府信息管理', '平台建设', '监督保障'],
    ['主动公开情况', '公开申请答复工作', '信息资源规范管理', '公开平台建设', '监督保障机制'],
    ['政府信息主动公开', '申请公开办理情况', '政府信息管理情况', '平台载体建设', '监督和保障'],
    [
      '聚焦关切，做好主动公开',
      '规范流程，做好依申请公开',
      '严格审核，做好信息管理',
      '优化栏目，做好平台建设',
      '压实责任，做好监督保障'
    ]
  ])('%s, %s, %s, %s, %s', (...headings) => {
    expect(rulesOf(written(headings), {}, /^D-FIVE/)).toEqual([])
  })

  it('a heading of something else covers none', () => {
    const headings = ['主动公开', '组织领导', '政府信息管理', '平台建设', '监督保障']
    expect(rulesOf(written(headings), {}, /^D-FIVE/)).toEqual(['D-FIVE'])
  })
})
