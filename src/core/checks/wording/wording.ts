import { textKeys } from '../../form/sections.ts'
import { dates, type NoDate } from '../figures/dates.ts'
import { citations, type WrongCitation } from './citations.ts'
import { endings, type HalfSentence } from './endings.ts'
import { cutAddresses, cutFigures, type CutAddress, type CutFigure } from './figures-cut.ts'
import { marks, type WrongMark } from './marks.ts'
import { ordinals, type WrongOrdinal } from './ordinals.ts'
import { widerPlaces, type WiderPlace } from './places.ts'
import { repeats, type RepeatedSentence } from './repeats.ts'
import type { WrongWord } from './dictionary/slip.ts'
import { overlap } from '../../findings/finding.ts'
import type { Facts, Hit, Rules } from '../../findings/rule.ts'
import { each, everywhere, foundWords } from '../../findings/spotting.ts'
import { periodPlaces } from '../figures/text-periods.ts'
import { typos } from './typos.ts'

/** Rules about single words and marks of the prose. */

/** What the findings of each of these rules hold. */
export interface WordingParams {
  'D-TPLRESID': { readonly found: string }
  'D-TYPO': WrongWord | WrongMark | CutAddress | RepeatedSentence | HalfSentence
  'D-UNIT': CutFigure
  'D-ORDER': WrongOrdinal
  'D-DATE': NoDate
  'D-CITE': WrongCitation
  'D-PLACE': WiderPlace
  /** A word that the office wants looked at, and how often it is in the section. */
  'D-SENS': { readonly found: string; readonly times: number }
}

/** What the form's own template and its users leave to be filled in. */
const residue =
  /[（(](?:文字描述|此处[^）)]{0,12}|请填写[^）)]{0,12})[）)]|该部分以表格形式报告|表格如下[。：:]?|X{2,}|×{2,}|[_＿]{3,}|\[\s*\]|【\s*】/g

const datesAnywhere = everywhere(dates)

/** Dates that are none; those of the period of the figures are another rule's. */
const ofDates = (facts: Facts): Hit<NoDate>[] => {
  const { text, year } = facts.report
  const told = periodPlaces(text.leadIn, year)
  return datesAnywhere(facts).filter(({ at }) => !told.some((place) => overlap(at, place)))
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
    asks: '格式中的提示语和待填的记号，发布前删除',
    ground: '国办公开办函〔2021〕30号',
    check: everywhere(each(residue, foundWords))
  },
  'D-TYPO': {
    severity: 'warning',
    asks: '没有错别字和标点差错',
    ground: '已公开年报中的常见差错',
    check: everywhere<WordingParams['D-TYPO']>(
      ...typos,
      ...repeats,
      ...marks,
      ...endings,
      ...cutAddresses
    )
  },
  'D-UNIT': {
    severity: 'warning',
    asks: '数字和量词写全',
    ground: '已公开年报中的常见差错',
    check: everywhere(...cutFigures)
  },
  'D-ORDER': {
    severity: 'warning',
    asks: '序号顺次，不跳号，不重号',
    ground: '公文写法',
    check: everywhere(ordinals)
  },
  'D-DATE': {
    severity: 'warning',
    asks: '日期写作“2025年12月31日”，年、月、日不省',
    ground: 'GB/T 15835',
    check: ofDates
  },
  'D-CITE': {
    severity: 'warning',
    asks: '年报格式的文号是国办公开办函〔2021〕30号，《条例》由国务院令第711号公布；发文年份用六角括号',
    ground: 'GB/T 9704',
    check: everywhere(...citations)
  },
  'D-PLACE': {
    severity: 'warning',
    asks: '本机关的工作不写成上级辖区的；沿用上级文字时须修改',
    ground: '已公开年报中的常见差错',
    check: widerPlaces
  },
  'D-SENS': {
    severity: 'warning',
    asks: '列出的词，发布前逐处核对',
    ground: '检查设置、本单位词表',
    check: sensitive
  }
}
