import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escaped, parseXml } from '../../../src/formats/source/xml.ts'

describe('well-formed XML', () => {
  it.each<[string, string, unknown]>([
    ['text and elements', '<a>x<b/>y</a>', ['x', { name: 'b' }, 'y']],
    ['prefixes, which are dropped', '<w:a><w:b w:val="1"/></w:a>', [{ attributes: { val: '1' } }]],
    ['a sign of a tag within quotes', `<a><b v="1>2" w='"'/></a>`, [{ attributes: { w: '"' } }]],
    ['the five entities and numbers', '<a>&lt;&#65;&#x42;&amp;</a>', ['<AB&']],
    ['what is taken as it stands', '<a><![CDATA[<b>&amp;]]></a>', ['<b>&amp;']],
    ['comments and instructions', '<?xml version="1.0"?><!-- <b> --><a>1<?x y?>2</a>', ['1', '2']],
    ['space within tags', '<a\n x = "1" >1</a >', ['1']]
  ])('has %s', (_, text, children) => {
    expect(parseXml(text)?.children).toMatchObject(children as object)
  })
})

describe('what is not well-formed', () => {
  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['an element that is not closed', '<a><b></a>'],
    ['a tag that is not closed', '<a'],
    ['a tag within a tag', '<a <b/>>'],
    ['a value without quotes', '<a b=1/>'],
    ['a comment that is not closed', '<a/><!--'],
    ['an element without a name', '<a>< /></a>'],
    ['nothing', '']
  ])('is refused: %s', (_, text) => expect(parseXml(text)).toBeNull())
})

/** Each of them took seconds by a pattern that tries every way to match; so few can be no chance. */
it.each(['<', '<?', '<!--', '<![CDATA[', '<a ', '<a b', '<a b=', '<a "', 'a', '&#', '<a b="'])(
  'repeated by the million, %j ends',
  (piece) => {
    expect(parseXml(piece + 'a'.repeat(2_000_000))).toBeNull()
    expect(parseXml(piece.repeat(1_000_000))).toBeNull()
  }
)

it('never throws', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '/',
    'a',
    '=',
    '"',
    "'",
    ' ',
    '<!--',
    '-->',
    '&',
    ';',
    '?'
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      expect(() => parseXml(pieces.join(''))).not.toThrow()
    }),
    { numRuns: 2000 }
  )
})

describe('a text written into XML', () => {
  it('is read again as it was, between tags and in an attribute', () => {
    const char = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 3 }),
      fc.constantFrom(...'<>&"\'\n\t')
    )
    fc.assert(
      fc.property(fc.array(char, { minLength: 1 }), (chars) => {
        const text = chars.join('') || '空'
        const document = `<a b="${escaped(text)}">${escaped(text)}</a>`
        expect(parseXml(document)).toMatchObject({ attributes: { b: text }, children: [text] })
      })
    )
  })
  it('loses what XML cannot hold', () => {
    expect(escaped('甲\u0007乙\ufffe\ud800丙\t\n')).toBe('甲乙丙\t\n')
  })
})
