import type { Finding } from '../../findings/finding.ts'
import type { Repair } from './repair.ts'

/** Repairs of words in the prose: only where the right words are certain. */

type TextRepair = Extract<Repair, { kind: 'replace' }>

/** A slip in the prose whose right words are known. */
export function textRepairs({ rule, at, params }: Finding): TextRepair[] {
  if (at.kind !== 'text' || at.from === undefined || at.to === undefined) return []
  const text = rightWords(rule, params)
  return text === undefined
    ? []
    : [{ kind: 'replace', section: at.section, from: at.from, to: at.to, text }]
}

function rightWords(rule: string, params: Finding['params']): string | undefined {
  const found = String(params['found'] ?? '')
  const year = String(params['year'] ?? '')
  switch (rule) {
    case 'D-TYPO':
    case 'P-QUOTE':
      return typeof params['meant'] === 'string' ? params['meant'] : undefined
    case 'D-NUMFMT':
      return params['joined'] === undefined ? undefined : String(params['joined'])
    case 'Y-TEXTYEAR':
      return params['sure'] === 1 ? found.replace(/^\d{4}/, year) : undefined
    case 'Y-PERIOD':
      return typeof params['due'] === 'string' ? params['due'] : undefined
    default:
      // A figure of the text that the tables give otherwise.
      return rule.startsWith('X-') && typeof params['figure'] === 'string'
        ? withFigure(found, params['figure'], String(params['due']))
        : undefined
  }
}

/** A statement with its figure replaced, which begins it or ends it: 2件转到2026年, 转到2026年2件. */
function withFigure(found: string, figure: string, due: string): string | undefined {
  const at = found.startsWith(figure) ? 0 : found.lastIndexOf(figure)
  return at < 0 ? undefined : found.slice(0, at) + due + found.slice(at + figure.length)
}
