import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  entriesOf,
  entryOf,
  fields,
  form2021,
  formOf,
  isField
} from '../../../src/core/form/form.ts'
import { partsOf } from '../../../src/core/form/field-name.ts'
import { dense, place, tiles } from '../../../src/core/form/layout.ts'
import { requestField, requestRows, rowsIn } from '../../../src/core/form/requests.ts'
import { blockEnds, isEntry } from '../../../src/core/form/table.ts'

const tables = Object.values(form2021.tables)

describe('the form of 2021', () => {
  it.each([
    ['disclosure', 4, 14, 10],
    ['requests', 10, 28, 175],
    ['remedies', 15, 4, 15]
  ] as const)('%s: %i columns, %i rows, %i numbers', (id, columns, rows, numbers) => {
    const table = form2021.tables[id]
    expect(table.widths).toHaveLength(columns)
    expect(table.rows).toHaveLength(rows)
    expect(entriesOf(table)).toHaveLength(numbers)
  })

  it.each(tables.map((table) => [table.id, table] as const))(
    '%s covers its rectangle exactly once',
    (_, table) => {
      expect(tiles(table.rows, table.widths.length)).toBe(true)
      const corners = new Set(
        dense(table.rows).flatMap((line) => line.map((at) => `${at?.row},${at?.column}`))
      )
      expect(corners.size).toBe(table.rows.flat().length)
    }
  )

  it('has 200 fields, each once', () => {
    expect(fields).toHaveLength(200)
    expect(new Set(fields).size).toBe(200)
    expect(fields.every(isField)).toBe(true)
    expect(isField('requests.received.everybody')).toBe(false)
  })

  it.each(tables.map((table) => [table.id, table] as const))(
    '%s: a field is named by its table, its row and its column',
    (id, table) => {
      for (const { field } of entriesOf(table)) {
        const { table: own, row, column } = partsOf(field)
        expect([own, row, column].join('.')).toBe(field)
        expect(own).toBe(id)
      }
    }
  )

  it.each([
    ['refused', '（三）不予公开', 8],
    ['unavailable', '（四）无法提供', 3],
    ['declined', '（五）不予处理', 5],
    ['other', '（六）其他处理', 3]
  ] as const)('the rows of %s stand under %s', (group, label, count) => {
    const under = requestRows.filter(({ id }) => entryOf(requestField(id, 'total')).group === label)
    expect(rowsIn(group)).toEqual(under.map(({ id }) => id))
    expect(under).toHaveLength(count)
    expect(under.every(({ id }) => id.startsWith(`${group}.`))).toBe(true)
  })

  it('has 7 × 2 column, 25 row and 3 remedies balances', () => {
    const count = (rule: string) =>
      form2021.balances.filter((balance) => balance.rule === rule).length
    expect([count('T3-BAL'), count('T3-SUM'), count('T3-ROW'), count('T4-SUM')]).toEqual([
      7, 7, 25, 3
    ])
  })

  it('names every balance differently and uses only fields of the form', () => {
    expect(new Set(form2021.balances.map(({ id }) => id)).size).toBe(form2021.balances.length)
    for (const { left, right } of form2021.balances) {
      expect([...left, ...right].every(isField)).toBe(true)
    }
  })

  it.each([
    // A part of table 三 stands in its row and its column.
    ['requests.granted.natural', ['T3-ROW:granted', 'T3-SUM:natural']],
    ['requests.handled.natural', ['T3-ROW:handled', 'T3-SUM:natural', 'T3-BAL:natural']],
    ['requests.received.total', ['T3-ROW:received', 'T3-BAL:total']],
    ['remedies.direct.total', ['T4-SUM:direct']],
    ['disclosure.fees.amount', []]
  ] as const)('%s takes part in %j', (field, ids) => {
    expect(form2021.balancesOf(field).map(({ id }) => id)).toEqual(ids)
  })

  it('prints the statutory words to the letter', () => {
    const words = tables.flatMap((table) =>
      table.rows.flat().flatMap((cell) => (isEntry(cell) ? [] : [cell.text]))
    )
    expect(words).toContain('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）')
    expect(words).toContain('2.其他法律行政法规禁止公开')
    expect(words).toContain('（二）部分公开（区分处理的，只计这一情形，不计其他情形）')
    expect(words).toContain('本年收费金额（单位：万元）')
    expect(entryOf('requests.other.feeUnpaid.legal')).toMatchObject({
      row: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      column: '法律服务机构'
    })
  })

  it('breaks its narrow labels between words only', () => {
    const cut = tables.flatMap((table) =>
      table.rows
        .flat()
        .flatMap((cell) =>
          isEntry(cell) || !cell.breaks
            ? []
            : cell.breaks.map((at) => `${cell.text.slice(0, at)}|${cell.text.slice(at)}`)
        )
    )
    expect(cut).toContain('（三）|不予公开')
    expect(cut).toContain('商业|企业')
    expect(cut).toContain('社会公益|组织')
    expect(cut).toContain('结果|维持')
    expect(cut).toContain('1.申请人无正当理由逾期不补正、|行政机关不再处理其政府信息公开申请')
    expect(cut).toContain('（本列数据的勾稽关系为：第一项加第二项之和，|等于第三项加第四项之和）')
  })
})

describe('a form asked for what is done with it', () => {
  it('is found by the report that is written in it', () => {
    expect(formOf({ form: '2021' })).toBe(form2021)
    expect(form2021.fields).toEqual(tables.flatMap(entriesOf).map(({ field }) => field))
  })

  it('knows each total by all balances that fill it, in the order of the form', () => {
    const order = [...form2021.totals.keys()]
    expect(order).toEqual(form2021.fields.filter((field) => order.includes(field)))
    expect([...form2021.totals.values()].flat().length).toBe(
      form2021.balances.filter(({ fills }) => fills).length
    )
    expect(form2021.totals.get('requests.handled.total')?.map(({ id }) => id)).toEqual([
      'T3-ROW:handled',
      'T3-SUM:total'
    ])
  })

  it('has each column of table 三 from the first row to the last, with two equations of its own', () => {
    const { columns = [], rows, headRows } = form2021.tables.requests
    expect(columns.map(({ text }) => text).join()).toBe(
      '自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计'
    )
    for (const { fields: own } of columns) {
      expect(own).toHaveLength(rows.length - headRows)
      const within = form2021.balances.filter(({ left, right }) =>
        [...left, ...right].every((field) => own.includes(field))
      )
      expect(within.map(({ rule }) => rule)).toEqual(['T3-SUM', 'T3-BAL'])
    }
  })

  it('carries 结转下年度 over into 上年结转, column by column', () => {
    expect(
      form2021.carried.map(({ from, to }) => [form2021.entryOf(from), form2021.entryOf(to)])
    ).toEqual(
      form2021.tables.requests.columns?.map(({ text }) => [
        expect.objectContaining({ row: '四、结转下年度继续办理', column: text }),
        expect.objectContaining({ row: '二、上年结转政府信息公开申请数量', column: text })
      ])
    )
  })

  it('ends a block before each label over several rows, and before the closing rows', () => {
    const { requests } = form2021.tables
    const ending = [...blockEnds(requests)].map((row) =>
      requests.rows[row]
        ?.filter(isEntry)
        .map((entry) => entry.row)
        .at(0)
    )
    expect(ending).toEqual([
      undefined,
      '二、上年结转政府信息公开申请数量',
      '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
      '8.属于行政查询事项',
      '3.补正后申请内容仍不明确',
      '5.要求行政机关确认或重新出具已获取信息',
      '四、结转下年度继续办理'
    ])
    expect(
      requests.rows.slice(-(requests.closing ?? 0)).map((row) => row.find(isEntry)?.row)
    ).toEqual(['（七）总计', '四、结转下年度继续办理'])
  })

  it('says under which label a row of table 三 stands', () => {
    expect(form2021.entryOf('requests.other.other.legal').group).toBe('（六）其他处理')
    expect(form2021.entryOf('requests.granted.legal').group).toBeUndefined()
  })
})

describe('layout algebra', () => {
  /** A random tiling: a rectangle cut again and again. */
  const tiling = fc
    .tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.nat(), { maxLength: 12 })
    )
    .map(([rows, columns, cuts]) => {
      let cells = [{ row: 0, column: 0, rows, cols: columns }]
      for (const cut of cuts) {
        const cell = cells[cut % cells.length]
        if (!cell) continue
        const down = cut % 2 === 0
        const length = down ? cell.rows : cell.cols
        if (length < 2) continue
        const at = 1 + (cut % (length - 1))
        cells = cells.filter((other) => other !== cell)
        cells.push(
          down ? { ...cell, rows: at } : { ...cell, cols: at },
          down
            ? { ...cell, row: cell.row + at, rows: cell.rows - at }
            : { ...cell, column: cell.column + at, cols: cell.cols - at }
        )
      }
      cells.sort((a, b) => a.row - b.row || a.column - b.column)
      return { rows, columns, cells }
    })

  it('finds every cell of any tiling where it was cut', () => {
    fc.assert(
      fc.property(tiling, ({ rows, columns, cells }) => {
        const written = Array.from({ length: rows }, (_, row) =>
          cells.filter((cell) => cell.row === row).map(({ rows, cols }) => ({ rows, cols }))
        )
        expect(tiles(written, columns)).toBe(true)
        expect(
          place(written).map(({ row, column, rows, cols }) => ({ row, column, rows, cols }))
        ).toEqual(cells.map(({ row, column, rows, cols }) => ({ row, column, rows, cols })))
      })
    )
  })

  it('sees a hole, an overlap and a cell that sticks out', () => {
    expect(tiles([[{ cols: 2 }], [{}]], 2)).toBe(false)
    expect(
      tiles(
        [
          [{ rows: 2 }, {}],
          [{}, {}]
        ],
        2
      )
    ).toBe(false)
    expect(tiles([[{}, { rows: 2 }]], 2)).toBe(false)
  })
})
