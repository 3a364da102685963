import { passages } from '../narrative.ts'
import { aspects, reportTitle, sections, type TextKey } from '../sections.ts'
import { remembered } from '../remembered.ts'
import type { Facts, Hit, Rule } from './rule.ts'

/** Rules about what the written sections must contain. */

const inText = (section: TextKey, params: Hit['params'] = {}): Hit => ({
  at: { kind: 'text', section },
  params
})

const prose = sections.flatMap((section) => (section.kind === 'prose' ? [section] : []))

/** A line of the prose that is itself a heading of one of the six sections. */
const sectionHeading = new RegExp(
  `^[ \\t\\u3000]*[一二三四五六][、.．]\\s*(${sections.map(({ title }) => title).join('|')})\\s*$`,
  'm'
)

/** The order of the six is the program's; a section can still be empty, or hold another's heading. */
function wholeSections({ report: { text } }: Facts): Hit[] {
  const empty = prose
    .filter(({ id }) => id !== 'problems' && text[id].trim() === '')
    .map(({ id, title }) => inText(id, { problem: 'empty', section: title }))
  const nested = prose.flatMap(({ id }): Hit[] => {
    const heading = sectionHeading.exec(text[id])
    if (!heading) return []
    const [line, title = ''] = heading
    const from = heading.index
    return [
      {
        at: { kind: 'text', section: id, from, to: from + line.length },
        params: { problem: 'nested', section: title, found: line.trim() }
      }
    ]
  })
  return [...empty, ...nested]
}

const aspectWords: Readonly<Record<(typeof aspects)[number], RegExp>> = {
  主动公开: /主动公开/,
  依申请公开: /依申请/,
  政府信息管理: /信息管理|信息资源.{0,4}管理/,
  政府信息公开平台建设: /平台/,
  监督保障: /监督|保障监/
}

/** Headings where the section has them, for the words alone stand everywhere; else the whole text. */
const missingAspects = remembered((text) => {
  const headings = passages(text).filter(({ kind }) => kind === 'heading')
  const read = headings.length >= 2 ? headings.map((one) => one.text).join('\n') : text
  return aspects.filter((aspect) => !aspectWords[aspect].test(read))
})

function fiveAspects({ report: { text } }: Facts): Hit[] {
  if (text.overview.trim() === '') return []
  const missing = missingAspects(text.overview)
  return missing.length ? [inText('overview', { missing })] : []
}

const governmentDuties = { 工作考核: /考核/, 社会评议: /评议/, 责任追究: /责任追究|追究责任|追责/ }

function governments({ report: { text, unit } }: Facts): Hit[] {
  if (text.overview.trim() === '' || !/人民政府$/.test(unit.name)) return []
  const missing = Object.entries(governmentDuties)
    .filter(([, words]) => !words.test(text.overview))
    .map(([duty]) => duty)
  return missing.length ? [inText('overview', { missing })] : []
}

const nothing = /^[\s\u3000]*(?:无|暂无|没有|无其他需要报告的事项|本年度无)?[\s。.\u3000]*$/

function problems({ report: { text, previous, year } }: Facts): Hit[] {
  const body = text.problems.replace(/\s/g, '')
  if (body === '') return [inText('problems', { problem: 'empty' })]
  if (nothing.test(body)) return [inText('problems', { problem: 'none' })]
  if (body.length < 10) return [inText('problems', { problem: 'short', length: body.length })]
  const found: Hit[] = []
  if (!/问题|不足|困难|短板|差距|薄弱|欠缺|有待/.test(body)) {
    found.push(inText('problems', { problem: 'noProblem' }))
  }
  if (!/改进|整改|下一步|下步|今后|接下来|措施|完善|提升|加强/.test(body)) {
    found.push(inText('problems', { problem: 'noImprovement' }))
  }
  const last = previous?.text.problems.trim() ?? ''
  const lookedBack = new RegExp(`上年|上一年|去年|往年|${year - 1}年|此前`)
  if (last.length >= 10 && !lookedBack.test(body)) {
    found.push({ ...inText('problems', { problem: 'lastYear' }), severity: 'warning' })
  }
  return found
}

function otherMatters({ report: { text } }: Facts): Hit[] {
  if (text.other.trim() === '') return []
  if (nothing.test(text.other)) return [inText('other', { problem: 'none' })]
  return /信息处理费|处理费|收取.{0,6}费|费用/.test(text.other)
    ? []
    : [inText('other', { problem: 'noFee' })]
}

function generic({ report: { text } }: Facts): Hit[] {
  const { overview } = text
  if (overview.trim() === '') return []
  const numbers = /\d|\{\{|[一二三四五六七八九十百千]+[件条次篇期场]/.test(overview)
  const hedge = /一些地区|部分地区|多数部门|一些部门|例如在\S{2,8}领域/.exec(overview)
  return [
    ...(numbers ? [] : [inText('overview', { problem: 'noNumber' })]),
    ...(hedge ? [at('overview', hedge, { problem: 'hedge', found: hedge[0] })] : [])
  ]
}

const at = (section: TextKey, match: RegExpExecArray, params: Hit['params']): Hit => ({
  at: { kind: 'text', section, from: match.index, to: match.index + match[0].length },
  params
})

/** The title is composed of the unit's name and the year; what can be wrong in it is the name. */
function title({ report: { unit, year } }: Facts): Hit[] {
  const name = unit.name.trim()
  if (name === '') return [{ at: { kind: 'report' }, params: { problem: 'noName' } }]
  return /\d{4}年|政府信息公开|年度报告/.test(name)
    ? [
        {
          at: { kind: 'report' },
          params: { problem: 'name', found: name, statutory: reportTitle('', year) }
        }
      ]
    : []
}

const leadInParts = {
  依据: /条例|〔2021〕30号|依据|根据|按照/,
  统计期限: /1月1日|12月31|统计期限/,
  下载地址: /下载/,
  联系方式: /电话|邮箱|联系|地址/
}

function leadIn({ report: { text } }: Facts): Hit[] {
  const missing = Object.entries(leadInParts)
    .filter(([, words]) => !words.test(text.leadIn))
    .map(([part]) => part)
  return missing.length ? [inText('leadIn', { missing })] : []
}

export const structureRules = {
  'D-SEC': {
    severity: 'error',
    source: '六个部分，次序和编号固定（国办公开办函〔2021〕30号）',
    check: wholeSections
  },
  'D-FIVE': {
    severity: 'warning',
    source:
      '“一、总体情况”写主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面（国办公开办函〔2021〕30号）',
    check: fiveAspects
  },
  'D-GOV': {
    severity: 'warning',
    source: '条例第五十条：各级人民政府的年报还应含工作考核、社会评议和责任追究结果情况',
    check: governments
  },
  'D-S5': {
    severity: 'error',
    source: '条例第五十条第四项：存在的主要问题及改进情况',
    check: problems
  },
  'D-S6': {
    severity: 'warning',
    source:
      '信息处理费收取情况写在“六、其他需要报告的事项”（国办函〔2020〕109号、国办公开办函〔2021〕30号）',
    check: otherMatters
  },
  'D-GENERIC': {
    severity: 'hint',
    source: '内容不能遗漏，也不宜泛化（国办公开办函〔2021〕30号）',
    check: generic
  },
  'D-TITLE': {
    severity: 'warning',
    source: '标题为“〈机关全称〉YYYY年政府信息公开工作年度报告”',
    check: title
  },
  'D-LABEL': { severity: 'warning', source: '表格各行各列的名称照格式，一字不改' },
  'D-LEADIN': {
    severity: 'hint',
    source: '引言惯例：依据、统计期限、电子版下载地址、联系方式',
    check: leadIn
  },
  'D-PROSE2': { severity: 'hint', source: '二、三、四以表格报告，表外文字与表格重复处易不一致' }
} satisfies Record<string, Rule>
