import type { TextKey } from '../form/sections.ts'
import type { Report, Unit } from './report.ts'

/**
 * What becomes of every part of a report where reports are opened, compared, merged, printed, carried
 * into the next year and proved. The compiler refuses a key of the file that has no row here. What does
 * these things reads the rows and keeps no list of keys of its own: migrate.ts, versions/compare.ts,
 * versions/merge.ts, canonical.ts and years/previous.ts. What is printed is what `compose` and the look of the pages read;
 * a test holds them to it.
 */
interface Part {
  /**
   * In a file that lacks it: made empty (or left out, where it may be), completed key by key, or the
   * file is refused, for nobody can make it up.
   */
  readonly missing: 'filled' | 'inside' | 'refused'
  /**
   * Between two states of a report: by a rule of its own, key by key, entry by entry of a list, as one,
   * or never: it says which copy this is.
   */
  readonly compared: 'own' | 'keys' | 'entries' | 'whole' | 'never'
  /** A difference that was chosen: taken from the other state as it is, by a rule of its own, or never. */
  readonly merged: 'taken' | 'own' | 'never'
  /** Whether a reader of the printed report can see it. */
  readonly printed: boolean
  /** In the draft of the next year: the same, made by a rule of its own, or as in any new report. */
  readonly nextYear: 'kept' | 'own' | 'anew'
  /** Whether the hash of the proof is made of it. What every saving changes is not. */
  readonly proved: boolean
}

/** What an office wrote; most parts are that. */
const content = {
  missing: 'filled',
  compared: 'whole',
  merged: 'taken',
  printed: false,
  nextYear: 'anew',
  proved: true
} as const
/** Which report this is, and of which form. */
const identity = { ...content, compared: 'never', merged: 'never' } as const
/** What every saving changes. */
const passing = { ...identity, proved: false } as const

const ownRules = { compared: 'own', merged: 'own' } as const
const list = { ...content, compared: 'entries' } as const

/** Every key of the file, in its order. */
export const reportParts = {
  format: identity,
  schema: identity,
  form: identity,
  id: identity,
  rev: passing,
  unit: { ...content, missing: 'inside', compared: 'keys', printed: true, nextYear: 'own' },
  year: { ...content, missing: 'refused', printed: true, nextYear: 'own' },
  scope: { ...content, nextYear: 'kept' },
  cells: { ...content, missing: 'inside', ...ownRules, printed: true, nextYear: 'own' },
  /** They stay with the numbers that they are said of. */
  notes: { ...content, ...ownRules, printed: true },
  text: { ...content, missing: 'inside', ...ownRules, printed: true, nextYear: 'own' },
  /** Figures bring the platforms they belong to, charts the figures they show. */
  channels: { ...list, merged: 'own', printed: true, nextYear: 'own' },
  metrics: { ...list, merged: 'own', printed: true, nextYear: 'own' },
  charts: { ...list, printed: true, nextYear: 'own' },
  /** Figures of last year are quoted and drawn. */
  previous: { ...content, printed: true, nextYear: 'own' },
  settings: { ...content, missing: 'inside', compared: 'keys', printed: true, nextYear: 'own' },
  waivers: list,
  remarks: list,
  sources: list,
  imported: content,
  published: content,
  /** Made anew with every export; what it says of other hands goes with what is taken from its file. */
  proof: { ...passing, merged: 'own' },
  /** Of which states it was made; told anew with every export. */
  lineage: passing,
  createdAt: passing,
  updatedAt: passing
} as const satisfies Record<keyof Report, Part>

/** Whether a key of a file is one of a report that this version knows. */
export const isPart = (key: unknown): key is keyof Report =>
  typeof key === 'string' && Object.hasOwn(reportParts, key)

/** A key within a part; it is compared, merged and proved as its part says. */
type Inner = Pick<Part, 'missing' | 'printed' | 'nextYear'>

const prose = { missing: 'filled', printed: true, nextYear: 'own' } as const
const particular = { missing: 'filled', printed: false, nextYear: 'kept' } as const

/** Every text, within the part `text`. */
export const textParts = {
  leadIn: prose,
  overview: prose,
  problems: prose,
  other: prose
} as const satisfies Record<TextKey, Inner>

/** Every particular of the unit, within the part `unit`. */
export const unitParts = {
  name: { missing: 'refused', printed: true, nextYear: 'kept' },
  code: particular,
  kind: particular,
  level: particular
} as const satisfies Record<keyof Unit, Inner>

/** Every choice of the office, within the part `settings`. */
export const settingParts = {
  feeDecimals: { ...particular, printed: true },
  rules: particular,
  deadline: particular,
  words: particular,
  labels: particular,
  look: { ...particular, printed: true },
  digits: { ...particular, printed: true },
  signature: { ...particular, printed: true },
  /** Another day each year. */
  signedOn: { ...particular, printed: true, nextYear: 'anew' }
} as const satisfies Record<keyof Report['settings'], Inner>

/** Any of the tables. */
export type Rows = Readonly<Record<string, Inner & Partial<Part>>>

/** The keys of a table whose rows say this in this column. */
export type KeysThat<Table extends Rows, Column extends keyof Part, Said> = {
  [Key in keyof Table & string]: Table[Key] extends Readonly<Record<Column, Said>> ? Key : never
}[keyof Table & string]

/** The same as a list, in the order of the file. */
export const keysThat = <Table extends Rows, Column extends keyof Part, Said extends Part[Column]>(
  table: Table,
  column: Column,
  said: Said
): KeysThat<Table, Column, Said>[] =>
  Object.keys(table).filter(
    (key): key is KeysThat<Table, Column, Said> => table[key]?.[column] === said
  )
