import { courseOf, fallsBelow, logNote, valueTextOf, type ChartSpec } from '../spec.ts'
import { legendAside, legendGap, legendOf, sampleWidth, type Legend } from './legend.ts'
import { sliceTexts } from './shares.ts'
import { leading, longestEm, wrapped, type Lines } from './words.ts'

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

/** Sizes of type: on paper in points, no label there is smaller; on the screen in pixels. */
export const paperType = 9
export const screenType = 13

/** Of the samples that begin the rows of figures. */
export const rowSample = 30
/** From the axis to its labels. */
export const toLabels = 7
/** The width of bars and the white between them, of a label's place. */
export const filled = 0.88

/** A chart of bars or lines is so high, in em, where nothing asks for more. */
export const usual = 21.8
/** More lines or bars than these get no rows of figures. */
const mostRows = 12

/** @param width the room for it @param size of its type */
export function chartPlan(spec: ChartSpec, width: number, size: number): ChartPlan {
  if (spec.type === 'pie') return round(spec, width, size)
  return upright(spec, width, size) ?? lying(spec, width, size)
}

const figuresOf = (spec: ChartSpec): string[] =>
  spec.series.flatMap(({ values }, s) => values.map((_, i) => valueTextOf(spec, s, i)))

/** About how long the numbers at the axis get, in em. */
function axisEm({ series, scale }: ChartSpec): number {
  const values = series.flatMap((one) => one.values.map((value) => value ?? 0))
  const [top, bottom] = [Math.max(1, ...values), Math.min(0, ...values)]
  const next = scale === 'log' ? 10 ** Math.ceil(Math.log10(top)) : Math.ceil(top * 1.3)
  const fine = top < 20 ? 1.3 : 0
  return Math.max(longestEm([String(next), String(Math.floor(bottom * 1.3))]) + fine, 1.2)
}

const padTop = (spec: ChartSpec, size: number): number =>
  5 + size + (logNote(spec) ? leading * size : 0)

/** Undefined where labels or figures find no room below and above upright bars. */
function upright(spec: ChartSpec, width: number, size: number): ChartPlan | undefined {
  const { type, labels, series } = spec
  const legend = legendOf(spec, width, size)
  const { below = 0, beside = 0, tall = 0, unknown = 0 } = legend ?? {}
  const count = Math.max(1, labels.length)
  const figures = longestEm(figuresOf(spec)) * size + 0.4 * size
  const placesIn = (left: number) => (width - beside - left - 8) / count
  const numbers = axisEm(spec) * size + 10

  // Without an axis nothing would say where 0 is.
  const course = courseOf(spec) && !fallsBelow(spec) && count <= 8 && figures <= placesIn(8)
  const place = placesIn(course ? 8 : numbers)
  const own = type === 'bar' ? (place * filled) / Math.max(1, series.length) : place
  const shownAt: ChartPlan['figures'] =
    figures <= own && (type === 'bar' || series.length === 1)
      ? 'each'
      : series.length > 1 &&
          series.length <= mostRows &&
          figures <= placesIn(Math.max(numbers, rowSample + 4))
        ? 'rows'
        : 'some'
  if (type === 'bar' && shownAt !== 'each' && shownAt !== 'rows') return undefined

  const timely = labels.every((label) => /[年月]$/.test(label))
  const room =
    (shownAt === 'rows' ? placesIn(Math.max(numbers, rowSample + 4)) : place) / size - 0.4
  const set = labels.map((label) => (timely ? [label] : wrapped(label, Math.max(1, room))))
  const lines = Math.max(1, ...set.map(({ length }) => length))
  const fits = longestEm(labels) <= room || (!timely && room >= 3.4 && lines <= 3)
  const turned = timely && !fits && type === 'line' && shownAt !== 'rows'
  if (!fits && !turned) return undefined

  const under = turned ? longestEm(labels) * size : lines * leading * size
  const rows = shownAt === 'rows' ? series.length * leading * size : 0
  const top = padTop(spec, size)
  const words = top + under + rows + toLabels + 4 + below
  const least = Math.max(words + (series.length > 2 ? 8 : 6) * size, top + tall)
  return {
    lying: false,
    labels: set,
    turned,
    figures: shownAt,
    axis: !course,
    legend,
    pad: { top, right: 8 + unknown },
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
  const { below = 0, beside = 0, tall = 0, unknown = 0 } = legend ?? {}
  const each = type === 'bar' || series.length === 1
  const right = each ? longestEm(figuresOf(spec)) * size + 6 : 12
  // Chart.js gives no axis more than half of the room.
  const room = Math.min(0.36 * (width - beside), (width - right - beside) / 2 - toLabels)
  const set = labels.map((label) => wrapped(label, Math.max(2, room / size)))
  const place = labelHeight(spec, set, size)
  const top = padTop(spec, size) - size
  const words = top + leading * size + toLabels + 4 + below
  const least = Math.max(words + labels.length * place, words + 4 * size, top + tall)
  const loose = words + labels.length * Math.max(place, 1.9 * size)
  return {
    lying: true,
    labels: set,
    turned: false,
    figures: each ? 'each' : 'none',
    axis: true,
    legend,
    pad: { top, right: right + unknown },
    least,
    height: Math.max(least, Math.min(loose, 1.6 * usual * size))
  }
}

/** The height that a label with its bars takes. */
export const labelHeight = (
  { type, series }: ChartSpec,
  labels: readonly Lines[],
  size: number
): number =>
  size *
  Math.max(
    Math.max(1, ...labels.map(({ length }) => length)) * leading + 0.1,
    type === 'bar' ? (1.08 * series.length) / filled : 1.2
  )

/** A pie with its figures in the legend, as there is no axis. */
function round(spec: ChartSpec, width: number, size: number): ChartPlan {
  const share = 0.56 * width
  const names = sliceTexts(spec, (share - sampleWidth(spec) - 2 * legendGap) / size)
  const legend = legendAside(spec, names, size)
  const least = Math.max(10 * size, legend.tall + 8)
  return {
    lying: false,
    labels: names,
    turned: false,
    figures: 'none',
    axis: false,
    legend,
    pad: { top: 4, right: 8 + legend.unknown },
    least,
    height: Math.max(least, Math.min(usual * size, 0.5 * width))
  }
}
