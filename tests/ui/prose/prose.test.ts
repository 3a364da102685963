import { fireEvent, render, screen } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import { longestText } from '../../../src/core/report/limits.ts'
import { openReport } from '../../../src/core/report/migrate.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'
import Prose from '../../../src/ui/prose/Prose.svelte'

const written = '全年公开信息12条。'

it.each([
  ['as much as a report can hold', longestText, true],
  ['more than that', longestText + 1, false]
])('a text of %s: the report still opens', async (_, length, taken) => {
  const blank = newReport('清川市水利局', 2025)
  const session = new Session({ ...blank, text: { ...blank.text, problems: written } })
  render(Prose, { session, view: new ViewState(), section: 'problems' })
  const area = screen.getByRole<HTMLTextAreaElement>('textbox')
  const pasted = '文'.repeat(length)
  await fireEvent.input(area, { target: { value: pasted } })
  const wanted = taken ? pasted : written
  expect(session.report.text.problems === wanted).toBe(true)
  expect(area.value === wanted).toBe(true)
  expect(session.said?.warnings ?? []).toHaveLength(taken ? 0 : 1)
  expect(openReport(JSON.parse(JSON.stringify(session.report))).ok).toBe(true)
})
