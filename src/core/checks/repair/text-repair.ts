import type { KnownFinding } from '../finding.ts'
import type { TextKey } from '../../form/sections.ts'

/** Other words for a place of the prose: the right ones, or one of the readings to choose from. */
export interface TextRepair {
  readonly kind: 'replace'
  readonly section: TextKey
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The right words for a slip in the prose; where it can be read in several ways, all of them. */
export function textRepairs(finding: KnownFinding): TextRepair[] {
  const { at } = finding
  if (at.kind !== 'text' || at.from === undefined || at.to === undefined) return []
  const { section, from, to } = at
  return readingsOf(finding).map((text) => ({ kind: 'replace', section, from, to, text }))
}

function readingsOf(finding: KnownFinding): readonly string[] {
  if (finding.rule === 'D-OWN') {
    const { params } = finding
    return params.readings ?? ('meant' in params && params.meant ? [params.meant] : [])
  }
  if (finding.rule === 'D-TYPO' && finding.params.problem === 'word' && finding.params.readings) {
    return finding.params.readings
  }
  const right = rightWords(finding)
  return right === undefined ? [] : [right]
}

function rightWords(finding: KnownFinding): string | undefined {
  switch (finding.rule) {
    case 'D-TYPO':
      return 'meant' in finding.params ? finding.params.meant : undefined
    case 'D-CITE':
    case 'D-DATE':
    case 'D-ORDER':
    case 'P-QUOTE':
      return finding.params.meant
    case 'D-NUMFMT':
      return finding.params.problem === undefined ? undefined : finding.params.joined
    case 'Y-TEXTYEAR': {
      const { sure, found, year } = finding.params
      return sure === 1 ? found.replace(/^\d{4}/, String(year)) : undefined
    }
    case 'X-FIGURE':
    case 'Y-PERIOD':
      return finding.params.due
    case 'X-NEW':
    case 'X-DONE':
    case 'X-IN':
    case 'X-OUT':
    case 'X-NAT':
    case 'X-LEG':
    case 'X-CLASS':
    case 'X-REV':
    case 'X-LIT':
    case 'X-T2': {
      // A figure of the text that the tables give otherwise.
      const { found, figure, due } = finding.params
      return figure === undefined ? undefined : withFigure(found, figure, String(due))
    }
    case 'X-NOZERO': {
      const { found, due } = finding.params
      const [, received] = denied.exec(found) ?? []
      return received === undefined ? undefined : `${received}${due}件`
    }
    default:
      return undefined
  }
}

/** 未收到政府信息公开申请, where leaving out the denial and adding a number says what was received. */
const denied = /^(?:尚|均|并)?(?:未|没有|没|未曾)((?:收到|接到|收|受理|接收)[^，。；\d]{0,30}申请)$/

/** A statement with its figure replaced, which begins it or ends it: 2件转到2026年, 转到2026年2件. */
function withFigure(found: string, figure: string, due: string): string | undefined {
  const at = found.startsWith(figure) ? 0 : found.lastIndexOf(figure)
  return at < 0 ? undefined : found.slice(0, at) + due + found.slice(at + figure.length)
}
