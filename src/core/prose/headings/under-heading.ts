import type { TextKey } from '../../form/sections.ts'
import { textHeadings, type TextHeading } from './headings.ts'
import { passages } from '../narrative.ts'
import { chartOf } from '../quotes.ts'
import { partOf, sectionParts } from './section-parts.ts'

/** Where in a section words belong that are put in: under the heading that is about them. */

/** A text with something put in, and where that stands. */
export interface PutIn {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** The heading of a section that says the same as a title, or is of the same part. */
export function headingFor(section: TextKey, text: string, title: string): TextHeading | undefined {
  const all = textHeadings(text)
  const part = partOf(section, title)
  return (
    all.find((heading) => heading.title === title) ??
    (part < 0 ? undefined : all.find((heading) => partOf(section, heading.title) === part))
  )
}

/**
 * The text with a heading more, where it has its place: between the parts before it and those behind
 * it, or at the end. It looks like the others do, （二） or `2.`; those behind it that were numbered
 * in order go on in order.
 */
export function withHeading(section: TextKey, text: string, title: string): PutIn {
  const known = textHeadings(text).filter((one) => partOf(section, one.title) >= 0)
  const level = known.some((one) => one.level === 2) ? 2 : (known[0]?.level ?? 2)
  const siblings = textHeadings(text).filter((one) => one.level === level)
  const part = partOf(section, title)
  const rank = (one: TextHeading) => partOf(section, one.title)
  const before = siblings.filter((one) => rank(one) >= 0 && rank(one) < part).at(-1)
  const behind = siblings.find((one) => rank(one) > part)
  const at = part < 0 ? text.length : (before?.until ?? behind?.from ?? text.length)
  const count = siblings.filter(({ from }) => from < at).length
  const heading = numberOf(level, count) + title
  const above = text.slice(0, at).trimEnd()
  const below = renumbered(text, siblings, level, at).trimStart()
  const from = above ? above.length + 1 : 0
  const whole = [above, heading, below].filter(Boolean).join('\n')
  return { text: whole, from, to: from + heading.length }
}

const numberOf = (level: TextHeading['level'], index: number): string =>
  level === 2 ? `（${hanNumber(index + 1)}）` : `${index + 1}.`

const digits = '一二三四五六七八九'

/** 一, 十, 十二, 二十, 二十三; no section has a hundred parts. */
function hanNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const ten = tens > 0 ? `${tens > 1 ? digits.charAt(tens - 1) : ''}十` : ''
  return ten + digits.charAt(ones - 1)
}

/** What stands from a place on, its headings numbered one higher where their number was in order. */
function renumbered(
  text: string,
  siblings: readonly TextHeading[],
  level: TextHeading['level'],
  at: number
): string {
  let done = at
  let rest = ''
  siblings.forEach(({ from }, i) => {
    const right = numberOf(level, i)
    if (from < at || !text.startsWith(right, from)) return
    rest += text.slice(done, from) + numberOf(level, i + 1)
    done = from + right.length
  })
  return rest + text.slice(done)
}

/**
 * The text with words under a heading, which is made where it is missing: as a paragraph behind those
 * that stand there, above their charts; `joined` to the last of them instead.
 */
export function putUnder(
  section: TextKey,
  text: string,
  title: string,
  added: string,
  joined = false
): PutIn {
  const heading = headingFor(section, text, title)
  if (heading) return putBetween(text, heading.to, heading.next, added, joined)
  const { text: whole, to } = withHeading(section, text, title)
  return putBetween(whole, to, to, added, false)
}

/** The same at the end of the text, whatever headings it has. */
export const putAtEnd = (text: string, added: string, joined = false): PutIn =>
  putBetween(text, 0, text.length, added, joined)

/** The same above the first heading, where there is one. */
export const putAtHead = (text: string, added: string): PutIn =>
  putBetween(text, 0, textHeadings(text)[0]?.from ?? text.length, added, false)

/** The same at a place of the text; on a heading, below it. */
export function putAt(text: string, at: number, added: string): PutIn {
  const heading = passages(text).find(
    ({ kind, from, to }) => kind === 'heading' && from <= at && at <= to
  )
  if (heading) return putBetween(text, heading.to, heading.to, added, false)
  return { text: text.slice(0, at) + added + text.slice(at), from: at, to: at + added.length }
}

function putBetween(text: string, from: number, to: number, added: string, joined: boolean): PutIn {
  const last = passages(text)
    .filter((one) => one.from < to && one.to > from && !chartOf(one.text))
    .at(-1)
  const at = last?.to ?? from
  // A heading is a line of its own, and so is what follows it.
  const breaks = at > 0 && !(joined && last?.kind === 'paragraph')
  const above = breaks ? `${text.slice(0, at)}\n` : text.slice(0, at)
  return {
    text: above + added + (at === 0 && text ? '\n' : '') + text.slice(at),
    from: above.length,
    to: above.length + added.length
  }
}

/** The headings alone of the parts that a section is expected to have, a line each. */
export const emptyOutline = (section: TextKey): string =>
  sectionParts[section].map(({ title }, i) => numberOf(2, i) + title).join('\n')
