import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, it, vi } from 'vitest'
import { figures, times } from '../run.ts'

/**
 * Every pattern of the rooms that read prose, over texts that no office writes: one character or word
 * of the pattern itself, over and over, 100,000 characters of it. Nobody lists the patterns: those
 * that are written out are found in the sources by the compiler, those that are put together as they
 * are made, while the readers read. Four times as much text may take about four times as long.
 */
const root = 'src/core'

/** A pattern and where it stands, as `src/a.ts:3`. */
interface Pattern {
  readonly at: string
  readonly source: string
  readonly flags: string
}

const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => `${root}/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts'))

/** The patterns that are written out in the sources, and where others are put together. */
function written(): { patterns: Pattern[]; built: string[] } {
  const patterns: Pattern[] = []
  const built: string[] = []
  for (const path of paths) {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022)
    const visit = (node: ts.Node): void => {
      const line = () => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
      if (ts.isRegularExpressionLiteral(node)) {
        const { source, flags } = patternOf(node.text)
        patterns.push({ at: `${path}:${line()}`, source, flags })
      } else if (
        (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
        node.expression.getText(file) === 'RegExp'
      ) {
        built.push(`${path}:${line()}`)
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
  return { patterns, built }
}

function patternOf(literal: string): { source: string; flags: string } {
  const end = literal.lastIndexOf('/')
  return { source: literal.slice(1, end), flags: literal.slice(end + 1) }
}

/** The patterns that the readers put together while they read the labelled sentences. */
async function putTogether(): Promise<Pattern[]> {
  const patterns: Pattern[] = []
  const seen = (pattern: RegExp): RegExp => {
    const frames = new Error().stack?.split('\n') ?? []
    const frame = frames.map((line) => /(src\/core\/[^:]+:\d+)/.exec(line)?.[1]).find(Boolean)
    if (frame) patterns.push({ at: frame, source: pattern.source, flags: pattern.flags })
    return pattern
  }
  vi.stubGlobal(
    'RegExp',
    new Proxy(RegExp, {
      construct: (target, given: [string, string?]) => seen(new target(...given)),
      apply: (target, _, given: [string, string?]) => seen(target(...given))
    })
  )
  const modules = import.meta.glob('../../src/core/**/*.ts')
  await Promise.all(Object.values(modules).map((load) => load()))
  const { sentencesOf, reportWith } = await import('../fixtures/sentences.ts')
  const { validate } = await import('../../src/core/checks/validate.ts')
  const { figuresOf } = await import('../../src/core/intake/figures/figures.ts')
  const { recognise } = await import('../../src/core/intake/recognise.ts')
  for (const sentence of sentencesOf(readFileSync('tests/fixtures/sentences.txt', 'utf8'))) {
    validate(reportWith(sentence))
    figuresOf(sentence.text)
    recognise([{ type: 'text', text: sentence.text }])
  }
  const title = ['清川县水利局', '2025年政府信息公开工作年度报告', '一、总体情况']
  recognise(title.map((text) => ({ type: 'text', text })))
  vi.unstubAllGlobals()
  return patterns
}

/** Characters that escapes of a pattern stand for. */
const escapes: Readonly<Record<string, string>> = {
  d: '7',
  s: ' \u3000\n',
  w: 'a',
  D: '甲',
  S: '甲',
  W: '甲',
  b: '',
  B: '',
  n: '\n',
  r: '\r',
  t: '\t'
}

/** So many of a list, from all over it. */
const some = <Item>(list: readonly Item[], count: number): readonly Item[] =>
  list.filter((_, i) => i % Math.ceil(list.length / count) === 0)

/** What a pattern is made of: over and over, alone, in pairs and all in a row. */
function unitsOf(source: string): string[] {
  const plain = source
    .replace(/\\u\{?([\da-f]+)\}?/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/\\p\{[^}]*\}/gi, '甲')
    .replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter)
  const all = plain.match(/[\p{L}\p{N}]{2,}/gu) ?? []
  const words = some(all, times(200, 20))
  const characters = [...new Set(`${plain}甲7 \n`)]
  const few = some(characters, times(16, 5))
  const pairs = few.flatMap((a) => few.map((b) => a + b))
  return [
    ...new Set([...some(characters, times(400, 40)), ...words, ...pairs, all.join('')])
  ].filter(Boolean)
}

/** A text of one thing, with or without something behind it that no pattern is made of. */
interface Repeat {
  readonly unit: string
  readonly tail: string
}

const ofLength = ({ unit, tail }: Repeat, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length) + tail

/** Milliseconds of this process that the search for all matches takes, the best of a few runs. */
function searched({ source, flags }: Pattern, text: string, runs = 3): number {
  const pattern = new RegExp(source, `${flags.replace(/[gy]/g, '')}g`)
  const all = Array.from({ length: runs }, () => {
    const start = process.cpuUsage()
    text.replace(pattern, '')
    return process.cpuUsage(start).user / 1000
  })
  return Math.min(...all)
}

/** In milliseconds: where 1,000 characters take longer, it is not waited for 100,000. */
const patience = 40
/** In milliseconds: less than this may be the doing of other programs. */
const noise = 1
const longest = 100_000

/** A text over which the time of a pattern grows faster than the text, or how long the worst takes. */
interface Outcome {
  readonly steep?: Repeat
  readonly ms: number
}

function outcomeOf(pattern: Pattern): Outcome {
  const repeats = unitsOf(pattern.source).flatMap((unit) =>
    ['', '☒'].map((tail): Repeat => ({ unit, tail }))
  )
  // From short to long in small steps: of some patterns 40 characters take a second, and 60 a month.
  for (let length = 16; length < 1000; length *= 1.4) {
    const lasting = (repeat: Repeat, runs: number) =>
      searched(pattern, ofLength(repeat, Math.round(length)), runs) > patience
    const steep = repeats.find((repeat) => lasting(repeat, 1) && lasting(repeat, 3))
    if (steep) return { steep, ms: Infinity }
  }
  const slowest = repeats
    .map((repeat) => ({ repeat, ms: searched(pattern, ofLength(repeat, 1000), 1) }))
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 3)
    .map(({ repeat }) => repeat)
  const steep = slowest.find((repeat) => isSteep(pattern, repeat))
  if (steep) return { steep, ms: Infinity }
  return { ms: Math.max(...slowest.map((repeat) => searched(pattern, ofLength(repeat, longest)))) }
}

/** Whether the time outgrows the text, again and again: once, it may be the garbage of others. */
function isSteep(pattern: Pattern, repeat: Repeat): boolean {
  const factor = 4
  const ms = (length: number) => searched(pattern, ofLength(repeat, Math.round(length)))
  for (let length = longest / factor ** 3; length < longest; length *= factor) {
    const outgrows = () => ms(length * factor) > factor * 2.5 * Math.max(ms(length), noise)
    if (outgrows() && outgrows() && outgrows()) return true
  }
  return false
}

const { patterns: literal, built } = written()
const put = await putTogether()

it('finds every place where a pattern is put together', () => {
  expect(literal.length).toBeGreaterThan(300)
  const places = new Set(put.map(({ at }) => at))
  expect(built.filter((at) => !places.has(at))).toEqual([])
})

it('takes time that grows with the text', () => {
  const all = new Map([...literal, ...put].map((one) => [`/${one.source}/${one.flags}`, one]))
  const outcomes = [...all.values()].map((pattern) => ({ pattern, ...outcomeOf(pattern) }))
  const slowest = [...outcomes].sort((a, b) => b.ms - a.ms).slice(0, 12)
  for (const { pattern, ms } of figures ? slowest : []) {
    console.log(`${ms.toFixed(1)} ms (aim ≤ 50) ${pattern.at} ${pattern.source.slice(0, 60)}`)
  }
  const steep = outcomes.flatMap(({ pattern: { at, source }, steep }) =>
    steep ? [`${at} ${source.slice(0, 80)} over ${JSON.stringify(steep)}`] : []
  )
  expect(steep).toEqual([])
}, 900_000)
