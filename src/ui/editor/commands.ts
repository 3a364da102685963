import { recomputed } from '../../core/checks/repair/repair.ts'
import { isDraft, verdictOf } from '../../core/checks/state-of.ts'
import { formOf } from '../../core/form/form.ts'
import { isTextKey } from '../../core/form/sections.ts'
import * as words from '../../i18n/words.ts'
import type { Router } from '../../state/app/route.svelte.ts'
import type { Theme } from '../../state/app/theme.svelte.ts'
import { cellKey } from '../../state/report/session.svelte.ts'
import { wayAction, wayLabel, ways } from '../export/ways.ts'
import { GridControl } from '../grid/grid.svelte.ts'
import { command, type Command } from '../palette/entry.ts'
import { keyedCommands, type Keyed } from './shortcuts.ts'

/** What the commands of the editor are done with. */
export interface Desk extends Keyed {
  readonly router: Router
  readonly theme: Theme
  readonly onstorage: () => void
}

/**
 * Everything that can be done in the editor as the report stands now; what is out of use says why.
 * Of a command with two ways to press it the first stands here.
 */
export const commandsOf = (desk: Desk): readonly Command[] => [
  ...keyedCommands(desk).filter(({ id, keys }) => id !== 'palette' && keys !== 'Ctrl+Shift+Z'),
  ...ofSection(desk),
  ...showing(desk),
  ...ofReport(desk),
  ...leaving(desk),
  ...learning(desk),
  ...ofApp(desk)
]

/** What the menu of the top bar lists: what is done with the whole report, as far as it is in use. */
export const menuOf = (desk: Desk): readonly Command[] =>
  [
    ...ofReport(desk),
    storing(desk),
    ...learning(desk),
    ...keyedCommands(desk).filter(({ id }) => id === 'keys')
  ].filter(({ why }) => why === undefined)

const { why } = words.palette

/** What is done with the section in hand: a written one, or a table. */
const ofSection = ({ session, view }: Desk): Command[] => {
  const { report } = session
  const { spot } = view
  const locked = session.reading && why.reading
  const noText = isTextKey(spot) ? undefined : why.noText
  const table =
    spot === 'disclosure' || spot === 'requests' || spot === 'remedies' ? spot : undefined
  const all = table ? formOf(report).fieldsOf(table) : []
  const blanks = all.filter((field) => report.cells[field] === null)
  const refused = all.some((field) => session.held(cellKey(field)))
  const onTable = (lacking: string | undefined) => locked ?? (table ? lacking : why.noTable)
  return [
    command('insert-quote', words.editor.quotes.insert, {
      why: locked ?? noText,
      run: () => (view.quoting = true)
    }),
    command('tell', words.drafting.tell, {
      why: locked ?? noText,
      run: () => (view.section = 'tell')
    }),
    command('fees', words.fees.action, {
      why: locked,
      run: () => {
        view.open('other')
        view.section = 'fees'
      }
    }),
    command('page-breaks', words.editor.pageBreaks, {
      why: noText,
      run: () => (view.pageBreaks = !view.pageBreaks)
    }),
    command('fill-blanks', words.grid.fillBlanks, {
      why: onTable(blanks.length ? undefined : why.noBlank),
      run: () => table && new GridControl(session, view, table).fillZero(blanks)
    }),
    command('copy-labelled', words.grid.copyLabelled, {
      keys: 'Ctrl+Shift+C',
      why: view.copyLabelled ? undefined : why.noTable,
      run: () => void view.copyLabelled?.()
    }),
    command('clear-table', words.grid.clear, {
      takesAway: true,
      why: onTable(blanks.length < all.length || refused ? undefined : why.noNumber),
      run: () => table && new GridControl(session, view, table).clear(all, true)
    }),
    command('recompute', words.checks.recompute.action, {
      why: onTable(table && recomputed(report, table).length ? undefined : why.agrees),
      run: () => (view.section = 'recompute')
    })
  ]
}

const showing = ({ view }: Desk): Command[] => [
  ...(['findings', 'preview', 'charts'] as const).map((pane) =>
    command(pane, words.editor.panes[pane], {
      run: () => {
        if (pane === 'charts') view.open('platforms')
        view.aside = pane
        view.asideOpen = true
      }
    })
  ),
  command('state', words.checks.state.title, { run: () => (view.checking = 'state') })
]

const ofReport = ({ session, view, router }: Desk): Command[] => {
  const { id, previous } = session.report
  return [
    command('next-year', words.nextYear.action, { run: () => (view.years = 'next') }),
    command('attach', words.attach.action(previous !== undefined), {
      why: session.reading && why.reading,
      run: () => (view.years = 'attach')
    }),
    command('changes', words.changes.action, {
      why: previous ? undefined : why.noLast,
      run: () => (view.years = 'changes')
    }),
    command('versions', words.past.action, {
      run: () => router.go({ at: 'report', id, past: true })
    }),
    command('unit', words.editor.details, { run: () => (view.editingUnit = true) }),
    command('settings', words.checks.settings.action, { run: () => (view.checking = 'settings') }),
    command('own-words', words.checks.own.title, { run: () => (view.checking = 'words') })
  ]
}

const leaving = ({ session, view }: Desk): Command[] => {
  const draft = isDraft(verdictOf(session.checked.report, session.findings))
  const { export: title } = words.editor
  return [
    command('export', title, { run: () => (view.exporting = true) }),
    ...ways
      .filter((way) => way !== 'print')
      .map((way) =>
        command(wayAction(way), `${wayLabel(way, draft)} ${words.exporting.formats[way].name}`, {
          also: words.exporting.formats[way].use,
          run: () => view.leave(way)
        })
      ),
    command('export-package', `${wayLabel('pdf', draft)} ${words.exporting.pack.name}`, {
      also: words.exporting.pack.use,
      run: () => view.leave('package')
    })
  ]
}

/** What tells how and when it is done. */
const learning = ({ view }: Desk): Command[] => [
  command('calendar', words.calendar.action, { run: () => (view.lookup = 'calendar') }),
  command('guide', words.guide.title, {
    run: () => {
      view.guiding = true
      view.asideOpen = true
    }
  })
]

const ofApp = (desk: Desk): Command[] => [
  command('import', words.library.import, { run: () => desk.router.go({ at: 'import' }) }),
  storing(desk),
  command('theme', desk.theme.dark ? words.palette.light : words.editor.dark, {
    run: desk.theme.toggle
  }),
  command('library', words.editor.back, { run: () => desk.router.go({ at: 'library' }) })
]

const storing = ({ onstorage }: Desk): Command =>
  command('storage', words.common.storing, {
    also: `${words.library.backup.make} ${words.library.backup.restore}`,
    run: onstorage
  })
