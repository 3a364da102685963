import { doubledWords } from './doubled-words.ts'
import { each, type Spotter } from '../../findings/spotting.ts'
import { slips } from './dictionary/dictionary.ts'
import type { WrongWord } from './dictionary/slip.ts'
import { doubledCharacters, saidTwice } from './typo-words.ts'

/** Wrong, doubled and missing characters of the prose. */

const twice = new RegExp(
  doubledCharacters
    .map(({ char, notAfter, notBefore }) =>
      [notAfter ? `(?<!${notAfter})` : '', char + char, notBefore ? `(?!${notBefore})` : ''].join(
        ''
      )
    )
    .join('|'),
  'g'
)

/** 审核审核流程. 一个一个 and 研究研究 are meant so, and 申请申请人 is two words. */
const word = /([\u4e00-\u9fa5]{2,6})\1(?!人|表|书|员|者|率|费|量|日|法|权|后|前)/g

/** 政府信信息公开 is told once, as the term that it is a slip of. */
const inWords: Spotter<WrongWord> = (text) => {
  const told = slips.flatMap((look) => look(text))
  return doubledWords(text).filter(
    (one) => !told.some(({ from, to }) => from < one.to && one.from < to)
  )
}

export const typos: readonly Spotter<WrongWord>[] = [
  ...slips,
  inWords,
  each(twice, ([found]) => ({ problem: 'word', found, meant: found.slice(0, 1) })),
  each(word, ([found, once = '']) =>
    /^[一逐]/.test(once) || saidTwice.has(once) || new Set(once).size === 1
      ? undefined
      : { problem: 'word', found, perhaps: once }
  )
]
