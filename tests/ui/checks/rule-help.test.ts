import { fireEvent, render, screen } from '@testing-library/svelte'
import { describe, expect, it, vi } from 'vitest'
import { ruleIds } from '../../../src/core/checks/pack.ts'
import { ruleNames } from '../../../src/i18n/findings/rule-names.ts'
import RuleHelp from '../../../src/ui/checks/rules/RuleHelp.svelte'
import '../parts/dialog-methods.ts'

describe('the page of a rule', () => {
  it('shows what the rule asks, on what ground, what to do, what it passes and what it faults', () => {
    render(RuleHelp, { rule: 'T3-BAL', onclose: vi.fn() })
    const said = (name: string) =>
      screen.getByText(name).nextElementSibling?.textContent.replace(/\s+/g, ' ').trim()
    expect(said('要求')).toBe('表三表头：第一项加第二项之和，等于第三项加第四项之和。')
    expect(said('依据')).toBe('国办公开办函〔2021〕30号。')
    expect(said('处理')).toBe('错误 改正后才能报送。')
    expect(screen.getByRole('heading', { name: ruleNames['T3-BAL'] })).toBeTruthy()
    expect(screen.getByText('新收 12 + 上年结转 3 = 15，总计 14 + 结转 1 = 15')).toBeTruthy()
    expect(screen.getByText('结转下年度填 2：两边差 1')).toBeTruthy()
  })

  it('leads to all rules, which can be searched and opened', async () => {
    render(RuleHelp, { rule: 'T3-BAL', onclose: vi.fn() })
    await fireEvent.click(screen.getByRole('button', { name: '全部检查项' }))
    expect(screen.getAllByRole('listitem')).toHaveLength(ruleIds.length)
    const search = screen.getByRole('searchbox', { name: '查找检查项' })
    await fireEvent.input(search, { target: { value: '处理费' } })
    await fireEvent.click(screen.getByRole('button', { name: ruleNames['D-S6'] }))
    expect(screen.getByRole('heading', { name: ruleNames['D-S6'] })).toBeTruthy()
    expect(screen.getByText('不符合要求的例子')).toBeTruthy()
  })

  it('says of a rule of a newer pack that this version does not know it', () => {
    render(RuleHelp, { rule: 'T9-LATER', onclose: vi.fn() })
    expect(screen.getByText('当前版本没有这一项', { exact: false })).toBeTruthy()
  })
})
