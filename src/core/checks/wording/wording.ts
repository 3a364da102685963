import { textKeys } from '../../form/sections.ts'
import { dates, type NoDate } from '../figures/dates.ts'
import { cutAddresses, cutFigures, type CutAddress, type CutFigure } from './figures-cut.ts'
import { marks, type WrongMark } from './marks.ts'
import { ordinals, type WrongOrdinal } from './ordinals.ts'
import type { WrongWord } from './dictionary/slip.ts'
import type { Facts, Hit, Rules } from '../../findings/rule.ts'
import { each, everywhere, foundWords } from '../../findings/spotting.ts'
import { brokenPeriods } from '../figures/text-years.ts'
import { typos } from './typos.ts'

/** Rules about single words and marks of the prose. */

/** What the findings of each of these rules hold. */
export interface WordingParams {
  'D-TPLRESID': { readonly found: string }
  'D-TYPO': WrongWord | WrongMark | CutAddress
  'D-UNIT': CutFigure
  'D-ORDER': WrongOrdinal
  'D-DATE': NoDate
  /** A word that the office wants looked at, and how often it is in the section. */
  'D-SENS': { readonly found: string; readonly times: number }
}

/** What the form's own template and its users leave to be filled in. */
const residue =
  /[（(](?:文字描述|此处[^）)]{0,12}|请填写[^）)]{0,12})[）)]|该部分以表格形式报告|表格如下[。：:]?|X{2,}|×{2,}|[_＿]{3,}|\[\s*\]|【\s*】/g

const datesAnywhere = everywhere(dates)

/** Dates that are none; one that states the period of the figures is another rule's. */
const ofDates = (facts: Facts): Hit<NoDate>[] => {
  const told = brokenPeriods(facts.report.text.leadIn)
  return datesAnywhere(facts).filter(
    ({ at }) => !(at.kind === 'text' && at.section === 'leadIn' && told.includes(at.from ?? -1))
  )
}

/** Nothing but white space is no word, and one character is in too many others. */
const shortestWord = 2

/**
 * Words to look at once more, of the report's settings and of the office's own list; none is built in,
 * for what is sensitive changes.
 */
function sensitive({
  report: { text, settings },
  own = []
}: Facts): Hit<WordingParams['D-SENS']>[] {
  const watched = own.filter(({ kind }) => kind === 'watch').map(({ word }) => word)
  const listed = [...(settings.words ?? []), ...watched].map((word) => word.trim())
  const words = [...new Set(listed)].filter((word) => word.length >= shortestWord)
  return textKeys.flatMap((section) =>
    words.flatMap((word): Hit<WordingParams['D-SENS']>[] => {
      const from = text[section].indexOf(word)
      if (from < 0) return []
      const times = text[section].split(word).length - 1
      const at = { kind: 'text', section, from, to: from + word.length } as const
      return [{ at, params: { found: word, times } }]
    })
  )
}

export const wordingRules: Rules<WordingParams> = {
  'D-TPLRESID': {
    severity: 'warning',
    source: '格式中的提示语和待填的记号，发布前删去',
    check: everywhere(each(residue, foundWords))
  },
  'D-TYPO': {
    severity: 'warning',
    source: '已公开的年报中常见的别字和标点',
    check: everywhere<WordingParams['D-TYPO']>(...typos, ...marks, ...cutAddresses)
  },
  'D-UNIT': {
    severity: 'warning',
    source: '数字和量词写全：有数有量词',
    check: everywhere(...cutFigures)
  },
  'D-ORDER': {
    severity: 'warning',
    source: '序号顺次，不跳号，不重号',
    check: everywhere(ordinals)
  },
  'D-DATE': {
    severity: 'warning',
    source: '日期写作“2025年12月31日”，年、月、日不省（GB/T 15835）',
    check: ofDates
  },
  'D-SENS': {
    severity: 'warning',
    source: '本机关在检查设置和本单位词表里列出的词，发布前逐处核对；程序不带词表',
    check: sensitive
  }
}
