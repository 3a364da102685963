import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openReport } from '../../../src/core/report/migrate.ts'
import { carriedJson, carriedPart } from '../../../src/formats/source/carried.ts'
import { isXml, parseXml } from '../../../src/formats/source/xml.ts'
import { writeJson } from '../../../src/formats/write/json.ts'
import { anyReport } from '../../fixtures/random-reports.ts'
import { times } from '../../run.ts'

describe('an exchange file carried in a part', () => {
  it.each([
    ['Chinese, and what markup takes for something else', '青石镇 <b> & "\' ]]> &amp; <!-- {{x}}'],
    ['a control character', 'a\u0000b\u0007c\u001f'],
    ['line ends, which XML would make one', 'a\rb\r\nc\nd\te'],
    ['half a character', '\ud800 and \udc00x'],
    ['what is no character', '\ufffe\uffff'],
    ['characters of two units', '𬭊😀\u{10ffff}'],
    ['escapes that were written as text', '\\ufffe \\\\u0007'],
    ['space around it', '  a  ']
  ])('keeps %s', (_, text) => {
    const json = JSON.stringify({ text }, null, 2) + '\n'
    const carried = carriedJson(carriedPart(json))
    expect(JSON.parse(carried ?? '')).toEqual({ text })
  })

  it('comes back to the character, of any report', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const json = writeJson(report)
        const part = carriedPart(json)
        expect([...part].every(isXml)).toBe(true)
        const carried = carriedJson(part) ?? ''
        expect(JSON.parse(carried)).toEqual(JSON.parse(json))
        // What XML can hold stands as it stood.
        if ([...json].every(isXml)) expect(carried).toBe(json)
        expect(openReport(JSON.parse(carried))).toEqual(openReport(JSON.parse(json)))
      }),
      { numRuns: times(300, 60) }
    )
  })

  it('is well-formed, with one root', () => {
    expect(parseXml(carriedPart('{"a": "<"}'))).toMatchObject({
      name: 'nianbao',
      children: ['{"a": "<"}']
    })
  })
})

describe('a part', () => {
  it.each([
    ['with a prefix', '<n:nianbao xmlns:n="urn:nianbao:exchange">{}</n:nianbao>', '{}'],
    [
      'with more on its root',
      '<nianbao a="b" xmlns="urn:nianbao:exchange"><!-- --> {}</nianbao>',
      ' {}'
    ],
    ['of another namespace', '<nianbao xmlns="urn:other">{}</nianbao>', undefined],
    ['of no namespace', '<nianbao>{}</nianbao>', undefined],
    ['of another name', '<sources xmlns="urn:nianbao:exchange"/>', undefined],
    ['that is no XML', '{}', undefined],
    ['that was cut off', '<nianbao xmlns="urn:nianbao:exchange">{"a":', undefined]
  ])('%s', (_, xml, json) => expect(carriedJson(xml)).toBe(json))
})
