/**
 * Text from another program as it is to be written on with: a paragraph a line, without what only that
 * program sees. White space around a line is not printed and is left out; a tab behind a number, as
 * Word and WPS put it, too.
 */
export const pastedText = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(unseen, '')
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(numberThenTab, '$1')
        .replace(/[\t\u00a0]+/g, ' ')
    )
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .replace(/^\n|\n$/g, '')

/** Control characters, soft hyphens, marks of direction, and spaces of no width but the one in emoji. */
const unseen = /(?![\n\t])[\p{Cc}\xad\u200b\u200c\u200e\u200f\u2060-\u2064\ufeff]/gu

const numberThenTab =
  /^((?:[（(]?[一二三四五六七八九十百\d]{1,4}[）)]?[、.．]?|第[一二三四五六七八九十百]{1,4}[章节条]))[\t\u3000 ]*\t[\t\u3000 ]*/
