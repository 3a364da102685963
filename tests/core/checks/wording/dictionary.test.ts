import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { slips, writtenSlips } from '../../../../src/core/checks/wording/dictionary/dictionary.ts'

/** What the dictionary finds in a sentence. */
const found = (sentence: string) =>
  slips.flatMap((look) => look(sentence)).map(({ params }) => params)

const lines = readFileSync('tests/fixtures/slips.txt', 'utf8')
  .split('\n')
  .filter((line) => line.includes('→') && line.includes('|') && !line.startsWith('wrong'))
  .map((line) => line.split('|').map((part) => part.trim()))
  .map(([slip = '', wrong = '', right = '']) => ({ slip, wrong, right }))

describe('the dictionary of slips', () => {
  it('has at least 400, each with its line in the fixture', () => {
    const written = writtenSlips().map(({ wrong, rights }) => `${wrong}→${rights.join('/')}`)
    expect(written.length).toBeGreaterThanOrEqual(400)
    expect(lines.map(({ slip }) => slip).sort()).toEqual([...written].sort())
  })

  it('finds each in its sentence, alone and with its right words', () => {
    const missed = lines.flatMap(({ slip, wrong }) => {
      const [words = '', right = ''] = slip.split('→')
      const said = found(wrong).map((one) => [
        one.found,
        one.meant ?? [one.perhaps, ...(one.or ?? [])].join('/')
      ])
      const due = JSON.stringify([[words, right]])
      return JSON.stringify(said) === due ? [] : [`${wrong} ${JSON.stringify(said)}`]
    })
    expect(missed).toEqual([])
  })

  it('is silent on the sentence that looks like it', () => {
    const flagged = lines.flatMap(({ right }) =>
      found(right).map((one) => `${right} ${one.found}`)
    )
    expect(flagged).toEqual([])
  })
})
