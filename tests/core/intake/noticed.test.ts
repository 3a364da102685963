import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../src/core/intake/draft.ts'
import { recognise } from '../../../src/core/intake/recognise.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { setCell } from '../../../src/core/report/edit.ts'
import { validate } from '../../../src/core/checks/validate.ts'
import { textBlocks } from '../../../src/formats/read/text/read-text.ts'

/** What the reading of an original notices, up to the checks of the draft made of it. */

const tableTwo = (
  penalty: string,
  fee: string,
  more = ''
) => `清川市档案局2022年政府信息公开工作年度报告
一、总体情况
全年公开信息312条。
二、主动公开政府信息情况
${more}信息内容\t本年处理决定数量
行政许可\t130
信息内容\t本年处理决定数量
行政处罚\t${penalty}
行政强制\t0
信息内容\t本年收费金额（单位：万元）
行政事业性收费\t${fee}
三、收到和处理政府信息公开申请情况
`

const draftOf = (text: string): Report => {
  const { patch, findings } = recognise(textBlocks(text))
  return reportFrom(patch, { name: 'original.txt', year: 2022, findings })
}
const noticed = (text: string) =>
  recognise(textBlocks(text))
    .findings.filter(({ rule }) => rule !== 'D-SEC')
    .map(({ rule, at, params }) => [rule, at.kind === 'cells' ? at.fields : at.kind, params])
const said = (report: Report, rule: string) =>
  validate(report).filter((finding) => finding.rule === rule)

describe('numbers of table 二 in an original', () => {
  const penalty = 'disclosure.penalty.decisions'
  const fee = 'disclosure.fees.amount'

  it.each([
    ['12', '5.07', []],
    ['0', '5.0725', []],
    ['2.5', '5.07', [['T2-INT', [penalty], { found: ['2.5'] }]]],
    ['12', '5.0725101', [['T2-INT', [fee], { found: ['5.0725101'] }]]],
    ['若干', '5.07', [['T2-NONNEG', [penalty], { found: ['若干'] }]]]
  ])('%s 件, %s 万元', (count, money, expected) => {
    expect(noticed(tableTwo(count, money))).toEqual(expected)
  })

  it('are spoken of until they are filled in', () => {
    const report = draftOf(tableTwo('2.5', '5.07'))
    expect(report.cells[penalty]).toBeNull()
    expect(said(report, 'T2-INT')).toHaveLength(1)
    expect(said(setCell(report, penalty, 2), 'T2-INT')).toEqual([])
  })

  it('in table 三 are no numbers of it either way', () => {
    const row = '一、本年新收政府信息公开申请数量\t2.5\t0\t0\t0\t0\t0\t3'
    const found = noticed(`三、收到和处理政府信息公开申请情况\n${row}\n`)
    expect(found).toEqual([['T3-NONNEG', ['requests.received.natural'], { found: ['2.5'] }]])
  })
})

describe('prose in a section that is a table', () => {
  const table = 'disclosure'
  it.each([
    ['2022年共办理行政许可15件。'],
    ['办理行政许可15件。'],
    ['行政许可均已在门户网站公示，接受监督。']
  ])('%s', (line) => {
    const text = tableTwo('12', '5.07', `${line}\n`)
    expect(noticed(text)).toEqual([['D-PROSE2', 'report', { table, found: [line] }]])
    const { patch } = recognise(textBlocks(text))
    expect(patch.cells['disclosure.licensing.decisions']?.value).toBe(130)
    expect(patch.leftovers.map((left) => left.text)).toContain(line)
  })

  it.each([['单位：件'], ['主动公开政府信息情况统计表'], ['该部分以表格形式报告。表格如下：']])(
    'but not %s',
    (line) => {
      expect(noticed(tableTwo('12', '5.07', `${line}\n`))).toEqual([])
    }
  )

  it('is held against the table as it is now', () => {
    const report = draftOf(tableTwo('12', '5.07', '2022年共办理行政许可15件。\n'))
    const [finding] = said(report, 'D-PROSE2')
    expect(finding?.severity).toBe('warning')
    expect(String(finding?.params['differs'])).toMatch(/行政许可15件.*130/)
    const [mended] = said(setCell(report, 'disclosure.licensing.decisions', 15), 'D-PROSE2')
    expect(mended).toMatchObject({ severity: 'hint', params: { table } })
    expect(mended?.params['differs']).toBeUndefined()
    expect(mended?.fingerprint).not.toBe(finding?.fingerprint)
  })

  it('of another year is not', () => {
    const report = draftOf(tableTwo('12', '5.07', '2021年共办理行政许可15件。\n'))
    expect(said(report, 'D-PROSE2')[0]?.severity).toBe('hint')
  })
})

describe('a label that a local notice prescribes', () => {
  const statutory = '2.其他法律行政法规禁止公开'
  const local = '2.其他法律法规禁止公开'
  const report = draftOf(
    `三、收到和处理政府信息公开申请情况\n1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0\n${local}\t0\t0\t0\t0\t0\t0\t0\n`
  )
  const withLabels = (labels: Record<string, string>): Report => ({
    ...report,
    settings: { ...report.settings, labels }
  })

  it('is accepted once the settings have it, however it is spaced', () => {
    expect(said(report, 'D-LABEL')).toHaveLength(1)
    expect(said(withLabels({ [statutory]: local }), 'D-LABEL')).toEqual([])
    expect(said(withLabels({ [statutory]: '2． 其他法律法规 禁止公开' }), 'D-LABEL')).toEqual([])
  })

  it('is not, where the settings have another', () => {
    expect(said(withLabels({ [statutory]: '2.法律禁止公开' }), 'D-LABEL')).toHaveLength(1)
    expect(said(withLabels({ '1.属于国家秘密': local }), 'D-LABEL')).toHaveLength(1)
  })
})
