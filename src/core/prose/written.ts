import { remembered } from './remembered.ts'
import { aspects } from '../form/sections.ts'
import { sentencesOf } from './sentences.ts'

/** Whether anything is written in a section: headings alone are an outline and no text. */
export const isWritten = remembered((text) =>
  sentencesOf(text).some(({ heading, text: words }) => !heading && !isTitle(words))
)

/** Numbers and what follows them up to a colon, or the bare name of one of the five aspects. */
const numbered =
  /^(?:[（(]\s*[一二三四五六七八九十]+\s*[）)]|[一二三四五六七八九十]+[、.．]|\d{1,2}[.．、](?!\d))[^，,；;。\d]{0,30}[：:]?$/
const named = new RegExp(`^(?:${aspects.join('|')}|平台建设)(?:情况|方面|工作)?[：:。]?$`)

/** Whether words are a heading by what they say, though no line of the standard's form. */
const isTitle = (words: string): boolean =>
  numbered.test(words) || named.test(words) || !/[\p{L}\p{N}]/u.test(words)
