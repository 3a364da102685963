import { render, screen } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { describe, expect, it } from 'vitest'
import { fields } from '../../../src/core/form/form.ts'
import type { FieldId, TableId } from '../../../src/core/form/table.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import TablePane from '../../../src/ui/grid/TablePane.svelte'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'

const zero = setCells(
  newReport('清川市档案局', 2025),
  Object.fromEntries(fields.map((field) => [field, 0]))
)
const other = 'requests.other.other.natural'

/** What is heard of a cell of a table. */
const heard = (report: Report, table: TableId, field: FieldId): string | null => {
  render(TablePane, { session: new Session(report), view: new ViewState(), table })
  flushSync()
  return document.querySelector(`[data-field="${field}"]`)?.getAttribute('aria-label') ?? null
}
const withLast = (report: Report, cells: Partial<Report['cells']> = {}): Report => ({
  ...report,
  previous: { year: 2024, cells: { ...zero.cells, ...cells }, text: zero.text, metrics: [] }
})

describe('a cell is heard with its whole path', () => {
  it('group, row, column, this year and last', () => {
    const report = withLast(setCells(zero, { [other]: 1 }), {})
    expect(heard(report, 'requests', other)).toBe('（六）其他处理 3.其他，自然人，本年 1，上年 0')
  })

  it('未填, and no last year where it is not known', () => {
    const report = setCells(zero, { 'disclosure.rules.issued': null })
    expect(heard(report, 'disclosure', 'disclosure.rules.issued')).toBe(
      '规章，本年制发件数，本年 未填'
    )
  })

  it('with what is wrong, in words', () => {
    const total = 'remedies.review.total'
    const report = { ...zero, cells: { ...zero.cells, [total]: 3 } }
    expect(heard(report, 'remedies', total)).toMatch(/，总计，本年 3，错误，差 3$/)
  })
})

it('the table is a grid, with heads of rows and columns', () => {
  heard(zero, 'remedies', 'remedies.review.total')
  const grid = screen.getByRole('grid', { name: '政府信息公开行政复议、行政诉讼情况' })
  expect(grid.querySelectorAll('td[role="gridcell"]')).toHaveLength(15)
  expect(screen.getAllByRole('columnheader', { name: '结果维持' })).toHaveLength(3)
})
