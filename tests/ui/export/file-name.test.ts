import { fireEvent, render, screen } from '@testing-library/svelte'
import { beforeEach, expect, it } from 'vitest'
import { newReport } from '../../../src/core/report/new-report.ts'
import { Naming } from '../../../src/state/paper/naming.svelte.ts'
import FileName from '../../../src/ui/export/FileName.svelte'

beforeEach(() => localStorage.clear())

function setUp() {
  const report = newReport('清川市水利局', 2025)
  const naming = new Naming(() => report)
  render(FileName, { naming })
  const field = screen.getByLabelText<HTMLInputElement>('文件名')
  /** What the browser puts into the field, with the caret behind it. */
  const type = async (text: string, caret = text.length, isComposing = false) => {
    field.value = text
    field.setSelectionRange(caret, caret)
    await fireEvent(field, new InputEvent('input', { bubbles: true, isComposing }))
  }
  return { naming, field, type }
}

it('what no name can have goes as it is typed, and the caret stays where it was', async () => {
  const { naming, field, type } = setUp()
  await type('报/送', 2)
  expect(field.value).toBe('报送')
  expect(field.selectionStart).toBe(1)
  expect(naming.name).toBe('报送')
  expect(screen.getByRole('status').textContent).toContain('文件名不能含')
  await type('报送稿')
  expect(screen.getByRole('status').textContent.trim()).toBe('')
})

it('an input method has its keys to itself until it is done', async () => {
  const { naming, field, type } = setUp()
  await type("bao'song:", 9, true)
  expect(field.value).toBe("bao'song:")
  field.value = '报送:'
  await fireEvent.compositionEnd(field)
  expect(field.value).toBe('报送')
  expect(naming.name).toBe('报送')
})

it('shows the name that is saved, once it is left', async () => {
  const { field, type } = setUp()
  await type('con. ')
  expect(field.value).toBe('con. ')
  await fireEvent.change(field)
  expect(field.value).toBe('con_')
})
