import { EditorView } from '@codemirror/view'

/** How a written section looks while it is edited: the measure and the lines of its paper. */
export const look = EditorView.theme({
  '&': { flex: '1', minHeight: '0', fontSize: '16px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '31px', overflowX: 'hidden' },
  // 36 characters to a line.
  '.cm-content': {
    flex: '0 1 608px',
    boxSizing: 'border-box',
    margin: '0 auto',
    padding: '12px 16px 31px',
    caretColor: 'var(--ink)'
  },
  '.cm-line': { padding: '0', textIndent: '2em' },
  '.cm-heading': { textIndent: '0', fontWeight: '700' },
  '.cm-minor': { textIndent: '2em', fontWeight: '600' },
  '.cm-placeholder': {
    display: 'inline',
    color: 'var(--ink-3)',
    whiteSpace: 'pre-wrap'
  },
  '.cm-quote': {
    display: 'inline',
    padding: '2px 3px',
    background: 'var(--act-tint)',
    borderBottom: '1px solid var(--act-line)',
    color: 'var(--act)',
    textIndent: '0',
    whiteSpace: 'nowrap',
    cursor: 'pointer'
  },
  '.cm-quote.unknown': {
    whiteSpace: 'normal',
    background: 'var(--err-tint)',
    borderBottom: '2px solid var(--err)',
    color: 'var(--err)'
  },
  '.cm-tooltip.cm-quote-menu': {
    boxSizing: 'border-box',
    width: '400px',
    maxWidth: 'calc(100vw - 16px)',
    padding: '4px',
    border: '1px solid var(--line)',
    borderRadius: '6px',
    background: 'var(--paper)',
    boxShadow: 'var(--lift-2)',
    fontSize: '13px',
    lineHeight: '20px'
  },
  '.cm-quote-menu li': {
    display: 'flex',
    gap: '8px',
    padding: '3px 8px',
    borderRadius: '3px',
    cursor: 'pointer'
  },
  '.cm-quote-menu li[aria-selected="true"], .cm-quote-menu li:hover': {
    background: 'var(--act-tint)',
    color: 'var(--act)'
  },
  '.cm-quote-menu .number': {
    flex: '0 0 68px',
    fontWeight: '600',
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'right'
  },
  '.cm-quote-menu .number.none': { color: 'var(--ink-3)', fontWeight: '400' },
  '.cm-quote-menu .name': {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap'
  },
  '.cm-quote-menu .hint': {
    padding: '3px 8px',
    fontSize: '12px',
    lineHeight: '18px',
    color: 'var(--ink-3)'
  },
  '.cm-chart': { padding: '8px 0', textIndent: '0' },
  '.cm-chart p': {
    fontSize: '13px',
    lineHeight: '20px',
    textAlign: 'center',
    color: 'var(--ink-2)'
  }
})
