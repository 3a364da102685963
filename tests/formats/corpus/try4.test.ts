// @vitest-environment jsdom
import { readFileSync, readdirSync } from 'node:fs'
import { it } from 'vitest'
import { wholes, sentencesOf } from './whole.ts'
import { readFile } from '../../../src/formats/index.ts'
import { score } from '../../core/recognise/score.ts'
const dir = process.env['DIR']!
it('x', async () => {
  for (const name of readdirSync(dir).filter((n) => /\.(pdf|docx|xlsx|html?|mht)$/.test(n))) {
    const whole = wholes[name.split(',')[0]!]
    if (!whole) continue
    const bytes = readFileSync(`${dir}/${name}`)
    const file = { name, size: bytes.length, arrayBuffer: () => Promise.resolve(bytes) }
    const result = await readFile(file as unknown as File)
    if (!result.ok || 'report' in result) {
      console.log(name, result)
      continue
    }
    const {
      right,
      unflagged,
      recognised: { patch }
    } = score(result.blocks, whole.cells)
    const flat = (t: string) => t.replace(/[\s　]/g, '')
    const lost = sentencesOf(whole).filter(
      ([section, s]) => !flat(patch.text[section]).includes(flat(s))
    )
    const exact = (['leadIn', 'overview', 'problems', 'other'] as const).filter(
      (s) => patch.text[s] !== whole.prose[s].join('\n')
    )
    console.log(
      '##',
      name,
      bytes.length,
      'right',
      right,
      'silent',
      unflagged.length,
      'lost',
      lost.length,
      'of',
      sentencesOf(whole).length,
      'not exact',
      exact.join(),
      'left',
      patch.leftovers
        .map((l) => l.reason + ' ' + l.text.slice(0, 40))
        .slice(0, 4)
        .join(';;'),
      patch.unitName,
      patch.year
    )
    if (process.env['V']) console.log(exact.map((s) => patch.text[s]).join('\n----\n'), lost)
  }
}, 100000)
