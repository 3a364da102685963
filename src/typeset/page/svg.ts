/**
 * A page as SVG, for preview and print. Plain data: whoever shows it makes the elements. Every glyph
 * has its own x, so that what the screen shows is what the PDF holds.
 */
import type { FontName } from './font-metrics.ts'
import type { ChartSlot, Glyph, Page, PrintedRule, Run } from './page.ts'

export interface SvgElement {
  readonly tag: string
  readonly attrs: Readonly<Record<string, string | number>>
  readonly children: readonly (SvgElement | string)[]
}

export interface SvgOptions {
  /** The CSS font family under which the screen knows a font. */
  readonly family: (font: FontName) => string
  /** A chart in its slot; none is drawn without it. */
  readonly chart?: (slot: ChartSlot) => SvgElement | undefined
}

/** The browser must neither join nor trim nor move glyphs by itself. */
const untouched = [
  'font-kerning:none',
  'font-variant-ligatures:none',
  'text-spacing-trim:space-all',
  'text-autospace:no-autospace',
  'text-rendering:geometricPrecision'
].join(';')

/** The page, a point being the user unit. */
export function pageSvg({ width, height, items }: Page, options: SvgOptions): SvgElement {
  const children: SvgElement[] = []
  const rules: PrintedRule[] = []
  for (const item of items) {
    if (item.kind === 'run') children.push(...runSvg(item, options))
    else if (item.kind === 'rule') rules.push(item)
    else {
      const chart = options.chart?.(item)
      if (chart) children.push(chart)
    }
  }
  return {
    tag: 'svg',
    attrs: {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width: `${round(width)}pt`,
      height: `${round(height)}pt`,
      style: untouched
    },
    children: [...children, ...rulesSvg(rules)]
  }
}

/** A thousandth of a point is finer than any screen and any printer. */
const round = (length: number): string => String(Math.round(length * 1000) / 1000)

/**
 * Text elements of a run: a new one at each character beyond the BMP, which browsers count twice,
 * and where blanks meet, which browsers draw together. Blanks at the ends draw nothing.
 */
function runSvg(run: Run, { family }: SvgOptions): SvgElement[] {
  const elements: SvgElement[] = []
  let offset = run.offset
  let pending: Glyph[] = []
  let begin = offset
  const flush = (): void => {
    while (isBlank(pending.at(-1))) pending.pop()
    if (pending.length > 0) elements.push(textSvg(run, pending, begin, family(run.font)))
    pending = []
  }
  for (const glyph of run.glyphs) {
    const wide = glyph.code > 0xffff
    if (wide || (isBlank(glyph) && isBlank(pending.at(-1)))) flush()
    if (pending.length === 0) begin = offset
    if (pending.length > 0 || !isBlank(glyph)) pending.push(glyph)
    if (offset !== undefined) offset += wide ? 2 : 1
    if (wide) flush()
  }
  flush()
  return elements
}

const isBlank = (glyph: Glyph | undefined): boolean =>
  glyph !== undefined && (glyph.code === 0x20 || glyph.code === 0xa0)

function textSvg(
  { x, y, size, block, field }: Run,
  glyphs: readonly Glyph[],
  offset: number | undefined,
  family: string
): SvgElement {
  const xs = glyphs.map((glyph) => round(x + glyph.x - (glyph.half === 'left' ? size / 2 : 0)))
  return {
    tag: 'text',
    attrs: {
      x: xs.join(' '),
      y: round(y),
      'font-family': family,
      'font-size': round(size),
      ...(block !== undefined && { 'data-block': block }),
      ...(offset !== undefined && { 'data-offset': offset }),
      ...(field && { 'data-cell': field })
    },
    children: [String.fromCodePoint(...glyphs.map(({ code }) => code))]
  }
}

/** All rules of one width in one path. */
function rulesSvg(rules: readonly PrintedRule[]): SvgElement[] {
  return [...new Set(rules.map(({ width }) => width))].map((width) => ({
    tag: 'path',
    attrs: {
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': round(width),
      d: rules
        .filter((rule) => rule.width === width)
        .map(({ x1, y1, x2, y2 }) => `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`)
        .join('')
    },
    children: []
  }))
}
