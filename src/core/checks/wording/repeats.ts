import { each, isWithin, type Spotter } from '../../findings/spotting.ts'
import type { WrongWord } from './dictionary/slip.ts'

/** What was typed twice: a small word, a measure word, a clause, a whole sentence. */

/** A sentence that the section has already. */
export interface RepeatedSentence {
  readonly problem: 'sentence'
  readonly found: string
}

/**
 * Small words, with the characters next to which two of them are the end of one word and the beginning
 * of another: 自由由, 将将来.
 */
const small: readonly (readonly [word: string, notAfter: string, notBefore: string])[] = [
  ['由', '自理事缘来经因案情', '于此'],
  ['将', '名上干大', '来军近士领'],
  ['并', '合兼吞归一', '行列联非不'],
  ['为', '作成认行以改称视变转分定列设更较极尤最名人难所无不有确归合', '民期首主何了难止人'],
  ['从', '服听顺随跟遵自盲', '容严快优简业事速头来源重轻宽紧'],
  ['也', '', ''],
  ['对', '针面应相比核反绝校不派作配一成', '象策照接比外标口话方应抗立称手待齐联账等内'],
  ['就', '成造迁将', '业近地医学读职是此诊餐座'],
  ['向', '方面导去定趋流投意走志倾转双单横纵', '上下前后导阳好'],
  ['共', '公', '享同建性治计有识青产和管用商赢创存鸣振通济线事'],
  ['均', '平人户日月年', '衡等匀值'],
  ['已', '', ''],
  ['于', '由', '是'],
  ['其', '尤极莫', '他中余次实它间所'],
  ['以', '所予可得加难足何给用借是据赖', '上下及来往内外便前后至致人案点此身免其为旧'],
  ['各', '', '自'],
  ['到', '', '位期达场岗底来处会账人户村边访']
]

/** The passed one of 通过, a year's 年, a measure word behind its number. */
const bound = [
  '(?<=通|经|超)过过(?!程|度|去|期|失|渡|关|境|硬|滤|时|户|敏|错|半|审|往)',
  '(?<=(?:19|20)\\d\\d)年年(?!度|底|初|末|报|中|均|内|终|检|会|际|龄|轻|鉴|薪|关|审|间|产|前|后|货|费|代|年)',
  '(?<=\\d\\s?)([件条次个篇份期场])\\1'
]

const listed = small.map(
  ([word, notAfter, notBefore]) =>
    `${notAfter && `(?<![${notAfter}])`}${word}${word}${notBefore && `(?![${notBefore}])`}`
)
const twice = new RegExp([...bound, ...listed].join('|'), 'g')

const words: Spotter<WrongWord> = each(twice, (match) => {
  const [found] = match
  if (isWithin(match, '《', '》')) return undefined
  const once = found.slice(1)
  return isWithin(match, '“', '”')
    ? { problem: 'word', found, perhaps: once }
    : { problem: 'word', found, meant: once }
})

/** 做到应公开尽公开，做到应公开尽公开: the second with the mark between. */
const clause = /(?<=^|[，。；：、\n])([^，。；：、\n\d]{4,30})[，、；](?=\1[，。；、])/g

const clauses: Spotter<WrongWord> = each(clause, ([found, once = '']) => ({
  problem: 'word',
  found: found + once,
  perhaps: once
}))

/** Sentences; shorter ones can be said of two things: 均按期答复。 */
const sentences = each(/[^。！？\n\s][^。！？\n]{14,200}[。！？]/g, ([found]) => ({
  problem: 'sentence' as const,
  found
}))

const repeated: Spotter<RepeatedSentence> = (text) => {
  const seen = new Set<string>()
  return sentences(text).filter(({ params: { found } }) => {
    const known = seen.has(found)
    seen.add(found)
    return known
  })
}

export const repeats: readonly Spotter<WrongWord | RepeatedSentence>[] = [words, clauses, repeated]
