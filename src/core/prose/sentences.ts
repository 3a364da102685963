import { passages } from './narrative.ts'

/** The sentences of a written section. */

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
