import type { KnownFinding } from '../finding.ts'
import type { TextKey } from '../../form/sections.ts'

/** Other words for a place of the prose: only where the right words are certain. */
export interface TextRepair {
  readonly kind: 'replace'
  readonly section: TextKey
  readonly from: number
  readonly to: number
  readonly text: string
}

/** A slip in the prose whose right words are known. */
export function textRepairs(finding: KnownFinding): TextRepair[] {
  const { at } = finding
  if (at.kind !== 'text' || at.from === undefined || at.to === undefined) return []
  const text = rightWords(finding)
  return text === undefined
    ? []
    : [{ kind: 'replace', section: at.section, from: at.from, to: at.to, text }]
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
    default:
      return undefined
  }
}

/** A statement with its figure replaced, which begins it or ends it: 2件转到2026年, 转到2026年2件. */
function withFigure(found: string, figure: string, due: string): string | undefined {
  const at = found.startsWith(figure) ? 0 : found.lastIndexOf(figure)
  return at < 0 ? undefined : found.slice(0, at) + due + found.slice(at + figure.length)
}
