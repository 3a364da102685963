import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldText, parseNumber, type NumberReading } from '../../../src/core/numbers/chinese.ts'
import { formatMoney, type MoneyUnit } from '../../../src/core/numbers/money.ts'

const number = (value: number, more: object = {}): NumberReading => ({
  kind: 'number',
  value,
  ...more
})
const refused = (reason: string) => ({ kind: 'text', reason })

describe('counts', () => {
  it.each<[string, unknown]>([
    ['0', number(0)],
    [' 12 ', number(12)],
    ['１２', number(12)],
    ['1,234', number(1234)],
    ['1，234', number(1234)],
    ['1 234 567', number(1234567)],
    ['1\u00a0234', number(1234)],
    ['12.0', number(12)],
    ['十二', number(12)],
    ['十', number(10)],
    ['二十', number(20)],
    ['一百零三', number(103)],
    ['一百一十三', number(113)],
    ['两千', number(2000)],
    ['两千五', number(2500)],
    ['两千零五', number(2005)],
    ['一万二', number(12000)],
    ['二〇二二', number(2022)],
    ['三万零六十', number(30060)],
    ['一亿零三万', number(100030000)],
    ['两万亿', number(2e12)],
    ['壹佰贰拾叁', number(123)],
    ['1.2万', number(12000)],
    ['3亿', number(3e8)],
    ['3亿2千万', number(320000000)],
    ['12万3456', number(123456)],
    ['零', number(0)],
    ['0件', number(0, { unit: '件' })],
    ['共12件', number(12, { unit: '件' })],
    ['300人次', number(300, { unit: '人次' })],
    ['约30万人次', number(300000, { qualifier: '约', unit: '人次' })],
    ['190余条', number(190, { qualifier: '余', unit: '条' })],
    ['30余万', number(300000, { qualifier: '余' })],
    ['十余件', number(10, { qualifier: '余', unit: '件' })],
    ['逾5千', number(5000, { qualifier: '超' })],
    ['300左右', number(300, { qualifier: '约' })],
    ['+1036', number(1036, { sign: '+' })],
    ['减4', number(-4, { sign: '-' })],
    ['减少4', number(-4, { sign: '-' })],
    ['增加4', number(4, { sign: '+' })],
    ['-7', number(-7, { sign: '-' })],
    ['－７', number(-7, { sign: '-' })],
    ['22（其中修订16件）', number(22, { note: '其中修订16件' })],
    ['22 (其中修订１６件)', number(22, { note: '其中修订１６件' })],
    ['55件，含自然失效29件', number(55, { unit: '件', note: '含自然失效29件' })],
    ['9007199254740991', number(9007199254740991)]
  ])('%s', (text, expected) => {
    expect(parseNumber(text)).toEqual(expected)
  })

  it.each(['', '   ', '\u00a0', '\u200b', '\u3000'])('blank %j', (text) => {
    expect(parseNumber(text)).toEqual({ kind: 'blank' })
  })

  it.each(['/', '-', '—', '——', '－', '无', '不涉及', 'N/A'])('nothing to state %s', (text) => {
    expect(parseNumber(text)).toEqual({ kind: 'na' })
  })

  it.each([
    ['1.5', 'fraction'],
    ['1.23456万', 'fraction'],
    ['9007199254740992', 'range'],
    ['9'.repeat(500), 'words'],
    ['5.07万元', 'unit'],
    ['12元', 'unit'],
    ['12%', 'words'],
    ['1 2', 'words'],
    ['1，2', 'words'],
    ['12,34', 'words'],
    ['1,2345', 'words'],
    ['3/4', 'words'],
    ['2-3', 'words'],
    ['abc', 'words'],
    ['十十', 'words'],
    ['百度', 'words'],
    ['1万2', 'words'],
    ['（12）', 'words'],
    ['1e5', 'words'],
    ['12 13', 'words'],
    ['规章', 'words']
  ])('refuses %s: %s', (text, reason) => {
    expect(parseNumber(text)).toEqual(refused(reason))
  })
})

describe('money, in 分', () => {
  it.each<[string, unknown]>([
    ['5.07', number(5_070_000)],
    ['5.07万元', number(5_070_000, { unit: '万元' })],
    ['5.07 万元', number(5_070_000, { unit: '万元' })],
    ['251000元', number(25_100_000, { unit: '元' })],
    ['251000.50元', number(25_100_050, { unit: '元' })],
    ['41,662,416.19元', number(4_166_241_619, { unit: '元' })],
    ['4166.241619', number(4_166_241_619)],
    ['4166.24161900', number(4_166_241_619)],
    ['4166.241619万元', number(4_166_241_619, { unit: '万元' })],
    ['0.000001', number(1)],
    ['59237.2449', number(59_237_244_900)],
    ['316441', number(316_441_000_000)],
    ['1.2万', number(1_200_000)],
    ['2.5亿元', number(25_000_000_000, { unit: '亿元' })],
    ['3.5千元', number(350_000, { unit: '元' })],
    ['3.5 千元', number(350_000, { unit: '千元' })],
    ['五万元', number(5_000_000, { unit: '万元' })],
    ['100元整', number(10_000, { unit: '元整' })],
    ['¥251,000元', number(25_100_000, { unit: '元' })],
    ['0', number(0)],
    ['5.07（含罚没）', number(5_070_000, { note: '含罚没' })]
  ])('%s', (text, expected) => {
    expect(parseNumber(text, { money: true })).toEqual(expected)
  })

  it.each([
    ['0.0000001', 'precision'],
    ['5.0712345', 'precision'],
    ['100.505元', 'precision'],
    ['12件', 'unit'],
    ['5美元', 'words'],
    ['9007199254.75', 'range']
  ])('refuses %s: %s', (text, reason) => {
    expect(parseNumber(text, { money: true })).toEqual(refused(reason))
  })

  it.each<[MoneyUnit, string, number]>([
    ['元', '251000.5', 25_100_050],
    ['百元', '2510.05', 25_100_500],
    ['千元', '251.00005', 25_100_005],
    ['万元', '25.100005', 25_100_005],
    ['亿元', '0.0025100005', 25_100_005]
  ])('counts a bare sum in %s where the table says so', (bare, text, value) => {
    expect(parseNumber(text, { money: true, bare })).toEqual(number(value))
    expect(parseNumber('2.5万元', { money: true, bare })).toMatchObject({ value: 2_500_000 })
  })

  it.each<[number, number | null, string]>([
    [5_070_000, null, '5.07'],
    [5_070_000, 0, '5.07'],
    [5_070_000, 2, '5.07'],
    [5_070_000, 4, '5.0700'],
    [5_070_000, 6, '5.070000'],
    [5_071_200, 2, '5.0712'],
    [4_166_241_619, null, '4166.241619'],
    [4_166_241_619, 4, '4166.241619'],
    [0, null, '0'],
    [0, 0, '0'],
    [0, 4, '0.0000'],
    [1, null, '0.000001'],
    [1_000_000, null, '1'],
    [1_000_000, 0, '1'],
    [1_000_000, 2, '1.00'],
    [-5_070_000, null, '-5.07']
  ])('%i 分 with %s decimals is %s', (fen, decimals, text) => {
    expect(formatMoney(fen, decimals)).toBe(text)
  })
})

describe('for any input', () => {
  const exact = fc.maxSafeInteger()
  it('reads back what a field shows', () => {
    fc.assert(
      fc.property(exact, fc.constantFrom(null, 0, 1, 2, 3, 4, 5, 6), (value, decimals) => {
        expect(parseNumber(fieldText(value))).toMatchObject({ value })
        const shown = fieldText(value, { money: true, decimals })
        expect(parseNumber(shown, { money: true })).toMatchObject({ value })
      })
    )
    expect(parseNumber(fieldText(null))).toEqual({ kind: 'blank' })
  })

  it('reads grouped digits', () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        expect(parseNumber(value.toLocaleString('en-US'))).toMatchObject({ value })
      })
    )
  })

  it('reads Chinese numerals', () => {
    const words = '零一二三四五六七八九'
    const below = (n: number): string =>
      [1000, 100, 10, 1]
        .map((unit, i) => {
          const digit = Math.floor(n / unit) % 10
          return digit ? (words[digit] ?? '') + (['千', '百', '十', ''][i] ?? '') : '零'
        })
        .join('')
        .replace(/零+$/, '')
        .replace(/零+/g, '零')
        .replace(/^零/, '')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(parseNumber(below(value))).toMatchObject({ kind: 'number', value })
      })
    )
  })

  it('never throws and gives safe integers only', () => {
    const alphabet = fc.constantFrom(
      ...'0123456789,，. 　零〇一二两十百千万亿点余多约近件元（）其中-+/%a'
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(alphabet).map((chars) => chars.join(''))
        ),
        fc.boolean(),
        (text, money) => {
          const reading = parseNumber(text, { money })
          if (reading.kind === 'number') expect(Number.isSafeInteger(reading.value)).toBe(true)
        }
      )
    )
  })
})
