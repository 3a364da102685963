import { expect, it } from 'vitest'
import { pastedByLabel, pastedByPlace } from '../../../src/core/intake/paste.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import { copiedTables } from '../../../src/state/report/clipboard.ts'

const table = (...rows: (readonly (string | number)[])[]) =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`

it('takes a table that is on the clipboard as markup alone, by its labels', async () => {
  const { patch } = await copiedTables('', table(['（一）予以公开', 5, 0, 0, 0, 0, 1, 6]))
  expect(pastedByLabel(patch, 'requests')?.patch).toMatchObject({
    'requests.granted.natural': 5,
    'requests.granted.otherOrg': 1
  })
})

it('or by place, where it has none', async () => {
  const { rows } = await copiedTables('', table([3, 4], [5, 6]))
  const under: FieldId[] = ['requests.granted.natural', 'requests.granted.commercial']
  expect(pastedByPlace(rows.slice(0, 1), [under]).patch).toEqual({
    'requests.granted.natural': 3,
    'requests.granted.commercial': 4
  })
})
