import { EditorView } from '@codemirror/view'

const inks = { error: 'err', warning: 'warn', hint: 'hint' }

/** How a written section looks while it is edited: the measure and the lines of its paper. */
export const look = EditorView.theme({
  // A picture in it gives way where the sheet is narrow.
  '&': { flex: '1', minWidth: '0', minHeight: '0', fontSize: '16px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '31px', overflowX: 'hidden' },
  // 36 characters to a line.
  '.cm-content': {
    flex: '0 1 608px',
    minWidth: '0',
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
  '.cm-hit': { outline: '1px solid var(--act-line)', background: 'var(--act-tint)' },
  '.cm-hit.current, .cm-hit.current .cm-quote': {
    outlineColor: 'var(--act)',
    background: 'var(--act)',
    color: 'var(--on-act)'
  },
  '.cm-line mark': { background: 'none', color: 'inherit', cursor: 'pointer' },
  ...Object.fromEntries(
    (['error', 'warning', 'hint'] as const).flatMap((severity) => {
      const ink = `var(--${inks[severity]})`
      const tint = `var(--${inks[severity]}-tint)`
      return [
        [
          `.cm-line .cm-contradiction.${severity}`,
          { background: tint, boxShadow: `inset 0 -2px ${ink}` }
        ],
        [`.cm-line .cm-wording.${severity}`, { borderBottom: `2px dotted ${ink}` }],
        [`.cm-line .cm-wording.${severity}.chosen`, { background: tint }]
      ]
    })
  ),
  '.cm-tooltip': { border: '0', background: 'none', zIndex: '20' },
  '.cm-tooltip.cm-tooltip-below': { marginTop: '4px' },
  '.cm-tooltip-arrow:before, .cm-tooltip-arrow:after': {
    borderBottomColor: 'var(--paper)',
    borderTopColor: 'var(--paper)'
  },
  '.cm-chart': { padding: '8px 0', textIndent: '0' },
  '.cm-page': {
    margin: '0 6px',
    padding: '0 6px',
    borderLeft: '2px dashed var(--act-line)',
    fontSize: '12px',
    fontWeight: '400',
    color: 'var(--ink-3)',
    textIndent: '0',
    whiteSpace: 'nowrap',
    userSelect: 'none'
  },
  '.cm-chart p': {
    fontSize: '13px',
    lineHeight: '20px',
    textAlign: 'center',
    color: 'var(--ink-2)'
  }
})
