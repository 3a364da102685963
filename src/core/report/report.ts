import * as v from 'valibot'
import { eachText, textKeys } from '../form/sections.ts'
import { fields } from '../form/form.ts'
import { channelKinds } from './channel-kinds.ts'
import { longestList, longestText } from './limits.ts'
import type { FieldId } from '../form/table.ts'

/**
 * The report, and the exchange file, which is the same thing written down.
 * Objects are loose: a key that this version does not know is kept and written out again.
 * Long, for it is one schema: every key of the file with its meaning, in the order it is written.
 */

/**
 * The version of the file that this code writes. 1 counted the fee in 元 (10⁴ to the 万元), 2 counts it
 * in 分 (10⁶). The steps from one to the next are in migrate.ts.
 */
export const currentSchema = 2

/** Counts, and money in 分: whole numbers that a double holds exactly; null = not filled in. */
const cell = v.nullable(v.pipe(v.number(), v.safeInteger()))
const moment = v.pipe(v.string(), v.isoTimestamp())
const day = v.union([v.pipe(v.string(), v.isoDate()), v.literal('')])
const year = v.pipe(v.number(), v.integer(), v.minValue(1949), v.maxValue(9999))

const cells = v.looseObject(
  Object.fromEntries(fields.map((field) => [field, cell])) as Record<FieldId, typeof cell>
)
const section = v.pipe(v.string(), v.maxLength(longestText))
const text = v.looseObject(eachText(() => section))

/** A list, no longer than a report can need it. */
const list = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.maxLength(longestList))

/** Governments, their departments, towns and streets, and institutions in their charge. */
export const unitKinds = ['government', 'department', 'town', 'institution'] as const
/** The level of the government that a unit is or belongs to. */
export const unitLevels = ['national', 'province', 'city', 'county', 'town'] as const

const unit = v.looseObject({
  /** 机关全称 */
  name: v.string(),
  /** 统一社会信用代码, empty when not known */
  code: v.string(),
  kind: v.picklist(unitKinds),
  level: v.picklist(unitLevels)
})

/** A platform the office runs: its web site or one of its accounts (政务新媒体). */
const channel = v.looseObject({
  id: v.string(),
  kind: v.picklist(channelKinds.map(({ id }) => id)),
  name: v.string(),
  accountId: v.string(),
  sponsor: v.string(),
  /** 正常, 新开, 关停注销 */
  status: v.picklist(['active', 'opened', 'closed']),
  openedOn: day,
  closedOn: day,
  closeReason: v.string(),
  /** Quarterly inspections: passed, failed, not inspected. */
  inspections: v.optional(v.array(v.picklist(['pass', 'fail', 'none']))),
  /** What the yearly return of a web site asks besides figures, by the id of the question. */
  facts: v.exactOptional(v.record(v.string(), v.string()))
})

/** One figure of one platform in one year. */
const metric = v.looseObject({
  id: v.string(),
  channel: v.string(),
  /** A predefined meaning (posts, visits, followersEnd …) or `own`. */
  key: v.string(),
  /** What the office calls it. */
  name: v.string(),
  year,
  /** Within the year, at the end of the year, or since the beginning. */
  period: v.picklist(['year', 'end', 'total']),
  value: v.nullable(v.pipe(v.number(), v.finite())),
  /** 约 before the number; 余, 多 after it; 超 before it. Empty when exact. */
  qualifier: v.picklist(['', '约', '余', '多', '超', '近']),
  /** The number as it was typed and is to be printed, as in 30万. Empty: print the digits. */
  shown: v.string(),
  unit: v.string(),
  source: v.string(),
  date: day,
  note: v.string(),
  /** Twelve values, when the year is kept by month. */
  months: v.optional(v.array(v.nullable(v.pipe(v.number(), v.finite()))))
})

const chart = v.looseObject({
  id: v.string(),
  title: v.string(),
  type: v.picklist(['bar', 'line', 'pie']),
  metrics: v.array(v.string()),
  scale: v.picklist(['linear', 'log']),
  /** Written by the user; empty: generated from the figures. */
  alt: v.string(),
  /** The months of the figures side by side, instead of the figures themselves. */
  months: v.exactOptional(v.boolean()),
  /** The largest first, where the labels are platforms and not years or months. */
  sorted: v.exactOptional(v.boolean()),
  /** Other names for figures in this chart, by the id of the figure. */
  names: v.exactOptional(v.record(v.string(), v.string())),
  /** Prints the figures as a table below the chart. */
  table: v.exactOptional(v.boolean())
})

/** How grave a finding is, the gravest first. */
export const severities = ['error', 'warning', 'hint'] as const
const params = v.record(
  v.string(),
  v.union([v.string(), v.number(), v.array(v.string()), v.array(v.number())])
)
const place = v.variant('kind', [
  v.looseObject({ kind: v.literal('cells'), fields: v.array(v.string()) }),
  v.looseObject({
    kind: v.literal('text'),
    section: v.picklist(textKeys),
    from: v.exactOptional(v.number()),
    to: v.exactOptional(v.number())
  }),
  v.looseObject({ kind: v.literal('metric'), id: v.string() }),
  v.looseObject({ kind: v.literal('report') })
])

/** What the reading of an imported file had to say about the original. */
const imported = v.looseObject({
  name: v.string(),
  at: moment,
  findings: list(
    v.looseObject({
      rule: v.string(),
      severity: v.picklist(severities),
      at: place,
      params,
      fingerprint: v.string()
    })
  ),
  /** Pieces of the original that found no place in the report. */
  leftovers: v.optional(v.array(v.string()))
})

/** A warning that somebody accepted; it holds while the fingerprint does. */
const waiver = v.looseObject({
  fingerprint: v.string(),
  rule: v.string(),
  reason: v.string(),
  by: v.string(),
  at: moment
})

const remark = v.looseObject({
  id: v.string(),
  at: place,
  text: v.string(),
  by: v.string(),
  when: moment,
  open: v.boolean()
})

/** Choices of the office. What a value means, and whether it counts, is settled in settings.ts. */
const settings = v.looseObject({
  /** Decimals of 万元 in which the fee is printed, 0 to 6; null: as many as it needs. */
  feeDecimals: v.nullable(v.number()),
  /** Rules that the office has made `off`, `hint`, `warning` or `error`, by their ids. */
  rules: v.record(v.string(), v.string()),
  /** Deadline of a local notice, month and day as `01-26`; empty: the statute's. */
  deadline: v.string(),
  /** Words that the office wants to look at again wherever its text has them. */
  words: v.exactOptional(v.array(v.string())),
  /** Labels of the tables as a local notice words them, by the statutory label. */
  labels: v.exactOptional(v.record(v.string(), v.string())),
  look: v.picklist(['official', 'compact']),
  /** Digits and Latin in the shapes of the text's own font (also when absent), or as in Times. */
  digits: v.exactOptional(v.picklist(['own', 'times'])),
  /** Where the unit's name and the day are printed once more; absent: nowhere. */
  signature: v.exactOptional(v.picklist(['none', 'title', 'end'])),
  /** The day printed there, as `2026-01-23`; anything else prints none. */
  signedOn: v.exactOptional(v.string())
})

/** Ancestors that a file names at most. */
export const longestLineage = 50
/** A hash as the proof has it: SHA-256 of the canonical content, in hexadecimal. */
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

const previous = v.looseObject({
  year,
  cells,
  text,
  metrics: list(metric),
  /** Whether that report was published: its figures can then no longer change. */
  final: v.optional(v.boolean())
})

/** The schema of the file; `public/schema/` holds its JSON Schema, generated from here. */
export const reportSchema = v.looseObject({
  format: v.literal('zfxxgk-annual-report'),
  schema: v.literal(currentSchema),
  form: v.literal('2021'),
  id: v.pipe(v.string(), v.uuid()),
  /** Rises with every save; far below what a double counts exactly, or it would stand still. */
  rev: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e12)),
  unit,
  year,
  scope: v.picklist(['own', 'rollup']),
  cells,
  notes: v.record(v.string(), v.string()),
  text,
  channels: list(channel),
  metrics: list(metric),
  charts: list(chart),
  previous: v.optional(previous),
  settings,
  waivers: list(waiver),
  remarks: list(remark),
  sources: list(v.looseObject({ id: v.string(), name: v.string(), year, rev: v.number() })),
  imported: v.optional(imported),
  /** The day it was published, where somebody has marked that. */
  published: v.exactOptional(v.pipe(v.string(), v.isoDate())),
  proof: v.optional(v.looseObject({})),
  /**
   * The states that this one was made of and that other copies may know, the newest last: of two copies
   * that meet, the last one that both name tells who changed what. It says nothing of the report.
   */
  lineage: v.exactOptional(v.pipe(v.array(hash), v.maxLength(longestLineage))),
  createdAt: moment,
  updatedAt: moment
})

/** Read-only all the way down, and without the index signatures that loose objects carry. */
type Known<T> = T extends readonly (infer Item)[]
  ? readonly Known<Item>[]
  : T extends object
    ? {
        readonly [K in keyof T as string extends K ? (unknown extends T[K] ? never : K) : K]: Known<
          T[K]
        >
      }
    : T

/** A report: never changed in place, every edit makes a new one. */
export type Report = Known<v.InferOutput<typeof reportSchema>>
/** The unit that reports. */
export type Unit = Report['unit']
/** A platform of the office. */
export type Channel = Report['channels'][number]
/** One figure of one platform in one year. */
export type Metric = Report['metrics'][number]
/** A chart of platform figures. */
export type Chart = Report['charts'][number]
/** A finding that somebody accepted with a reason. */
export type Waiver = Report['waivers'][number]
/** Last year's report, as far as this year's is compared with it. */
export type Previous = NonNullable<Report['previous']>

/** Decimals of 万元 in which the fee is printed; null: as many as it needs. Odd ones do not count. */
export const feeDecimalsOf = ({
  settings: { feeDecimals }
}: Pick<Report, 'settings'>): number | null => (isFeeDecimals(feeDecimals) ? feeDecimals : null)

/** Decimals that money in 万元 can have: from none to those of a 分. */
export const isFeeDecimals = (decimals: unknown): decimals is number =>
  Number.isInteger(decimals) && Number(decimals) >= 0 && Number(decimals) <= 6
