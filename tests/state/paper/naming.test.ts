import { beforeEach, describe, expect, it } from 'vitest'
import { newReport } from '../../../src/core/report/new-report.ts'
import { Naming } from '../../../src/state/paper/naming.svelte.ts'
import { Packing } from '../../../src/state/paper/packing.svelte.ts'

beforeEach(() => localStorage.clear())

const report = newReport('清川市水利局', 2025)

/** Types a name and leaves the field. */
function typed(text: string, of = report): Naming {
  const naming = new Naming(() => of)
  naming.type(text)
  naming.settle()
  return naming
}

describe('the name of the files', () => {
  it('is unit and year, until somebody types another', () => {
    const naming = new Naming(() => report)
    expect(naming.shown).toBe('清川市水利局-2025')
    naming.type('报送稿')
    expect(naming.name).toBe('报送稿')
    naming.type('')
    expect(naming.shown, 'while nothing is typed').toBe('')
    expect(naming.name).toBe('清川市水利局-2025')
    naming.settle()
    expect(naming.shown).toBe('清川市水利局-2025')
  })

  it('is kept for its report and for no other', () => {
    typed('报送稿')
    expect(new Naming(() => report).name).toBe('报送稿')
    const other = newReport('青石镇人民政府', 2025)
    expect(new Naming(() => other).name).toBe('青石镇人民政府-2025')
  })

  it('follows unit and year where it has them', () => {
    typed('2025年清川市水利局年报')
    const corrected = { ...report, unit: { ...report.unit, name: '清川市水务局' }, year: 2026 }
    expect(new Naming(() => corrected).name).toBe('2026年清川市水务局年报')
  })

  it('is by rule again, once it is typed so', () => {
    typed('报送稿')
    typed('清川市水利局-2025')
    const corrected = { ...report, year: 2026 }
    expect(new Naming(() => corrected).name).toBe('清川市水利局-2026')
  })

  it('has no character that names cannot have, and tells that one was not taken', () => {
    const naming = new Naming(() => report)
    naming.type('报/送')
    expect([naming.shown, naming.untaken]).toEqual(['报送', 'characters'])
    naming.type('报送稿')
    expect(naming.untaken).toBeUndefined()
    naming.type('报送?')
    expect(naming.untaken).toBe('characters')
    naming.type('清'.repeat(61))
    expect([naming.shown.length, naming.untaken]).toEqual([60, 'length'])
  })

  it('shows what the files are called when typing is over', () => {
    expect(typed('CON').shown).toBe('CON_')
    expect(typed(' 报送.. ').shown).toBe('报送')
  })

  it('of what this browser kept in another hand is a name all the same', () => {
    localStorage.setItem(`nianbao-name-${report.id}`, '../<unit>/CON')
    expect(new Naming(() => report).name).not.toMatch(/[\\/:*?"<>|]|^\./)
  })
})

describe('the files of an archive', () => {
  it('are those chosen the last time', () => {
    const packing = new Packing()
    expect(packing.chosen).toContain('pdf')
    packing.choose('pdf', false)
    packing.choose('json', true)
    expect(new Packing().chosen).toEqual(packing.chosen)
    expect(new Packing().chosen).not.toContain('pdf')
  })

  it('may be none, and are only such as there are', () => {
    localStorage.setItem('nianbao-package', 'exe,json')
    expect(new Packing().chosen).toEqual(['json'])
    new Packing().choose('json', false)
    expect(new Packing().chosen).toEqual([])
  })
})
