import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { slips, writtenSlips } from '../../../../src/core/checks/wording/dictionary/dictionary.ts'
import type { WrongWord } from '../../../../src/core/checks/wording/dictionary/slip.ts'
import { typos } from '../../../../src/core/checks/wording/typos.ts'

/** What the dictionary finds in a text. */
const found = (text: string): readonly WrongWord[] =>
  slips.flatMap((look) => look(text)).map(({ params }) => params)

const rightWords = (word: WrongWord): string =>
  word.meant ?? (word.readings ?? [word.perhaps]).join('/')

const linesOf = (name: string): string[] =>
  readFileSync(`tests/fixtures/${name}`, 'utf8').split('\n\n').slice(1).join('\n').split('\n')

const lines = linesOf('slips.txt')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('|').map((part) => part.trim()))
  .map(([slip = '', wrong = '', right = '']) => ({ slip, wrong, right }))

describe('the dictionary of slips', () => {
  const written = writtenSlips()

  it('has at least 400, each with its line in the fixture', () => {
    const slips = written.map(({ wrong, rights }) => `${wrong}→${rights.join('/')}`)
    expect(slips.length).toBeGreaterThanOrEqual(400)
    expect(lines.map(({ slip }) => slip).sort()).toEqual(slips.sort())
  })

  it('finds each in its sentence, alone and with its right words', () => {
    const missed = lines.filter(({ slip, wrong }) => {
      const said = found(wrong).map((one) => `${one.found}→${rightWords(one)}`)
      return said.join() !== slip
    })
    expect(missed).toEqual([])
  })

  it('is silent on every sentence that only looks like it', () => {
    expect(lines.filter(({ right }) => found(right).length > 0)).toEqual([])
  })

  it('finds nothing in a sentence once its right words stand there', () => {
    const again = lines.flatMap(({ slip, wrong }) => {
      const [words = '', rights = ''] = slip.split('→')
      return rights
        .split('/')
        .map((right) => wrong.replace(words, () => right))
        .filter((mended) => found(mended).length > 0)
    })
    expect(again).toEqual([])
  })

  it('finds no right word of another to be wrong', () => {
    const rights = written.flatMap(({ rights }) => rights)
    expect(rights.filter((right) => found(right).length > 0)).toEqual([])
  })

  it('offers several readings only with the reason', () => {
    expect(written.filter(({ rights, reason }) => rights.length > 1 && !reason)).toEqual([])
  })
})

describe('right sentences', () => {
  it.each(linesOf('right-words.txt').filter(Boolean))('%s', (sentence) => {
    expect(typos.flatMap((look) => look(sentence))).toEqual([])
  })
})

describe('a slip', () => {
  const first = (text: string) => found(text)[0]

  it('is certain in a sentence', () => {
    expect(first('实施技术公关项目。')).toEqual({
      problem: 'word',
      found: '技术公关',
      meant: '技术攻关'
    })
  })

  it('in the title of a document may be as it was published', () => {
    expect(first('印发《中式项目管理办法》。')).toMatchObject({ perhaps: '中试项目' })
    expect(first('印发《关于2022征集年度榜单的通知》。')).toMatchObject({
      perhaps: '2022年度征集'
    })
    expect(first('转发《银行帐户管理办法》。')).toBeUndefined()
  })

  it('in quotation marks is a guess, and nothing is offered', () => {
    const word = first('栏目“公式公告”已更名。')
    expect(word).toMatchObject({ perhaps: '公示公告' })
    expect(word).not.toHaveProperty('readings')
  })

  it.each([
    ['及使公开也要归档。', ['即使', '及时']],
    ['扎实推工作落实。', ['推进工作', '推动工作']]
  ])('of two readings offers both and says why: %s', (text, readings) => {
    expect(first(text)).toMatchObject({ readings, why: expect.stringMatching(/。$/) })
  })

  it.each([
    ['关于2022征集年度的通知', '2022年度征集'],
    ['2025度工作要点。', '2025年度'],
    ['2025年年政府信息公开。', '2025年'],
    ['12月分共收到3件。', '12月份']
  ])('can be a number among its words: %s', (text, meant) => {
    expect(first(text)).toMatchObject({ meant })
  })

  it.each([
    ['政府信息公公开', '政府信息公开'],
    ['政府信公息开', '政府信息公开'],
    ['行政规性范文件', '行政规范性文件'],
    ['主公动开', '主动公开'],
    ['国务院公办厅', '国务院办公厅'],
    ['中华人共和国', '中华人民共和国']
  ])('can be a character of a set term missing, doubled or changed about: %s', (text, meant) => {
    expect(first(text)).toMatchObject({ found: text, meant })
  })
})
