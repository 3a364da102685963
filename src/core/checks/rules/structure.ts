import { passages, unnumbered } from '../../prose/narrative.ts'
import type { Unit } from '../../report/report.ts'
import { aspects, sections, type SectionId, type TextKey } from '../../form/sections.ts'
import { remembered } from '../../prose/remembered.ts'
import { aspectWords } from '../../prose/headings/section-parts.ts'
import { sentencesOf } from '../../prose/sentences.ts'
import { isWritten } from '../../prose/written.ts'
import type { OriginalParams } from '../../findings/original.ts'
import type { Facts, Hit, Rules } from '../../findings/rule.ts'

/** Rules about what the written sections must contain. Long, for each says by which words it goes. */

/** A section by its title: not written, of headings alone, or with another's heading in it. */
type WrongSection =
  | { readonly problem: 'empty' | 'headings'; readonly section: string }
  | { readonly problem: 'nested' | 'repeated'; readonly section: string; readonly found: string }

/** What section 五 lacks; `short` with its characters. */
type LackingProblems =
  | { readonly problem: 'empty' | 'headings' | 'none' }
  | { readonly problem: 'short'; readonly length: number }
  | { readonly problem: 'noProblem' | 'noImprovement' | 'lastYear' }

/** What the findings of each of these rules hold; of some also what the reading of an original says. */
export interface StructureParams {
  'D-SEC': WrongSection | OriginalParams['D-SEC']
  'D-FIVE': { readonly missing: readonly (typeof aspects)[number][] }
  'D-GOV': { readonly missing: readonly string[] }
  'D-S5': LackingProblems
  'D-S6': { readonly problem: 'none' | 'noFee' }
  'D-GENERIC':
    { readonly problem: 'noNumber' } | { readonly problem: 'hedge'; readonly found: string }
  'D-LABEL': OriginalParams['D-LABEL']
  /** `differs`: what the lines beside the table state otherwise than the table, in the words of both. */
  'D-PROSE2': OriginalParams['D-PROSE2'] & { readonly differs?: readonly string[] }
}

const inText = <Params>(section: TextKey, params: Params): Hit<Params> => ({
  at: { kind: 'text', section },
  params
})

const prose = sections.flatMap((section) => (section.kind === 'prose' ? [section] : []))

/** How the six sections are called, also in other words: 五、存在的问题和改进措施. */
const callings: Readonly<Record<SectionId, RegExp>> = {
  leadIn: /^引言/,
  overview: /^总体情况|^(?:概述|概况)$/,
  disclosure: /^主动公开政府信息/,
  requests: /^(?:收到|处理|受理)[^，]{0,10}申请/,
  remedies: /行政复议.{0,4}行政诉讼/,
  problems: /问题.{0,6}(?:改进|整改|措施|打算)/,
  other: /^其他(?:需要报告的)?(?:重要)?事项/
}
/** A line that can be a heading of a section. */
const sectionLine = /^[ \t\u3000]*([一二三四五六])[、.．]\s*([^，。；：\n]{2,30}?)\s*$/gm

/** The lines of a text that are themselves headings of sections, by their own number or exact title. */
const sectionHeadings = remembered((text) =>
  Array.from(text.matchAll(sectionLine)).flatMap(
    ({ 0: line, 1: numeral, 2: words = '', index }) => {
      const section = sections.find(
        ({ id, title, numeral: own }) =>
          words === title || (own === numeral && callings[id].test(words))
      )
      return section ? [{ from: index, to: index + line.length, line: line.trim(), section }] : []
    }
  )
)

/** The order of the six is the program's; a section can still be empty, or hold another's heading. */
function wholeSections({ report: { text } }: Facts): Hit<WrongSection>[] {
  const empty = prose
    .filter(({ id }) => id !== 'problems' && !isWritten(text[id]))
    .map(({ id, title }) =>
      inText<WrongSection>(id, { problem: text[id].trim() ? 'headings' : 'empty', section: title })
    )
  const nested = prose.flatMap(({ id }): Hit<WrongSection>[] => {
    return sectionHeadings(text[id]).map(({ from, to, line: found, section }) => ({
      at: { kind: 'text', section: id, from, to },
      params: {
        problem: section.id === id ? 'repeated' : 'nested',
        section: section.title,
        found
      }
    }))
  })
  return [...empty, ...nested]
}

/** A paragraph's number with what it opens with, up to the first mark: a heading before its text. */
const opening = /^[（(][一二三四五六七八九十]+[）)]\s*([^，。：:；\n]{2,40})/

/** The numbered headings; one on a line of its own is read whole: （五）强化责任，做好监督保障. */
const openings = (text: string): string[] =>
  passages(text).flatMap(({ level, text: line }) => {
    const [, words = ''] = opening.exec(line) ?? []
    return words === '' ? [] : [level === 2 ? unnumbered(line) : words]
  })

/** Headings under which nothing stands before the next of their level. */
const bareHeadings = (text: string): string[] => {
  const all = sentencesOf(text)
  const level = (words: string): number => (/^[（(]/.test(words) ? 2 : 3)
  return all.flatMap(({ heading, text: words }, i) => {
    const next = all[i + 1]
    const goesOn = next && (!next.heading || level(next.text) > level(words))
    return heading && !goesOn ? [words] : []
  })
}

/**
 * The aspects that nothing is written about. Headings are read where the section has them, for the
 * words alone stand everywhere; else the whole text. A heading without text is none.
 */
export const missingAspects = remembered((text) => {
  const bare = bareHeadings(text)
  const isBare = (words: string) => bare.some((heading) => heading.includes(words))
  const opened = openings(text).filter((words) => !isBare(words))
  const alone = () =>
    passages(text).flatMap(({ kind, text: line }) =>
      kind === 'heading' && !isBare(line) ? line : []
    )
  const headings = opened.length >= 2 ? opened : alone()
  const read = headings.length >= 2 ? headings.join('\n') : text
  return aspects.filter((aspect) => !aspectWords[aspect].test(read))
})

function fiveAspects({ report: { text } }: Facts): Hit<StructureParams['D-FIVE']>[] {
  if (!isWritten(text.overview)) return []
  const missing = missingAspects(text.overview)
  return missing.length ? [inText('overview', { missing })] : []
}

const governmentDuties = { 工作考核: /考核/, 社会评议: /评议/, 责任追究: /责任追究|追究责任|追责/ }

/** Whether a unit is a government; a street office and an office of one report on themselves alone. */
export const isGovernment = ({ name, kind }: Unit): boolean =>
  kind === 'government' ||
  /政府$/.test(name.trim()) ||
  (kind === 'town' && !/街道|办事处/.test(name))

function governments({ report: { text, unit } }: Facts): Hit<StructureParams['D-GOV']>[] {
  if (!isWritten(text.overview) || !isGovernment(unit)) return []
  const missing = Object.entries(governmentDuties)
    .filter(([, words]) => !words.test(text.overview))
    .map(([duty]) => duty)
  return missing.length ? [inText('overview', { missing })] : []
}

const nothing = /^[\s。.]*$|^\s*(?:无|暂无|没有|无其他需要报告的事项|本年度无)[\s。.]*$/

/** How offices put what is wrong; words alone never prove that nothing is, so this only warns. */
const problemWords =
  /问题|不[足够高强深严细实多大快准当便]|不及时|不到位|不全面|不完[善整备]|不规范|不平衡|不均衡|不充分|不丰富|不健全|不清晰|不熟悉|不理想|[仍还尚]需|[仍还]待|[仍还]有|亟[需待]|有待|薄弱|短板|弱项|差距|困难|难点|[还仍尚]存在|难度|欠缺|缺乏|缺少|单一|滞后|偏[少低弱慢]|[较过][少低弱慢]|未能|尚未/
/** How they put what they do about it. */
const improvementWords =
  /改进|整改|下一?步|今后|接下来|明年|新的一年|措施|完善(?!程度)|提升|提高|加强|加大|加快|强化|优化|健全|深化|细化|拓展|丰富(?!度)|改善|推[进动]|落实|针对|采取|计划|将|拟|着力|持续|努力|进一步|解决|培训|建立/
/** 不完善, 不丰富: what is wrong, not what is done. */
const negated = /不(?:完善|健全|丰富|优化|落实|加强|到位)/g

function problems({ report: { text, previous, year } }: Facts): Hit<LackingProblems>[] {
  const body = text.problems.replace(/\s/g, '')
  const hit = (params: LackingProblems) => inText('problems', params)
  if (body === '') return [hit({ problem: 'empty' })]
  if (!isWritten(text.problems)) return [hit({ problem: 'headings' })]
  if (nothing.test(body)) return [hit({ problem: 'none' })]
  if (body.length < 10) return [hit({ problem: 'short', length: body.length })]
  const found: Hit<LackingProblems>[] = []
  const warn = (problem: 'noProblem' | 'noImprovement' | 'lastYear') =>
    found.push({ ...hit({ problem }), severity: 'warning' })
  if (!problemWords.test(body)) warn('noProblem')
  if (!improvementWords.test(body.replace(negated, ''))) warn('noImprovement')
  const last = previous?.text.problems.trim() ?? ''
  const lookedBack = new RegExp(`上年|上一年|去年|往年|${year - 1}年|此前`)
  if (last.length >= 10 && !lookedBack.test(body)) warn('lastYear')
  return found
}

function otherMatters({ report: { text } }: Facts): Hit<StructureParams['D-S6']>[] {
  if (!isWritten(text.other)) return []
  if (nothing.test(text.other.trim())) return [inText('other', { problem: 'none' })]
  return /处理费|收费通知|收取.{0,6}费|费用/.test(text.other)
    ? []
    : [inText('other', { problem: 'noFee' })]
}

/** Without years, days, and the numbers of headings, orders and articles: none says how much was done. */
const ownNumbers = (text: string): string =>
  text.replace(
    /(?:19|20)\d\d年(?:度|(?:\d{1,2}月)?(?:\d{1,2}日)?)|\d{1,2}月(?:\d{1,2}日|份|底|初)?|〔\d{4}〕\s*\d+号|第\s*[\d一二三四五六七八九十百零]+\s*[条款项号章节]|《[^《》]*》|^[ \t\u3000]*\d{1,2}[.．、]/gm,
    ''
  )

function generic({ report: { text } }: Facts): Hit<StructureParams['D-GENERIC']>[] {
  const { overview } = text
  if (!isWritten(overview)) return []
  const numbers = /\d|\{\{|[一二三四五六七八九十百千][余多]?[件条次篇期场]/.test(
    ownNumbers(overview)
  )
  const hedge = /一些地区|部分地区|多数部门|一些部门|例如在\S{2,8}领域/.exec(overview)
  return [
    ...(numbers ? [] : [inText('overview', { problem: 'noNumber' } as const)]),
    ...(hedge ? [at('overview', hedge, { problem: 'hedge', found: hedge[0] } as const)] : [])
  ]
}

const at = <Params>(section: TextKey, match: RegExpExecArray, params: Params): Hit<Params> => ({
  at: { kind: 'text', section, from: match.index, to: match.index + match[0].length },
  params
})

export const structureRules: Rules<StructureParams> = {
  'D-SEC': {
    severity: 'error',
    statutory: true,
    asks: '六个部分，次序和编号固定',
    ground: '国办公开办函〔2021〕30号',
    check: wholeSections
  },
  'D-FIVE': {
    severity: 'warning',
    asks: '“一、总体情况”写主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面',
    ground: '国办公开办函〔2021〕30号',
    check: fiveAspects
  },
  'D-GOV': {
    severity: 'warning',
    asks: '各级人民政府的年报还应含工作考核、社会评议和责任追究结果情况',
    ground: '条例第五十条',
    check: governments
  },
  'D-S5': {
    severity: 'error',
    statutory: true,
    asks: '存在的主要问题及改进情况',
    ground: '条例第五十条第四项',
    check: problems
  },
  'D-S6': {
    severity: 'warning',
    asks: '信息处理费收取情况写在“六、其他需要报告的事项”',
    ground: '国办函〔2020〕109号、国办公开办函〔2021〕30号',
    check: otherMatters
  },
  'D-GENERIC': {
    severity: 'hint',
    asks: '内容不能遗漏，也不宜泛化',
    ground: '国办公开办函〔2021〕30号',
    check: generic
  },
  'D-LABEL': {
    severity: 'warning',
    ofOriginals: true,
    asks: '表格各行各列的名称按格式填写；地方通知另有规定的，在检查设置中填写',
    ground: '国办公开办函〔2021〕30号'
  },
  'D-PROSE2': {
    severity: 'hint',
    ofOriginals: true,
    asks: '二、三、四以表格报告，表外另有文字的，与表格一致',
    ground: '国办公开办函〔2021〕30号'
  }
}
