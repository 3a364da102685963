import { claims } from '../../prose/claims/claims.ts'
import { endOf, startOf } from '../../prose/clauses.ts'
import { plainFigures } from '../../numbers/numeral.ts'
import { matchesOf } from '../../prose/pieces.ts'
import { remembered } from '../../prose/remembered.ts'
import type { Report } from '../../report/report.ts'
import { textKeys, type TextKey } from '../../form/sections.ts'
import { wrongPeriods, type WrongPeriod } from './text-periods.ts'
import type { Facts, Hit, Rules } from '../../findings/rule.ts'
import { at as wordsAt, contradicts, dueOf } from './stated.ts'

/** Rules about the years that the text names. Long, for each shape of a year has its pattern here. */

/** A year in the lead-in, or in the unit's name, that is not the report's. */
interface OtherYear {
  readonly found: number
  readonly stated?: number
  readonly year: number
}

/** The words with another year; `sure` 1 where only the year can be wrong. */
interface OldYear {
  readonly found: string
  readonly stated: number
  readonly year: number
  readonly sure: number
}

/** What the findings of each of these rules hold; `year` is the report's. */
export interface TextYearParams {
  'Y-TITLEYEAR': OtherYear
  'Y-TEXTYEAR': OldYear
  /** The year that the report is of, and the one on a day of which it is said to be published. */
  'Y-EARLY': { readonly found: string; readonly of: number; readonly on: number }
  'Y-PERIOD': WrongPeriod
}

/** A year that something is compared with: 与 2024 年…相比, 较 2024 年. */
const comparedBefore = /(?:[比较与同自从按据将把对]|根据|依据|针对|相较|以)$/
const comparedBehind = /^[^。；\n]{0,40}?(?:相比|相较|比较)/

const titled = matchesOf(/(\d{4})\s{0,3}年(?:度)?政府信息公开(?:工作)?年度?报告/g)
const titles = remembered((text) =>
  titled(plainFigures(text)).filter(
    ({
      match: {
        index,
        input,
        0: { length }
      }
    }) =>
      !comparedBefore.test(input.slice(0, index).replace(/《$/, '').trimEnd()) &&
      !comparedBehind.test(input.slice(index + length)) &&
      !/上一?年[^，。]*$/.test(input.slice(0, index))
  )
)

/** The lead-in often repeats the title; the title itself is composed of the report's own year. */
function yearsInTitles({ report: { text, unit, year } }: Facts): Hit<OtherYear>[] {
  const inName = /(\d{4})年/.exec(unit.name)
  const hits: Hit<OtherYear>[] =
    inName && Number(inName[1]) !== year
      ? [{ at: { kind: 'report' }, params: { found: Number(inName[1]), year } }]
      : []
  for (const { from, match } of titles(text.leadIn)) {
    const named = Number(match[1])
    const words = text.leadIn.slice(from, from + match[0].length)
    if (named !== year) {
      hits.push({
        at: { kind: 'text', section: 'leadIn', from, to: from + words.length },
        params: { found: named, stated: named, year }
      })
    }
  }
  return hits
}

const deed =
  '(?:新收|收到|接收|受理|办理|办结|处理|审查|审核|公开|发布|更新|制定|制发|印发|推送|答复|回应|开展|组织|举办|召开|完成)'
/** What makes of the deed a thing: 2024 年制定的文件, 2024 年公开目录. */
const thing =
  '(?!的|目录|指南|工作|要点|平台|专栏|情况|报告|年报|制度|条例|办法|方案|计划|事项|机构|部门|以来)'
const adverbs =
  '(?:[共均已新累计，,]|共计|全年|年内|牵头|负责|联合|力争|计划|将|主动|依法|依规|全面|认真|持续|积极|通过[^，。；\\d《》]{1,8})'
const offices =
  '[^，,。；：、\\d《》的]{0,18}?(?:[局委办厅市县区镇乡院所室处科站队馆]|政府|机关|单位|部门|街道|中心)'

/** 在县委的领导下, and what an office did first: 我局扎实推进公开工作，发布…. */
const under = '(?:在[^，,。；\\d]{2,20}[下中][，,])?'
const before =
  '(?:(?:(?<=[我全本][局县市区镇乡省院委厅办州旗])|(?=扎实|认真|积极|持续|严格|全面|深入|坚持|围绕|贯彻|高度重视))[^，,。；：、\\d《》]{2,24}[，,])?'

const doing = new RegExp(
  `((?:19|20)\\d{2})年(?:度|底|末|1月?[至—-]12月|(?<=截[至止].{4}年)\\d{1,2}月(?:底|末|\\d{1,2}日)?)?[，,]?${under}(?:${offices}[，,]?)?${before}${adverbs}{0,4}${deed}${thing}`,
  'g'
)

/** A year with what was done in it; the unit's own name may stand between. */
const done = matchesOf(doing)
const deeds = remembered((text) => done(plainFigures(text)))

/** Counted up to a year's end, whenever it began: 截至 2024 年底，累计收到. */
const upTo = /(?:截[至止]|[至到])\s*$/
const yearsEnd = /^\d{4}年(?:底|末)/
const together = /累计|历年|总计|存量/
/** The years from one to another: 2019 年至 2024 年. */
const sinceYear =
  /((?:19|20)\d{2})年?(?:\d{1,2}月)?(?:\d{1,2}日|底|末|初|起|以来)?[，,]?(?:至|到|[-—–－~～]{1,2})\s*$/

/** Whether a figure is of all years up to the one named, or of several years. */
function isCumulative(before: string, words: string, clause: string): boolean {
  const first = Number(sinceYear.exec(before)?.[1] ?? Infinity)
  if (first < Number(words.slice(0, 4))) return true
  const whole = upTo.test(before) || yearsEnd.test(words)
  return whole && (together.test(words + clause) || before.includes('以来'))
}

/** 转到 2026 年办理: the year into which something is carried. */
const carriedTo = /(?:结转|顺延|转)[至到入]?$/
/** 接收 2014 年度公开文件: papers of that year, with which something is done. */
const doneWith = /(?:接收|移交|归档|整理|清理|收录|补录|汇编|公布|公开)[^，。；：、\d]{0,12}$/

/** Whether a place lies in the title of a document. */
const inBookMarks = (text: string, at: number): boolean =>
  text.lastIndexOf('《', at) > text.lastIndexOf('》', at)

/** Whether the sentence tells of another year on purpose: it compares, or names a thing by its year. */
function isMeant(match: RegExpExecArray, year: number): boolean {
  const { index, input, 0: words } = match
  const before = input.slice(startOf(input, index, '。\n'), index)
  const behind = input.slice(index + words.length, endOf(input, index, '。\n'))
  const clause = behind.slice(0, endOf(behind, 0, '，；'))
  const plans =
    Number(match[1]) > year &&
    (!/\d/.test(clause) || /力争|计划|拟|预计|目标|争取|确保|将/.test(`${words}${clause}`))
  const byItsYear = /的|以来|后$/.test(clause) && !/\d/.test(clause)
  return (
    /今年|本年|同比|上年|去年/.test(`${before}${behind}`) ||
    // What those above laid down earlier still holds.
    /国务院|国办|中央|国家|上级/.test(words) ||
    plans ||
    byItsYear ||
    isCumulative(before, words, behind.slice(0, endOf(behind, 0, '，,；'))) ||
    `${before}${behind}`.includes(`${year}年`) ||
    comparedBefore.test(before) ||
    carriedTo.test(before) ||
    doneWith.test(before) ||
    comparedBehind.test(behind) ||
    inBookMarks(input, index)
  )
}

/**
 * Whether only the year of a sentence can be wrong: its figures are those of this year's tables. A
 * sentence with other figures, or with none, may tell of the year it names.
 */
function isThisYears(
  report: Report,
  section: TextKey,
  from: number,
  match: RegExpExecArray
): boolean {
  const text = report.text[section]
  const sentence = text.slice(from, endOf(text, from, '。；\n'))
  const named = claims(sentence, Number(match[1]))
  return (
    named.length > 0 &&
    named.every(
      (claim) => dueOf(report.cells, claim.subject) !== null && !contradicts(report.cells, claim)
    )
  )
}

/** What the lead-in says that the report tells of: 现将 2024 年度工作情况报告如下. */
const toldOf =
  /(?:本报告|年报|现将|现就|反映|报告|总结|公布|汇总)[^，。；\d《]{0,20}((?:19|20)\d{2})年度?[^，。；\d《]{0,20}?(?:工作|公开)[^，。；\d《]{0,6}?情况/g
const told = matchesOf(toldOf)

function leadInYears({ report: { text, year } }: Facts): Hit<OldYear>[] {
  return told(plainFigures(text.leadIn)).flatMap(({ from, match }): Hit<OldYear>[] => {
    const named = Number(match[1])
    if (named === year || isMeant(match, year)) return []
    const offset = match[0].lastIndexOf(match[1] ?? '')
    const words = text.leadIn.slice(from + offset, from + match[0].length)
    return [wordsAt('leadIn', from + offset, words, { stated: named, year, sure: 1 })]
  })
}

/** A year with what was done in it, where the year is not the report's. */
function textYears({ report }: Facts): Hit<OldYear>[] {
  const { text, year } = report
  return (['overview', 'other'] as const).flatMap((section) =>
    deeds(text[section]).flatMap(({ from, match }): Hit<OldYear>[] => {
      const named = Number(match[1])
      if (named === year || isMeant(match, year)) return []
      const words = text[section].slice(from, from + match[0].length)
      const sure = Number(isThisYears(report, section, from, match))
      return [wordsAt(section, from, words, { stated: named, year, sure })]
    })
  )
}

/** A report with its year, and behind it the day on which it is said to have been made public. */
const publishing =
  /((?:19|20)\d{2})年(?:度)?(?:政府信息公开)?(?:工作)?(?:年度报告|年报|报告)[^。；\n]{0,40}?((?:19|20)\d{2})年\d{1,2}月(?:\d{1,2}日|底|初|末)?(?:[^。；\n，]{0,20}?(?:公布|公开|发布|上传|报送|公示)|(?<=(?:公布|公开|发布|上传)(?:时间|日期)[^，。；\n]{0,16}))/g

const publishings = matchesOf(publishing)

/** A report of a year is made when the year is over. */
function early({ report: { text } }: Facts): Hit<TextYearParams['Y-EARLY']>[] {
  return textKeys.flatMap((section) =>
    publishings(plainFigures(text[section])).flatMap(
      ({ from, match }): Hit<TextYearParams['Y-EARLY']>[] => {
        const [words, of, on] = match
        if (Number(on) > Number(of) || /[较比与]\s*$/.test(match.input.slice(0, match.index)))
          return []
        const found = text[section].slice(from, from + words.length)
        return [wordsAt(section, from, found, { of: Number(of), on: Number(on) })]
      }
    )
  )
}

export const textYearRules: Rules<TextYearParams> = {
  'Y-TITLEYEAR': {
    severity: 'error',
    asks: '标题中的年份为报告年度',
    ground: '国办公开办函〔2021〕30号',
    check: yearsInTitles
  },
  'Y-TEXTYEAR': {
    severity: 'warning',
    asks: '沿用上年文字时，年份须修改',
    ground: '已公开年报中的常见差错',
    check: (facts) => [...leadInYears(facts), ...textYears(facts)]
  },
  'Y-EARLY': {
    severity: 'warning',
    asks: '年度报告在年度终了后公布',
    ground: '条例第四十九条',
    check: early
  },
  'Y-PERIOD': {
    severity: 'error',
    asks: '年报统计期限为当年 1 月 1 日至 12 月 31 日',
    ground: '条例第四十九条',
    check: wrongPeriods
  }
}
