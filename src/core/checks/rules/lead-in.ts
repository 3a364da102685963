import { endOf, startOf } from '../../prose/clauses.ts'
import { remembered } from '../../prose/remembered.ts'
import { integerOf, numeralAt } from '../../numbers/numeral.ts'
import { reportTitle, sections } from '../../form/sections.ts'
import type { OriginalParams } from '../../findings/original.ts'
import type { Facts, Hit, Rules } from '../../findings/rule.ts'

/** Rules about the title and the lead-in, where the report says whose it is and where to get it. */

/** What is wrong with the name of which the title is composed, or with another name in its place. */
type WrongTitle =
  | { readonly problem: 'noName' }
  | { readonly problem: 'name'; readonly found: string; readonly statutory: string }
  | { readonly problem: 'otherUnit'; readonly found: string; readonly name: string }

/** What the findings of each of these rules hold; of the title also what an original has. */
export interface LeadInParams {
  'D-TITLE': WrongTitle | (OriginalParams['D-TITLE'] & { readonly problem?: undefined })
  /** What it does not say, each in a word or two. */
  'D-LEADIN': { readonly missing: readonly string[] }
  'D-PARTS': { readonly found: string }
  'D-DOWNLOAD': { readonly found: string }
}

/** The title is composed of the unit's name and the year; what can be wrong in it is the name. */
function title(facts: Facts): Hit<WrongTitle>[] {
  const { unit, year } = facts.report
  const name = unit.name.trim()
  const whole = (params: WrongTitle): Hit<WrongTitle>[] => [{ at: { kind: 'report' }, params }]
  if (name === '') return whole({ problem: 'noName' })
  if (/\d{4}年|政府信息公开|年度报告/.test(name)) {
    return whole({ problem: 'name', found: name, statutory: reportTitle('', year) })
  }
  return otherUnits(facts)
}

const titles = remembered((leadIn) =>
  Array.from(
    leadIn.matchAll(/([\u4e00-\u9fa5（）()]{2,40}?)(?:\d{4}年度?)?政府信息公开(?:工作)?年度?报告/g),
    ({ 1: words = '', index }) => {
      const introduced =
        /^.*(?:公布|发布|编制|形成|撰写|现将|将|为|是)/.exec(words)?.[0].length ?? 0
      // 2025年市人社局…: the year before the name is none of it.
      const dated = introduced === 0 && /\d$/.test(leadIn.slice(Math.max(0, index - 1), index))
      const year = dated ? (/^年度?/.exec(words)?.[0].length ?? 0) : 0
      return { named: words.slice(introduced + year), from: index + introduced + year }
    }
  ).filter(({ named }) => unitEnd.test(named) && !/^(?:本|我|各)/.test(named))
)

/** How the name of an administrative organ ends. */
const unitEnd = /(?:局|委员会|办公室|政府|办事处|厅|部|中心|学院|医院|研究院|委|办|院|馆)$/

/** The lead-in often repeats the title, and one copied from another office keeps its name. */
function otherUnits({ report: { text, unit } }: Facts): Hit<WrongTitle>[] {
  const name = unit.name.trim()
  return titles(text.leadIn)
    .filter(
      ({ named }) => !named.includes(name) && !isShortFor(named, name) && !isShortFor(name, named)
    )
    .map(({ named, from }) => ({
      at: { kind: 'text', section: 'leadIn', from, to: from + named.length },
      params: { problem: 'otherUnit', found: named, name }
    }))
}

/** Whether a name is the other with characters left out: 市人社局 of 市人力资源和社会保障局. */
function isShortFor(short: string, name: string): boolean {
  let at = 0
  for (const char of name) if (char === short[at]) at++
  return at === short.length
}

const leadInParts = {
  依据: /条例|〔2021〕30号|依据|根据|按照/,
  统计期限:
    /1月1日|12月31|(?:统计|数据|所列)[^，。；\n]{0,10}(?:期限|期间|时间|时段|截[止至])|截[止至]日期/,
  下载地址: /下载/,
  联系方式: /电话|邮箱|联系|地址|拨打|致[电函]|热线|\d{3,4}[-—]\d{7,8}/
}

function leadIn({ report: { text } }: Facts): Hit<LeadInParams['D-LEADIN']>[] {
  const missing = Object.entries(leadInParts)
    .filter(([, words]) => !words.test(text.leadIn))
    .map(([part]) => part)
  return missing.length ? [{ at: { kind: 'text', section: 'leadIn' }, params: { missing } }] : []
}

/** 全文由四个部分组成; the five aspects of 一 are no parts of the report. */
const counted =
  /(?:全文|本?报告|年报|由|共|分为|包括|包含|含)[^。；\n]{0,80}?([一二三四五六七八九十]|\d{1,2})个?(?:大?部分|章节|章)(?:组成|构成|内容)?/

/** How many parts the report is said to have, where they are not six. */
function parts({ report: { text } }: Facts): Hit<LeadInParams['D-PARTS']>[] {
  const match = counted.exec(text.leadIn)
  const [words = '', figure = ''] = match ?? []
  const value = numeralAt(figure, 0)?.value
  const number = value && integerOf(value)
  if (!match || number === sections.length || typeof number !== 'number') return []
  const from = match.index + words.lastIndexOf(figure)
  const found = text.leadIn.slice(from, match.index + words.length)
  return [
    { at: { kind: 'text', section: 'leadIn', from, to: from + found.length }, params: { found } }
  ]
}

/** An address of mail is none of a site. */
const site =
  /网站|(?:政府|政务|信息)网|网址|网页|官网|门户|https?:|www\.|专栏|栏目|平台|公众号|客户端/i

/** That the report can be downloaded is said, and nowhere from where. */
function download({ report: { text } }: Facts): Hit<LeadInParams['D-DOWNLOAD']>[] {
  const said = text.leadIn.indexOf('下载')
  if (said < 0 || site.test(text.leadIn)) return []
  const from = startOf(text.leadIn, said, '。；\n')
  const to = endOf(text.leadIn, said, '。；\n')
  const found = text.leadIn.slice(from, to).trim()
  return [{ at: { kind: 'text', section: 'leadIn', from, to }, params: { found } }]
}

export const leadInRules: Rules<LeadInParams> = {
  'D-TITLE': {
    severity: 'warning',
    asks: '标题为“〈机关全称〉YYYY年政府信息公开工作年度报告”',
    ground: '国办公开办函〔2021〕30号',
    check: title
  },
  'D-LEADIN': {
    severity: 'hint',
    asks: '引言写明依据、统计期限、电子版下载地址、联系方式',
    ground: '年报惯例',
    check: leadIn
  },
  'D-PARTS': {
    severity: 'warning',
    asks: '年度报告由六个部分组成',
    ground: '国办公开办函〔2021〕30号',
    check: parts
  },
  'D-DOWNLOAD': {
    severity: 'hint',
    asks: '统一平台应有检索、查阅、下载功能；引言写明电子版下载地址',
    ground: '条例第二十四条',
    check: download
  }
}
