import { EditorView } from '@codemirror/view'
import { render, screen } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import { longestText } from '../../../src/core/report/limits.ts'
import { openReport } from '../../../src/core/report/migrate.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { Paper } from '../../../src/state/paper/paper.svelte.ts'
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
  render(Prose, {
    session,
    view: new ViewState(),
    paper: new Paper(),
    section: 'problems',
    dark: false
  })
  const editor = EditorView.findFromDOM(await screen.findByRole('textbox'))
  const pasted = '文'.repeat(length)
  editor?.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: pasted } })
  const wanted = taken ? pasted : written
  expect(session.report.text.problems === wanted).toBe(true)
  expect(editor?.state.doc.toString() === wanted).toBe(true)
  expect(session.said?.warnings ?? []).toHaveLength(taken ? 0 : 1)
  expect(openReport(JSON.parse(JSON.stringify(session.report))).ok).toBe(true)
})
