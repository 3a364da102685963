import type { TextKey } from '../sections.ts'
import { remembered } from '../remembered.ts'
import type { Facts, Hit, Rule } from './rule.ts'

/** Rules about the years that the text names. */

/** All matches of a pattern with the flag g. */
const matches = (pattern: RegExp): ((text: string) => readonly RegExpExecArray[]) =>
  remembered((text) => Array.from(text.matchAll(pattern)))

const titleYears = matches(/(\d{4})\s*年(?:度)?政府信息公开(?:工作)?年度?报告/g)

/** The lead-in often repeats the title; the title itself is composed of the report's own year. */
function yearsInTitles({ report: { text, unit, year } }: Facts): Hit[] {
  const inName = /(\d{4})年/.exec(unit.name)
  const hits: Hit[] =
    inName && Number(inName[1]) !== year
      ? [{ at: { kind: 'report' }, params: { found: Number(inName[1]), year } }]
      : []
  for (const match of titleYears(text.leadIn)) {
    const stated = Number(match[1])
    if (stated !== year) hits.push(inText('leadIn', match, { found: stated, year }))
  }
  return hits
}

const deeds = matches(
  /((?:19|20)\d{2})年度?(?:以来)?[，,]?(?:我[局委办厅市县区镇乡街]|本[局委办厅机关单位市县区镇]{1,2}|全[市县区局年镇]|共计?|累计|通过|主动){0,3}(?:收到|受理|办理|办结|公开|发布|制定|制发|推送|答复|开展|组织)/g
)

/** Whether a place lies in the title of a document. */
const inBookMarks = (text: string, at: number): boolean =>
  text.lastIndexOf('《', at) > text.lastIndexOf('》', at)

/** A year with what was done in it, where the year is not the report's. */
function textYears({ report: { text, year } }: Facts): Hit[] {
  return (['overview', 'other'] as const).flatMap((section) =>
    deeds(text[section])
      .filter((match) => Number(match[1]) !== year && !inBookMarks(text[section], match.index))
      .map((match) => inText(section, match, { found: match[0], stated: Number(match[1]), year }))
  )
}

const periodsIn = matches(
  /(\d{4})\s*(年?)\s*(\d{1,2})\s*月\s*(\d{1,2})\s*(日?)\s*(?:起)?\s*(?:至|到|—+|－|-|~|～)\s*(?:(\d{4})\s*(年?)\s*)?(\d{1,2})\s*(月?)\s*(\d{1,2})\s*(月?)\s*(日?)(?=\s*(?:止|期间|$|[，。；）)]))/gm
)

/** The period of the figures: 1 January to 31 December of the year, written out whole. */
function periods({ report: { text, year } }: Facts): Hit[] {
  return (['leadIn', 'overview'] as const).flatMap((section) =>
    periodsIn(text[section]).flatMap((match): Hit[] => {
      const around = text[section].slice(Math.max(0, match.index - 20), match.index)
      const about = section === 'leadIn' || /期限|数据|统计/.test(around)
      const plain = match[0].replace(/\s|起/g, '').replace(/到|—+|－|-|~|～/, '至')
      const right = [`${year}年1月1日至12月31日`, `${year}年1月1日至${year}年12月31日`]
      return about && !right.includes(plain)
        ? [inText(section, match, { found: match[0], year })]
        : []
    })
  )
}

const inText = (section: TextKey, match: RegExpMatchArray, params: Hit['params']): Hit => {
  const from = match.index ?? 0
  return { at: { kind: 'text', section, from, to: from + match[0].length }, params }
}

export const textYearRules = {
  'Y-TITLEYEAR': {
    severity: 'error',
    source: '标题中的年份为报告年度',
    check: yearsInTitles
  },
  'Y-TEXTYEAR': {
    severity: 'warning',
    source: '沿用上年文字时，年份容易忘改',
    check: textYears
  },
  'Y-PERIOD': {
    severity: 'error',
    source: '年报统计期限为当年 1 月 1 日至 12 月 31 日（条例第四十九条）',
    check: periods
  }
} satisfies Record<string, Rule>
