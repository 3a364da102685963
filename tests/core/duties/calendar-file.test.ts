import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarFile } from '../../../src/core/duties/calendar-file.ts'

const day = {
  uid: 'organ-2026-01-31@nianbao',
  date: '2026-01-31',
  summary: '公布年度报告',
  description: '条例第四十九条',
  reminders: [7]
}
const at = '2026-01-18T06:32:10.123Z'
const octets = (text: string) => new TextEncoder().encode(text).length
/** The lines as a calendar program reads them: folded ones put together. */
const read = (file: string) => file.replace(/\r\n[ \t]/g, '').split('\r\n')

describe('the calendar file', () => {
  it('is an event of a whole day with its reminder', () => {
    expect(calendarFile([day], at)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//nianbao//nianbao//ZH',
        'CALSCALE:GREGORIAN',
        'BEGIN:VEVENT',
        'UID:organ-2026-01-31@nianbao',
        'DTSTAMP:20260118T063210Z',
        'DTSTART;VALUE=DATE:20260131',
        'SUMMARY:公布年度报告',
        'DESCRIPTION:条例第四十九条',
        'TRANSP:TRANSPARENT',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'DESCRIPTION:公布年度报告',
        'TRIGGER:-P7D',
        'END:VALARM',
        'END:VEVENT',
        'END:VCALENDAR',
        ''
      ].join('\r\n')
    )
  })

  it.each([
    ['甲局,乙局;丙局', '甲局\\,乙局\\;丙局'],
    ['一行\n又一行\r\n三', '一行\\n又一行\\n三'],
    ['C:\\年报', 'C:\\\\年报'],
    ['看不见的\u0007字符', '看不见的字符']
  ])('writes %j as %s', (summary, written) => {
    expect(read(calendarFile([{ ...day, summary }], at))).toContain(`SUMMARY:${written}`)
  })

  const anyText = fc.string({ unit: 'grapheme', maxLength: 300 })

  it('has no line of more than 75 octets and cuts no character, whatever stands in it', () => {
    fc.assert(
      fc.property(anyText, anyText, (summary, description) => {
        const file = calendarFile([{ ...day, summary, description }], at)
        for (const line of file.split('\r\n')) {
          expect(octets(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/\p{Cs}/u)
        }
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      })
    )
  })

  it('reads back as what was written', () => {
    fc.assert(
      fc.property(anyText, (summary) => {
        const plain = summary.replace(/\p{Cc}/gu, '')
        const line = read(calendarFile([{ ...day, summary: plain }], at)).find((one) =>
          one.startsWith('SUMMARY:')
        )
        expect(line?.slice('SUMMARY:'.length).replace(/\\(.)/g, '$1')).toBe(plain)
      })
    )
  })
})
