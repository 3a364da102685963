import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { figuresOf } from '../../../../src/core/intake/figures/figures.ts'
import type { FoundFigure } from '../../../../src/core/intake/figures/found-figure.ts'
import { theOffice } from '../../../../src/core/intake/figures/platforms.ts'
import { sentencesOf, type LabelledFigure } from '../../../fixtures/sentences.ts'
import { figures } from '../../../run.ts'

/**
 * Figures of platforms and of work in the labelled sentences: what is proposed that is not there, and
 * what is there and not proposed. With FIGURES=1 it prints both by kind, and each that is wrong.
 */
const sentences = sentencesOf(readFileSync('tests/fixtures/sentences.txt', 'utf8'))

/** What the labels call the figures of the office's work, by what they are in the report. */
const work: Readonly<Record<string, string>> = {
  readings: '解读',
  briefings: '新闻发布会',
  gazettes: '公报',
  polls: '征集',
  talks: '访谈',
  trainings: '培训',
  inspections: '检查',
  accounts: '账号数',
  accountsClosed: '关停账号数',
  readingCharts: '图解'
}

/** Works that the labels do not name, nor count as wrong. */
const notLabelled = new Set(['proposals', 'motions'])

interface Read {
  readonly platform: string
  readonly name: string
  readonly value: number
  readonly qualifier: string
  readonly total: boolean
}

/** Figures that are proposed with a number; an account that was closed has none. */
const readIn = (text: string): Read[] =>
  figuresOf(text, 2025).flatMap(
    ({ platform, key, name, value, qualifier, period }: FoundFigure): Read[] => {
      const ofOffice = platform.name === theOffice.name
      return value === null || notLabelled.has(key)
        ? []
        : [
            {
              platform: ofOffice ? '工作' : platform.name,
              name: (ofOffice ? work[key] : undefined) ?? name,
              value,
              qualifier: qualifier === '多' ? '余' : qualifier,
              total: period === 'total'
            }
          ]
    }
  )

const isSame = (label: LabelledFigure, read: Read): boolean =>
  label.platform === read.platform &&
  label.names.includes(read.name) &&
  label.value === read.value &&
  label.qualifier === read.qualifier &&
  label.total === read.total

interface Score {
  readonly right: number
  readonly extra: readonly Read[]
  readonly missed: readonly LabelledFigure[]
}

function scoreOf(labels: readonly LabelledFigure[], read: readonly Read[]): Score {
  const extra = [...read]
  const missing = labels.filter((label) => {
    const at = extra.findIndex((one) => isSame(label, one))
    if (at >= 0) extra.splice(at, 1)
    return at < 0
  })
  const missed = missing.filter(({ sure }) => sure)
  const right = labels.filter((label) => label.sure && !missing.includes(label)).length
  return { right, extra, missed }
}

const scored = sentences.map((sentence) => ({
  ...sentence,
  ...scoreOf(sentence.figures, readIn(sentence.text))
}))

interface Sum {
  readonly right: number
  readonly extra: number
  readonly missed: number
  readonly precision: number
  readonly recall: number
}

function sumOf(list: readonly Score[]): Sum {
  const all = (count: (score: Score) => number) => list.reduce((sum, one) => sum + count(one), 0)
  const [right, extra] = [all((one) => one.right), all((one) => one.extra.length)]
  const missed = all((one) => one.missed.length)
  const share = (of: number) => (of === 0 ? 1 : right / of)
  return {
    right,
    extra,
    missed,
    precision: share(right + extra),
    recall: share(right + missed)
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

describe('figures of platforms and of work in the labelled sentences', () => {
  const sum = sumOf(scored)

  if (figures) {
    for (const kind of new Set(scored.map((one) => one.kind))) {
      const { right, extra, missed } = sumOf(scored.filter((one) => one.kind === kind))
      if (right + extra + missed > 0)
        console.log(`${kind}: ${right} right, ${extra} too many, ${missed} missed`)
    }
    for (const { text, extra, missed } of scored) {
      if (extra.length + missed.length === 0) continue
      const told = ({ platform, value, qualifier, total, ...rest }: Read | LabelledFigure) =>
        `${platform} ${'name' in rest ? rest.name : rest.names.join('/')} ${value}${qualifier}${total ? ' 累计' : ''}`
      console.log(
        [
          text,
          ...extra.map((one) => `  + ${told(one)}`),
          ...missed.map((one) => `  - ${told(one)}`)
        ].join('\n')
      )
    }
    console.log(
      `${sum.right} right of ${sum.right + sum.missed}, ${sum.extra} too many: precision ${percent(sum.precision)}, recall ${percent(sum.recall)}`
    )
  }

  it('are hardly ever proposed where there are none', () => {
    expect(sum.precision).toBeGreaterThanOrEqual(0.95)
  })

  it('are nearly all found', () => {
    expect(sum.right + sum.missed).toBeGreaterThanOrEqual(60)
    expect(sum.recall).toBeGreaterThanOrEqual(0.85)
  })
})
