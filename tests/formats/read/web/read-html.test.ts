import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankCells, type Cells } from '../../../../src/core/form/cells.ts'
import { fields, form2021 } from '../../../../src/core/form/form.ts'
import { recognise } from '../../../../src/core/intake/recognise.ts'
import type { Recognised } from '../../../../src/core/intake/source/reading.ts'
import { settle } from '../../../../src/core/sums/totals.ts'
import { read } from '../../../../src/formats/read/web/read-html.ts'
import { balancedCells, gappyCells } from '../../../core/intake/arbitrary.ts'
import { score } from '../../../core/intake/score.ts'
import { pages } from '../../../fixtures/writers/html-shapes.ts'

const pasted = (text: string) => read({ name: '', bytes: new Uint8Array(), text })
const file = (bytes: Uint8Array) => read({ name: '年报.html', bytes })
const unit = '清河县水务局'
const year = 2023

const doubtful = ({ patch }: Recognised) =>
  fields.filter((field) => patch.cells[field]?.confidence !== 'sure')
const remedies = fields.filter((field) => field.startsWith('remedies.'))
/**
 * Whether the one row of table four begins with a blank and no total above 0 proves that nothing was
 * moved on: then its cells are read as they stand, and asked about.
 */
const startsUnproven = (cells: Cells): boolean =>
  cells['remedies.review.upheld'] === null &&
  remedies.every((field) => !field.endsWith('.total') || !cells[field])

async function blocksOf(html: string) {
  const result = await pasted(html)
  if (!result.ok || !('blocks' in result)) throw new Error('not read')
  return result
}

describe.each(Object.entries(pages))('%s', (_name, write) => {
  it('gives back every cell of any report', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(balancedCells, gappyCells), async (cells) => {
        const { blocks } = await blocksOf(write({ unit, year, cells }))
        const { right, unflagged, recognised } = score(blocks, cells)
        expect([right, unflagged]).toEqual([200, []])
        expect(recognised.patch).toMatchObject({ unitName: unit, year })
        expect(recognised.patch.text.other).toBe('本年度没有收取信息处理费。')
        expect(doubtful(recognised)).toEqual(startsUnproven(cells) ? remedies : [])
      }),
      { numRuns: 6 }
    )
  })

  it.each([
    ['asks about a row of zeros in table four that begins with a blank', null],
    ['asks nothing about a row of zeros without one', 0]
  ])('%s', async (_title, first) => {
    const zeros = Object.fromEntries(fields.map((field) => [field, 0]))
    const cells = settle(form2021, blankCells(), { ...zeros, 'remedies.review.upheld': first })
    const { blocks } = await blocksOf(write({ unit, year, cells }))
    const { right, recognised } = score(blocks, cells)
    expect(right).toBe(200)
    expect(doubtful(recognised)).toEqual(first === null ? remedies : [])
  })
})

describe('cells', () => {
  const grid = async (html: string) => {
    const { blocks } = await blocksOf(html)
    return blocks.flatMap((block) => (block.type === 'grid' ? [block.rows] : []))
  }
  const texts = async (html: string) =>
    (await grid(html)).map((rows) => rows.map((row) => row.map(({ text }) => text)))

  it.each<[string, string, string[]]>([
    [
      'characters in pieces',
      '<td><span>规</span><font>章</font></td><td>1<b>2</b></td>',
      ['规章', '12']
    ],
    [
      'two numbers one over the other',
      '<td><p>1</p><p>2</p></td><td>1<br>2</td>',
      ['1\n2', '1\n2']
    ],
    ['blank ones', '<td>&nbsp;</td><td><o:p> </o:p></td><td></td><td>x</td>', ['', '', '', 'x']],
    ['a break in the source', '<td>本年\n  处理</td><td>0</td>', ['本年处理', '0']],
    [
      'hidden text',
      '<td>5<span style="display: none">000</span></td><td hidden>7</td><td>8</td>',
      ['5', '8']
    ],
    [
      'words for screen readers alone',
      '<td><span style="position:absolute;clip: rect(0 0 0 0)">规章</span>5</td><td>8</td>',
      ['5', '8']
    ]
  ])('%s', async (_name, cells, expected) => {
    expect(await texts(`<table><tr>${cells}</tr></table>`)).toEqual([[expected]])
  })

  it('bounds spans that would fill the memory', async () => {
    const [rows] = await grid(
      '<table><tr><td colspan="1000000000" rowspan="99999999">a</td><td rowspan="0">b</td><td colspan="-3">c</td></tr><tr><td>d</td></tr></table>'
    )
    expect(rows?.[0]).toMatchObject([{ cols: 100, rows: 2 }, { rows: 2 }, {}])
  })

  it('have their places in the shown text', async () => {
    const { blocks, shownText } = await blocksOf(
      '<p>前言</p><table><tr><td>规章</td><td>3</td></tr></table>'
    )
    for (const block of blocks) {
      for (const cell of block.type === 'grid' ? block.rows.flat() : [block]) {
        expect(shownText?.slice(cell.at?.from, cell.at?.to)).toBe(cell.text)
      }
    }
  })
})

describe('files', () => {
  const page = '<html><head><meta charset="CHARSET"></head><body><p>年度报告</p></body></html>'
  const report = Uint8Array.from([0xc4, 0xea, 0xb6, 0xc8, 0xb1, 0xa8, 0xb8, 0xe6])
  const ascii = (text: string) => new TextEncoder().encode(text)
  const gbkPage = (charset: string) => {
    const [before = '', after = ''] = page.replace('CHARSET', charset).split('年度报告')
    return Uint8Array.from([...ascii(before), ...report, ...ascii(after)])
  }

  it.each(['gb2312', 'gbk', 'GB18030', 'utf-8'])('in GBK that say %s', async (charset) => {
    expect(await file(gbkPage(charset))).toMatchObject({ ok: true, blocks: [{ text: '年度报告' }] })
  })

  it('in a web archive', async () => {
    const quoted = '<p>=E5=B9=B4=E5=BA=A6=\r\n=E6=8A=A5=E5=91=8A</p>'
    const archive = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--x"\r\n\r\n----x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted}\r\n----x--`
    expect(await file(ascii(archive))).toMatchObject({ ok: true, blocks: [{ text: '年度报告' }] })
    const packed = archive.replace('quoted-printable', 'base64').replace(quoted, btoa('<p>ok</p>'))
    expect(await file(ascii(packed))).toMatchObject({ ok: true, blocks: [{ text: 'ok' }] })
  })

  it('without a text', async () => {
    expect(await pasted('<html><script>alert(1)</script></html>')).toMatchObject({
      reason: 'empty'
    })
  })
})

it('never throws on damaged or hostile markup, and runs none of it', async () => {
  const write = pages['the clipboard of Excel']
  const piece = fc.constantFrom(
    '<table>',
    '</table>',
    '<tr>',
    '<td colspan=9>',
    '<',
    '&#0;',
    '<!--',
    '<svg onload=x()>',
    '<img src=x onerror=alert(1)>',
    '<script>throw 1</script>',
    '<td rowspan=-1>',
    '"',
    '一、'
  )
  await fc.assert(
    fc.asyncProperty(
      balancedCells,
      fc.array(fc.tuple(fc.nat(), piece), { maxLength: 6 }),
      async (cells, cuts) => {
        let html = write?.({ unit, year, cells }) ?? ''
        for (const [at, insert] of cuts) {
          html =
            html.slice(0, at % html.length) + insert + html.slice((at % html.length) + (at % 7))
        }
        const result = await pasted(html)
        if (result.ok && 'blocks' in result) recognise(result.blocks)
      }
    ),
    { numRuns: 8 }
  )
  const deep = await pasted(`${'<div>'.repeat(2000)}<p>深</p>`)
  expect(deep).toMatchObject({ ok: true })
}, 60_000)

it.each<[string, string, readonly string[]]>([
  [
    'breaks of the source between elements',
    '<p>全年\n<span>\n公开12\n</span>件</p>',
    ['全年公开12 件']
  ],
  [
    'comments of Word',
    "<p>甲<span style='mso-special-character:comment'>[甲1]</span></p><div style='mso-element:comment-list'><p>核对</p></div>",
    ['甲']
  ],
  [
    'a whole report in one table',
    '<table><tr><td colspan=2>一、总体情况</td></tr><tr><td colspan=2>甲事。</td></tr><tr><td colspan=2>六、其他需要报告的事项</td></tr></table>',
    ['一、总体情况', '甲事。', '六、其他需要报告的事项']
  ]
])('%s', async (_name, html, expected) => {
  const result = await pasted(html)
  if (!result.ok || !('blocks' in result)) throw new Error(JSON.stringify(result))
  expect(result.blocks.map((block) => block.type === 'text' && block.text)).toEqual(expected)
})
