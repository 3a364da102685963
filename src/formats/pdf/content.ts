/** Painting pages as PDF content streams, every mark with its place in the structure. */
import type { Drawing, DrawnPath, DrawnText, PathSegment } from '../../typeset/page/drawing.ts'
import type { Document, Glyph, Page, PrintedRule } from '../../typeset/page/page.ts'
import { fontResource } from './container.ts'
import type { UsedFonts } from '../fonts/used.ts'
import { decimal, hex4 } from './objects.ts'

/** A page's content stream, and the node of each of its marked contents. */
export interface PaintedPage {
  readonly content: string
  readonly marks: readonly number[]
}

/** Paints one page. Every glyph of it must be in `fonts`. */
export function paintPage(
  page: Page,
  nodes: Document['nodes'],
  drawings: ReadonlyMap<string, Drawing>,
  fonts: UsedFonts
): PaintedPage {
  const out: string[] = []
  const marks: number[] = []
  /** What is open: the node, or 'artifact', or nothing yet. */
  let open: number | 'artifact' | undefined
  const enter = (node: number | undefined) => {
    const next = node ?? 'artifact'
    if (open === next) return
    leave()
    open = next
    if (node === undefined) out.push('/Artifact BMC')
    else out.push(`/${nodes[node]?.type ?? 'P'} <</MCID ${marks.push(node) - 1}>> BDC`)
  }
  const leave = () => {
    if (open !== undefined) out.push('EMC')
    open = undefined
  }
  const rules: PrintedRule[] = []
  for (const item of page.items) {
    if (item.kind === 'rule') rules.push(item)
    else if (item.kind === 'run') {
      enter(item.node)
      const { font, size, glyphs, x, y } = item
      out.push(
        paintText(`1 0 0 1 ${decimal(x)} ${decimal(page.height - y)}`, font, size, glyphs, fonts)
      )
    } else {
      enter(item.node)
      const drawing = drawings.get(item.spec.id)
      if (drawing) out.push(...paintDrawing(drawing, item.x, page.height - item.y, fonts))
    }
  }
  if (rules.length > 0) {
    enter(undefined)
    out.push(...paintRules(rules, page.height))
  }
  leave()
  return { content: out.join('\n'), marks }
}

/** Lines of the same width in one path. */
function paintRules(rules: readonly PrintedRule[], height: number): string[] {
  const widths = [...new Set(rules.map(({ width }) => width))]
  return widths.map((width) => {
    const lines = rules
      .filter((rule) => rule.width === width)
      .map(
        ({ x1, y1, x2, y2 }) =>
          `${decimal(x1)} ${decimal(height - y1)} m ${decimal(x2)} ${decimal(height - y2)} l`
      )
    return `${decimal(width)} w\n${lines.join('\n')}\nS`
  })
}

/**
 * Glyphs along a baseline. The commonest gap goes into the character spacing, the others into TJ;
 * rounding is made up for at the next glyph, so that errors never add up.
 */
function paintText(
  matrix: string,
  fontName: string,
  size: number,
  glyphs: readonly Glyph[],
  fonts: UsedFonts
): string {
  const font = fonts.get(fontName)
  if (!font) throw new Error(`no font ${fontName}`)
  const found = font.encode(glyphs)
  /** In thousandths of an em: where each glyph should be, and the gap that this leaves. */
  const targets = glyphs.map(({ x }) => (x * 1000) / size)
  const gaps = found.slice(1).map(({ advance }, i) => {
    const [here = 0, next = 0] = [targets[i], targets[i + 1]]
    return Math.round(next - here - (found[i]?.advance ?? advance))
  })
  const spacing = decimal((commonest(gaps) * size) / 1000)
  const spread = (Number(spacing) * 1000) / size
  let at = targets[0] ?? 0
  let array = ''
  let hex = ''
  found.forEach(({ number, advance }, i) => {
    const shift = Math.round(at - (targets[i] ?? at))
    if (shift !== 0) {
      array += `<${hex}>${shift}`
      hex = ''
      at -= shift
    }
    hex += hex4(number)
    at += advance + spread
  })
  const first = decimal(targets[0] ?? 0)
  // Runs begin at their first glyph; if one ever does not, TJ moves there.
  const lead = first === '0' ? '' : decimal(-Number(first))
  return (
    `BT /${fontResource(font.index)} ${decimal(size)} Tf ${spacing} Tc ${matrix} Tm` +
    ` [${lead}${array}<${hex}>] TJ ET`
  )
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  let best = 0
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1)
    if ((counts.get(value) ?? 0) > (counts.get(best) ?? 0)) best = value
  }
  return best
}

/** A drawing with its top left corner at x and y, y counted upward as PDF does. */
function paintDrawing({ marks }: Drawing, x: number, y: number, fonts: UsedFonts): string[] {
  const paint = (mark: DrawnPath | DrawnText) =>
    mark.kind === 'path' ? paintPath(mark, x, y) : paintLabel(mark, x, y, fonts)
  return ['q', ...marks.map(paint), 'Q']
}

function paintLabel(text: DrawnText, x: number, y: number, fonts: UsedFonts): string {
  const [cos, sin] = [decimal(Math.cos(text.angle)), decimal(Math.sin(text.angle))]
  const back = decimal(-Math.sin(text.angle))
  const matrix = `${cos} ${back} ${sin} ${cos} ${decimal(x + text.x)} ${decimal(y - text.y)}`
  return `${rgb(text.color)} rg ${paintText(matrix, text.font, text.size, text.glyphs, fonts)}`
}

const caps = { butt: 0, round: 1, square: 2 } as const
const joins = { miter: 0, round: 1, bevel: 2 } as const
const operators = { M: 'm', L: 'l', C: 'c', Z: 'h' } as const

function paintPath({ segments, fill, stroke }: DrawnPath, x: number, y: number): string {
  const step = ({ command, points }: PathSegment) =>
    [
      ...points.map((value, i) => decimal(i % 2 === 0 ? x + value : y - value)),
      operators[command]
    ].join(' ')
  const path = segments.map(step).join(' ')
  const pen = stroke
    ? `${rgb(stroke.color)} RG ${decimal(stroke.width)} w ${caps[stroke.cap]} J` +
      ` ${joins[stroke.join]} j [${stroke.dash.map(decimal).join(' ')}] 0 d `
    : ''
  const brush = fill ? `${rgb(fill)} rg ` : ''
  return `${pen}${brush}${path} ${fill && stroke ? 'B' : fill ? 'f' : stroke ? 'S' : 'n'}`
}

/** `#rrggbb` as three numbers from 0 to 1. */
const rgb = (color: string): string =>
  [1, 3, 5].map((at) => decimal(parseInt(color.slice(at, at + 2), 16) / 255)).join(' ')
