import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read, textBlocks } from '../../../../src/formats/read/text/read-text.ts'

const sentence =
  '清河县水务局2023年政府信息公开工作年度报告，现予公布。一、总体情况：全年发布信息289条。'.repeat(
    3
  )
const input = (bytes: Uint8Array) => read({ name: '年报.txt', bytes })
const pasted = (text: string) => read({ name: '', bytes: new Uint8Array(), text })

/** GBK bytes of a text, from the decoder's own table. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk')
  const codes = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      codes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail])
    }
  }
  return Uint8Array.from(
    [...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (codes.get(char) ?? [])))
  )
}

const utf16 = (text: string, big: boolean) =>
  Uint8Array.from(
    [...text].flatMap((char) => {
      const code = char.charCodeAt(0)
      return big ? [code >> 8, code & 0xff] : [code & 0xff, code >> 8]
    })
  )
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('encodings', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', utf8(sentence)],
    ['UTF-8 with a mark', utf8(`\ufeff${sentence}`)],
    ['GBK', gbk(sentence)],
    ['UTF-16 LE with a mark', utf16(`\ufeff${sentence}`, false)],
    ['UTF-16 BE with a mark', utf16(`\ufeff${sentence}`, true)],
    ['UTF-16 LE', utf16(sentence, false)]
  ])('%s', async (_name, bytes) => {
    expect(await input(bytes)).toMatchObject({ ok: true, shownText: sentence })
  })

  it('reads a file that was cut off inside a character', async () => {
    const bytes = utf8(sentence)
    const result = await input(bytes.subarray(0, bytes.length - 1))
    expect(result).toMatchObject({ ok: true, shownText: sentence.slice(0, -1) })
  })

  it('puts GBK right that was read as Latin', async () => {
    const garbled = [...gbk(sentence)].map((byte) => String.fromCharCode(byte)).join('')
    expect(await pasted(garbled)).toMatchObject({
      ok: true,
      shownText: sentence,
      mended: 'mojibake'
    })
  })

  it('puts UTF-8 right that was read as GBK, or refuses it where characters are lost', async () => {
    const whole = '政府信息公开工作年度报告政府信息公开工作年度报告政府信息公开工作年度报告'
    const garbled = new TextDecoder('gbk').decode(utf8(whole))
    expect(await pasted(garbled)).toMatchObject({ shownText: whole, mended: 'mojibake' })
    const lost = new TextDecoder('gbk').decode(utf8(sentence))
    expect(await pasted(lost)).toEqual({ ok: false, reason: 'encoding', detail: 'mojibake' })
  })

  it('refuses what is no text', async () => {
    const bytes = Uint8Array.from({ length: 3000 }, (_, i) => (i * i * 31 + i * 7) & 0xff)
    expect(await input(bytes)).toMatchObject({ ok: false, reason: 'encoding' })
    expect(await input(new Uint8Array(4000))).toMatchObject({ ok: false })
  })

  it('refuses nothing and too much', async () => {
    expect(await pasted(' \n\t ')).toMatchObject({ ok: false, reason: 'empty' })
    expect(await pasted('一'.repeat(4_000_001))).toEqual({
      ok: false,
      reason: 'tooLong',
      detail: '4000001'
    })
  })
})

const grids = (text: string) =>
  textBlocks(text).flatMap((block) =>
    block.type === 'grid' ? [block.rows.map((row) => row.map((cell) => cell.text))] : []
  )

describe('grids in a text', () => {
  it.each<[string, string, string[][][]]>([
    [
      'tabs',
      'a\tb\n\tc\td',
      [
        [
          ['a', 'b'],
          ['', 'c', 'd']
        ]
      ]
    ],
    [
      'tabs over a blank line',
      'a\tb\n\nc\td',
      [
        [
          ['a', 'b'],
          ['c', 'd']
        ]
      ]
    ],
    [
      'tabs behind a lone cell',
      'a\t\t\nb\t1\t',
      [
        [
          ['a', '', ''],
          ['b', '1', '']
        ]
      ]
    ],
    [
      'a quoted cell of two lines',
      '"a\nb"\t1\nc\t2',
      [
        [
          ['a\nb', '1'],
          ['c', '2']
        ]
      ]
    ],
    [
      'framed bars',
      '| a | 1 |\n| b |  |',
      [
        [
          ['a', '1'],
          ['b', '']
        ]
      ]
    ],
    [
      'bare bars with a blank end',
      'a | 1 | 2\nb | 3 | ',
      [
        [
          ['a', '1', '2'],
          ['b', '3', '']
        ]
      ]
    ],
    [
      'Markdown',
      '| a | b |\n|---|:-:|\n| **1** | 2 |',
      [
        [
          ['a', 'b'],
          ['1', '2']
        ]
      ]
    ],
    ['a row of empty cells before a lone bar', '规章\n||\n|\n0\n|\n', [[['0']]]],
    ['full-width bars', '｜规章｜0｜1｜', [[['规章', '0', '1']]]],
    ['lone bars', '规章\n|\n0\n|\n\n|\n2\n', [[['规章', '0', '', '2']]]],
    [
      'lone bars with rows',
      '|\n规章\n|\n0\n|\n|\n许可\n|\n1\n|',
      [
        [
          ['规章', '0'],
          ['许可', '1']
        ]
      ]
    ],
    [
      'no grid',
      '网站共发布信息|其中动态若干，其余为公告和通知，另有专题一个，均按时更新，内容完整，无一遗漏，便于查询和下载。',
      []
    ]
  ])('%s', (_name, text, expected) => {
    expect(grids(text)).toEqual(expected)
  })

  it('gives each cell and paragraph its place', () => {
    const text = '  前言。\n规章\t 12 \n| a | 3 |\n许可\n|\n4\n|'
    for (const block of textBlocks(text)) {
      const cells = block.type === 'grid' ? block.rows.flat() : [block]
      for (const cell of cells) expect(text.slice(cell.at?.from, cell.at?.to)).toBe(cell.text)
    }
  })
})

it('loses no character but separators, and never throws', () => {
  const piece = fc.constantFrom(...'|｜│\t\n\r "一、规章0１2-—#*', '\n|\n', '报告')
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (text) => {
        const said = textBlocks(text.replace(/\r\n?/g, '\n'))
          .flatMap((block) => (block.type === 'grid' ? block.rows.flat() : [block]))
          .map((part) => part.text)
          .join('')
        const digits = (from: string) => from.replace(/[^\u4e00-\u9fa50-9１]/g, '')
        expect(digits(said)).toBe(digits(text))
      }
    ),
    { examples: [['章\n||\n|\n']] }
  )
})
