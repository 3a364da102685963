import type { ClaimToken } from './tokens.ts'
import type { Role } from './words.ts'

/** What the words before a place of a sentence say of the figures there. */
export interface Scope {
  /** Index of the first token of the clause. */
  readonly clause: number
  /** Index of the first token behind the last semicolon. */
  readonly part: number
  /** Of another year, of some months, or of all years together. */
  readonly elsewhen: boolean
  /** Set beside another year's: 较2024年收到申请12件. */
  readonly compared: boolean
  /** In a list behind 其中. */
  readonly among: boolean
  /** The list has come to 、: it ends with the next comma. */
  readonly listed: boolean
  /** 截至 stood before: what is 累计 then began long ago. */
  readonly until: boolean
  /** In a bracket. */
  readonly enclosed: boolean
  /** The year itself was named: 全年累计 is of this year. */
  readonly present: boolean
}

const start: Scope = {
  clause: 0,
  part: 0,
  elsewhen: false,
  compared: false,
  among: false,
  listed: false,
  until: false,
  enclosed: false,
  present: false
}

/** What stands between a year and the 结转 that it labels: 2024年底未办结的3件申请结转. */
const betweenLabel: ReadonlySet<Role> = new Set([
  'end',
  'unfinished',
  'of',
  'about',
  'request',
  'adverb',
  'from',
  'done',
  'figure',
  'goOn',
  'at',
  'none'
])
const carrying: ReadonlySet<Role> = new Set(['carry', 'postpone', 'unfinished'])
const farthestLabel = 6

/** Whether a year only says which cases were carried over, as in 2024年结转 and 转至2026年度. */
function isLabel(tokens: readonly ClaimToken[], at: number): boolean {
  const before = tokens[at - 1]?.role
  if (before && (carrying.has(before) || before === 'goOn')) return true
  const earlier = tokens[at - 2]?.role
  if ((before === 'at' || before === 'from') && earlier && carrying.has(earlier)) return true
  for (let i = at + 1; i <= at + farthestLabel; i++) {
    const role = tokens[i]?.role
    if (role === undefined) return false
    if (carrying.has(role)) return true
    if (tokens[at]?.role === 'next' && (role === 'deal' || role === 'done' || role === 'goOn'))
      return true
    if (!betweenLabel.has(role)) return false
  }
  return false
}

/** The scope at each token of a sentence; a bracket has one of its own. */
export function scopesOf(tokens: readonly ClaimToken[]): readonly Scope[] {
  const outside: Scope[] = []
  let scope = start
  return tokens.map((token, i) => {
    const now = scope
    scope = after(scope, tokens, i)
    if (token.role === 'open') outside.push(now)
    if (token.role === 'close') scope = outside.pop() ?? scope
    return scope
  })
}

function after(scope: Scope, tokens: readonly ClaimToken[], i: number): Scope {
  const before = tokens[i - 1]?.role
  switch (tokens[i]?.role) {
    case 'comma':
    case 'colon': {
      const ended = scope.listed || before === 'among'
      const among = scope.among && !ended
      return { ...scope, clause: i + 1, compared: false, among, listed: false }
    }
    case 'stop':
      return { ...scope, clause: i + 1, part: i + 1, compared: false, among: false, listed: false }
    case 'open':
      return { ...scope, clause: i + 1, enclosed: true }
    case 'pause':
      return scope.among ? { ...scope, listed: true } : scope
    case 'among':
      return { ...scope, among: true, listed: false }
    case 'present':
      return { ...scope, elsewhen: false, present: before !== 'until' }
    case 'goal':
      return { ...scope, elsewhen: true }
    case 'onYear':
      return { ...scope, compared: true }
    case 'until':
      return { ...scope, until: true }
    case 'overall':
      return scope.present && !scope.until ? scope : { ...scope, elsewhen: true }
    case 'last':
    case 'next':
    case 'elsewhen':
      // 与上年相比, 较2024年.
      if (before === 'than' || before === 'and') return { ...scope, compared: true }
      return isLabel(tokens, i) ? scope : { ...scope, elsewhen: true, present: false }
    default:
      return scope
  }
}
