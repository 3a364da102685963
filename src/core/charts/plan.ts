import { courseOf, hidesZero, valueTextOf, type ChartSpec } from './spec.ts'
import { sliceTexts } from './shares.ts'
import { emOf, longest, wrapped, type Lines } from './words.ts'

/**
 * How a chart is laid out in the room it has, so that all its words can be read: nothing is set
 * smaller, cut or left out; the chart grows higher. Lengths are in the unit of its type size.
 */
export interface ChartPlan {
  /** Whether bars and lines run across, each label beside its own. */
  readonly lying: boolean
  /** What stands at every place of the axis, or says what a slice is. */
  readonly labels: readonly Lines[]
  /** Whether the labels below the axis are read upward. */
  readonly turned: boolean
  /**
   * Where the figures are: at `each` bar or point, in `rows` below the labels, at `some` points as
   * there is room beside the axis that tells all; with `none` the axis alone tells them.
   */
  readonly figures: 'each' | 'rows' | 'some' | 'none'
  /** Whether the axis of figures is drawn. */
  readonly axis: boolean
  readonly legend: Legend | undefined
  /** White above and right of the axes, where figures stand. */
  readonly pad: { readonly top: number; readonly right: number }
  /** How low it can be. */
  readonly least: number
  /** How high it is where there is room. */
  readonly height: number
}

interface Legend {
  readonly position: 'bottom' | 'right'
  readonly names: readonly Lines[]
  readonly width: number
}

/** Sizes of type: on paper in points, no label there is smaller; on the screen in pixels. */
export const paperType = 9
export const screenType = 13

/** Distance of two lines of a label, in em. */
export const leading = 1.2
/** White around what stands in a legend; its samples and the white behind them. */
export const legendGap = 8
const sample = { line: 31, area: 19 }
/** Of the samples that begin the rows of figures. */
export const rowSample = 30
/** From the axis to its labels. */
export const toLabels = 7
/** The width of bars and the white between them, of a label's place. */
export const filled = 0.88

const usual = 21.8

/** @param width the room for it @param size of its type */
export function chartPlan(spec: ChartSpec, width: number, size: number): ChartPlan {
  if (spec.type === 'pie') return round(spec, width, size)
  return upright(spec, width, size) ?? lying(spec, width, size)
}

/** The names of the lines or bars: below in rows, or where one is longer than a row at the right. */
function legendOf({ type, series }: ChartSpec, width: number, size: number): Legend | undefined {
  if (series.length < 2) return undefined
  const names = series.map(({ name }) => name)
  const most = width - 3 * legendGap - sample[type === 'line' ? 'line' : 'area']
  if (longest(names) * size <= most)
    return { position: 'bottom', names: names.map((name) => [name]), width }
  const share = 0.32 * width
  return {
    position: 'right',
    names: names.map((name) => wrapped(name, share / size)),
    width: share
  }
}

/** The height of a legend below, and the width of one at the right. */
function roomOf(legend: Legend | undefined, { type }: ChartSpec, size: number) {
  if (!legend) return { below: 0, beside: 0 }
  const key = sample[type === 'line' ? 'line' : 'area'] + legendGap
  if (legend.position === 'right') {
    const longestLine = longest(legend.names.flat()) * size
    return { below: 0, beside: longestLine + key + 2 * legendGap }
  }
  let [rows, filledTo] = [1, 2 * legendGap]
  for (const name of legend.names) {
    const width = emOf(name.join('')) * size + key
    if (filledTo + width > legend.width && filledTo > 2 * legendGap)
      [rows, filledTo] = [rows + 1, 2 * legendGap]
    filledTo += width
  }
  return { below: rows * (size + legendGap) + 10, beside: 0 }
}

/** What a legend at the right asks for: height, and width that Chart.js does not know of. */
const besideOf = (legend: Legend | undefined, size: number): readonly [number, number] =>
  legend?.position === 'right'
    ? [heightOf(legend.names, size), unknownEm(legend.names) * size]
    : [0, 0]

/** The height of a legend whose entries stand one below another. */
const heightOf = (names: readonly Lines[], size: number): number =>
  names.reduce((sum, lines) => sum + lines.length * leading * size + legendGap, 2 * legendGap)

/**
 * Chart.js takes the line of most characters for the widest of a text; by so many em a legend at the
 * right is then wider than it knows.
 */
const unknownEm = (names: readonly Lines[]): number =>
  longest(names.flat()) -
  longest(names.map((lines) => lines.reduce((a, b) => (a.length > b.length ? a : b), '')))

const figuresOf = (spec: ChartSpec): string[] =>
  spec.series.flatMap(({ values }, s) => values.map((_, i) => valueTextOf(spec, s, i)))

/** About how long the numbers at the axis get, in em. */
function axisEm({ series, scale }: ChartSpec): number {
  const values = series.flatMap((one) => one.values.map((value) => value ?? 0))
  const [top, bottom] = [Math.max(1, ...values), Math.min(0, ...values)]
  const next = scale === 'log' ? 10 ** Math.ceil(Math.log10(top)) : Math.ceil(top * 1.3)
  const fine = top < 20 ? 1.3 : 0
  return Math.max(longest([String(next), String(Math.floor(bottom * 1.3))]) + fine, 1.2)
}

const padTop = (spec: ChartSpec, size: number): number =>
  5 + size + (hidesZero(spec) ? leading * size : 0)

/** Undefined where labels or figures find no room below and above upright bars. */
function upright(spec: ChartSpec, width: number, size: number): ChartPlan | undefined {
  const { type, labels, series } = spec
  const legend = legendOf(spec, width, size)
  const { below, beside } = roomOf(legend, spec, size)
  const count = Math.max(1, labels.length)
  const figures = longest(figuresOf(spec)) * size + 0.4 * size
  const placesIn = (left: number) => (width - beside - left - 8) / count
  const numbers = axisEm(spec) * size + 10

  const course = courseOf(spec) && count <= 8 && figures <= placesIn(8)
  const place = placesIn(course ? 8 : numbers)
  const own = type === 'bar' ? (place * filled) / Math.max(1, series.length) : place
  const shownAt: ChartPlan['figures'] =
    figures <= own && (type === 'bar' || series.length === 1)
      ? 'each'
      : series.length > 1 && figures <= placesIn(Math.max(numbers, rowSample + 4))
        ? 'rows'
        : 'some'
  if (type === 'bar' && shownAt !== 'each' && shownAt !== 'rows') return undefined

  const timely = labels.every((label) => /[年月]$/.test(label))
  const room =
    (shownAt === 'rows' ? placesIn(Math.max(numbers, rowSample + 4)) : place) / size - 0.4
  const set = labels.map((label) => (timely ? [label] : wrapped(label, Math.max(1, room))))
  const lines = Math.max(1, ...set.map(({ length }) => length))
  const fits = longest(labels) <= room || (!timely && room >= 3.4 && lines <= 3)
  const turned = timely && !fits && type === 'line' && shownAt !== 'rows'
  if (!fits && !turned) return undefined

  const under = turned ? longest(labels) * size : lines * leading * size
  const rows = shownAt === 'rows' ? series.length * leading * size : 0
  const top = padTop(spec, size)
  const words = top + under + rows + toLabels + 4 + below
  const [aside, hidden] = besideOf(legend, size)
  const least = Math.max(words + (series.length > 2 ? 8 : 6) * size, aside, 2.2 * below)
  return {
    lying: false,
    labels: set,
    turned,
    figures: shownAt,
    axis: !course,
    legend,
    pad: { top, right: 8 + hidden },
    least,
    height: Math.max(
      least,
      Math.min(usual * size, words + 17 * size),
      words + (series.length > 2 ? 12 : 9) * size
    )
  }
}

/** Each label beside its bars, as many lines as it takes. */
function lying(spec: ChartSpec, width: number, size: number): ChartPlan {
  const { type, labels, series } = spec
  const legend = legendOf(spec, width, size)
  const { below, beside } = roomOf(legend, spec, size)
  const each = type === 'bar' || series.length === 1
  const right = each ? longest(figuresOf(spec)) * size + 6 : 12
  // Chart.js gives no axis more than half of the room.
  const room = Math.min(0.36 * (width - beside), (width - right - beside) / 2 - toLabels)
  const set = labels.map((label) => wrapped(label, Math.max(2, room / size)))
  const place = placeOf(spec, set, size)
  const top = padTop(spec, size) - size
  const words = top + leading * size + toLabels + 4 + below
  const [aside, hidden] = besideOf(legend, size)
  const least = Math.max(words + labels.length * place, words + 4 * size, aside, 2.2 * below)
  const loose = words + labels.length * Math.max(place, 1.9 * size)
  return {
    lying: true,
    labels: set,
    turned: false,
    figures: each ? 'each' : 'none',
    axis: true,
    legend,
    pad: { top, right: right + hidden },
    least,
    height: Math.max(least, Math.min(loose, 1.6 * usual * size))
  }
}

/** The height that a label with its bars takes. */
const placeOf = ({ type, series }: ChartSpec, labels: readonly Lines[], size: number): number =>
  size *
  Math.max(
    Math.max(1, ...labels.map(({ length }) => length)) * leading + 0.1,
    type === 'bar' ? (1.08 * series.length) / filled : 1.2
  )

/** A pie with its figures in the legend, as there is no axis. */
function round(spec: ChartSpec, width: number, size: number): ChartPlan {
  const names = sliceTexts(spec, (0.56 * width - sample.area - 2 * legendGap) / size)
  const legend: Legend = { position: 'right', names, width: 0.56 * width }
  const least = Math.max(10 * size, heightOf(names, size))
  return {
    lying: false,
    labels: names,
    turned: false,
    figures: 'none',
    axis: false,
    legend,
    pad: { top: 4, right: 8 + unknownEm(names) * size },
    least,
    height: Math.max(least, Math.min(usual * size, 0.5 * width))
  }
}

/** More labels than these make no small chart. */
const fewLabels = 6

/**
 * Whether a chart in half a line's width reads as well as in the whole: few labels in a line or two,
 * every figure told, nothing turned or laid down for it.
 */
export function standsBeside(spec: ChartSpec, half: number, size: number): boolean {
  const { labels, legend, figures, turned, lying, least } = chartPlan(spec, half, size)
  if (labels.length > fewLabels || lying || turned || least > usual * size) return false
  if (labels.some((lines) => lines.length > 2)) return false
  if (spec.type !== 'pie') return figures === 'each' && legend?.position !== 'right'
  return half - longest(labels.flat()) * size - sample.area - 3 * legendGap >= 7 * size
}

/**
 * A chart that is higher than there is room as several of one scale, each with some of the labels;
 * most are one, the chart itself.
 */
export function chartParts(
  spec: ChartSpec,
  width: number,
  size: number,
  most: number
): readonly ChartSpec[] {
  const plan = chartPlan(spec, width, size)
  const count = spec.labels.length
  if (!plan.lying || plan.least <= most) return [spec]
  const place = placeOf(spec, plan.labels, size)
  const fit = Math.max(1, Math.floor((most - (plan.least - count * place)) / place))
  const parts = Math.ceil(count / fit)
  const each = Math.ceil(count / parts)
  const values = spec.series.flatMap((one) => one.values.map((value) => value ?? 0))
  const reach = { from: Math.min(0, ...values), to: Math.max(0, ...values) }
  return Array.from({ length: parts }, (_, part): ChartSpec => {
    const cut = <Item>(all: readonly Item[]) => all.slice(part * each, (part + 1) * each)
    return {
      ...spec,
      id: part === 0 ? spec.id : `${spec.id}-${String(part + 1)}`,
      labels: cut(spec.labels),
      series: spec.series.map((one) => ({ ...one, values: cut(one.values) })),
      ...(spec.texts && { texts: spec.texts.map(cut) }),
      reach
    }
  })
}
