/**
 * Days as a calendar file (iCalendar, RFC 5545), which calendar programs and telephones take in. Pure:
 * the same days at the same moment are the same text.
 */

/** One day of the calendar. */
export interface CalendarDay {
  /** Names it for ever: taken in again, it replaces itself. */
  readonly uid: string
  /** `2026-01-31` */
  readonly date: string
  readonly summary: string
  readonly description: string
  /** How many days before it the program is to remind. */
  readonly reminders: readonly number[]
}

/** @param stamp when the file was made, as `new Date().toISOString()` has it */
export function calendarFile(days: readonly CalendarDay[], stamp: string): string {
  const made = `${stamp.slice(0, 19).replace(/[-:]/g, '')}Z`
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//nianbao//nianbao//ZH',
    'CALSCALE:GREGORIAN',
    ...days.flatMap((day) => eventOf(day, made)),
    'END:VCALENDAR'
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')
}

const eventOf = (day: CalendarDay, made: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${day.uid}`,
  `DTSTAMP:${made}`,
  `DTSTART;VALUE=DATE:${day.date.replaceAll('-', '')}`,
  `SUMMARY:${escaped(day.summary)}`,
  `DESCRIPTION:${escaped(day.description)}`,
  // A day with a duty is no day away.
  'TRANSP:TRANSPARENT',
  ...day.reminders.flatMap((before) => [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(day.summary)}`,
    `TRIGGER:-P${before}D`,
    'END:VALARM'
  ]),
  'END:VEVENT'
]

/** A text value: what parts values is marked, ends of lines are written as `\n`; no other controls. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (char) => `\\${char}`)
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '')

/** Octets of a line at most, without its end. */
const longest = 75

/** A line in pieces of at most 75 octets of UTF-8, no character cut; pieces after the first begin with a blank. */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let size = 0
  for (const char of line) {
    const octets = octetsOf(char)
    if (size + octets > longest) {
      pieces.push(piece)
      piece = ' '
      size = 1
    }
    piece += char
    size += octets
  }
  return [...pieces, piece].join('\r\n')
}

/** How many octets a character takes in UTF-8. */
function octetsOf(char: string): number {
  const code = char.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
