import type { Cause, Suspect } from '../../sums/solve.ts'
import { isRowTotal, typedOf } from '../../sums/totals.ts'
import type { FieldId } from '../../form/table.ts'
import type { Form } from '../../form/form.ts'
import { equationOf } from '../../sums/balances.ts'
import type { Facts, Hit, Rules } from '../../findings/rule.ts'

/**
 * The equations of tables 3 and 4. One finding for each root cause, not for each broken sum: it
 * goes by the strongest of its rules and names the others in `rules`.
 */

const strongest = ['T3-BAL', 'T3-SUM', 'T3-ROW', 'T4-SUM'] as const

/** A rule that a balance of the form belongs to. */
export type BalanceRule = (typeof strongest)[number]

/** Broken balances that have one cause. */
export interface BrokenSums {
  /** Their ids, and the rules that they break, the strongest first. */
  readonly balances: readonly string[]
  readonly rules: readonly BalanceRule[]
  /** All cells of the broken equations. */
  readonly cells: readonly FieldId[]
  /** Left minus right of each of `balances`. */
  readonly differences: readonly string[]
  /** 1 where the cells of the likeliest repair may be named as the cause. */
  readonly unique: number
  /** How many explanations there are. */
  readonly candidates: number
  /**
   * Without `unique`, the cells that may be wrong, those of one explanation joined by commas, the
   * likeliest first; `late` 1 where that one was typed lately.
   */
  readonly suspects?: readonly string[]
  readonly late?: number
  /** The likeliest repair, absent where there is none. */
  readonly kind?: Suspect['kind']
  readonly fields?: readonly FieldId[]
  readonly from?: readonly number[]
  readonly to?: readonly number[]
}

/** What the findings of each of these rules hold. */
export interface SumParams {
  'T3-BAL': BrokenSums
  'T3-SUM': BrokenSums
  'T3-ROW': BrokenSums
  'T4-SUM': BrokenSums
  /** The two numbers, and what they are as one. */
  'T3-SPLIT': { readonly left: number; readonly right: number; readonly joined: number }
  /** How much the two columns are off. */
  'T3-SHIFT': { readonly by: number }
}

function hitOf(form: Form, { equations, suspects, unique, late }: Cause): Hit<BrokenSums> {
  const involved = equations.flatMap(({ balance: { left, right } }) => [...left, ...right])
  const [suspect] = suspects
  const candidates = [...new Set(suspects.map(({ changes }) => namesOf(typedOf(form, changes))))]
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

const namesOf = (changes: Suspect['changes']): string => changes.map(({ field }) => field).join()

const rulesOf = (equations: Cause['equations']): readonly BalanceRule[] =>
  strongest.filter((rule) => equations.some(({ balance }) => balance.rule === rule))

const named =
  (rule: BalanceRule) =>
  ({ form, causes }: Facts): Hit<BrokenSums>[] =>
    causes
      .filter(({ equations }) => rulesOf(equations)[0] === rule)
      .map((cause) => hitOf(form, cause))

/** Rows where two neighbours of one digit, read as one number, make the row add up. */
function splits({ form, report: { cells }, causes }: Facts): Hit<SumParams['T3-SPLIT']>[] {
  if (causes.length === 0) return []
  return form.balances.flatMap((balance): Hit<SumParams['T3-SPLIT']>[] => {
    if (balance.rule !== 'T3-ROW') return []
    const cause = causes.find(({ equations }) => equations.some((e) => e.balance === balance))
    // A row that one wrong number explains was not split.
    if (!cause || (cause.unique && cause.suspects[0]?.changes.length === 1)) return []
    const { left, right } = equationOf(balance, cells)
    const missing = Number(right.sum - left.sum)
    return balance.left.flatMap((field, i): Hit<SumParams['T3-SPLIT']>[] => {
      const next = balance.left[i + 1]
      if (!next) return []
      const [a, b] = [cells[field] ?? 0, cells[next] ?? 0]
      if (a < 1 || a > 9 || b < 1 || b > 9 || missing !== 9 * a) return []
      return [
        {
          at: { kind: 'cells', fields: [field, next] },
          params: { left: a, right: b, joined: 10 * a + b }
        }
      ]
    })
  })
}

/** Two columns that are off by the same, one too much and one too little, while 总计 agrees. */
function shifts({ form, sums }: Facts): Hit<SumParams['T3-SHIFT']>[] {
  if (sums.broken.length === 0) return []
  return (['T3-SUM', 'T3-BAL'] as const).flatMap((rule): Hit<SumParams['T3-SHIFT']>[] => {
    const off = form.balances.flatMap((balance, b) => {
      const by = balance.rule !== rule || sums.blanks[b] ? 0 : (sums.difference[b] ?? 0)
      const [total] = balance.right
      return by !== 0 && total ? [{ total, by }] : []
    })
    const [first, second, ...more] = off
    if (!first || !second || more.length > 0 || first.by !== -second.by) return []
    if (off.some(({ total }) => isRowTotal(form, total))) return []
    return [
      {
        at: { kind: 'cells', fields: [first.total, second.total] },
        params: { by: Math.abs(first.by) }
      }
    ]
  })
}

export const sumRules: Rules<SumParams> = {
  'T3-BAL': {
    severity: 'error',
    statutory: true,
    asks: '表三表头：第一项加第二项之和，等于第三项加第四项之和',
    ground: '国办公开办函〔2021〕30号',
    check: named('T3-BAL')
  },
  'T3-SUM': {
    severity: 'error',
    statutory: true,
    asks: '表三第三项“（七）总计”为（一）至（六）之和',
    ground: '国办公开办函〔2021〕30号',
    check: named('T3-SUM')
  },
  'T3-ROW': {
    severity: 'error',
    statutory: true,
    asks: '表三“总计”一列为自然人与法人或其他组织之和',
    ground: '国办公开办函〔2021〕30号',
    check: named('T3-ROW')
  },
  'T4-SUM': {
    severity: 'error',
    statutory: true,
    asks: '表四各组“总计”为四种结果之和',
    ground: '国办公开办函〔2021〕30号',
    check: named('T4-SUM')
  },
  'T3-SPLIT': {
    severity: 'warning',
    asks: '一个两位数不拆在相邻两格',
    ground: '从版面识别时的常见差错',
    check: splits
  },
  'T3-SHIFT': {
    severity: 'hint',
    asks: '两列一多一少而总计不变的，核对申请人类别',
    ground: '已公开年报中的常见差错',
    check: shifts
  }
}
