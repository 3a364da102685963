import { tableNames, cellName } from '../../i18n/findings/place.ts'
import { ruleName } from '../../i18n/findings/rule-names.ts'
import * as words from '../../i18n/words.ts'
import { cellText } from '../../core/compose/quote.ts'
import { formOf, tableOf } from '../../core/form/form.ts'
import { isRecord } from '../../core/report/json.ts'
import type { Report } from '../../core/report/report.ts'
import { entriesIn, listParts, type Difference } from '../../core/versions/compare.ts'
import type { Compared } from '../../core/versions/three-way.ts'
import type { Outcome } from '../../state/import/importing.svelte.ts'

type PartDifference = Extract<Difference, { kind: 'part' }>

/** What is to be said of a file whose report is in the library already. */
export function saidOfVersion(outcome: Extract<Outcome, { kind: 'known' }>): string {
  const { merged, meeting, unmerged } = outcome
  if (unmerged) return words.versions.notUnmerged[unmerged]
  if (typeof merged === 'number') return words.versions.settled(merged)
  return merged === undefined ? words.versions.standing[meeting.standing] : words.versions[merged]
}

/** Where two states of a report differ. Two places may be called alike: `differenceKey` tells them apart. */
export function spotName(difference: Difference, report: Report): string {
  switch (difference.kind) {
    case 'cell':
      return `${tableNames[tableOf(difference.field)]} ${cellName(formOf(report), difference.field)}`
    case 'text': {
      const { paragraph, behind } = words.versions
      const { section, line, mine } = difference
      return `${words.editor.short[section]} ${mine.length ? paragraph(line + 1) : behind(line)}`
    }
    case 'part':
      return partName(difference)
  }
}

function partName({ part, path, mine, theirs }: PartDifference): string {
  const name = words.conflict.parts[part]
  const [, key] = path
  if (part === 'unknown') return `${name} ${path.join(' ')}`
  if (key === undefined) return isList(part) ? words.versions.order(name) : name
  if (part === 'unit') return `${name} ${named(words.conflict.unit, key)}`
  if (part === 'settings') return `${name} ${named(words.conflict.settings, key)}`
  if (part === 'waivers' && isRecord(mine ?? theirs)) {
    const rule = fieldIn(mine ?? theirs, 'rule')
    return `${name} ${ruleName(String(rule))}`
  }
  return [name, titleIn(mine) || titleIn(theirs)].filter(Boolean).join(' ')
}

const isList = (part: string): boolean => listParts.some((list) => list === part)
const named = (names: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(names, key) ? (names[key] ?? key) : key
const fieldIn = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined

/** What an entry is called. */
function titleIn(value: unknown): string {
  const found = ['name', 'title', 'text'].map((key) => fieldIn(value, key))
  const title = found.find((one) => typeof one === 'string' && one !== '')
  const year = fieldIn(value, 'year')
  return [title, typeof year === 'number' ? `${year}年` : ''].filter(Boolean).join(' ').slice(0, 60)
}

/** What one side says in the place of a difference. */
export function says(difference: Difference, side: 'mine' | 'theirs', report: Report): string {
  switch (difference.kind) {
    case 'cell':
      return cellText(report, difference.field) || words.common.verdict.empty
    case 'text':
      return difference[side].join('\n') || words.versions.empty
    case 'part':
      return partText(difference, difference[side], report, difference.mine, difference.theirs)
  }
}

/** What both were made of there. */
export function saidBefore({ difference, lines, value }: Compared, base: Report): string {
  switch (difference.kind) {
    case 'cell':
      return cellText(base, difference.field) || words.common.verdict.empty
    case 'text':
      return lines?.join('\n') || words.versions.empty
    case 'part':
      return partText(difference, value, base, difference.mine, difference.theirs)
  }
}

/** A value of a part; of an entry that both have, no more than what differs. */
function partText(
  { part, path }: PartDifference,
  value: unknown,
  report: Report,
  ...sides: readonly unknown[]
): string {
  const list = listParts.find((one) => one === part)
  if (list) {
    if (path.length > 1) return entryText(value, sides)
    const entries = entriesIn(report, list)
    const keys = Array.isArray(value) ? value : []
    return keys.map((key) => titleIn(entries.get(String(key))) || String(key)).join('、')
  }
  if (value === undefined || value === '') return words.versions.empty
  if (part === 'scope') return words.common[report.scope]
  if (part === 'unit') {
    const { kinds, levels } = words.editor.unit
    return named({ ...kinds, ...levels }, String(value))
  }
  if (part === 'settings' && path[1] === 'look') {
    return named(words.preview.look.styles, String(value))
  }
  return plain(value)
}

function entryText(value: unknown, sides: readonly unknown[]): string {
  if (!isRecord(value)) return words.versions.gone
  const others = sides.filter(isRecord)
  const isAlone = others.length < 2
  return (
    Object.entries(value)
      .filter(([key, inner]) => {
        if (key === 'id' || key === 'fingerprint' || inner === '' || inner === null)
          return !isAlone && differs(key, others)
        return isAlone ? typeof inner !== 'object' : differs(key, others)
      })
      .map(([key, inner]) => `${named(words.conflict.entry, key)}：${plain(inner)}`)
      .join('；') || words.conflict.changed
  )
}

const differs = (key: string, others: readonly Readonly<Record<string, unknown>>[]): boolean =>
  new Set(others.map((one) => JSON.stringify(fieldIn(one, key)))).size > 1

/** A value in words, as far as it is plain. */
function plain(value: unknown): string {
  if (value === null || value === undefined || value === '') return words.versions.empty
  if (Array.isArray(value)) {
    return value.every((one) => typeof one !== 'object') ? value.join('、') : words.conflict.changed
  }
  if (isRecord(value)) {
    const entries = Object.entries(value)
    const isPlain = entries.length < 20 && entries.every(([, one]) => typeof one !== 'object')
    return isPlain
      ? entries.map(([key, one]) => `${key}：${String(one)}`).join('；') || words.versions.empty
      : words.conflict.changed
  }
  return String(value)
}
