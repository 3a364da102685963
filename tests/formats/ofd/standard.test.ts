import { strFromU8, strToU8 } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Block } from '../../../src/core/compose/blocks.ts'
import { renderOfd } from '../../../src/formats/press/ofd-render.ts'
import { pageSetter } from '../../../src/formats/press/pages.ts'
import type { Look } from '../../../src/typeset/page/page.ts'
import { diskLibrary } from '../fonts/disk.ts'
import { sampleBlocks, sampleMeta } from '../press/sample.ts'
import { ofdFiles, type OfdFiles } from './read-ofd.ts'
import { faultsIn, faultsOf } from './standard.ts'

const library = await diskLibrary()
const look: Look = { style: 'official', digits: 'own', draft: false }

async function made(blocks: readonly Block[], of: Look = look): Promise<Uint8Array> {
  const result = await renderOfd(blocks, sampleMeta, pageSetter(library, of), library)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.bytes
}

const paragraph = (text: string): Block => ({ type: 'paragraph', text, from: { kind: 'title' } })

const documents: readonly [string, readonly Block[], Look][] = [
  ['the sample report', sampleBlocks, look],
  ['a draft in compact type', sampleBlocks, { style: 'compact', digits: 'times', draft: true }],
  ['a report without a heading', [paragraph('全年公开信息12条。')], look],
  ['marks of XML and blanks', [paragraph('甲<乙>&“丙”"丁" A & B  C。')], look],
  ['characters beyond the BMP', [paragraph('王𬭊、𨱏𬭊，镕堃㎡。')], look]
]

test.each(documents)('%s is as the standard asks', async (_, blocks, of) => {
  expect(faultsIn(await made(blocks, of))).toEqual([])
})

describe('the rules of the standard find', () => {
  let files: OfdFiles
  beforeAll(async () => {
    files = ofdFiles(await made(sampleBlocks))
    expect(faultsOf(files)).toEqual([])
  })
  const page = 'Doc_0/Pages/Page_1/Content.xml'
  const spoilt: readonly [what: string, path: string, from: RegExp, to: string][] = [
    ['a missing identifier', page, /<ofd:Layer ID="\d+"/, '<ofd:Layer'],
    ['an identifier that is there twice', page, /<ofd:Layer ID="\d+"/, '<ofd:Layer ID="1"'],
    ['a limit that is too low', 'Doc_0/Document.xml', /MaxUnitID>\d+/, 'MaxUnitID>12'],
    ['a value of another form', page, /Boundary="[^"]*"/, 'Boundary="0 0 1"'],
    ['a colour out of range', page, /Value="[^"]*"/, 'Value="0 0 256"'],
    ['a step of a path too few', page, /<ofd:AbbreviatedData>M \S+/, '<ofd:AbbreviatedData>M'],
    ['a size of nothing', page, / Size="[^"]*"/, ' Size="0"'],
    ['distances that are too few', page, / DeltaX="[^"]*"/, ' DeltaX="1"'],
    ['a font that is not there', page, / Font="\d+"/, ' Font="999"'],
    ['a character that the font lacks', page, /<ofd:TextCode([^>]*)>../, '<ofd:TextCode$1>囧囧'],
    [
      'elements in another order',
      page,
      /(<ofd:FillColor [^>]*>)(<ofd:TextCode.*?<\/ofd:TextCode>)/,
      '$2$1'
    ],
    ['an element of our own', page, /<ofd:Layer /, '<ofd:Area/><ofd:Layer '],
    ['an element of no name space', page, /<ofd:PhysicalBox>(.*?)<\/ofd:PhysicalBox>/, '<A>$1</A>'],
    ['an attribute of our own', page, /<ofd:Layer /, '<ofd:Layer Kind="1" '],
    ['a page that leads nowhere', 'Doc_0/Document.xml', /Page_1\/Content/, 'Page_9/Content'],
    ['a heading that leads to no page', 'Doc_0/Document.xml', /PageID="\d+"/, 'PageID="3"'],
    ['a date with a time', 'OFD.xml', /CreationDate>[^<]*/, 'CreationDate>2026-01-23T08:00:00'],
    ['a font file that is not named', 'Doc_0/PublicRes.xml', /font_1\.ttf/, 'font_2.ttf']
  ]
  test.each(spoilt)('%s', (_, path, from, to) => {
    const text = strFromU8(files[path] ?? new Uint8Array())
    const other = text.replace(from, to)
    expect(other).not.toBe(text)
    expect(faultsOf({ ...files, [path]: strToU8(other) })).not.toEqual([])
  })
})
