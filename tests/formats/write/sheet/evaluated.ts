import { strFromU8, unzipSync } from 'fflate'
import {
  childrenNamed,
  descend,
  parseXml,
  type XmlElement
} from '../../../../src/formats/source/xml.ts'

/** A workbook as a spreadsheet program takes it: its parts, its cells, and what its formulas come to. */

export interface BookCell {
  readonly sheet: string
  readonly ref: string
  readonly style: XmlElement | undefined
  readonly formula: string | undefined
  /** What is stored: a number, or a text; blank where nothing is. */
  readonly stored: number | string
}

export interface Book {
  readonly part: (name: string) => XmlElement
  /** The elements of the sheets in their order, by the names of the tabs. */
  readonly sheets: ReadonlyMap<string, XmlElement>
  readonly cells: readonly BookCell[]
  readonly at: (sheet: string, ref: string) => BookCell | undefined
}

export function bookOf(bytes: Uint8Array): Book {
  const files = unzipSync(bytes)
  const part = (name: string): XmlElement => {
    const root = parseXml(strFromU8(files[name] ?? new Uint8Array()))
    if (!root) throw new Error(`no well-formed ${name}`)
    return root
  }
  for (const name of Object.keys(files)) part(name)
  const styles = childrenNamed(descend(part('xl/styles.xml'), 'cellXfs'), 'xf')
  const names = childrenNamed(descend(part('xl/workbook.xml'), 'sheets'), 'sheet')
  const sheets = new Map(
    names.map(({ attributes }, i) => [
      attributes['name'] ?? '',
      part(`xl/worksheets/sheet${i + 1}.xml`)
    ])
  )
  const cells = [...sheets].flatMap(([sheet, root]) =>
    childrenNamed(descend(root, 'sheetData'), 'row').flatMap((row) =>
      childrenNamed(row, 'c').map((cell): BookCell => {
        const value = childrenNamed(cell, 'v')[0]?.children.join('') ?? ''
        const words = descend(cell, 'is', 't')?.children.join('')
        const text = words ?? (cell.attributes['t'] === 'str' ? value : undefined)
        return {
          sheet,
          ref: cell.attributes['r'] ?? '',
          style: styles[Number(cell.attributes['s'])],
          formula: childrenNamed(cell, 'f')[0]?.children.join(''),
          stored: text ?? (value === '' ? '' : Number(value))
        }
      })
    )
  )
  const byPlace = new Map(cells.map((cell) => [`${cell.sheet}!${cell.ref}`, cell]))
  return { part, sheets, cells, at: (sheet, ref) => byPlace.get(`${sheet}!${ref}`) }
}

type Value = number | string | boolean

/**
 * What a formula comes to, by the few functions that are written. `instead`: other numbers in some
 * cells, as somebody types them; formulas that stand on them follow.
 */
export function evaluated(
  book: Book,
  cell: BookCell,
  instead: ReadonlyMap<string, number> = new Map()
): Value {
  const tokens =
    cell.formula?.match(
      /"(?:[^"]|"")*"|(?:'[^']+'!)?[A-Z]+\d+(?::[A-Z]+\d+)?|[A-Z]+|\d+|[(),=<>+-]/g
    ) ?? []
  let at = 0
  const valueAt = (sheet: string, ref: string): Value => {
    const other = instead.get(`${sheet}!${ref}`)
    const found = book.at(sheet, ref)
    if (other !== undefined) return other
    return found?.formula === undefined ? (found?.stored ?? '') : evaluated(book, found, instead)
  }
  const range = (token: string): Value[] => {
    const [, named, from = '', to = from] =
      /^(?:'([^']+)'!)?([A-Z]+\d+)(?::([A-Z]+\d+))?$/.exec(token) ?? []
    const place = (ref: string) => ({
      column: ref.charCodeAt(0),
      row: Number(ref.slice(1))
    })
    const [first, last] = [place(from), place(to)]
    const found: Value[] = []
    for (let { row } = first; row <= last.row; row++)
      for (let { column } = first; column <= last.column; column++)
        found.push(valueAt(named ?? cell.sheet, String.fromCharCode(column) + String(row)))
    return found
  }
  const numbers = (values: readonly Value[]) => values.filter((one) => typeof one === 'number')
  const functions: Readonly<Record<string, (args: readonly Value[][]) => Value>> = {
    SUM: (args) => numbers(args.flat()).reduce((sum, one) => sum + one, 0),
    COUNT: (args) => numbers(args.flat()).length,
    COUNTIF: ([list = [], word = []]) => list.filter((one) => one === word[0]).length,
    IF: ([test = [], then = [], other = []]) => (test[0] ? then : other)[0] ?? '',
    AND: (args) => args.flat().every(Boolean),
    OR: (args) => args.flat().some(Boolean)
  }
  const term = (): Value[] => {
    const token = tokens[at++] ?? ''
    if (token.startsWith('"')) return [token.slice(1, -1).replace(/""/g, '"')]
    if (/^\d+$/.test(token)) return [Number(token)]
    const call = functions[token]
    if (!call) return range(token)
    const args: Value[][] = []
    do {
      at++
      args.push(expression())
    } while (tokens[at] === ',')
    at++
    return [call(args)]
  }
  const expression = (): Value[] => {
    let left = term()
    for (let sign = tokens[at]; sign && '=<>+-'.includes(sign); sign = tokens[at]) {
      at++
      const [[a = 0], [b = 0]] = [left, term()]
      left = [
        sign === '='
          ? a === b
          : sign === '<'
            ? a < b
            : sign === '>'
              ? a > b
              : Number(a) + (sign === '+' ? 1 : -1) * Number(b)
      ]
    }
    return left
  }
  return expression()[0] ?? ''
}
