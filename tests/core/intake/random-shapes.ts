import fc from 'fast-check'
import { dense } from '../../../src/core/form/layout.ts'
import type { Cells } from '../../../src/core/form/cells.ts'
import { sections } from '../../../src/core/form/sections.ts'
import type { TableId } from '../../../src/core/form/table.ts'
import { rectangle, writtenRows, type Written } from './shapes.ts'

/**
 * Random shapes in which a report's tables arrive: what became of merged cells, of blank cells at
 * both ends, of the heads, of rows and their labels, how cells are parted, and where the headings
 * stand. Each is one choice of several; a shape is a choice of each.
 */

const merged = ['gone', 'blank', 'repeated', 'above blank', 'behind blank'] as const
const padding = [
  'none',
  'right',
  'right uneven',
  'left',
  'both',
  'some rows',
  'heads',
  'square'
] as const
const heads = ['whole', 'broken', 'apart', 'over two rows', 'none'] as const
const loss = ['none', 'repeated rows', 'a label', 'totals'] as const
const notation = [
  'tabs',
  'bars',
  'framed bars',
  'bars behind',
  'Markdown',
  'lone bars',
  'one cell a line',
  'spaces',
  'markup',
  'markup without spans',
  'markup without colspan',
  'markup without rowspan',
  'no separators'
] as const
const headings = ['lines', 'with prose', 'marked', 'title prefixed'] as const

/** Any of several; the first, the plain one, oftener by a weight to the 2 of all. */
const one = <T>(of: readonly [T, ...T[]], plain: number) =>
  fc.oneof(
    { weight: plain, arbitrary: fc.constant(of[0]) },
    { weight: 2, arbitrary: fc.constantFrom(...of) }
  )

export interface RandomShape {
  readonly merged: (typeof merged)[number]
  readonly padding: (typeof padding)[number]
  readonly heads: (typeof heads)[number]
  readonly loss: (typeof loss)[number]
  readonly notation: (typeof notation)[number]
  readonly headings: (typeof headings)[number]
  readonly seed: number
}

export const randomShape: fc.Arbitrary<RandomShape> = fc.record({
  merged: one(merged, 2),
  padding: one(padding, 1),
  heads: one(heads, 2),
  loss: one(loss, 6),
  notation: fc.constantFrom(...notation),
  headings: one(headings, 2),
  seed: fc.nat(1000)
})

/** Whether a blank cell can be told from no cell in it. */
export const keepsBlanks = ({ notation }: RandomShape): boolean =>
  !['one cell a line', 'spaces', 'no separators'].includes(notation)

export const isLossless = ({ loss, notation }: RandomShape): boolean =>
  loss === 'none' && notation !== 'no separators'

export const nameOf = ({ merged, padding, heads, loss, notation, headings }: RandomShape): string =>
  [
    notation,
    ...(merged === 'gone' ? [] : [`merged ${merged}`]),
    ...(padding === 'none' ? [] : [`padded ${padding}`]),
    ...(heads === 'whole' ? [] : [`heads ${heads}`]),
    ...(loss === 'none' ? [] : [`lost ${loss}`]),
    ...(headings === 'lines' ? [] : [`headings ${headings}`])
  ].join(', ')

const isNumber = (text: string) => /^[\d.]*$/.test(text)
const isData = (row: readonly Written[]) => row.some(({ text }) => /^[\d.]+$/.test(text))

/** The rows of a table as the shape leaves its merged cells; spans only for markup that keeps them. */
function laidOut(id: TableId, cells: Cells, shape: RandomShape): Written[][] {
  const rows = writtenRows(id, cells)
  const bare = (row: readonly Written[]) => row.map(({ text }) => ({ text }))
  const markup = shape.notation.startsWith('markup')
  if (shape.notation === 'markup') return rows.map((row) => [...row])
  if (shape.notation === 'markup without rowspan')
    return rows.map((row) => row.map(({ text, cols }) => ({ text, ...(cols && { cols }) })))
  if (shape.notation === 'markup without colspan')
    return rows.map((row) =>
      row.map(({ text, rows: down }) => ({ text, ...(down && { rows: down }) }))
    )
  if (markup && shape.merged === 'gone') return rows.map(bare)
  switch (shape.merged) {
    case 'gone':
      return rows.map(bare)
    case 'blank':
      return rectangle(id, cells).map((row) => row.map((text) => ({ text })))
    case 'repeated':
      return dense(rows).map((line) => line.map((placed) => ({ text: placed?.cell.text ?? '' })))
    case 'above blank':
      return dense(rows).map((line, r) =>
        line.flatMap((placed, c) =>
          placed?.column === c ? [{ text: placed.row === r ? placed.cell.text : '' }] : []
        )
      )
    case 'behind blank':
      return dense(rows).map((line, r) =>
        line.flatMap((placed, c) =>
          placed?.row === r ? [{ text: placed.column === c ? placed.cell.text : '' }] : []
        )
      )
  }
}

/** Numbers that look random and are the same for the same seed. */
function dice(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0
    return state % below
  }
}

const blanks = (count: number): Written[] =>
  Array.from({ length: Math.max(0, count) }, () => ({ text: '' }))

function padded(rows: readonly (readonly Written[])[], shape: RandomShape): Written[][] {
  const roll = dice(shape.seed)
  const by = 1 + (shape.seed % 4)
  const most = Math.max(...rows.map((row) => row.length))
  return rows.map((row) => {
    switch (shape.padding) {
      case 'none':
        return [...row]
      case 'right':
        return [...row, ...blanks(by)]
      case 'right uneven':
        return [...row, ...blanks(roll(5))]
      case 'left':
        return [...blanks(by), ...row]
      case 'both':
        return [...blanks(by), ...row, ...blanks(roll(4))]
      case 'some rows':
        return roll(2) ? [...row, ...blanks(by)] : [...row]
      case 'heads':
        return isData(row) ? [...row] : [...row, ...blanks(by)]
      case 'square':
        return [...row, ...blanks(most - row.length)]
    }
  })
}

const narrow = /^(商业|科研|社会公益|法律服务|结果|其他|尚未)(企业|机构|组织|维持|纠正|结果|审结)$/

function headed(rows: readonly (readonly Written[])[], shape: RandomShape): Written[][] {
  if (shape.heads === 'none') {
    const kept = rows.filter((row) => isData(row))
    return (kept.length ? kept : rows).map((row) => [...row])
  }
  return rows.flatMap((row): Written[][] => {
    const halves = row.map(({ text }) => narrow.exec(text))
    if (shape.heads === 'whole' || !halves.some(Boolean)) return [[...row]]
    if (shape.heads === 'over two rows' && !shape.notation.startsWith('markup')) {
      const half = (at: number) =>
        row.map((cell, i) => ({ text: halves[i]?.[at] ?? (at === 1 ? cell.text : '') }))
      return [half(1), half(2)]
    }
    const between = shape.heads === 'broken' ? '\n' : ' '
    return [
      row.map((cell, i) => {
        const [, first = '', second = ''] = halves[i] ?? []
        return halves[i] ? { ...cell, text: `${first}${between}${second}` } : cell
      })
    ]
  })
}

/** Leaves out rows that say what another one said, a label, or the totals. */
function lossy(rows: Written[][], shape: RandomShape): Written[][] {
  if (shape.loss === 'repeated rows') {
    const seen = new Set<string>()
    return rows.filter((row) => {
      const numbers = row.filter(({ text }) => /\d/.test(text) && isNumber(text))
      const key = numbers.map(({ text }) => text).join()
      if (numbers.length < 3) return true
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
  }
  const data = rows.flatMap((row, i) => (isData(row) ? [i] : []))
  if (shape.loss === 'a label') {
    const at = data[shape.seed % data.length]
    return rows.map((row, i) =>
      i === at ? row.map((cell) => (isNumber(cell.text) ? cell : { ...cell, text: '' })) : row
    )
  }
  if (shape.loss === 'totals') {
    return rows.map((row, i) => {
      if (!data.includes(i) || row.length < 7) return row
      const numbers = row.flatMap(({ text }, at) => (text !== '' && isNumber(text) ? [at] : []))
      return row.filter((_, at) => at !== numbers.at(-1))
    })
  }
  return rows
}

const quoted = (text: string) => (text.includes('\n') ? `"${text}"` : text)
const flat = (text: string) => text.replace('\n', '')

function written(rows: readonly (readonly Written[])[], shape: RandomShape): string {
  const texts = rows.map((row) => row.map(({ text }) => text))
  switch (shape.notation) {
    case 'tabs':
      return texts.map((row) => row.map(quoted).join('\t')).join('\n')
    case 'bars':
      return texts.map((row) => row.map(flat).join(' | ')).join('\n')
    case 'framed bars':
      return texts.map((row) => `| ${row.map(flat).join(' | ')} |`).join('\n')
    case 'bars behind':
      return texts.map((row) => row.map((text) => `${flat(text)} |`).join(' ')).join('\n')
    case 'Markdown': {
      const width = Math.max(...texts.map((row) => row.length))
      return texts
        .flatMap((row, r) => [
          `| ${row.map((text) => text.replace('\n', '<br>')).join(' | ')} |`,
          ...(r ? [] : [`|${'---|'.repeat(width)}`])
        ])
        .join('\n')
    }
    case 'lone bars':
      return texts.flatMap((row) => row.flatMap((text) => [text, '|'])).join('\n')
    case 'one cell a line':
      return texts.flat().filter(Boolean).join('\n')
    case 'spaces':
      return texts
        .map((row) =>
          row
            .filter(Boolean)
            .map(flat)
            .join(shape.seed % 2 ? '  ' : '     ')
        )
        .join('\n')
    case 'no separators':
      return texts.map((row) => row.map(flat).join('')).join('\n')
    default:
      return ''
  }
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const markup = (rows: readonly (readonly Written[])[]): string =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${row
          .map(
            ({ text, cols, rows: down }) =>
              `<td${cols ? ` colspan=${cols}` : ''}${down ? ` rowspan=${down}` : ''}>${escaped(text).replace('\n', '<br>') || '&nbsp;'}</td>`
          )
          .join('')}</tr>`
    )
    .join('\n')}</table>`

const prose: Readonly<Record<string, readonly string[]>> = {
  overview: ['（一）主动公开。全年在网站发布各类信息。', '（二）依申请公开。渠道畅通。'],
  problems: ['问题是公开的内容还不够细。改进的办法是逐月核对目录。'],
  other: ['本年度没有收取信息处理费。']
}

export interface Office {
  readonly unit: string
  readonly year: number
  readonly cells: Cells
}

/** The report in the shape: as plain text, or as the body of a page. */
export function shaped(
  { unit, year, cells }: Office,
  shape: RandomShape
): { readonly kind: 'text' | 'html'; readonly source: string } {
  const html = shape.notation.startsWith('markup')
  const paragraph = (text: string) => (html ? `<p>${text}</p>` : text)
  const title = `${shape.headings === 'title prefixed' ? '标题：' : ''}${unit}${year}年政府信息公开工作年度报告`
  const parts = sections.flatMap(({ id, numeral, title, kind }) => {
    const heading = `${shape.headings === 'marked' ? (html ? '' : '## ') : ''}${numeral}、${title}`
    if (kind === 'prose') {
      const [first = '', ...rest] = prose[id] ?? []
      return shape.headings === 'with prose'
        ? [`${heading} ${first}`, ...rest].map(paragraph)
        : [heading, first, ...rest].map(paragraph)
    }
    const rows = lossy(headed(laidOut(id as TableId, cells, shape), shape), shape)
    const table = padded(rows, shape)
    return [paragraph(heading), html ? markup(table) : written(table, shape)]
  })
  return {
    kind: html ? 'html' : 'text',
    source: [paragraph(title), paragraph('本报告按年编制。'), ...parts].join('\n\n')
  }
}
