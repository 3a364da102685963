/** A drawing as SVG, for the preview and for HTML. */
import type { Drawing, DrawnPath, DrawnText } from '../../typeset/page/drawing.ts'
import { svgPath } from '../../typeset/page/drawing.ts'
import type { FontName } from '../../typeset/page/font-metrics.ts'
import type { SvgElement } from '../../typeset/page/svg.ts'
import { escaped } from '../source/xml.ts'

/** The drawing with its top left corner at x and y; `alt` is read out in its place. */
export function drawingSvg(
  { marks }: Drawing,
  place: { readonly x: number; readonly y: number; readonly alt: string },
  family: (font: FontName) => string
): SvgElement {
  return {
    tag: 'g',
    attrs: {
      transform: `translate(${round(place.x)} ${round(place.y)})`,
      role: 'img',
      'aria-label': place.alt
    },
    children: marks.map((mark) => (mark.kind === 'path' ? path(mark) : text(mark, family)))
  }
}

function path({ segments, fill, stroke }: DrawnPath): SvgElement {
  const attrs: Record<string, string | number> = { d: svgPath(segments), fill: fill ?? 'none' }
  if (stroke) {
    attrs['stroke'] = stroke.color
    attrs['stroke-width'] = round(stroke.width)
    attrs['stroke-linecap'] = stroke.cap
    attrs['stroke-linejoin'] = stroke.join
    if (stroke.dash.length > 0) attrs['stroke-dasharray'] = stroke.dash.map(round).join(' ')
  }
  return { tag: 'path', attrs, children: [] }
}

function text(label: DrawnText, family: (font: FontName) => string): SvgElement {
  const chars = label.glyphs.map(({ code, x }) => ({ char: String.fromCodePoint(code), x }))
  // Browsers count a character beyond the BMP twice; its second place is never looked at.
  const places = chars.flatMap(({ char, x }) => Array.from({ length: char.length }, () => round(x)))
  const degrees = round((label.angle * 180) / Math.PI)
  return {
    tag: 'text',
    attrs: {
      x: places.join(' '),
      y: 0,
      transform: `translate(${round(label.x)} ${round(label.y)}) rotate(${degrees})`,
      'font-family': family(label.font),
      'font-size': round(label.size),
      fill: label.color
    },
    children: [chars.map(({ char }) => char).join('')]
  }
}

/** An element as the text of a file. */
export const svgText = ({ tag, attrs, children }: SvgElement): string =>
  `<${tag}${Object.entries(attrs)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')}>${children
    .map((child) => (typeof child === 'string' ? escaped(child) : svgText(child)))
    .join('')}</${tag}>`

const round = (length: number): number => Math.round(length * 1000) / 1000
