/** The same content twice: for programs that take markup, and for those that take text alone. */
export interface Rich {
  readonly html: string
  readonly text: string
}

/** A cell of a table that is copied, over so many rows and columns. */
export interface RichCell {
  readonly text: string
  readonly rows?: number
  readonly cols?: number
}

/** A table as markup for Word, WPS and Excel, and as lines and tabs; undefined where a cell covers a place. */
export function richTable(lines: readonly (readonly (RichCell | undefined)[])[]): Rich {
  const markup = document.createElement('table')
  markup.border = '1'
  markup.style.borderCollapse = 'collapse'
  for (const line of lines) {
    const row = markup.insertRow()
    for (const one of line) {
      if (!one) continue
      const cell = row.insertCell()
      cell.textContent = one.text
      cell.rowSpan = one.rows ?? 1
      cell.colSpan = one.cols ?? 1
    }
  }
  const text = lines.map((line) => line.map((cell) => cell?.text ?? '').join('\t')).join('\n')
  return { html: markup.outerHTML, text }
}

/**
 * Puts markup with its text on the clipboard; to be called while a press is handled. What is still being
 * made may be given as a promise: some browsers let a page write to the clipboard later only if it was
 * begun in the press. Whether it was done; rejects only where making it failed.
 */
export async function copyRich(made: Rich | Promise<Rich>): Promise<boolean> {
  const blob = async (kind: keyof Rich, type: string) => new Blob([(await made)[kind]], { type })
  try {
    const [html, text] = [blob('html', 'text/html'), blob('text', 'text/plain')]
    // A browser may look at one alone; that making them failed is told below.
    void Promise.allSettled([html, text])
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': text })])
    return true
  } catch {
    return copiedByEvent(await made)
  }
}

/**
 * The way of older browsers and of pages without HTTPS, which have no clipboard of their own: a copy is
 * asked for, and its content replaced.
 */
function copiedByEvent({ html, text }: Rich): boolean {
  let put = false
  const replace = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData.setData('text/html', html)
    event.clipboardData.setData('text/plain', text)
    put = true
  }
  // First of all, for fields and editors put there what is selected in them.
  document.addEventListener('copy', replace, { capture: true })
  try {
    return document.execCommand('copy') && put
  } finally {
    document.removeEventListener('copy', replace, { capture: true })
  }
}
