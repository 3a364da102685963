import { fireEvent, render, screen } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import { addChart } from '../../../../src/core/charts/edit.ts'
import { setFigure } from '../../../../src/core/platforms/edit.ts'
import { figureLinesOf } from '../../../../src/core/platforms/lines.ts'
import { Session } from '../../../../src/state/report/session.svelte.ts'
import { db } from '../../../../src/storage/database/db.ts'
import Charts from '../../../../src/ui/charts/Charts.svelte'
import { ViewState } from '../../../../src/ui/parts/view-state.svelte.ts'
import Notice from '../../../../src/ui/parts/notices/Notice.svelte'
import { report } from '../../platforms/figures-on-screen.ts'

beforeEach(async () => {
  await db.delete()
  await db.open()
})

describe('the notice of what was removed', () => {
  it('offers undo only while undo brings it back', async () => {
    const session = new Session(
      addChart(report, { title: '图甲', type: 'bar', figures: report.metrics.slice(0, 1) })
    )
    render(Charts, { session, dark: false })
    render(Notice, { session, view: new ViewState() })
    await fireEvent.click(screen.getByRole('button', { name: '图表“图甲”：更多' }))
    await fireEvent.click(screen.getByRole('menuitem', { name: '删除' }))
    expect(session.report.charts).toEqual([])
    expect(screen.getByRole('status').textContent).toContain('图表“图甲”已删除')
    const line = figureLinesOf(session.report, '站')[0]
    if (!line) throw new Error('no line')
    session.edit((one) => setFigure(one, line, 2025, { value: 7 }))
    flushSync()
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull()
    session.undo()
    flushSync()
    await fireEvent.click(screen.getByRole('button', { name: '撤销' }))
    expect(session.report.charts.map(({ title }) => title)).toEqual(['图甲'])
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull()
  })
})
