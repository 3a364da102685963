import { matchesOf } from '../../prose/pieces.ts'
import type { Unit } from '../../report/report.ts'
import { textKeys } from '../../form/sections.ts'
import type { Facts, Hit } from '../../findings/rule.ts'

/**
 * 全市 in the report of a county: what a unit did is told as that of a wider place, mostly because the
 * text was taken over from above.
 */

/** A wider place than the unit's, and the unit's own, where its name tells. */
export interface WiderPlace {
  readonly found: string
  readonly own: string
}

/** 全县 of a county, 全区 of a district; empty where the name does not tell. */
function ownPlace({ name, level }: Unit): string {
  const named = name.replace(/自治区|地区|社区|开发区|园区/g, '')
  const last = (marks: string): string =>
    Array.from(named.matchAll(new RegExp(marks, 'g')), ([mark]) => mark).at(-1) ?? ''
  switch (level) {
    case 'town':
      return last('镇|乡|街道')
    case 'county':
      return last('[县旗区]') || last('市')
    case 'city':
      return last('[市州盟]')
    case 'province':
    case 'national':
      return ''
  }
}

const widerThan: Readonly<Record<Unit['level'], string>> = {
  town: '县区旗市州盟省',
  county: '市州盟省',
  city: '省',
  province: '',
  national: ''
}

/** Who acts: 全市各级行政机关, 全市共, 2025 年，全市主动公开; not 全市排名 nor 在全市. */
const acting =
  /(?<=^|[，。；：）\n]|[\d年度内]年?[，,]?|[一二三四五六]是)\s{0,4}[全我]([县区旗市州盟省])(?:全年|政府信息公开工作|各级|各地|各部门|各单位|各乡镇|各县|政府系统|行政机关|政务公开机构|共计?|累计|总计|主动公开|新收|收到|受理|办结|答复|发布|制发|公开|举办|组织|开展)/g
/** What others do for all of a wider place, or what one is compared in. */
const others =
  /考核|评估|测评|排名|排位|位列|位居|第[一二三四五六七八九十\d]|名列|前列|平均|通报|会议|部署|推广|统一|首[个家批]|唯一|率先|表彰|先进|要求|参加|转发/

const actors = matchesOf(acting)

export function widerPlaces({ report: { text, unit } }: Facts): Hit<WiderPlace>[] {
  const own = ownPlace(unit)
  const wider = widerThan[unit.level].replace(own || '-', '')
  if (wider === '' || own === '') return []
  return textKeys.flatMap((section) =>
    actors(text[section]).flatMap(({ from: start, match }): Hit<WiderPlace>[] => {
      const { index, input, 0: words, 1: place = '' } = match
      const clause = /^[^。；\n]{0,60}/.exec(input.slice(index))?.[0] ?? ''
      if (!wider.includes(place) || others.test(clause)) return []
      const found = words.slice(words.search(/[全我][县区旗市州盟省]/)).slice(0, 2)
      const from = start + words.indexOf(found)
      return [
        {
          at: { kind: 'text', section, from, to: from + found.length },
          params: { found, own: found.charAt(0) + own }
        }
      ]
    })
  )
}
