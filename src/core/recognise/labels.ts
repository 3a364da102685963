import { isEntry, type FieldId, type TableId } from '../table.ts'
import { entriesOf, type Form } from '../form.ts'
import { heads2019, rows2019 } from '../tables/form-2019.ts'
import { requestRows } from '../tables/requests.ts'
import { bare, distance } from './words.ts'

/** A row of the form (in table 四: a group of five), with its cells in order. */
export interface FormRow {
  readonly table: TableId
  /** The label the law gives it. */
  readonly text: string
  readonly fields: readonly FieldId[]
}

/** What a label may be: a row of the form, a head or group of it, or of the form of 2019. */
export interface Known {
  readonly table: TableId
  readonly text: string
  readonly row?: FormRow
  readonly old?: true
  /** `exact` but for spaces and punctuation; `key`: it has the words that matter; `like`: a typo. */
  readonly match: 'exact' | 'key' | 'like'
}

interface Entry {
  readonly bare: string
  readonly keys: readonly string[]
  readonly known: Omit<Known, 'match'>
}

export interface Labels {
  /** Everything that a label may be; more than one for 其他, 总计 and 行政复议. */
  readonly find: (text: string) => readonly Known[]
  readonly rows: readonly FormRow[]
}

const keysOf = new Map<string, readonly string[]>(
  requestRows
    .filter(({ keys }) => !keys.some((key) => key === '其他' || key === '总计'))
    .map(({ text, keys }) => [text, keys])
)

/** Key words make a label of a text only when it is not much longer than the label. */
const room = 8

/** The words of a form, to look labels up in. */
export function labelsOf(form: Form): Labels {
  const entries: Entry[] = []
  const rows: FormRow[] = []
  for (const table of Object.values(form.tables)) {
    const byRow = new Map<string, FieldId[]>()
    for (const { row, field } of entriesOf(table)) {
      byRow.set(row, [...(byRow.get(row) ?? []), field])
    }
    for (const [text, fields] of byRow) {
      const row: FormRow = { table: table.id, text, fields }
      rows.push(row)
      entries.push({
        bare: bare(text),
        keys: keysOf.get(text) ?? [],
        known: { table: table.id, text, row }
      })
    }
    const heads = new Set<string>()
    for (const cell of table.rows.flat()) {
      if (!isEntry(cell) && (!byRow.has(cell.text) || table.id === 'remedies')) heads.add(cell.text)
    }
    for (const text of heads) {
      const keys = text.includes('收费金额') ? ['收费金额'] : []
      entries.push({ bare: bare(text), keys, known: { table: table.id, text } })
    }
  }
  for (const text of [...rows2019, ...heads2019]) {
    const known = { table: 'disclosure', text, old: true } as const
    entries.push({ bare: bare(text), keys: [], known })
  }
  const cache = new Map<string, readonly Known[]>()
  const find = (text: string): readonly Known[] => {
    const word = bare(text)
    const kept = cache.get(word)
    if (kept) return kept
    const found = search(entries, word)
    cache.set(word, found)
    return found
  }
  return { find, rows }
}

function search(entries: readonly Entry[], given: string): Known[] {
  const word = given === '合计' ? '总计' : given
  if (word.length < 2 || word.length > 60) return []
  const exact = entries.filter((entry) => entry.bare === word)
  if (exact.length) {
    const match = word === given ? 'exact' : 'key'
    return exact.map(({ known }) => ({ ...known, match }))
  }
  const keyed = entries.filter(
    (entry) =>
      word.length <= entry.bare.length + room && entry.keys.some((key) => word.includes(key))
  )
  if (keyed.length === 1 && keyed[0]) return [{ ...keyed[0].known, match: 'key' }]
  // A word of four characters or more inside a label, or a label inside the word.
  const inside = entries.filter(
    ({ bare: label }) =>
      Math.min(label.length, word.length) >= 4 &&
      Math.abs(label.length - word.length) <= room &&
      (label.includes(word) || word.includes(label))
  )
  if (inside.length === 1 && inside[0]) return [{ ...inside[0].known, match: 'key' }]
  const [first, second] = entries
    .map((entry) => ({ entry, by: distance(entry.bare, word) / Math.max(entry.bare.length, 1) }))
    .sort((a, b) => a.by - b.by)
  return first && word.length >= 4 && first.by <= 0.3 && first.by < (second?.by ?? 1)
    ? [{ ...first.entry.known, match: 'like' }]
    : []
}
