import type { Handed } from '../../state/import/inbox.ts'

/** Shorter texts are no report: a name or a sentence that was pasted beside its field. */
const shortest = 200

/** Whether files are being dragged, not a piece of text from one field to another. */
export const hasFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false

/** What a drop brings: its files. */
export const droppedFiles = (event: DragEvent): Handed => ({
  files: [...(event.dataTransfer?.files ?? [])],
  text: '',
  html: ''
})

/** What a paste brings: files, text, markup. */
export function pasted(event: ClipboardEvent): Handed {
  const data = event.clipboardData
  return {
    files: [...(data?.files ?? [])],
    text: data?.getData('text/plain') ?? '',
    html: data?.getData('text/html') ?? ''
  }
}

/** Whether what came as markup has a table in it. */
export const hasTable = ({ html }: Handed): boolean => /<table[\s>]/i.test(html)

/** Whether something pasted may be a report, by its size alone. */
export const isWorthReading = ({ files, text, html }: Handed): boolean =>
  files.length > 0 || Math.max(text.trim().length, html.length) >= shortest

/** Whether an event is for a field, which knows itself what to do with it. */
export const isInField = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
