import { fireEvent, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '../../../../src/storage/database/db.ts'
import { accept, openImport, paste, source, stored } from '../import-screen.ts'

beforeEach(openImport)

describe('a text without doubts', () => {
  it('becomes a new report, and is opened', async () => {
    await paste(source('规章\t0\t0\t0'))
    expect(await screen.findByDisplayValue('清川市水利局')).toBeTruthy()
    expect(document.querySelectorAll('[data-action=import-accept]')).toHaveLength(1)
    await accept()
    await waitFor(() => expect(window.location.hash).toMatch('#/report/'))
    expect(await stored()).toMatchObject({
      unit: { name: '清川市水利局' },
      year: 2025,
      cells: { 'disclosure.rules.issued': 0, 'disclosure.normative.inForce': 20 },
      text: { other: '2025年没有收取信息处理费。' }
    })
  })

  it('waits for a year that nobody gave', async () => {
    await paste(source('规章\t0\t0\t0').replace('2025年政', '政'))
    await fireEvent.input(await screen.findByLabelText('年度'), { target: { value: '' } })
    await accept()
    expect(screen.getByText('年度填四位数字', { exact: false })).toBeTruthy()
    expect(await db.reports.count()).toBe(0)
  })
})

describe('doubts', () => {
  beforeEach(async () => {
    await paste(source('规章\t/\t/\t约3'))
    // Two of the cells, and two tables that the text does not have; a table is left as a whole.
    await screen.findByText('还有 4 处存疑')
    for (const part of ['requests', 'remedies']) {
      await fireEvent.click(document.querySelector(`[data-part=${part}]`) as Element)
    }
    await screen.findByText('还有 2 处存疑')
  })

  it('stay blank when the rest is taken over', async () => {
    await accept()
    await waitFor(async () => expect(await db.reports.count()).toBe(1))
    expect(await stored()).toMatchObject({
      cells: {
        'disclosure.rules.issued': null,
        'disclosure.rules.inForce': null,
        'disclosure.normative.inForce': 20
      }
    })
  })

  it('are answered one by one: 0 only when somebody says so', async () => {
    await fireEvent.click(screen.getByRole('button', { name: '填 0' }))
    await screen.findByText('还有 1 处存疑')
    const field = document.querySelector('[data-field="disclosure.rules.inForce"]') as Element
    await fireEvent.input(field, { target: { value: '4' } })
    await fireEvent.click(screen.getByRole('button', { name: '确认' }))
    await screen.findByText('存疑处都已确认')
    await accept()
    await waitFor(async () => expect(await db.reports.count()).toBe(1))
    expect(await stored()).toMatchObject({
      cells: {
        'disclosure.rules.issued': 0,
        'disclosure.rules.repealed': 0,
        'disclosure.rules.inForce': 4
      }
    })
  })

  it('keep what cannot be a number in its field, and out of the report', async () => {
    const field = document.querySelector<HTMLInputElement>(
      '[data-field="disclosure.rules.inForce"]'
    ) as HTMLInputElement
    await fireEvent.input(field, { target: { value: '不详' } })
    expect(screen.getByRole('alert').textContent).toContain('不能作为表格的数')
    expect(field.value).toBe('不详')
    await accept()
    await waitFor(async () => expect(await db.reports.count()).toBe(1))
    expect(await stored()).toMatchObject({ cells: { 'disclosure.rules.inForce': null } })
  })
})
