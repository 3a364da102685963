import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  figureText,
  fieldFigure,
  readFigure,
  requalified
} from '../../../src/core/platforms/figure.ts'

const figure = (typed: string) => {
  const reading = readFigure(typed)
  if (reading.kind !== 'figure') throw new Error(`${typed}: ${reading.kind}`)
  return reading
}

describe('a figure as it is typed', () => {
  it.each([
    ['289', 289, '', '', undefined],
    ['2292条', 2292, '', '', '条'],
    ['260余', 260, '余', '', undefined],
    ['1800余人次', 1800, '余', '', '人次'],
    ['约30万', 300_000, '约', '30万', undefined],
    ['30万余', 300_000, '余', '30万', undefined],
    ['30余万', 300_000, '余', '30余万', undefined],
    ['200万', 2_000_000, '', '200万', undefined],
    ['190多条', 190, '多', '', '条'],
    ['超3万', 30_000, '超', '3万', undefined],
    ['逾3万', 30_000, '超', '逾3万', undefined],
    ['近1.2亿次', 120_000_000, '近', '1.2亿', '次'],
    ['1,234', 1234, '', '1,234', undefined],
    ['２８９', 289, '', '', undefined],
    ['98.5%', 98.5, '', '', '%'],
    ['1.5天', 1.5, '', '', '天'],
    ['-12', -12, '', '', undefined],
    ['十二', 12, '', '十二', undefined],
    ['30万以上', 300_000, '超', '30万以上', undefined],
    ['341个左右', 341, '约', '341左右', '个'],
    ['10w+', 100_000, '超', '10万+', undefined],
    ['1.2W', 12_000, '', '1.2万', undefined],
    ['0', 0, '', '', undefined]
  ])('%s', (typed, value, qualifier, shown, unit) => {
    expect(figure(typed)).toEqual({
      kind: 'figure',
      value,
      qualifier,
      shown,
      ...(unit && { unit })
    })
  })

  it.each([
    ['', 'blank'],
    ['  ', 'blank'],
    ['—', 'na'],
    ['无', 'na'],
    ['12-15', 'text'],
    ['三四十', 'text'],
    ['=1+1', 'text'],
    ['2025-12-31', 'text'],
    ['很多', 'text'],
    ['十几件', 'text'],
    ['二十几', 'text'],
    ['30来件', 'text'],
    ['百把人', 'text'],
    ['一百出头', 'text'],
    ['50以下', 'text'],
    ['50件以内', 'text'],
    ['9'.repeat(17), 'text'],
    ['0.12345678', 'text'],
    ['9'.repeat(4000), 'text']
  ])('%s is no figure', (typed, kind) => {
    expect(readFigure(typed).kind).toBe(kind)
  })

  it.each([
    '约30万',
    '30万余',
    '30余万',
    '逾3万',
    '260余',
    '200万',
    '341',
    '30万以上',
    '300上下',
    '1,234'
  ])('%s is printed as it was typed', (typed) => {
    expect(figureText(figure(typed))).toBe(typed)
  })

  it('reads back what its field shows, whatever was typed', () => {
    const parts = fc.tuple(
      fc.constantFrom('', '约', '近', '超', '逾', '将近', '-', '+'),
      fc.oneof(fc.nat(2_000_000).map(String), fc.constantFrom('1.25', '3,456', '十二', '两千五')),
      fc.constantFrom('', '万', '亿', '余', '余万', '万余', '多', '万多', '左右', '以上', '%', '条')
    )
    fc.assert(
      fc.property(parts, ([lead, number, tail]) => {
        const first = readFigure(lead + number + tail)
        if (first.kind !== 'figure') return
        const again = figure(fieldFigure(first))
        expect(again.value).toBe(first.value)
        expect(again.shown).toBe(first.shown)
        expect(figureText({ ...first, qualifier: again.qualifier || first.qualifier })).toBe(
          figureText(first)
        )
      })
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        expect(() => readFigure(typed)).not.toThrow()
      })
    )
  })

  it('lets the choice of the qualifier win over words in the number', () => {
    expect(figureText(requalified(figure('30余万'), '约'))).toBe('约30万')
    expect(figureText(requalified(figure('逾3万'), ''))).toBe('3万')
    expect(figureText(requalified(figure('260余'), '约'))).toBe('约260')
  })
})
