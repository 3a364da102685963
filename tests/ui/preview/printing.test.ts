import { render } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { compose } from '../../../src/core/compose/compose.ts'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import { Pages } from '../../../src/state/paper/pages.svelte.ts'
import { Paper } from '../../../src/state/paper/paper.svelte.ts'
import { Session } from '../../../src/state/report/session.svelte.ts'
import { db } from '../../../src/storage/database/db.ts'
import { lookOf } from '../../../src/typeset/page/look.ts'
import PrintKey from '../../../src/ui/preview/PrintKey.svelte'
import Print from '../../../src/ui/preview/Print.svelte'
import { ViewState } from '../../../src/ui/parts/view-state.svelte.ts'
import { FakePress, pressed } from '../../state/paper/fake-press.ts'

beforeEach(async () => {
  await db.delete()
  await db.open()
})

const right = exampleReport({ note: '' })
const wrong = { 'remedies.review.total': 9 } as const

/** An editor with pages of a report beside it, marked as a draft or not. */
async function beside(report: typeof right, draft: boolean) {
  const press = new FakePress()
  const pages = new Pages({ press: () => Promise.resolve(press), fonts: { chosen: [] } })
  const shown = pages.show({ blocks: compose(report), look: lookOf(report, draft) })
  await vi.waitFor(() => expect(press.sets).toHaveLength(1))
  press.sets[0]?.end(pressed(3))
  await shown
  const paper = new Paper()
  paper.shown = pages
  const session = new Session(right)
  render(PrintKey, { session, view: new ViewState(), paper })
  return session
}

/** What the browser's own menu gets: pages or plain text, and whether that says 草稿. */
function menu() {
  window.dispatchEvent(new Event('beforeprint'))
  flushSync()
  const leaves = document.querySelector('.paper')
  const pages = leaves?.querySelectorAll('.sheet').length ?? 0
  const draft = leaves?.querySelector('.draft')?.textContent ?? ''
  window.dispatchEvent(new Event('afterprint'))
  flushSync()
  return { pages, draft }
}

describe('the print menu of the browser', () => {
  it('gets the pages that stand beside the editor', async () => {
    await beside(right, false)
    expect(menu()).toEqual({ pages: 3, draft: '' })
    expect(document.querySelector('.paper'), 'afterwards').toBeNull()
  })

  it('gets no pages of a report that has changed since, and 草稿 where it has errors now', async () => {
    const session = await beside(right, false)
    session.typeCell('remedies.review.total', '9')
    flushSync()
    expect(menu()).toEqual({ pages: 0, draft: '草稿' })
  })

  it('gets no pages of a report that reads otherwise, draft or not', async () => {
    const session = await beside(right, false)
    session.setText('other', `${right.text.other}没有其他事项。`)
    flushSync()
    expect(menu()).toMatchObject({ pages: 0 })
  })

  it('gets no pages in another look, and none marked as a draft of what is right', async () => {
    const session = await beside(right, true)
    expect(menu()).toEqual({ pages: 0, draft: '' })
    session.setSettings({ look: 'compact' })
    flushSync()
    expect(menu()).toEqual({ pages: 0, draft: '' })
  })
})

it('pages of a report that was made a draft while they were set are set again', async () => {
  const press = new FakePress()
  const paper = Object.assign(new Paper(), { press: () => Promise.resolve(press) })
  // jsdom loads no fonts.
  Object.defineProperty(document, 'fonts', { value: { ready: Promise.resolve() } })
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
  const given = { report: right, paper, draft: false, plain: false, onend: () => undefined }
  const { rerender } = render(Print, given)
  await vi.waitFor(() => expect(press.sets).toHaveLength(1))
  const report = { ...right, cells: { ...right.cells, ...wrong } }
  await rerender({ report, draft: true })
  press.sets[0]?.end(pressed(3))
  await vi.waitFor(() => expect(press.sets).toHaveLength(2))
  expect(print).not.toHaveBeenCalled()
  expect(press.sets[1]?.copy.look.draft).toBe(true)
  press.sets[1]?.end(pressed(3))
  await vi.waitFor(() => expect(print).toHaveBeenCalledTimes(1))
})
