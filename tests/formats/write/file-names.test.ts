import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endingOf, fileName, nameTyped, safeName, writers } from '../../../src/formats/index.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { times } from '../../run.ts'

const named = (unit: string, ending = '.pdf', typed = '') =>
  fileName(newReport(unit, 2025), ending, typed)
const bytesOf = (text: string) => new TextEncoder().encode(text).length

describe('the name of a file', () => {
  it.each([
    ['清川市水利局', '清川市水利局-2025.pdf'],
    ['青石镇/县\\:*?"<>|办', '青石镇县办-2025.pdf'],
    [' .青石镇. ', '青石镇-2025.pdf'],
    ['', '未命名-2025.pdf'],
    ['...', '未命名-2025.pdf'],
    // Turned round by a mark of direction: 局txt.exe would show as 局exe.txt.
    ['清川\u202e局\u200b\u2066\u2028\u0007\t', '清川局-2025.pdf'],
    ['清川\ud83d局😀', '清川局😀-2025.pdf']
  ])('of %j is %s', (unit, name) => expect(named(unit)).toBe(name))

  it.each(['CON', 'con', 'Nul', 'COM1', 'lpt9', 'COM¹', 'aux.docx', 'prn .a', 'CONIN$'])(
    'is not %s, which Windows keeps for a device',
    (typed) => {
      const [first = ''] = safeName(typed).split('.')
      expect(first.trimEnd()).toBe(`${typed.split('.')[0]?.trimEnd() ?? ''}_`)
    }
  )

  it.each(['CONTRACT', 'COM10', 'nul值', 'LPT', '辅AUX'])('may be %s', (typed) =>
    expect(safeName(typed)).toBe(typed)
  )

  it('of a unit with 80 characters keeps the year and the ending', () => {
    const name = named('清'.repeat(80), endingOf('pdf', true))
    expect(name).toMatch(/^清{50,}-2025-草稿\.pdf$/)
    expect(bytesOf(name)).toBeLessThanOrEqual(200)
  })

  it('is what was typed, where something was', () => {
    expect(named('清川市水利局', '.pdf', '报送稿 ')).toBe('报送稿.pdf')
    expect(named('清川市水利局', '.pdf', '\u202e')).toBe('未命名.pdf')
  })

  it('can be used on every system, whatever is in it', () => {
    const ids = Object.keys(writers) as (keyof typeof writers)[]
    const text = fc.string({ unit: 'binary', maxLength: 120 })
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(...ids, 'package' as const),
        fc.boolean(),
        (of, id, draft) => {
          for (const name of [
            named(of, endingOf(id, draft)),
            named('a', endingOf(id, draft), of)
          ]) {
            expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]|^[\s.]|[\s.]$/u)
            expect(bytesOf(name)).toBeLessThanOrEqual(200)
            expect(safeName(safeName(of)), 'once more').toBe(safeName(of))
          }
        }
      ),
      { numRuns: times(3000, 300) }
    )
  })
})

describe('what is typed', () => {
  it('may end as no name does, for there may be more to come', () => {
    expect(nameTyped('CON')).toBe('CON')
    expect(nameTyped('报送 ')).toBe('报送 ')
    expect(nameTyped('报/送.')).toBe('报送.')
  })

  it('is cut where names end, between whole characters', () => {
    expect(bytesOf(nameTyped('😀'.repeat(80)))).toBe(180)
    expect(nameTyped('清'.repeat(80))).toBe('清'.repeat(60))
  })
})

describe('how a name ends', () => {
  it('says that it is a draft, unless the file is there to be worked on', () => {
    expect(endingOf('pdf', false)).toBe('.pdf')
    expect(endingOf('pdf', true)).toBe('-草稿.pdf')
    expect(endingOf('package', true)).toBe('-草稿.zip')
    expect(endingOf('json', true)).toBe('.nianbao.json')
  })
})
