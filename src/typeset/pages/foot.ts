/** What stands below the type area: the folio (GB/T 9704-2012 §7.5) and the mark of a draft. */
import type { Look } from '../page/page.ts'
import type { TextStyle } from '../lines/set-text.ts'
import { baseline, placeLine, type Setting, type PageDraft } from '../lines/sheet.ts'

const draft = '草稿'

/**
 * `— 1 —` in half-width 宋体, for which the Times-like face stands: on odd pages one character in from
 * the right, on even ones from the left.
 */
export function placeFoot(setting: Setting, sheet: PageDraft, look: Look): void {
  const { geometry, setter } = setting
  const { folio: size, left, measure, top, depth, foot } = geometry
  const number = sheet.index + 1
  // The dashes, in the middle of the body, stand the foot's distance below the type area.
  const y = baseline(top + depth + foot, 0, size)
  const style: TextStyle = { role: 'digits', size, measure, fit: 'ragged' }
  const text = `— ${String(number)} —`
  for (const line of setter.set(text, style)) {
    const x = number % 2 === 1 ? left + measure - size - line.right : left + size
    placeLine(setting, sheet, line, x, y, { text })
  }
  if (!look.draft) return
  for (const line of setter.set(draft, { ...style, role: 'body', align: 'center' }))
    placeLine(setting, sheet, line, left, y, { text: draft })
}
