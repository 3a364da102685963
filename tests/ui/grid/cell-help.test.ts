import { fireEvent, render, screen } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import { newReport } from '../../../src/core/report/new-report.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import { shortcuts } from '../../../src/ui/editor/shortcuts.ts'
import TablePane from '../../../src/ui/grid/TablePane.svelte'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'

it('what the current cell counts stands below the table once it is asked for, and follows the cell', async () => {
  const session = new Session(newReport('清川市档案局', 2025))
  const view = new ViewState()
  render(TablePane, { session, view, table: 'requests' })
  view.show('requests.refused.query.legal')
  const asked = screen.getByRole('button', { name: /口径/ })
  expect(asked.getAttribute('aria-expanded')).toBe('false')
  await fireEvent.click(asked)
  const help = await screen.findByRole('region', { name: '口径' })
  expect(help.textContent).toMatch(/不动产登记资料.*法律服务机构：.*依据：条例第三十六条第七项/s)
  view.show('requests.received.natural')
  await screen.findByText(/自然人：/)
  expect(help.textContent).toContain('条例第二十九条')
  await fireEvent.click(asked)
  expect(screen.queryByRole('region', { name: '口径' })).toBeNull()
})

it('F1 asks for it in a table, and does nothing elsewhere', () => {
  const session = new Session(newReport('清川市档案局', 2025))
  const view = new ViewState()
  const press = () => {
    shortcuts(new KeyboardEvent('keydown', { key: 'F1' }), { session, view })
    return view.cellHelp
  }
  view.open('remedies')
  expect([press(), press()]).toEqual([true, false])
  view.open('overview')
  expect(press()).toBe(false)
})
