/** A drawing as SVG: on pages glyph after glyph, elsewhere as text that flows. */
import type { Drawing, DrawnPath, DrawnText } from '../../typeset/page/drawing.ts'
import { svgPath, textOf } from '../../typeset/page/drawing.ts'
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
    children: marks.map((mark) => (mark.kind === 'path' ? path(mark) : placed(mark, family)))
  }
}

/**
 * The elements of a drawing for computers that may have other fonts than measured it: each text is
 * one piece, and as wide as it was measured.
 */
export const flowingSvg = ({ marks }: Drawing, family: string): SvgElement[] =>
  marks.map((mark) =>
    mark.kind === 'path'
      ? path(mark)
      : text(mark, family, {
          x: 0,
          textLength: round(mark.width),
          lengthAdjust: 'spacingAndGlyphs'
        })
  )

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

function placed(mark: DrawnText, family: (font: FontName) => string): SvgElement {
  // Browsers count a character beyond the BMP twice; its second place is never looked at.
  const places = mark.glyphs.flatMap(({ code, x }) =>
    Array.from({ length: String.fromCodePoint(code).length }, () => round(x))
  )
  return text(mark, family(mark.font), { x: places.join(' ') })
}

function text(mark: DrawnText, family: string, along: SvgElement['attrs']): SvgElement {
  const degrees = round((mark.angle * 180) / Math.PI)
  return {
    tag: 'text',
    attrs: {
      ...along,
      y: 0,
      transform: `translate(${round(mark.x)} ${round(mark.y)}) rotate(${degrees})`,
      'font-family': family,
      'font-size': round(mark.size),
      fill: mark.color
    },
    children: [textOf(mark)]
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
