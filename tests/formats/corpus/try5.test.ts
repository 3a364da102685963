import { readFileSync } from 'node:fs'
import { it } from 'vitest'
import { wholes } from './whole.ts'
import { readFile } from '../../../src/formats/index.ts'
import { score } from '../../core/recognise/score.ts'
import { fields } from '../../../src/core/form.ts'
it('x', async () => {
  const name = process.env['F']!
  const whole = wholes[name.split('/').at(-1)!.split(',')[0]!]!
  const bytes = readFileSync(name)
  const file = { name, size: bytes.length, arrayBuffer: () => Promise.resolve(bytes) }
  const result = await readFile(file as unknown as File)
  if (!result.ok || 'report' in result) throw 1
  const {
    unflagged,
    recognised: { patch }
  } = score(result.blocks, whole.cells)
  console.log(JSON.stringify(unflagged))
  for (const f of fields)
    if ((patch.cells[f]?.value ?? null) !== whole.cells[f])
      console.log(f, whole.cells[f], JSON.stringify(patch.cells[f]))
  console.log(patch.text)
  console.log(
    result.blocks
      .map((b) =>
        b.type === 'text'
          ? b.text
          : b.rows
              .map((r) =>
                r
                  .map(
                    (c) =>
                      c.text.replace(/\n/g, '/') +
                      (c.cols ? '>' + c.cols : '') +
                      (c.rows ? 'v' + c.rows : '')
                  )
                  .join(' | ')
              )
              .join('\n')
      )
      .join('\n')
  )
})
