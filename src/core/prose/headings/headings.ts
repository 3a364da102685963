import { remembered } from '../remembered.ts'
import { passages, unnumbered } from '../narrative.ts'
import { sentencesOf } from '../sentences.ts'

/** A heading of a section, with how far what it stands over reaches. */
export interface TextHeading {
  /** Its words, without its number: 主动公开. */
  readonly title: string
  /** 2 for （一）, 3 for `1.` */
  readonly level: 2 | 3
  /** Offsets of the heading in the text; one that opens a paragraph ends within it. */
  readonly from: number
  readonly to: number
  /** Offset of the next heading of any level, or the end of the text: its own words end there. */
  readonly next: number
  /** Offset of the next heading that is not below it, or the end of the text. */
  readonly until: number
}

/** A heading's words without its number and the full stop of one that opens a paragraph. */
const titleOf = (words: string): string =>
  unnumbered(words)
    .replace(/[。：:]$/, '')
    .replace(/\s/g, '')

/** The headings of a text in order: its outline. */
export const textHeadings = remembered((text): readonly TextHeading[] => {
  const found: TextHeading[] = []
  let [next, nextUpper] = [text.length, text.length]
  for (const { heading, text: words, from, to } of sentencesOf(text).reverse()) {
    if (!heading) continue
    const level = /^[（(]/.test(words) ? 2 : 3
    const until = level === 2 ? nextUpper : next
    found.push({ title: titleOf(words), level, from, to, next, until })
    next = from
    if (level === 2) nextUpper = from
  }
  return found.reverse()
})

/** The headings over a place of the text, the upper one first. */
export const headingsOver = (text: string, at: number): readonly TextHeading[] =>
  textHeadings(text).filter(({ from, until }) => from <= at && at < Math.max(until, from + 1))

/** Whether nothing stands under a heading but smaller ones. */
export const isBare = (text: string, { to, until }: TextHeading): boolean =>
  !passages(text).some((one) => one.kind === 'paragraph' && one.to > to && one.from < until)
