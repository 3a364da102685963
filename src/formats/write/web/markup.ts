import { escaped } from '../../source/xml.ts'

/** HTML. It is made by `element` alone, so that no text of a report is ever taken for it. */
export interface Markup {
  readonly html: string
}

/** An element; a string among its content is text. Attributes that are undefined are left out. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...content: readonly (string | Markup)[]
): Markup => ({
  html: `<${name}${Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escaped(String(value))}"`))
    .join('')}>${sequence(content).html}</${name}>`
})

/** One after the other. */
export const sequence = (content: readonly (string | Markup)[], between = ''): Markup => ({
  html: content.map((part) => (typeof part === 'string' ? escaped(part) : part.html)).join(between)
})
