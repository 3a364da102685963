import { fireEvent, render, waitFor } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import { newReport } from '../../../src/core/report/new-report.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import TablePane from '../../../src/ui/grid/TablePane.svelte'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'

it('after a number was typed, the selection still begins at its cell', async () => {
  const session = new Session(newReport('清川市档案局', 2025))
  render(TablePane, { session, view: new ViewState(), table: 'remedies' })
  const field = document.querySelector<HTMLInputElement>('[data-field="remedies.review.upheld"]')
  if (!field) throw new Error('no field')
  field.focus()
  await fireEvent.input(field, { target: { value: '5' } })
  await fireEvent.keyDown(field, { key: 'ArrowRight', shiftKey: true })
  const selected = () =>
    [...document.querySelectorAll<HTMLInputElement>('td.selected input')].map(
      ({ dataset }) => dataset['field']
    )
  await waitFor(() =>
    expect(selected()).toEqual(['remedies.review.upheld', 'remedies.review.corrected'])
  )
})
