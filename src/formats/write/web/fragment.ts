import { chartTable } from '../../../core/charts/chart.ts'
import { chartCaption, type ChartSpec } from '../../../core/charts/spec.ts'
import type { Block } from '../../../core/compose/blocks.ts'
import { compose } from '../../../core/compose/compose.ts'
import type { Report } from '../../../core/report/report.ts'
import { chartPicture, type ChartPicture } from '../../charts/picture.ts'
import { tagged, sequence, type Markup } from './markup.ts'
import { tableMarkup } from './table.ts'

/** How a fragment is to be. */
export interface FragmentLook {
  /**
   * The page is the report's own: its title is the heading of the page, and charts are drawn in it.
   * Otherwise the page has a heading of its own above.
   */
  readonly alone: boolean
  /** Says 草稿 at its head and at its foot. */
  readonly draft: boolean
}

/**
 * The report as a fragment for the body of a page. It has the fonts and the lines of the page that it
 * is put into; headings, indents and tables it brings along in elements and attributes, for nothing
 * else survives the filters of content systems. They know no `figure`, and drop it with what it holds.
 */
export function fragment(report: Report, { alone, draft }: FragmentLook): Markup {
  const mark = draft ? [line('center;color:#b3261e;font-weight:bold', '草稿')] : []
  const top = alone ? 1 : 2
  let charts = 0
  const body = compose(report).flatMap((block): Markup[] => {
    switch (block.type) {
      case 'title':
        return [tagged(`h${top}`, { style: 'text-align:center' }, ...titleParts(block))]
      case 'heading':
        return [tagged(`h${top + block.level}`, {}, block.text)]
      case 'paragraph':
      case 'note':
        return [tagged('p', { style: 'text-indent:2em' }, block.text)]
      case 'signature':
        return signature(block)
      case 'table':
        // The figures of a chart are under it already.
        return block.from.kind === 'chart' ? [] : [tableMarkup({ ...block, full: true })]
      case 'chart':
        return [chart(block.spec, ++charts, alone)]
    }
  })
  return sequence([...mark, ...body, ...mark], '\n')
}

/** The unit's name and what follows it: where the title takes two lines, each has its own. */
function titleParts({
  text,
  unit
}: Extract<Block, { type: 'title' }>): readonly (string | Markup)[] {
  if (unit === '' || !text.startsWith(unit)) return [text]
  const parts = [unit, text.slice(unit.length)]
  return parts.map((part) => tagged('span', { style: 'display:inline-block' }, part))
}

const line = (align: string, text: string): Markup =>
  tagged('p', { style: `text-align:${align}` }, text)

function signature({ place, unit, date }: Extract<Block, { type: 'signature' }>): Markup[] {
  const below = place === 'title'
  const texts = [unit, date && below ? `（${date}）` : date]
  return texts.flatMap((text) => (text ? [line(below ? 'center' : 'right', text)] : []))
}

/** A chart and, for whoever cannot see it, what it shows as a table with its caption. */
function chart(spec: ChartSpec, number: number, alone: boolean): Markup {
  const picture = chartPicture(spec)
  return tableMarkup(
    {
      caption: chartCaption(spec, number),
      full: false,
      widths: [2, ...spec.series.map(() => 1)],
      headRows: 1,
      rows: chartTable(spec)
    },
    alone ? { html: picture.svg } : sealed(picture, spec.alt)
  )
}

/**
 * The chart as one image within an SVG. Most editors take SVG away and leave the words of it, the
 * labels of all axes run together; of this they leave nothing.
 */
function sealed({ svg, width, height }: ChartPicture, alt: string): Markup {
  const href = `data:image/svg+xml,${encodeURIComponent(svg)}`
  return tagged(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width: `${width}pt`,
      height: `${height}pt`,
      role: 'img',
      'aria-label': alt,
      style: 'max-width:100%;height:auto'
    },
    tagged('image', { href, width, height })
  )
}
