import { form2021 } from '../../../src/core/form.ts'
import { place } from '../../../src/core/layout.ts'
import { sections, reportTitle, type TextKey } from '../../../src/core/sections.ts'
import type { TableId } from '../../../src/core/table.ts'
import { writtenRows } from '../../core/recognise/shapes.ts'
import { inkedPdf, paper, widthOf, type Ink } from './ink.ts'
import type { Whole } from './whole.ts'

/** A whole report painted as office programs and browsers paint theirs. */

export interface Manner {
  /** A box in the colour of the page behind every line, or behind every paragraph. */
  readonly white?: 'lines' | 'paragraphs'
  /** A closing mark that has no room hangs in the margin, a piece of its own. */
  readonly hanging?: true
  /** Every character is shown by itself. */
  readonly letters?: true
  /** Lines of tables as strokes, as thin filled bars, or white on shaded cells. */
  readonly rules?: 'strokes' | 'bars' | 'white'
  /** The heads of a table that goes on are there again. */
  readonly heads?: true
  readonly header?: string
  readonly footer?: (page: number, of: number) => string
  /** Lines below and above what runs along. */
  readonly edges?: true
  readonly columns?: true
  readonly marked?: 'underlined' | 'coloured'
  readonly turnedLabel?: true
  readonly watermark?: string
  readonly justified?: true
  /** Pages are painted turned by a quarter. */
  readonly sideways?: true
  /** Cells are clipped and their words run on in one line, as sheets print them. */
  readonly clipped?: true
}

const size = 12
const leading = 21
const margin = { left: 76, right: 76, top: 92, bottom: 88 }
const closing = /[。，、；：）》”]/

/** A paragraph broken into lines; closing marks hang, or take the character before them along. */
function broken(text: string, width: number, at: number, hanging: boolean, indent = 2): string[] {
  const lines: string[] = []
  let line = '　'.repeat(indent)
  // Words of Latin letters are kept whole; numbers are broken, as many documents are set to.
  for (const char of text.match(/[A-Za-z]+|[^]/gu) ?? []) {
    if (widthOf(line + char, at) <= width + 0.01) line += char
    else if (closing.test(char)) {
      if (hanging) line += char
      else {
        const kept = line.slice(-1)
        lines.push(line.slice(0, -1))
        line = kept + char
      }
    } else {
      lines.push(line)
      line = char
    }
  }
  return [...lines, line]
}

export function paintedPdf(report: Whole, manner: Manner): Uint8Array {
  const pages: Ink[][] = [[]]
  let y = margin.top
  const right = paper.width - margin.right
  const page = () => pages.at(-1) ?? []
  const turn = () => {
    pages.push([])
    y = margin.top
  }
  const room = (height: number) => {
    if (y + height > paper.height - margin.bottom) turn()
  }

  /** One line of text as the pieces in which it is shown. */
  const show = (text: string, x: number, base: number, width: number, at: number) => {
    let left = x
    const hung = manner.hanging && widthOf(text, at) > width + 0.1
    const body = hung ? text.slice(0, -1) : text
    const spread =
      manner.justified && widthOf(body, at) > width * 0.8
        ? (width - widthOf(body, at)) / Math.max(1, body.length - 1)
        : 0
    const pieces = manner.letters || spread ? [...body] : (body.match(/.{1,9}/gu) ?? [])
    for (const piece of [...pieces, ...(hung ? text.slice(-1) : [])]) {
      if (piece.trim()) page().push({ text: piece, x: left, y: base, size: at })
      left += widthOf(piece, at) + spread * piece.length
    }
  }
  const white = (x: number, top: number, width: number, height: number) =>
    page().push({ box: [x, top, width, height], color: '1 1 1' })

  function paragraph(text: string, x: number, width: number, at = size, indent = 2, place = false) {
    const lines = broken(text, width, at, manner.hanging === true, indent)
    if (manner.white === 'paragraphs' && !place) {
      const fits = Math.min(lines.length, Math.floor((paper.height - margin.bottom - y) / leading))
      if (fits > 0) white(x, y, width, fits * leading)
    }
    lines.forEach((line, i) => {
      room(leading)
      if (manner.white === 'lines') white(x, y, width, leading)
      if (manner.marked && i > 0 && i % 3 === 1) {
        const length = widthOf(line, at)
        if (manner.marked === 'underlined')
          page().push({ box: [x, y + 17.5, length, 0.7], color: '0 0 0' })
        else page().push({ box: [x + at * 3, y + 2, at * 9, leading - 4], color: '1 1 0' })
      }
      show(line, x, y + 15, width, at)
      y += leading
    })
  }

  function title() {
    const text = reportTitle(report.unit, report.year)
    const x = (paper.width - widthOf(text, 18)) / 2
    if (manner.white) white(margin.left, y, right - margin.left, 34)
    show(text, x, y + 22, widthOf(text, 18), 18)
    y += 48
  }

  function table(id: TableId) {
    const rows = writtenRows(id, report.cells)
    const placed = place(rows)
    const shares = form2021.tables[id].widths
    const all = shares.reduce((sum, one) => sum + one, 0)
    const xs = [
      0,
      ...shares.map((_, i) => shares.slice(0, i + 1).reduce((sum, one) => sum + one, 0))
    ].map((sum) => margin.left + (sum / all) * (right - margin.left))
    const at = 9
    const step = 13
    const inner = (column: number, cols: number) => (xs[column + cols] ?? 0) - (xs[column] ?? 0) - 6
    const turned = ({ column, rows: deep }: (typeof placed)[number]) =>
      manner.turnedLabel === true && column === 0 && deep > 10
    const linesOf = (cell: (typeof placed)[number]) =>
      turned(cell) || manner.clipped
        ? [cell.cell.text]
        : broken(cell.cell.text, inner(cell.column, cell.cols), at, manner.hanging === true, 0)
    const heights = rows.map((_, r) =>
      Math.max(
        19,
        ...placed
          .filter(({ row, rows: deep }) => row === r && deep === 1)
          .map((cell) => linesOf(cell).length * step + 6)
      )
    )
    const heads = id === 'requests' ? 3 : id === 'remedies' ? 3 : 0
    const most = paper.height - margin.bottom - margin.top
    const draw = (from: number, to: number) => {
      const tops: number[] = []
      let top = y
      for (let r = from; r <= to; r++) {
        tops[r] = top
        top += heights[r] ?? 0
      }
      for (const cell of placed) {
        const { row, column, cols, rows: deep } = cell
        const [first, behind] = [Math.max(row, from), Math.min(row + deep, to)]
        if (first >= behind) continue
        const [x1, x2] = [xs[column] ?? 0, xs[column + cols] ?? 0]
        const [y1, y2] = [tops[first] ?? 0, tops[behind] ?? 0]
        if (manner.rules === 'white') {
          page().push({ box: [x1, y1, x2 - x1, y2 - y1], color: '0.86 0.9 0.96' })
          edges(x1, y1, x2, y2, '1 1 1')
        } else if (manner.rules === 'bars') edges(x1, y1, x2, y2, '0 0 0')
        else {
          for (const stroke of [
            [x1, y1, x2, y1],
            [x1, y2, x2, y2],
            [x1, y1, x1, y2],
            [x2, y1, x2, y2]
          ] as const)
            page().push({ stroke })
        }
        if (row < from) continue
        const lines = linesOf(cell)
        if (manner.clipped) page().push({ clip: [x1, y1, x2 - x1, y2 - y1] })
        if (turned(cell)) {
          page().push({
            text: cell.cell.text,
            x: (x1 + x2) / 2 + 3,
            y: (y1 + y2) / 2 + 40,
            size: at,
            turned: 90
          })
          continue
        }
        const start = (y1 + y2 - lines.length * step) / 2
        lines.forEach((line, i) => {
          if (!line.trim()) return
          if (manner.white === 'lines') white(x1 + 3, start + i * step, inner(column, cols), step)
          const x = /^\d/.test(line) && line.length < 7 ? (x1 + x2 - widthOf(line, at)) / 2 : x1 + 3
          show(line, x, start + i * step + 10, inner(column, cols), at)
        })
        if (manner.clipped) page().push({ clip: 'end' })
      }
      y = top
    }
    const edges = (x1: number, y1: number, x2: number, y2: number, color: string) => {
      for (const box of [
        [x1, y1 - 0.25, x2 - x1, 0.5],
        [x1, y2 - 0.25, x2 - x1, 0.5],
        [x1 - 0.25, y1, 0.5, y2 - y1],
        [x2 - 0.25, y1, 0.5, y2 - y1]
      ] as const)
        page().push({ box, color })
    }
    for (let from = 0; from < rows.length;) {
      const repeated = from > 0 && manner.heads ? heads : 0
      if (y + 60 > margin.top + most) turn()
      if (repeated) draw(0, repeated)
      let to = from
      let height = 0
      while (to < rows.length && y + height + (heights[to] ?? 0) <= margin.top + most) {
        height += heights[to] ?? 0
        to++
      }
      draw(from, Math.max(to, from + 1))
      from = Math.max(to, from + 1)
      if (from < rows.length) turn()
    }
    y += 12
  }

  const columnWidth = (right - margin.left - 30) / 2
  /** Prose in two columns: the first is filled, then the second. */
  function columns(paragraphs: readonly string[]) {
    const lines = paragraphs.flatMap((text) => broken(text, columnWidth, size, false))
    const deep = Math.ceil(lines.length / 2)
    room(Math.min(deep * leading, 600))
    const top = y
    lines.forEach((line, i) => {
      const second = i >= deep
      show(
        line,
        margin.left + (second ? columnWidth + 30 : 0),
        top + (second ? i - deep : i) * leading + 15,
        columnWidth,
        size
      )
    })
    y = top + deep * leading
  }

  title()
  const written = (id: TextKey) => {
    if (manner.columns) columns(report.prose[id])
    else for (const text of report.prose[id]) paragraph(text, margin.left, right - margin.left)
  }
  written('leadIn')
  for (const { id, numeral, title: heading, kind } of sections) {
    paragraph(`${numeral}、${heading}`, margin.left, right - margin.left)
    if (kind === 'table') table(id as TableId)
    else written(id as TextKey)
  }

  pages.forEach((inks, i) => {
    if (manner.watermark) {
      inks.unshift({
        text: manner.watermark,
        x: 180,
        y: 520,
        size: 60,
        turned: 45,
        color: '0.9 0.9 0.9'
      })
    }
    if (manner.header) {
      inks.unshift({ text: manner.header, x: margin.left, y: 52, size: 9 })
      if (manner.edges) inks.push({ stroke: [margin.left, 58, right, 58] })
    }
    const foot = manner.footer?.(i + 1, pages.length)
    if (foot) {
      inks.push({ text: foot, x: (paper.width - widthOf(foot, 10)) / 2, y: 800, size: 10 })
      if (manner.edges)
        inks.push({ box: [margin.left, 788, right - margin.left, 0.5], color: '0 0 0' })
    }
  })
  return inkedPdf(pages, manner.sideways)
}

/** How each kind of program does it, and what makes single files strange. */
export const manners: Readonly<Record<string, Manner>> = {
  'as WPS prints': {
    white: 'lines',
    hanging: true,
    rules: 'strokes',
    footer: (page) => `— ${page} —`
  },
  'as Word prints': {
    hanging: true,
    rules: 'bars',
    heads: true,
    header: '政府信息公开工作年度报告',
    edges: true,
    footer: (page) => String(page)
  },
  'as browsers print': {
    white: 'paragraphs',
    hanging: true,
    rules: 'bars',
    letters: true,
    header: '2024/1/15 09:30',
    footer: (page, of) => `https://www.example.gov.cn/zfxxgk/2024/0115.html ${page}/${of}`
  },
  'letter by letter, justified': {
    letters: true,
    justified: true,
    rules: 'strokes',
    footer: (page, of) => `第 ${page} 页 共 ${of} 页`
  },
  'in two columns': { columns: true, rules: 'strokes' },
  'underlined, a turned label': {
    marked: 'underlined',
    hanging: true,
    rules: 'bars',
    turnedLabel: true,
    heads: true
  },
  'highlighted, a watermark': {
    marked: 'coloured',
    rules: 'strokes',
    watermark: '内部资料',
    footer: (page) => `- ${page} -`
  },
  'cells clipped': { clipped: true, rules: 'strokes' },
  'shaded tables with white lines': { rules: 'white', white: 'lines', heads: true }
}
