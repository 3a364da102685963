/** Text → characters with their metrics, and the gaps between them. All lengths are em. */
import { isLoneSurrogate, charKindOf, type CharKind } from './chars.ts'
import type { FontRole, FontSet, GlyphMetric } from '../page/font-metrics.ts'

/** One character that is going to be set. */
export interface Char {
  readonly code: number
  /** Where it stands in the text, in UTF-16 units. */
  readonly offset: number
  readonly kind: CharKind
  readonly role: FontRole
  readonly metric: GlyphMetric
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

/**
 * The characters of `text` from `start` to `end`. With `times`, Latin takes the role `digits`, but not
 * among the bold faces of titles and heads, where it would be too light.
 */
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
  const light = times && (role === 'body' || role === 'kai')
  for (let offset = start; offset < end;) {
    const code = text.codePointAt(offset) ?? space
    const at = offset
    offset += code > 0xffff ? 2 : 1
    if (isLoneSurrogate(code)) {
      flaws.push({ kind: 'missing', code, offset: at })
      continue
    }
    let kind = charKindOf(code)
    if (kind === 'invisible') {
      flaws.push({ kind: 'dropped', code, offset: at })
      continue
    }
    if (code === apostrophe && isLetter(text, at - 1) && isLetter(text, offset)) kind = 'latin'
    const own = light && kind === 'latin' ? 'digits' : role
    const metric = fonts.metric(own, code)
    if (metric) chars.push({ code, offset: at, kind, role: own, metric })
    else chars.push(...standIn(code, at, kind, role, fonts, flaws))
  }
  return { chars, flaws }
}

/**
 * What stands for a character that its own face lacks: a Latin letter comes from the text's role, a
 * rare blank is a space of its width (a tab or 全角空格 is one em). Nothing stands for the rest.
 */
function standIn(
  code: number,
  offset: number,
  kind: CharKind,
  role: FontRole,
  fonts: FontSet,
  flaws: Flaw[]
): Char[] {
  const metric = fonts.metric(role, code)
  if (metric) return [{ code, offset, kind, role, metric }]
  const blank = fonts.metric(role, space)
  if (blank && (kind === 'space' || code === 0xa0 || code === 0x202f)) {
    const advance = code === 0x09 || code === 0x3000 ? 1 : blank.advance
    return [{ code: space, offset, kind, role, metric: { ...blank, advance } }]
  }
  flaws.push({ kind: 'missing', code, offset })
  return []
}
