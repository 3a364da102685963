import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSetter, type Line, type TextStyle } from '../../../src/typeset/lines/set-text.ts'
import { fakeFonts } from './fake-fonts.ts'
import { textOf, widthOf } from './lines-of.ts'

const size = 16
const style = (em: number, more: Partial<TextStyle> = {}): TextStyle => ({
  role: 'body',
  size,
  measure: em * size,
  fit: 'justify',
  ...more
})
const set = (text: string, how: TextStyle, times = false): readonly Line[] =>
  createSetter(fakeFonts, times).set(text, how)
const texts = (text: string, how: TextStyle): string[] =>
  set(text, how).map(({ from, to }) => text.slice(from, to))

describe('kinsoku', () => {
  test.each([
    ['中文中文，中文', 4],
    ['中文中文。”中文', 4],
    ['中文中《文中》文', 3],
    ['中文中“文中”文', 4],
    ['中文中——文中文', 4],
    ['中文中……文中文', 4],
    ['中文中１００％文中', 6],
    ['中文第2022年中文', 5],
    ['中文A.B.C,D中文', 5],
    ['中文￥100中文', 4],
    ['中文中《 文中》文', 4]
  ])('%s in %i em keeps its rules', (text, em) => {
    const lines = texts(text, style(em))
    expect(lines.join('')).toBe(text)
    for (const line of lines) {
      expect(line).not.toMatch(/^[，。”》—…％.,]/u)
      expect(line).not.toMatch(/[《“￥] *$/u)
      expect(line).not.toMatch(/^[^《“]*—$|^…|[^…]…$/u)
    }
  })

  test('a number is not parted, and rather stays with its measure word', () => {
    const text = '全年共主动公开政府信息内容计289条有余'
    for (let em = 6; em < 20; em++) {
      for (const line of texts(text, style(em))) expect(line).not.toMatch(/^8?9条|计28?$/)
    }
    expect(texts(text, style(14.6))[0]).not.toMatch(/289$/)
  })

  test('a last line has more than two characters where it can', () => {
    const lines = texts('政府信息公开工作年度报告也'.repeat(5).slice(0, 55), style(27))
    expect(lines.at(-1)?.length).toBeGreaterThan(2)
  })
})

describe('addresses', () => {
  const address = 'https://www.yunxi.example/zwgk/fdzdgknr/zfxxgknb/202601/t20260123_12345678.html'
  const texts28 = (text: string) => set(text, style(27.6, { indent: 2 * size }))

  test.each([
    `；网 址 ${address}，欢迎查询。`,
    `本局网站为${address}，电子邮箱为xinxi.gongkai@wenhua.yunxi.example，欢迎查询。`,
    `联系地址：云溪市人民路1号；网址：${address}${address}；邮编：000000。`
  ])('%s is not drawn apart', (text) => {
    const lines = texts28(text)
    expect(lines.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text)
    for (const line of lines) {
      expect(line.forced).toBe(false)
      // Between Han characters; the blanks that the text has are wider by themselves.
      const boxes = line.pieces.flatMap(({ x, glyphs }) =>
        glyphs.map((glyph) => ({
          code: glyph.code,
          left: x + glyph.x,
          width: widthOf(glyph, size)
        }))
      )
      boxes.slice(1).forEach(({ code, left }, i) => {
        const before = boxes[i]
        if (!before || Math.min(code, before.code) < 0x2e80) return
        expect(left - before.left - before.width).toBeLessThan(0.3 * size)
      })
    }
  })

  test('a line ends after a joint where it can, and never within ://', () => {
    for (let em = 8; em < 40; em += 0.5) {
      const lines = texts(`网址：${address}`, style(em))
      for (const line of lines) expect(line).not.toMatch(/https?:?\/?$|^[/._]/)
    }
  })
})

describe('edges', () => {
  test('an opener at the head of a line loses its left half, but not in the indent', () => {
    const lines = set('（一）中文中文《中文中文》中文', style(7, { indent: 2 * size }))
    expect(lines[0]?.pieces[0]?.glyphs[0]).toEqual({ code: 0xff08, x: 0 })
    const heads = lines.slice(1).flatMap(({ pieces }) => pieces[0]?.glyphs[0] ?? [])
    for (const head of heads) if (head.code === 0x300a) expect(head.half).toBe('left')
    expect(lines[0]?.pieces[0]?.x).toBe(2 * size)
  })

  test('a closer at the end of a line gives up its blank half when that is needed', () => {
    const [line] = set('中文中文中文，中文中文中文中', style(6.5))
    expect(line?.to).toBe(7)
    expect(line?.right).toBeCloseTo(6.5 * size, 6)
    expect(line?.pieces.at(-1)?.glyphs.at(-1)).toMatchObject({ half: 'right' })
  })

  test('the grid of the page: 28 characters fill a line', () => {
    const measure = (156 * 72) / 25.4
    const text = '政府信息公开工作年度报告'.repeat(7)
    const lines = set(text, { ...style(1), measure, track: measure / 28 - size })
    for (const line of lines.slice(0, -1)) {
      expect(line.to - line.from).toBe(28)
      expect(line.right).toBeCloseTo(measure, 6)
    }
  })
})

describe('what cannot be set', () => {
  test('a character without a font and half a surrogate pair are reported where they stand', () => {
    const text = '中\ue000文\ud800字'
    const [line] = set(text, style(20))
    expect(line?.flaws).toEqual([
      { kind: 'missing', code: 0xe000, offset: 1 },
      { kind: 'missing', code: 0xd800, offset: 3 }
    ])
    expect(line?.pieces.map(({ offset, glyphs }) => [offset, textOf(glyphs)])).toEqual([
      [0, '中'],
      [2, '文'],
      [4, '字']
    ])
  })

  test('control and format characters are left out and named', () => {
    const [line] = set('中\u0007文\u200b字\ufe0f', style(20))
    expect(line?.flaws.map(({ kind, code }) => [kind, code])).toEqual([
      ['dropped', 7],
      ['dropped', 0x200b],
      ['dropped', 0xfe0f]
    ])
    expect(line?.right).toBeCloseTo(3 * size + 0, 6)
  })

  test('line ends end lines, tabs and rare blanks are blanks', () => {
    expect(texts('中文\r\n中\t文\u2028\u3000字', style(20))).toEqual(['中文', '中\t文', '\u3000字'])
  })
})

describe('other faces', () => {
  test('a character of another font is a run of its own, with its place in the text', () => {
    const [line] = set('中𠮷文㐀字', style(20))
    expect(line?.pieces.map(({ font, offset }) => [font, offset])).toEqual([
      ['body', 0],
      ['rest', 1],
      ['body', 3],
      ['rest', 4],
      ['body', 5]
    ])
  })

  test('Times-like digits take the role of digits', () => {
    expect(set('共2022年', style(20), true)[0]?.pieces.map(({ role }) => role)).toEqual([
      'body',
      'digits',
      'body'
    ])
  })

  test('an apostrophe belongs to its word', () => {
    const [line] = set('It’s', style(20))
    expect(line?.pieces[0]?.glyphs.some(({ half }) => half)).toBe(false)
  })
})

describe('narrow cells', () => {
  const centred = { fit: 'balance', align: 'center' } as const

  test('break first where the form says, if they must break at all', () => {
    expect(texts('结果维持', style(2.5, { ...centred, breaks: [2] }))).toEqual(['结果', '维持'])
    expect(texts('结果维持', style(4, { ...centred, breaks: [2] }))).toEqual(['结果维持'])
    expect(texts('社会公益组织', style(3, { ...centred, breaks: [4] }))).toEqual([
      '社会',
      '公益',
      '组织'
    ])
  })

  test('are centred by what is seen: blank halves at the ends do not count', () => {
    const [line] = set('（三）', style(4, centred))
    const glyphs = line?.pieces[0]?.glyphs ?? []
    expect(glyphs.map(({ half }) => half)).toEqual(['left', undefined, 'right'])
    expect(line?.left).toBeCloseTo(size, 6)
    expect(line?.right).toBeCloseTo(3 * size, 6)
  })

  test('are balanced, not filled', () => {
    expect(texts('甲乙丙丁', style(3, centred))).toEqual(['甲乙', '丙丁'])
  })

  test('written downward, a mark stays with its character and hangs beside the column', () => {
    const lines = set('三、办理', style(3, { ...centred, vertical: true }))
    expect(lines.map(({ from, to }) => to - from)).toEqual([2, 1, 1])
    expect(new Set(lines.map(({ pieces }) => pieces[0]?.x)).size).toBe(1)
  })
})

test('the same text is set once, and forgotten when it is not asked for', () => {
  const { set: again, forget } = createSetter(fakeFonts, false)
  const first = again('中文', style(9))
  expect(again('中文', style(9))).toBe(first)
  forget()
  expect(again('中文', style(9))).toBe(first)
  forget()
  forget()
  expect(again('中文', style(9))).not.toBe(first)
})

describe('any paragraph', () => {
  const han = fc.constantFrom(...'政府信息公开工作年度报告主动申请平台建设监督保障𠮷㐀镕')
  const piece = fc.oneof(
    { weight: 12, arbitrary: han },
    { weight: 2, arbitrary: fc.constantFrom(...'，。、；：？！') },
    { weight: 1, arbitrary: fc.constantFrom('《', '》', '（', '）', '“', '”', '〔', '〕') },
    { weight: 1, arbitrary: fc.constantFrom('——', '……', '·', ' ', '％') },
    { weight: 2, arbitrary: fc.nat(99999).map(String) },
    { weight: 1, arbitrary: fc.constantFrom('GB/T 9704', 'App', 'www.example.gov.cn/a/b', '3.5%') }
  )
  const text = fc.array(piece, { minLength: 1, maxLength: 160 }).map((pieces) => pieces.join(''))
  const measure = 27.64 * size
  const justified = { ...style(1), measure, indent: 2 * size, track: -0.2 }

  test('loses nothing, keeps the rules and reaches the right edge', () => {
    fc.assert(
      fc.property(text, (source) => {
        const lines = set(source, justified)
        expect(lines.map(({ from, to }) => source.slice(from, to)).join('')).toBe(source)
        const shown = lines.flatMap(({ pieces }) => pieces.map(({ glyphs }) => textOf(glyphs)))
        expect(shown.join('')).toBe(source)
        lines.forEach((line, i) => {
          const content = source.slice(line.from, line.to).trimEnd()
          // Marks that nothing could stand between would need a line of their own.
          if (line.forced || lines[i - 1]?.forced) return
          if (i > 0) expect(content).not.toMatch(/^[，。、；：？！》）”〕—…·％.,%]/u)
          if (i < lines.length - 1) {
            expect(content).not.toMatch(/[《（“〔]$/u)
            expect(Math.abs(line.right - measure)).toBeLessThan(0.3)
          } else expect(line.right).toBeLessThan(measure + 0.3)
        })
      }),
      { numRuns: 300 }
    )
  })

  test('has its glyphs in order, none upon another', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { pieces } of set(source, justified)) {
          const boxes = pieces.flatMap(({ x, glyphs }) =>
            glyphs
              .filter(({ code }) => code !== 0x20)
              .map((glyph) => ({ left: x + glyph.x, right: x + glyph.x + widthOf(glyph, size) }))
          )
          boxes.slice(1).forEach(({ left }, i) => {
            // White inside full-width marks may shrink by a quarter em, never ink.
            expect(left - (boxes[i]?.right ?? 0)).toBeGreaterThan(-0.27 * size)
          })
        }
      }),
      { numRuns: 100 }
    )
  })

  test('of 10,000 digits, commas or spaces is set', () => {
    for (const source of [
      '1'.repeat(10000),
      '，'.repeat(10000),
      ' '.repeat(10000),
      '\u0301'.repeat(999)
    ]) {
      const lines = set(source, justified)
      expect(lines.map(({ from, to }) => source.slice(from, to)).join('')).toBe(source)
      for (const line of lines) expect(line.right).toBeLessThan(measure + 0.3)
    }
  })
})
