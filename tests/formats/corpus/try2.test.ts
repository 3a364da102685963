import { it } from 'vitest'
import { wholes } from './whole.ts'
import { manners, paintedPdf } from './painted.ts'
import { readFile } from '../../../src/formats/index.ts'
import { score } from '../../core/recognise/score.ts'
import { fields } from '../../../src/core/form.ts'
it.each([
  ['lake', 'as WPS prints'],
  ['valley', 'letter by letter, justified'],
  ['ridge', 'in two columns']
])('%s %s', async (id, name) => {
  const whole = wholes[id]!
  const bytes = paintedPdf(whole, manners[name]!)
  const file = { name: 'a.pdf', size: bytes.length, arrayBuffer: () => Promise.resolve(bytes) }
  const result = await readFile(file as unknown as File)
  if (!result.ok || 'report' in result) throw 1
  const {
    recognised: { patch }
  } = score(result.blocks, whole.cells)
  console.log(JSON.stringify(patch.text, null, 1), JSON.stringify(patch.leftovers, null, 1))
  for (const f of fields)
    if ((patch.cells[f]?.value ?? null) !== whole.cells[f])
      console.log(f, whole.cells[f], patch.cells[f])
})
