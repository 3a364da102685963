import type { Subject } from './subjects.ts'
import { roles, type Role } from './words.ts'

/**
 * Shapes of statements: patterns over the roles that the words of a sentence play, one character for
 * each, so that a sentence is matched as a short line. `figure` is the number with its measure word.
 */

/** One way to state a matter. */
export interface Pattern {
  readonly subject: Subject
  /** Over the roles of a sentence, one character each. */
  readonly shape: RegExp
  /** Measure words that the figure may have. */
  readonly units: string
  /** What the passage must be about, by what was named last: requests, or a case about them. */
  readonly about?: 'requests' | 'case'
  /** States a whole; a figure of one channel, or behind 其中, is not that. */
  readonly whole?: boolean
  /** What the clause up to the figure must not say. */
  readonly not?: RegExp
  /** Where the sentence also says what was carried over: 共办理8件，结转下一年1件. */
  readonly besideCarried?: boolean
}

const letters = new Map(roles.map((role, i) => [role, String.fromCharCode(0x4e00 + i)]))
/** The character that stands for a role in the shapes. */
export const letterOf = (role: Role): string => letters.get(role) ?? ''

/** Parts that several shapes have. None repeats without a bound, so that no text takes long. */
const parts: Readonly<Record<string, string>> = {
  // How many there are: 共计, 的有, 为.
  many: '(count|of|be|have|about|colon|aside){0,5}',
  // Whose requests and what kind of them.
  kind: '(about|anyone|offer|of|and|pause|channel|at|from|to (other)?){0,14}',
  // 登记申请; 不动产登记申请 is a kind of request, and no clause begins with its 登记.
  taken: '(receive|(?<=(^|comma|colon|stop|present|count|adverb) about?)register)',
  tail: '(of|about|request|done|have|count|be|aside|decision|colon|offer|because){0,6}',
  // Until when: 至下年度, 到2026年末.
  ahead: '(carry|postpone) at? next end?',
  onward: '(goOn|deal|done|of|request|about|have|count|be|at|adverb|aside|unfinished|colon){0,8}',
  // Between a figure and what becomes of it: 2件（申请）按规定.
  thus: '(agency|of|request|about|adverb|unfinished|other|be|because|at|end|aside){0,6}',
  // Why it is carried over: 因未到答复期限.
  why: '(agency|of|request|about|adverb|unfinished|other|be|because|at|end|aside|done|deal){0,9}',
  said: '(of|request|about|adverb|be|have|because|decision){0,5} (other (adverb|be){0,2})?',
  caseTail:
    '(about|request|agency|have|count|be|of|receive|because|offer|colon|aside|decision){0,5}',
  caseHead: '(adverb|of|about|request|anyone|because|offer|be|have|other|done){0,9}',
  docs: '(of|about|pause|and){0,5}',
  acts: '(decision|agency|about|count|be|of|have|colon|aside){0,5}'
}

/** A shape in words as a pattern over the characters of the roles. */
export function shapePattern(words: string): RegExp {
  const whole = words.replace(/[a-z]+/gi, (word) => parts[word] ?? word)
  return new RegExp(
    whole.replace(/[a-z]+/gi, (word) => letterOf(word as Role)).replace(/\s/g, ''),
    'g'
  )
}
