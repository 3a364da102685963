import { escaped } from '../../source/xml.ts'

/** HTML. It is made by `tagged` alone, so that no text of a report is ever taken for it. */
export interface Markup {
  readonly html: string
}

/** An element; a string among its content is text. Attributes that are undefined are left out. */
export const tagged = (
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

/** A whole document in Chinese, with its style sheet. */
export const htmlPage = (title: string, style: string, body: readonly Markup[]): string => {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${tagged('title', {}, title).html}<style>${style}</style>`
  const page = tagged(
    'html',
    { lang: 'zh-CN' },
    { html: `<head>${head}</head>` },
    tagged('body', {}, ...body)
  )
  return `<!doctype html>\n${page.html}\n`
}
