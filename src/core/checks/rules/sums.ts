import type { Cause } from '../../sums/solve.ts'
import { typedOf } from '../../sums/totals.ts'
import type { FieldId } from '../../form/table.ts'
import { applicants, requestRows } from '../../form/requests.ts'
import { balances, equationOf } from '../../sums/balances.ts'
import type { Facts, Hit, Rule } from '../../findings/rule.ts'

/**
 * The equations of tables 3 and 4. One finding for each root cause, not for each broken sum: it
 * goes by the strongest of its rules and names the others in `rules`.
 */

const strongest = ['T3-BAL', 'T3-SUM', 'T3-ROW', 'T4-SUM'] as const
type SumRule = (typeof strongest)[number]

/**
 * `cells` are all cells of the broken equations, `differences` left minus right of each of
 * `balances`. `fields`, `from`, `to` and `kind` are the likeliest repair, absent where there is none;
 * only with `unique` 1 may its cells be named as the cause. Else `suspects` are the cells that may be
 * wrong, those of one explanation joined by commas, the likeliest first; `late` 1 where that one was
 * typed lately.
 */
function hitOf({ equations, suspects, unique, late }: Cause): Hit {
  const involved = equations.flatMap(({ balance: { left, right } }) => [...left, ...right])
  const [suspect] = suspects
  const candidates = [...new Set(suspects.map(({ changes }) => namesOf(typedOf(changes))))]
  const fields = suspect?.changes.map(({ field }) => field) ?? []
  const totals = equations.flatMap(({ balance: { right } }) => right.slice(0, 1))
  return {
    at: { kind: 'cells', fields: unique ? fields : [...new Set(totals)] },
    params: {
      balances: equations.map(({ balance }) => balance.id),
      rules: rulesOf(equations),
      cells: [...new Set(involved)],
      differences: equations.map(({ left, right }) => String(left.sum - right.sum)),
      unique: Number(unique),
      candidates: candidates.length,
      ...(!unique && { suspects: candidates, late: Number(late) }),
      ...(suspect && {
        kind: suspect.kind,
        fields,
        from: suspect.changes.map(({ from }) => from),
        to: suspect.changes.map(({ to }) => to)
      })
    }
  }
}

const namesOf = (changes: Cause['suspects'][number]['changes']): string =>
  changes.map(({ field }) => field).join()

const rulesOf = (equations: Cause['equations']): readonly SumRule[] =>
  strongest.filter((rule) => equations.some(({ balance }) => balance.rule === rule))

const named =
  (rule: SumRule) =>
  ({ causes }: Facts): Hit[] =>
    causes.filter(({ equations }) => rulesOf(equations)[0] === rule).map(hitOf)

const parts = applicants.map(({ id }) => id).filter((id) => id !== 'total')
const at = (row: string, column: string): FieldId => `requests.${row}.${column}` as FieldId

/** Rows where two neighbours of one digit, read as one number, make the row add up. */
function splits({ report: { cells }, causes }: Facts): Hit[] {
  if (causes.length === 0) return []
  return requestRows.flatMap(({ id }): Hit[] => {
    const balance = balances.find((one) => one.id === `T3-ROW:${id}`)
    const cause = causes.find(({ equations }) => equations.some((e) => e.balance === balance))
    // A row that one wrong number explains was not split.
    if (!balance || !cause || (cause.unique && cause.suspects[0]?.changes.length === 1)) return []
    const { left, right } = equationOf(balance, cells)
    const missing = Number(right.sum - left.sum)
    return parts.slice(0, -1).flatMap((column, i): Hit[] => {
      const next = parts[i + 1] as string
      const [a, b] = [cells[at(id, column)] ?? 0, cells[at(id, next)] ?? 0]
      if (a < 1 || a > 9 || b < 1 || b > 9 || missing !== 9 * a) return []
      return [
        {
          at: { kind: 'cells', fields: [at(id, column), at(id, next)] },
          params: { left: a, right: b, joined: 10 * a + b }
        }
      ]
    })
  })
}

/** Two columns that are off by the same, one too much and one too little, while 总计 agrees. */
function shifts({ sums }: Facts): Hit[] {
  if (sums.broken.length === 0) return []
  return (['T3-SUM', 'T3-BAL'] as const).flatMap((rule): Hit[] => {
    const off = (column: string): number => {
      const b = balances.findIndex(({ id }) => id === `${rule}:${column}`)
      return sums.blanks[b] ? 0 : (sums.difference[b] ?? 0)
    }
    const [first, second, ...more] = parts.filter((column) => off(column) !== 0)
    if (!first || !second || more.length > 0 || off('total') !== 0) return []
    if (off(first) !== -off(second)) return []
    return [
      {
        at: { kind: 'cells', fields: [at('handled', first), at('handled', second)] },
        params: { by: Math.abs(off(first)) }
      }
    ]
  })
}

export const sumRules = {
  'T3-BAL': {
    severity: 'error',
    statutory: true,
    source: '表三表头：第一项加第二项之和，等于第三项加第四项之和（国办公开办函〔2021〕30号）',
    check: named('T3-BAL')
  },
  'T3-SUM': {
    severity: 'error',
    statutory: true,
    source: '表三第三项“（七）总计”为（一）至（六）之和（国办公开办函〔2021〕30号）',
    check: named('T3-SUM')
  },
  'T3-ROW': {
    severity: 'error',
    statutory: true,
    source: '表三“总计”一列为自然人与法人或其他组织之和（国办公开办函〔2021〕30号）',
    check: named('T3-ROW')
  },
  'T4-SUM': {
    severity: 'error',
    statutory: true,
    source: '表四各组“总计”为四种结果之和（国办公开办函〔2021〕30号）',
    check: named('T4-SUM')
  },
  'T3-SPLIT': {
    severity: 'warning',
    source: '从版面读入时，一个两位数可能被拆进相邻两格',
    check: splits
  },
  'T3-SHIFT': {
    severity: 'hint',
    source: '已公开的年报中，申请人类别错记一列时，两列一多一少而总计不变',
    check: shifts
  }
} satisfies Record<string, Rule>
