import { writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { wholes, sentencesOf } from './whole.ts'
import { wordFiles } from './word.ts'
import { readFile } from '../../../src/formats/index.ts'
import { score } from '../../core/recognise/score.ts'

it.each(Object.keys(wordFiles))('%s', async (name) => {
  for (const [id, whole] of Object.entries(wholes)) {
    const bytes = wordFiles[name]!(whole)
    writeFileSync(`/tmp/pdfwork/${id}, ${name}.docx`, bytes)
    const file = { name: 'a.docx', size: bytes.length, arrayBuffer: () => Promise.resolve(bytes) }
    const result = await readFile(file as unknown as File)
    if (!result.ok || 'report' in result) {
      console.log(id, name, result)
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
      id,
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
      patch.leftovers.map((l) => l.reason + ' ' + l.text.slice(0, 40)).slice(0, 4),
      patch.unitName,
      patch.year
    )
  }
})
