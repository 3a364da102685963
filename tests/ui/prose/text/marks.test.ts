import { render, screen, within } from '@testing-library/svelte'
import { tick } from 'svelte'
import { describe, expect, it } from 'vitest'
import { newReport } from '../../../../src/core/report/new-report.ts'
import { Paper } from '../../../../src/state/paper/paper.svelte.ts'
import { Session } from '../../../../src/state/report/session.svelte.ts'
import { ViewState } from '../../../../src/ui/parts/view-state.svelte.ts'
import { markedIn } from '../../../../src/ui/prose/text/marks.ts'
import TextEditor from '../../../../src/ui/prose/text/TextEditor.svelte'

const blank = newReport('清川市水利局', 2025)

async function opened(overview: string) {
  const session = new Session({ ...blank, text: { ...blank.text, overview } })
  const view = new ViewState()
  const label = '一、总体情况'
  const ontables = () => undefined
  render(TextEditor, {
    session,
    view,
    paper: new Paper(),
    section: 'overview',
    dark: false,
    label,
    ontables
  })
  const editor = await screen.findByRole('textbox', { name: label })
  await tick()
  return { session, view, marks: () => within(editor).queryAllByRole('mark') }
}

describe('marks of findings', () => {
  it('stand under the words, and say what the rule says', async () => {
    const { marks } = await opened('项目名单在网站公式公开。')
    expect(marks().map((mark) => mark.textContent)).toEqual(['公式公开'])
    expect(marks()[0]?.getAttribute('title')).toMatch(/^待确认：.*公示公开/)
  })

  it('go when what they mark is mended', async () => {
    const { session, marks } = await opened('项目名单在网站公式公开。')
    session.setText('overview', '项目名单在网站公示公开。')
    await expect.poll(() => marks().length).toBe(0)
  })

  it('are of findings that stand in the text of the section, from left to right', async () => {
    const { session } = await opened('名单公式公开，技术公关取得进展。')
    const marked = markedIn(session.findings, 'overview')
    const starts = marked.map(({ from }) => from)
    expect(starts.length).toBeGreaterThan(0)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    expect(markedIn(session.findings, 'other')).toEqual([])
  })
})
