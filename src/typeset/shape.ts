/** Text → characters with their metrics, and the gaps between them. All lengths are em. */
import { isLoneSurrogate, kindOf, type CharKind } from './chars.ts'
import type { FontRole, FontSet, Metric } from './metrics.ts'

/** One character that is going to be set. */
export interface Char {
  readonly code: number
  /** Where it stands in the text, in UTF-16 units. */
  readonly offset: number
  readonly kind: CharKind
  readonly role: FontRole
  readonly metric: Metric
}

/**
 * A character that is not going to be set. `missing`: no font has it, or it is half a surrogate
 * pair. `dropped`: it has no shape of its own (control and format characters).
 */
export interface Flaw {
  readonly kind: 'missing' | 'dropped'
  readonly code: number
  readonly offset: number
}

export interface Shaped {
  readonly chars: readonly Char[]
  readonly flaws: readonly Flaw[]
}

const space = 0x20
const apostrophe = 0x2019

const isLetter = (text: string, offset: number): boolean => /[A-Za-z]/.test(text.charAt(offset))

/** The characters of `text` from `start` to `end`. With `times`, Latin takes the role `digits`. */
export function shape(
  text: string,
  start: number,
  end: number,
  role: FontRole,
  times: boolean,
  fonts: FontSet
): Shaped {
  const chars: Char[] = []
  const flaws: Flaw[] = []
  for (let offset = start; offset < end;) {
    const code = text.codePointAt(offset) ?? space
    const at = offset
    offset += code > 0xffff ? 2 : 1
    if (isLoneSurrogate(code)) {
      flaws.push({ kind: 'missing', code, offset: at })
      continue
    }
    let kind = kindOf(code)
    if (kind === 'invisible') {
      flaws.push({ kind: 'dropped', code, offset: at })
      continue
    }
    if (code === apostrophe && isLetter(text, at - 1) && isLetter(text, offset)) kind = 'latin'
    const own = times && kind === 'latin' ? 'digits' : role
    const found = find(code, kind, own, role, fonts)
    if (found) chars.push({ ...found, offset: at, kind })
    else flaws.push({ kind: 'missing', code, offset: at })
  }
  return { chars, flaws }
}

/** The role's metric; a Latin letter the digits' face lacks comes from the text's own role. */
function find(
  code: number,
  kind: CharKind,
  own: FontRole,
  role: FontRole,
  fonts: FontSet
): Pick<Char, 'code' | 'role' | 'metric'> | undefined {
  for (const candidate of own === role ? [role] : [own, role]) {
    const metric = fonts.metric(candidate, code)
    if (metric) return { code, role: candidate, metric }
  }
  if (kind !== 'space' && code !== 0xa0 && code !== 0x202f) return undefined
  // A blank no font has is drawn as a space of its width: a tab or 全角空格 is one em.
  const blank = fonts.metric(role, space)
  if (!blank) return undefined
  const advance = code === 0x09 || code === 0x3000 ? 1 : blank.advance
  return { code: space, role, metric: { ...blank, advance } }
}
