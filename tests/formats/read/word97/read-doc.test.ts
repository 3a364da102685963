import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recognise } from '../../../../src/core/intake/recognise.ts'
import { readFile } from '../../../../src/formats/index.ts'
import { compoundFile, joined, packed, utf16 } from '../../../fixtures/writers/old/compound.ts'
import { printedProse, wordSource } from '../../../fixtures/writers/word-source.ts'
import { offices } from '../../../fixtures/writers/offices.ts'
import {
  doc,
  hidden,
  row,
  sprm,
  text,
  wordFile97,
  wordStreams,
  type More,
  type Paragraph,
  type Ways
} from '../../../fixtures/writers/old/word97.ts'

/** Documents of Word 97 to 2003 and of WPS, and what is not one although it looks so. */

const read = (bytes: Uint8Array<ArrayBuffer>, name = '年报.doc') =>
  readFile(new File([bytes], name))

/** Texts, and tables as rows of cells with what they cover. */
const blocks = (body: readonly Paragraph[], ways?: Ways, more?: More) =>
  blocksOf(wordFile97(body, ways, more))

async function blocksOf(bytes: Uint8Array<ArrayBuffer>) {
  const result = await read(bytes)
  if (!result.ok || !('blocks' in result)) throw new Error(JSON.stringify(result))
  return result.blocks.map((block) =>
    block.type === 'text'
      ? block.text
      : block.rows.map((cells) =>
          cells.map(({ text, cols = 1, rows = 1 }) =>
            cols * rows === 1 ? text : `${text} ${cols}×${rows}`
          )
        )
  )
}

describe('a template of an office, saved by LibreOffice', () => {
  it.each([
    ['sample', '.doc'],
    ['city', '.doc'],
    ['town', '.doc'],
    ['city', '.rtf'],
    ['town', '.rtf']
  ])('of %s as %s says what the .docx says', async (office, ending) => {
    const name = `${office}-${ending.slice(1)}-of-a-template-by-libreoffice${ending}`
    const page = offices[office]
    if (!page) throw new Error(office)
    const bytes = readFileSync(`tests/fixtures/corpus/${name}`)
    const result = await read(new Uint8Array(bytes), name)
    const source = await read(new Uint8Array(wordSource(page)), 'a.docx')
    if (!result.ok || !('blocks' in result)) throw new Error(name)
    if (!source.ok || !('blocks' in source)) throw new Error('source')
    const { text, leftovers } = recognise(result.blocks).patch
    expect(leftovers).toEqual([])
    // LibreOffice does not write text boxes of this kind into .rtf.
    const boxed = ending === '.rtf' ? { other: '本年度没有收取信息处理费。' } : {}
    expect(text).toMatchObject({ ...printedProse, ...boxed })
    if (ending === '.doc') expect(text).toEqual(recognise(source.blocks).patch.text)
  })
})

describe('text', () => {
  it('is put together from pieces of one and of two bytes, in whatever order they stand', async () => {
    const body = [text('2025年，IPv6 “达标”。'), text('São Paulo — 1,234件')]
    const expected = ['2025年，IPv6 “达标”。', 'São Paulo — 1,234件']
    expect(await blocks(body)).toEqual(expected)
    expect(await blocks(body, { fast: true })).toEqual(expected)
  })

  it('is as it is printed: nothing hidden or deleted, no codes of fields, no signs of objects', async () => {
    const runs = [
      { text: '甲' },
      { text: '乙', sprms: hidden },
      { text: '丙', sprms: sprm(0x0800, [1, 1]) },
      { text: '\x13 PAGE \x13 REF a \x141\x15 \x147\x15' },
      { text: '\x01\x08丁\x1e1\x1f\x0b戊\t己' }
    ]
    expect(await blocks([{ runs }])).toEqual(['甲7丁-1', '戊 己'])
  })

  it('goes on behind a field that never ends', async () => {
    expect(await blocks([text('甲\x13 TOC'), text('乙')])).toEqual(['甲 TOC', '乙'])
  })

  it('is hidden by what is said of the whole piece', async () => {
    const more = { lists: [hidden], modifier: 1 }
    expect(await read(wordFile97([text('甲')], {}, more))).toMatchObject({ reason: 'empty' })
    expect(await blocks([text('甲')], {}, { lists: [hidden], modifier: 0 })).toEqual(['甲'])
    // The same without a list of its own: sprmCFVanish, on.
    const short = { modifier: (0x5c << 1) + 0x100 }
    expect(await read(wordFile97([text('甲')], {}, short))).toMatchObject({ reason: 'empty' })
  })

  it('of headers is left out', async () => {
    const behind = [{ at: 84, paragraphs: [text('页眉')] }]
    expect(await blocks([text('正文')], {}, { behind })).toEqual(['正文'])
  })

  it('of a box stands behind the paragraph that the box is tied to', async () => {
    const box = (shape: number) => joined(new Uint8Array(14), packed([4, shape]), new Uint8Array(4))
    const shape = (id: number) => joined(packed([4, id]), new Uint8Array(22))
    const more = {
      behind: [{ at: 100, paragraphs: [text('框二'), text('框一'), text('')] }],
      tables: {
        40: joined(packed([4, 1], [4, 3], [4, 6]), shape(11), shape(12)),
        56: joined(packed([4, 0], [4, 3], [4, 6], [4, 7]), box(12), box(11), box(0))
      }
    }
    expect(await blocks([text('甲'), text('乙'), text('丙')], {}, more)).toEqual([
      '甲',
      '框一',
      '乙',
      '框二',
      '丙'
    ])
  })
})

describe('notes', () => {
  interface Notes {
    /** The characters of the body that refer to them. */
    readonly places: readonly number[]
    readonly texts: readonly string[]
    /** Where each text begins, the last ends, and one that means nothing. */
    readonly bounds?: readonly number[]
  }
  const boundsOf = (texts: readonly string[]) =>
    texts.reduce((all, words) => [...all, (all.at(-1) ?? 0) + words.length + 1], [0])
  const none: Notes = { places: [], texts: [] }

  function notes(foot: Notes, end: Notes = none): More {
    const four = (values: readonly number[]) => packed(...values.map((at) => [4, at] as const))
    const places = (own: Notes) =>
      joined(four([...own.places, 9999]), new Uint8Array(2 * own.places.length))
    const texts = (own: Notes) => four([...(own.bounds ?? boundsOf(own.texts)), 9999])
    const paragraphs = (own: Notes) => [...own.texts, ''].map((words) => text(words))
    return {
      behind: [
        { at: 80, paragraphs: paragraphs(foot) },
        { at: 84, paragraphs: [text('页眉')] },
        { at: 96, paragraphs: paragraphs(end) }
      ],
      tables: { 2: places(foot), 3: texts(foot), 46: places(end), 47: texts(end) }
    }
  }

  it('stand once, in their order, behind the paragraph that refers to them', async () => {
    const body = [text('甲\x02乙\x02丙'), text('丁')]
    const more = notes({ places: [1, 3], texts: ['\x02 注一', '\x02 注二\x0b下一行'] })
    const expected = ['甲乙丙', '注一', '注二', '下一行', '丁']
    expect(await blocks(body, {}, more)).toEqual(expected)
    expect(await blocks(body, { fast: true }, more)).toEqual(expected)
  })

  it('at the end of the document stand behind their paragraphs too', async () => {
    const body = [text('甲\x02'), text('乙\x02'), text('丙')]
    const more = notes(
      { places: [4], texts: ['\x02脚注'] },
      { places: [1], texts: ['\x02尾注\r又一段'] }
    )
    expect(await blocks(body, {}, more)).toEqual(['甲', '尾注', '又一段', '乙', '脚注', '丙'])
  })

  it('of a table of numbers stand behind it, those of a frame behind their paragraph', async () => {
    const cells = row([
      { text: '许可\x02', width: 2000 },
      { text: '12', width: 2000 }
    ])
    const more = notes({ places: [2], texts: ['\x02注'] })
    expect(await blocks([...cells, text('后')], {}, more)).toEqual([[['许可', '12']], '注', '后'])
    const frame = [
      ...row([{ text: '许可\x02', width: 2000 }]),
      ...row([{ text: '下一格', width: 2000 }])
    ]
    expect(await blocks([...frame, text('后')], {}, more)).toEqual(['许可', '注', '下一格', '后'])
  })

  it.each<[string, readonly number[]]>([
    ['nothing', []],
    ['a place behind the end', [0xffffffff]],
    ['places behind one another', [7000, 6]]
  ])('that are referred to by %s are at the end, or where they can be', async (_, places) => {
    const more = notes({ places, texts: ['注一'] })
    expect(await blocks([text('正文')], {}, more)).toEqual(['正文', '注一'])
  })

  it.each<[string, readonly number[]]>([
    ['overlap', [0, 3, 0, 3]],
    ['end behind all notes', [0, 3, 400]],
    ['end in what comes next', [0, 3, 8]]
  ])('whose places %s are no report', async (_, bounds) => {
    const bytes = wordFile97([text('甲\x02')], {}, notes({ places: [1], texts: ['注一'], bounds }))
    expect(await read(bytes)).toMatchObject({ ok: false, reason: 'damaged' })
  })

  it('without any mark of a paragraph end where their table says', async () => {
    const more = notes({ places: [0, 0, 0], texts: ['abc'], bounds: [0, 1, 2, 3] })
    expect(await blocks([text('甲')], {}, more)).toEqual(['甲', 'a', 'b', 'c'])
  })
})

describe('notes of Rich Text', () => {
  const escaped = (rtf: string) =>
    rtf.replace(/[^\p{ASCII}]/gu, (char) => `\\u${char.charCodeAt(0)}?`)
  const rtf = (body: string) => blocksOf(new TextEncoder().encode(escaped(`{\\rtf1 ${body}}`)))
  const note = (words: string) =>
    String.raw`{\super\chftn{\*\footnote\pard\plain {\chftn } ${words}}}`

  it('stand once, in their order, behind the paragraph that refers to them', async () => {
    const body = String.raw`{\header\pard 页眉\par}甲${note('注一')}乙{\footnote\ftnalt 尾注\par 又一段\par}丙\par 丁\par`
    expect(await rtf(body)).toEqual(['甲乙丙', '注一', '尾注', '又一段', '丁'])
  })

  it('of a table of numbers stand behind it, those of a frame behind their paragraph', async () => {
    const cells = String.raw`\trowd\cellx2000\cellx4000\pard\intbl 许可${note('注')}\cell 12\cell\row\pard 后\par`
    expect(await rtf(cells)).toEqual([[['许可', '12']], '注', '后'])
    const cell = (words: string) => String.raw`\trowd\cellx2000\pard\intbl ${words}\cell\row`
    const frame = `${cell(`许可${note('注')}`)}${cell('下一格')}`
    expect(await rtf(frame)).toEqual(['许可', '注', '下一格'])
  })

  it('may be very many in one paragraph, or one in the other', async () => {
    const many = 150_000
    expect(await rtf(`甲${String.raw`{\footnote}`.repeat(many)}${String.raw`\par `}乙`)).toEqual([
      '甲',
      '乙'
    ])
    const deep = `甲${String.raw`{\footnote `.repeat(100)}注${'}'.repeat(100)}`
    expect(await rtf(deep)).toEqual(['甲', '注'])
  })
})

describe('tables', () => {
  it('have their columns where any row has an edge, but for half a millimetre', async () => {
    const rows = [
      ...row([
        { text: '甲', width: 2000 },
        { text: '乙', width: 3000 }
      ]),
      ...row(
        [
          { text: '1', width: 1000 },
          { text: '2', width: 1012 },
          { text: '3', width: 3000 }
        ],
        -120
      )
    ]
    expect(await blocks([...rows, text('后')])).toEqual([
      [
        ['甲 2×1', '乙'],
        ['1', '2', '3']
      ],
      '后'
    ])
  })

  it('keep the merges that were made after the rows were described', async () => {
    const down = (flags: number) => sprm(0xd62b, [1, 2], [1, 0], [1, flags])
    const cells = (first: string, ...more: Uint8Array[]) =>
      row([
        { text: first, width: 1000 },
        { text: '1', width: 1000 },
        { text: '2', width: 1000 }
      ]).map((one) =>
        one.runs.length ? one : { ...one, sprms: joined(one.sprms ?? packed(), ...more) }
      )
    const across = sprm(0x5624, [1, 1], [1, 3])
    expect(
      await blocks([...cells('甲', down(3)), ...cells('', down(1)), ...cells('乙', across)])
    ).toEqual([
      [
        ['甲 1×2', '1', '2'],
        ['1', '2'],
        ['乙', '1 2×1']
      ]
    ])
  })

  it('without a description of their rows are read as cells in order', async () => {
    const bare = row([
      { text: '甲', width: 1 },
      { text: '乙', width: 1 }
    ]).map((one) => (one.runs.length ? one : { ...one, sprms: sprm(0x2417, [1, 1]) }))
    const inTable = bare.map((one) => ({
      ...one,
      sprms: joined(one.sprms ?? packed(), sprm(0x2416, [1, 1]))
    }))
    expect(await blocks(inTable)).toEqual([[['甲', '乙']]])
  })

  it('that hold other tables are a frame', async () => {
    const inner = sprm(0x6649, [4, 2])
    const nested = joined(sprm(0x2416, [1, 1]), inner)
    const definition = row([
      { text: '', width: 1000 },
      { text: '', width: 1000 }
    ]).at(-1)?.sprms
    const body: Paragraph[] = [
      { runs: [{ text: '里一' }], sprms: joined(nested, sprm(0x244b, [1, 1])) },
      { runs: [{ text: '里二' }], sprms: joined(nested, sprm(0x244b, [1, 1])) },
      {
        runs: [],
        sprms: joined(nested, sprm(0x244c, [1, 1]), definition?.subarray(8) ?? packed())
      },
      ...row([{ text: '外', width: 2000 }])
    ]
    expect(await blocks(body)).toEqual([[['里一', '里二']], '外'])
  })
})

describe('numbers that Word counts itself', () => {
  const level = (start: number, format: number, template: string) =>
    joined(
      packed([4, start], [1, format], [1, 0]),
      new Uint8Array(18),
      packed([1, 0], [1, 0], [2, 0], [2, template.length]),
      utf16(template)
    )
  const listOf = (id: number) => joined(packed([4, id]), new Uint8Array(22), packed([1, 0], [1, 0]))
  const nine = (...levels: Uint8Array[]) => [
    ...levels,
    ...Array.from({ length: 9 - levels.length }, () => level(1, 255, ''))
  ]
  const chinese = 39
  const lists = joined(
    packed([2, 1]),
    listOf(77),
    ...nine(level(1, chinese, '\0、'), level(1, chinese, '（\x01）'), level(1, 18, '\x02'))
  )
  const use = (overrides: number) =>
    joined(packed([4, 77], [4, 0], [4, 0], [1, overrides], [1, 0], [2, 0]))
  // The second use begins anew at 1.
  const uses = joined(
    packed([4, 2]),
    use(0),
    use(1),
    packed([4, 0xffffffff], [4, 0xffffffff], [4, 1], [4, 0x10])
  )
  const more: More = { tables: { 73: lists, 74: uses } }
  const inList = (list: number, at = 0) => joined(sprm(0x260a, [1, at]), sprm(0x460b, [2, list]))

  it('are written before the paragraphs, by level, on behind a broken page', async () => {
    const body = [
      text('总体情况', inList(1)),
      text('甲', inList(1, 1)),
      text('子', inList(1, 2)),
      text('乙', inList(1, 1)),
      text('\f主动公开', inList(1)),
      text('丙', inList(1, 1)),
      text('无', inList(0)),
      text('另起', inList(2))
    ]
    expect(await blocks(body, {}, more)).toEqual([
      '一、总体情况',
      '（一）甲',
      '①子',
      '（二）乙',
      '二、主动公开',
      '（一）丙',
      '无',
      '一、另起'
    ])
  })

  it('may come with the style of the paragraph', async () => {
    const style = (base: number, list: Uint8Array) => {
      const own = joined(packed([2, 0]), list)
      const body = joined(
        packed([2, 0], [2, 1 + (base << 4)], [2, 2], [2, 0], [2, 0], [2, 1], [2, 0x41], [2, 0]),
        packed([2, own.length]),
        own,
        new Uint8Array(own.length & 1),
        packed([2, 0])
      )
      return joined(packed([2, body.length]), body)
    }
    const styles = joined(
      packed([2, 4], [2, 3], [2, 10]),
      style(0xfff, packed()),
      style(0, sprm(0x460b, [2, 1])),
      style(1, packed())
    )
    const body = [
      { ...text('总体情况'), style: 1 },
      { ...text('主动公开'), style: 2 },
      { ...text('正文'), style: 0 }
    ]
    const tables = { ...more.tables, 1: styles }
    expect(await blocks(body, {}, { tables })).toEqual(['一、总体情况', '二、主动公开', '正文'])
  })
})

describe('a file is refused with a reason', () => {
  const page = { unit: '清河县水务局', year: 2024, cells: offices['bureau']?.cells ?? {} }
  const whole = doc(page as Parameters<typeof doc>[0])
  const streams = wordStreams([text('甲')])
  const changed = (at: number, ...values: number[]) => {
    const bytes = whole.slice()
    bytes.set(values, at)
    return bytes
  }
  /** Where the table of chains stands, and where the first stream begins in it. */
  const view = new DataView(whole.buffer)
  const chains = (view.getUint32(76, true) + 1) * 512

  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['behind a password', wordFile97([text('甲')], {}, { flags: 0x0100 }), 'password'],
    ['of Word 95', wordFile97([text('甲')], {}, { version: 104 }), 'legacy'],
    [
      'of .docx behind a password',
      compoundFile({ EncryptedPackage: new Uint8Array(600) }),
      'password'
    ],
    ['of Works', compoundFile({ CONTENTS: new Uint8Array(600), SPELLING: packed() }), 'legacy'],
    ['of slides', compoundFile({ 'PowerPoint Document': new Uint8Array(600) }), 'noDocument'],
    ['of mail', compoundFile({ '__properties_version1.0': new Uint8Array(600) }), 'noDocument'],
    ['without anything in it', compoundFile({}), 'noDocument'],
    [
      'whose tables are lost',
      compoundFile({ WordDocument: streams['WordDocument'] ?? packed() }),
      'damaged'
    ],
    [
      'whose only document is an object in it',
      compoundFile({}, { ObjectPool: streams }),
      'noDocument'
    ],
    ['of eight bytes', whole.slice(0, 8), 'damaged'],
    ['cut off in its header', whole.slice(0, 300), 'damaged'],
    ['cut off in the middle', whole.slice(0, whole.length >> 1), 'damaged'],
    ['whose chain goes in a circle', changed(chains + 8, 1, 0, 0, 0), 'damaged'],
    ['whose chain leads nowhere', changed(chains + 8, 0xff, 0xff, 0, 0), 'damaged'],
    ['whose list of chains goes in a circle', changed(68, 0, 0, 0, 0), 'damaged'],
    ['whose directory goes in a circle', inCircle(), 'damaged']
  ])('%s', async (_, bytes, reason) => {
    expect(await read(bytes)).toMatchObject({ ok: false, reason })
  })

  /** The first entry below the root is its own neighbour. */
  function inCircle(): Uint8Array<ArrayBuffer> {
    const bytes = whole.slice()
    const directory = (view.getUint32(48, true) + 1) * 512
    new DataView(bytes.buffer).setUint32(directory + 128 + 72, 1, true)
    return bytes
  }

  it('that is longer than any report', async () => {
    const long = wordFile97([text('a'.repeat(4_000_001))])
    expect(await read(long)).toMatchObject({ ok: false, reason: 'tooLong' })
  })

  it('is never half read: a text whose pieces end too early is damaged', async () => {
    const bytes = wordStreams([text('甲'), text('乙')])
    const word = bytes['WordDocument']?.slice() ?? packed()
    new DataView(word.buffer).setUint32(76, 400, true)
    expect(await read(compoundFile({ ...bytes, WordDocument: word }))).toMatchObject({
      ok: false,
      reason: 'damaged'
    })
  })
})

describe('a file that is cut off', () => {
  const cut = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/corpus/${name}`))
  it.each([
    ['town-doc-of-a-template-by-libreoffice.doc', 40],
    ['town-xls-of-libreoffice.xls', 40],
    ['town-rtf-of-a-template-by-libreoffice.rtf', 40],
    ['town-wps-saved-fast.wps', 40]
  ])('is refused, or nothing is missing of it: %s', async (name, numRuns) => {
    const bytes = cut(name)
    const whole = await read(bytes, name)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 16, max: bytes.length }), async (length) => {
        const result = await read(bytes.slice(0, length), name)
        if (result.ok) expect(result).toEqual(whole)
        else expect(result.reason).toMatch(/^(?:damaged|noDocument)$/)
      }),
      { numRuns }
    )
  })
})

describe('a file is read', () => {
  const body = [text('甲')]
  it.each(['年报.doc', '年报.wps', '年报.xls', '年报', '年报.docx', '年报.txt'])(
    'as what is in it, by the name %s',
    async (name) => {
      expect(await read(wordFile97(body), name)).toMatchObject({
        ok: true,
        blocks: [{ text: '甲' }]
      })
    }
  )

  it('without its macros and objects, whatever they are', async () => {
    const macros = { VBA: new Uint8Array(3000).fill(7), PROJECT: packed([4, 1]) }
    const object = { Workbook: new Uint8Array(700) }
    const bytes = compoundFile(wordStreams(body), { Macros: macros, ObjectPool: object })
    expect(await read(bytes)).toMatchObject({ ok: true, blocks: [{ text: '甲' }] })
  })

  it('of 50 MB, nearly all pictures', async () => {
    const streams = { ...wordStreams(body), Data: new Uint8Array(49 * 1024 * 1024) }
    const bytes = compoundFile(streams, {}, 4096)
    expect(await read(bytes)).toMatchObject({ ok: true, blocks: [{ text: '甲' }] })
  })
})
