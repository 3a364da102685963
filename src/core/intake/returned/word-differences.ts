import { isTextKey, textKeys, type SectionId, type TextKey } from '../../form/sections.ts'
import { likeness } from '../../prose/likeness.ts'
import type { Report } from '../../report/report.ts'
import { sectionOf } from '../source/headings.ts'
import type { RawBlock } from '../source/raw.ts'
import { aligned, type Stretch } from '../../versions/aligned.ts'
import { comparable, type WordDifference } from './difference.ts'
import {
  printedPieces,
  saidPieces,
  type PrintedPiece,
  type SaidPiece,
  type SectionPlace
} from './printed.ts'
import { changedSentences, rewritten, type TextStates } from './word-sentences.ts'
import { withDifferences } from './with-differences.ts'
import { wordTables } from './word-tables.ts'
import { wordTitle } from './word-title.ts'

/**
 * What a document that carries a report says otherwise than the report prints: title, tables, text,
 * signature. What programs change as they save makes no difference, nor does a number of the text
 * that follows a cell which the document has changed. Long, for each kind of piece has its own.
 */
export function wordDifferences(report: Report, blocks: readonly RawBlock[]): WordDifference[] {
  const title = wordTitle(report, blocks)
  const tables = wordTables(report, blocks)
  const states = { report, followed: withDifferences(report, tables.differences) }
  const printed = printedPieces(report, states.followed)
  const said = saidPieces(blocks.slice(title.to), tables.tables)
  return [
    ...title.differences,
    ...saidPieces(blocks.slice(0, title.from), tables.tables).map((line) => stray(line, 'leadIn')),
    ...tables.differences,
    ...inText(states, aligned(printed, said, comparing(title.unit)))
  ]
}

/** The number before a caption, which is another where a chart was taken out. */
const captionNumber = /^\s*图\s*\d{1,3}\s*/
const withoutNumber = (caption: string): string => caption.replace(captionNumber, '')

const comparing = (unit: string) => ({
  same: ({ of, keys, text }: PrintedPiece, said: SaidPiece): boolean => {
    if (of.kind === 'table') return of.table === said.table
    if (said.table !== undefined) return false
    if (of.kind === 'unit' && said.key === comparable(unit)) return true
    const caption = (text: string): string => comparable(withoutNumber(text))
    const isCaption = of.kind === 'chart' && captionNumber.test(said.text)
    return keys.includes(said.key) || (isCaption && caption(said.text) === caption(text))
  },
  alike: ({ of, text }: PrintedPiece, said: SaidPiece): number => {
    if (of.kind === 'table' || said.table !== undefined) return 0
    if (of.kind === 'date') return dayIn(said.text) ? 1 : 0
    if ((of.kind === 'figures') !== (said.rows !== undefined)) return 0
    if (of.kind === 'heading' && sectionOf(said.text) === of.section) return 1
    if (of.kind === 'chart') return captionNumber.test(said.text) ? 1 : 0
    return likeness(text, said.text).share
  },
  fits: ({ of }: PrintedPiece, said: SaidPiece): boolean => of.kind === 'passage' && isLine(said)
})

const isLine = ({ rows, table }: SaidPiece): boolean => rows === undefined && table === undefined

/** The title of a chart in its caption. */
const titleIn = (caption: string, unit: string): string => {
  const measure = `（单位：${unit}）`
  const title = withoutNumber(caption).trim()
  return title.endsWith(measure) ? title.slice(0, -measure.length) : title
}

/** A day that is all of a line, as `2026-01-23`. */
function dayIn(text: string): string | undefined {
  const [, year = '', month = '', day = ''] =
    /^[（(]?(\d{4})年(\d{1,2})月(\d{1,2})日[）)]?$/.exec(comparable(text)) ?? []
  return year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Where in the report the document has come: a section, and how far in it if it is text. */
interface Spot {
  readonly section: SectionId
  readonly at: number
}

const behind = (spot: Spot, { of }: PrintedPiece): Spot => {
  if (of.kind === 'heading') return { section: of.section, at: 0 }
  return of.kind === 'passage' || of.kind === 'chart' ? { section: of.section, at: of.to } : spot
}

type Beside = Stretch<PrintedPiece, SaidPiece>

function inText(states: TextStates, stretches: readonly Beside[]): WordDifference[] {
  let spot: Spot = { section: 'leadIn', at: 0 }
  let run: Beside[] = []
  const found: WordDifference[] = []
  const close = (): void => {
    found.push(...(partedOtherwise(states, run) ?? run.flatMap((one) => differing(one))))
    run = []
  }
  const differing = (stretch: Beside): WordDifference[] => {
    if (stretch.kind !== 'apart') {
      spot = behind(spot, stretch.mine)
      return changed(states, stretch.mine, stretch.theirs)
    }
    const list = apart(states, stretch.mine, stretch.theirs, spot)
    spot = stretch.mine.reduce(behind, spot)
    return list
  }
  for (const stretch of stretches) {
    if (stretch.kind !== 'same') run.push(stretch)
    else {
      close()
      spot = behind(spot, stretch.mine)
    }
  }
  close()
  return found
}

const lineEnd = /[\v\f\x85\u2028\u2029]/

/** Paragraphs that were only joined or parted are one difference. */
function partedOtherwise(
  states: TextStates,
  run: readonly Beside[]
): readonly WordDifference[] | undefined {
  const mine = run.flatMap((one) => (one.kind === 'apart' ? one.mine : [one.mine]))
  const theirs = run.flatMap((one) => (one.kind === 'apart' ? one.theirs : [one.theirs]))
  const places = mine.flatMap(({ of }) => (of.kind === 'passage' ? [of] : []))
  const [first, last] = [places[0], places.at(-1)]
  if (!first || first.section !== last?.section || places.length < mine.length) return undefined
  const keys = [mine.map(({ keys }) => keys[0]).join(''), theirs.map(({ key }) => key).join('')]
  if (keys[0] !== keys[1] || !theirs.every(isLine)) return undefined
  // Signs that end a line within a paragraph end a line in the document.
  if (places.length === 1 && lineEnd.test(mine[0]?.text ?? '')) return []
  return [rewritten(states, { ...first, to: last.to }, textOf(mine), textOf(theirs), theirs[0]?.at)]
}

const textOf = (pieces: readonly { readonly text: string }[]): string =>
  pieces.map(({ text }) => text).join('\n')

/** A piece that was changed. */
function changed(
  states: TextStates,
  { of, text: mine }: PrintedPiece,
  { text: theirs, at, rows = [] }: SaidPiece
): WordDifference[] {
  const said = { mine, theirs, ...(at && { at }) }
  switch (of.kind) {
    case 'passage':
      return changedSentences(states, of, theirs, at)
    case 'heading':
      return [{ kind: 'fixed', of: of.section, ...said }]
    case 'chart':
      return [{ kind: 'chartTitle', id: of.id, title: titleIn(theirs, of.unit), ...said }]
    case 'date': {
      const day = dayIn(theirs)
      return [
        day ? { kind: 'signedOn', day, ...said } : { kind: 'fixed', of: 'signature', ...said }
      ]
    }
    case 'unit':
      return [{ kind: 'fixed', of: 'signature', ...said }]
    case 'figures': {
      if (of.rows.length !== rows.length) return [{ kind: 'fixed', of: 'chart', ...said }]
      return of.rows.flatMap((row, i): WordDifference[] => {
        const other = rows[i] ?? ''
        if (comparable(row) === comparable(other)) return []
        return [{ kind: 'fixed', of: 'chart', ...said, mine: row, theirs: other }]
      })
    }
    case 'table':
      return []
  }
}

/** Pieces of which the other side has none: gone, added, or all of them others. */
function apart(
  states: TextStates,
  mine: readonly PrintedPiece[],
  theirs: readonly SaidPiece[],
  spot: Spot
): WordDifference[] {
  const lines = theirs.filter(isLine)
  const tables = theirs.filter(({ rows }) => rows !== undefined)
  const groups = bySection(mine)
  const [first, ...others] = groups.map(({ section, from, to, text }, i) =>
    rewritten(states, { section, from, to }, text, i === 0 ? textOf(lines) : '', lines[0]?.at)
  )
  return [
    ...mine.flatMap(gone),
    ...(first ? [first, ...others] : added(states, lines, spot)),
    ...tables.map((table) => stray(table, homeOf(spot)))
  ]
}

/** What stands in sections, each with all of its pieces. */
function bySection(pieces: readonly PrintedPiece[]): (SectionPlace & { readonly text: string })[] {
  return textKeys.flatMap((section) => {
    const own = pieces.flatMap(({ of, text }) =>
      (of.kind === 'passage' || of.kind === 'chart') && of.section === section
        ? [{ from: of.from, to: of.to, text }]
        : []
    )
    const [first, last] = [own[0], own.at(-1)]
    return first && last ? [{ section, from: first.from, to: last.to, text: textOf(own) }] : []
  })
}

/** What is no text of a section and stands in the report alone. */
function gone({ of, text: mine }: PrintedPiece): WordDifference[] {
  switch (of.kind) {
    case 'heading':
      return [{ kind: 'fixed', of: of.section, mine, theirs: '' }]
    case 'unit':
    case 'date':
      return [{ kind: 'fixed', of: 'signature', mine, theirs: '' }]
    case 'figures':
      return [{ kind: 'fixed', of: 'chart', mine, theirs: '' }]
    // Its numbers are told one by one, or together.
    case 'table':
    case 'passage':
    case 'chart':
      return []
  }
}

/** Lines that the report does not have. */
function added({ report }: TextStates, lines: readonly SaidPiece[], spot: Spot): WordDifference[] {
  const [first] = lines
  if (!first) return []
  const { section, at: from } = spot
  if (!isTextKey(section)) return lines.map((line) => stray(line, 'other'))
  const theirs = textOf(lines)
  const before = from > 0 ? '\n' : ''
  const after = from === 0 && report.text[section] ? '\n' : ''
  const by = before + theirs + after
  return [
    {
      ...{ kind: 'text', section, from, to: from, by, kept: 0, lost: 0, mine: '', theirs },
      ...(first.at && { at: first.at })
    }
  ]
}

const stray = ({ text: theirs, at }: SaidPiece, home: TextKey): WordDifference => ({
  ...{ kind: 'stray', home, mine: '', theirs },
  ...(at && { at })
})

const homeOf = ({ section }: Spot): TextKey => (isTextKey(section) ? section : 'other')
