import { passages, unnumbered } from './narrative.ts'

/** The sentences of a written section, and how one more is put in. */

/** A sentence or heading of a section. */
export interface Sentence {
  readonly text: string
  /** Offsets in the source. */
  readonly from: number
  readonly to: number
  /** A heading: a line of its own, or the numbered words that open a paragraph, （一）主动公开。 */
  readonly heading: boolean
}

const sentence = /[^。！？]*[。！？]+[”’）》]*|[^。！？]+$/g
const opening =
  /^(?:[（(]\s*[一二三四五六七八九十]+\s*[）)]|\d{1,2}[.．、](?!\d))[^，,；;：:\d]{2,16}。$/

/** Every sentence with the place where it stands; headings among them, marked. */
export function sentencesOf(text: string): Sentence[] {
  return passages(text).flatMap((passage): Sentence[] => {
    const line = text.slice(passage.from, passage.to)
    if (passage.kind === 'heading') {
      return [{ text: line, from: passage.from, to: passage.to, heading: true }]
    }
    return Array.from(line.matchAll(sentence), (match, i) => {
      const body = match[0].trim()
      const from = passage.from + match.index + match[0].indexOf(body)
      return { text: body, from, to: from + body.length, heading: i === 0 && opening.test(body) }
    }).filter((found) => found.text !== '')
  })
}

/** The headings of a section alone, each a line: the outline that a new text starts from. */
export const outlineOf = (text: string): string =>
  sentencesOf(text)
    .filter(({ heading }) => heading)
    .map((heading) => heading.text.replace(/。$/, ''))
    .join('\n')

const bare = (heading: string): string => unnumbered(heading).replace(/[。\s]/g, '')

/**
 * The text with one sentence more: at the end of the part under `heading` where there is such a
 * heading, else at the end of all. It joins the paragraph that stands there.
 */
export function withSentence(text: string, added: string, heading?: string): string {
  const all = sentencesOf(text)
  const at = heading === undefined ? -1 : all.findIndex((s) => s.heading && same(s.text, heading))
  const next = at < 0 ? -1 : all.findIndex((s, i) => i > at && s.heading)
  const last = next < 0 ? all.at(-1) : all[next - 1]
  if (!last) return added
  const alone = last.heading && !last.text.endsWith('。')
  return text.slice(0, last.to) + (alone ? '\n' : '') + added + text.slice(last.to)
}

const same = (a: string, b: string): boolean => bare(a) === bare(b)
