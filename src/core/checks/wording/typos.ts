import { doubledWords } from './doubled-words.ts'
import { each, isWithin, type Spotter } from '../../findings/spotting.ts'
import {
  doubledCharacters,
  doubtfulTypos,
  saidTwice,
  knownTypos,
  terms,
  type Typo,
  type WrongWord
} from './typo-words.ts'

/** Wrong, doubled and missing characters of the prose. */

const escaped = (words: string): string => words.replace(/[[\](){}.*+?^$|\\]/g, '\\$&')

function patternOf({ wrong, notAfter, notBefore, after, before }: Typo): string {
  return [
    after ? `(?<=${after})` : '',
    notAfter ? `(?<!${notAfter})` : '',
    escaped(wrong),
    before ? `(?=${before})` : '',
    notBefore ? `(?!${notBefore})` : ''
  ].join('')
}

/** All slips as one pattern; most places are passed over by their first character. */
function lookFor(list: readonly Typo[], certain: boolean): Spotter<WrongWord> {
  const first = [...new Set(list.map(({ wrong }) => escaped(wrong.charAt(0))))].join('')
  const longestFirst = [...list].sort((a, b) => b.wrong.length - a.wrong.length)
  const pattern = new RegExp(`(?=[${first}])(?:${longestFirst.map(patternOf).join('|')})`, 'g')
  const right = new Map(list.map((slip) => [slip.wrong, slip.right]))
  return each(pattern, (match) => {
    const [found] = match
    const meant = right.get(found) ?? ''
    // The title of a document is written as it was published.
    if (isWithin(match, '《', '》')) return undefined
    return certain && !isWithin(match, '“', '”')
      ? { problem: 'word', found, meant }
      : { problem: 'word', found, perhaps: meant }
  })
}

/** A set term with an inner character missing or doubled, or two of them changed about. */
function variantsOf({ term, fine = [] }: (typeof terms)[number]): Typo[] {
  const chars = [...term]
  const inner = chars.slice(1, -1).map((_, i) => i + 1)
  const made = [
    ...inner.map((at) => chars.filter((_, i) => i !== at).join('')),
    ...inner.map((at) => [...chars.slice(0, at), chars[at], ...chars.slice(at)].join('')),
    ...inner
      .slice(0, -1)
      .map((at) =>
        [...chars.slice(0, at), chars[at + 1], chars[at], ...chars.slice(at + 2)].join('')
      )
  ]
  return [...new Set(made)]
    .filter((wrong) => wrong !== term && !fine.includes(wrong))
    .map((wrong) => ({ wrong, right: term }))
}

const known = new Set(knownTypos.map(({ wrong }) => wrong))
const ofTerms = terms.flatMap(variantsOf).filter(({ wrong }) => !known.has(wrong))

const twice = new RegExp(
  doubledCharacters
    .map(({ char, notAfter, notBefore }) =>
      patternOf({ wrong: char + char, right: char, notAfter, notBefore })
    )
    .join('|'),
  'g'
)

/** 审核审核流程. 一个一个 and 研究研究 are meant so, and 申请申请人, 规范规范性文件 are two words. */
const word = /([\u4e00-\u9fa5]{2,6})\1(?!人|表|书|员|者|率|费|量|日|法|权|性|后|前)/g

const inTerms = lookFor(ofTerms, true)
/** 政府信信息公开 is told once, as the term that it is a slip of. */
const inWords: Spotter<WrongWord> = (text) => {
  const told = inTerms(text)
  return doubledWords(text).filter(
    (one) => !told.some(({ from, to }) => from < one.to && one.from < to)
  )
}

export const typos: readonly Spotter<WrongWord>[] = [
  lookFor(knownTypos, true),
  lookFor(doubtfulTypos, false),
  inTerms,
  inWords,
  each(twice, ([found]) => ({ problem: 'word', found, meant: found.slice(0, 1) })),
  each(word, ([found, once = '']) =>
    /^[一逐]/.test(once) || saidTwice.has(once) || new Set(once).size === 1
      ? undefined
      : { problem: 'word', found, perhaps: once }
  )
]
