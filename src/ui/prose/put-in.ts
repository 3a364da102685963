import * as words from '../../i18n/words.ts'
import { longestText } from '../../core/report/limits.ts'
import type { TextKey } from '../../core/form/sections.ts'
import type { PutIn } from '../../core/prose/headings/under-heading.ts'
import type { Session } from '../../state/report/session.svelte.ts'
import type { ViewState } from '../parts/view-state.svelte.ts'

/** Writes a section anew as one step and tells of it; says where it would be too long. */
export function writeText(session: Session, section: TextKey, text: string, done: string): boolean {
  const written = session.setTexts({ [section]: text })
  if (written) session.say(done)
  else session.say('', { warnings: [words.editor.tooLong(longestText)], idle: true })
  return written
}

/** The same of something put in, which is then shown with the caret behind it. */
export function putInText(
  session: Session,
  view: ViewState,
  section: TextKey,
  { text, to }: PutIn,
  done: string
): void {
  if (writeText(session, section, text, done)) view.openText(section, to)
}
