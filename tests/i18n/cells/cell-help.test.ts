import { describe, expect, it } from 'vitest'
import { formInForce } from '../../../src/core/form/form.ts'
import { tableIds } from '../../../src/core/form/table.ts'
import { cellHelp } from '../../../src/i18n/cells/cell-help.ts'

const fields = tableIds.flatMap((table) => formInForce.fieldsOf(table))

describe('what a cell counts', () => {
  it('is said of all 200, in whole sentences, with a clause', () => {
    expect(fields).toHaveLength(200)
    for (const field of fields) {
      const { counts, not, column, clause } = cellHelp(field)
      for (const said of [counts, not, column ?? '。']) expect(said, field).toMatch(/。$/)
      expect(clause, field).toMatch(/条例第.+条|国办.+号/)
    }
  })

  it('tells the column by the name that the form prints', () => {
    for (const field of fields) {
      const { column } = cellHelp(field)
      if (column !== undefined)
        expect(column.split('：')[0], field).toBe(formInForce.entryOf(field).column)
    }
  })

  it.each([
    ['requests.refused.stateSecret.natural', '条例第十四条'],
    ['requests.refused.thirdParty.natural', '条例第十五条、第三十二条'],
    ['requests.refused.internal.natural', '条例第十六条第一款'],
    ['requests.refused.query.natural', '条例第三十六条第七项'],
    ['requests.unavailable.notHeld.natural', '条例第三十六条第四项、第五项'],
    ['requests.unavailable.needsMaking.natural', '条例第三十八条'],
    ['requests.declined.excessive.natural', '条例第三十五条'],
    ['requests.declined.repeat.natural', '条例第三十六条第六项'],
    ['requests.other.feeUnpaid.natural', '国办函〔2020〕109号'],
    ['disclosure.rules.issued', '条例第二十条第一项、立法法'],
    ['disclosure.fees.amount', '条例第二十条第八项'],
    ['remedies.direct.pending', '条例第五十一条']
  ] as const)('%s goes by %s', (field, clause) => {
    expect(cellHelp(field).clause).toBe(clause)
  })

  it('says where a request that was withdrawn is counted', () => {
    expect(cellHelp('requests.other.other.total').counts).toContain('撤回')
  })
})
