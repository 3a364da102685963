import type { Finding } from '../../core/checks/finding.ts'
import { tableOf } from '../../core/form/form.ts'
import { spotOfPlace as spotIn } from '../../core/checks/validate.ts'
import type { Spot } from '../../core/form/outline.ts'
import type { FeeBasis } from '../../core/drafting/processing-fee.ts'
import type { TextKey } from '../../core/form/sections.ts'
import type { FieldId } from '../../core/form/table.ts'
import type { WriterId } from '../../state/paper/exporter.svelte.ts'

/** Where in the outline a finding belongs; what concerns the whole report stands at its head. */
export const spotOfFinding = (finding: Finding): Spot => spotIn(finding) ?? 'leadIn'

/** A search: the words, what replaces them, and whether that is asked for at all. */
export interface Search {
  words: string
  replacement: string
  replacing: boolean
}

/** What is entered to work out what was charged for requests: a line for each notice, and what was paid. */
interface FeeEntry {
  /** By what a notice counts, and what was typed as the count. */
  notices: { basis: FeeBasis; typed: string }[]
  paid: string
}

/** A way out of the app: a kind of file, paper, or the clipboard. */
export type Way = WriterId | 'print' | 'copy'
/** The same, or several files at once. */
type Leaving = Way | 'package'

/** A stretch of a written section. */
export interface TextHit {
  readonly section: TextKey
  readonly from: number
  readonly to: number
}

/**
 * What is open in the editor: the section, the cell, the finding, the right pane, the dialogs. It is
 * never stored; the report and its history are the session's.
 */
export class ViewState {
  spot: Spot = $state('requests')
  /** On a phone, where one thing is shown at a time: whether it is the section, to be written. */
  writing: boolean = $state(false)
  /** The cell that has, or last had, the focus: the grid's one tab stop. */
  active: FieldId | undefined = $state()
  /** The platforms' figure that was gone to and was not on the screen, by its id or its field's key. */
  sought: { readonly figure: string } | undefined = $state.raw()
  /** Whether the line below a table says what the current cell counts. */
  cellHelp: boolean = $state(false)
  /** The finding that is open in the list, as it was when it was chosen. */
  chosen: Finding | undefined = $state.raw()
  /** What of its text a written section is to show and select, until it has. */
  wanted: { readonly from: number; readonly to: number } | undefined = $state.raw()
  /** Where the caret stands in the written section that is open. */
  cursor: number | undefined = $state()
  /** Copies the selected cells with the labels of their rows and columns, while there are any. */
  copyLabelled: (() => Promise<void>) | undefined = $state.raw()
  /** Whether the written section is asked what to quote at its caret. */
  quoting: boolean = $state(false)
  /** The sections whose numbers are not to be made quotes, as somebody has said. */
  unbound: readonly TextKey[] = $state.raw([])
  /** What the right pane shows, and whether it is open where it lies over the centre. */
  aside: 'findings' | 'preview' | 'charts' | 'find' = $state('findings')
  asideOpen: boolean = $state(false)
  #asideBefore: ViewState['aside'] = 'findings'
  /** How often the search was asked for: each time its field gets the focus. */
  searches: number = $state(0)
  /** What is looked for in the written sections, and what is to stand in its place. */
  readonly search: Search = $state({ words: '', replacement: '', replacing: false })
  /** The hit that is in hand; the section shows it and the focus stays in the search. */
  hit: TextHit | undefined = $state.raw()
  /** Whether the dialog of the export is open. */
  exporting: boolean = $state(false)
  /** The way that it goes by itself once it is open. */
  way: Leaving | undefined = $state()
  /** How often printing was asked for; each time is a printing of its own. */
  printings: number = $state(0)
  /** The palette, the list of keys or the calendar of duties, where one is open. */
  lookup: 'palette' | 'keys' | 'calendar' | undefined = $state()
  /** Whether the steps of a first report stand in the right pane. */
  guiding: boolean = $state(false)
  /** The dialog that is open about the section in hand: sentences for its text, fees, totals of its table. */
  section: 'tell' | 'fees' | 'recompute' | undefined = $state()
  /** What was entered in the dialog of the fees: it is there again when that is opened again. */
  readonly fees: FeeEntry = $state({ notices: [{ basis: 'requests', typed: '' }], paid: '' })
  /** The dialog about unit and year, which the title is made of. */
  editingUnit: boolean = $state(false)
  /** The dialog that is open about the state of the report, or about how it is checked. */
  checking: 'state' | 'settings' | 'words' | undefined = $state()
  /** The dialog that is open about another year: its draft, last year's report, the changes. */
  years: 'next' | 'attach' | 'changes' | undefined = $state()
  /** Whether last year's text stands beside this year's. */
  lastYearOpen: boolean = $state(true)
  /** Whether the text shows where printed pages begin. */
  pageBreaks: boolean = $state(false)
  /** Cells that the repair would change whose button is pointed at, or has the focus. */
  pointed: readonly FieldId[] = $state.raw([])
  /** Cells to flash after a repair. */
  mended: readonly FieldId[] = $state.raw([])

  /** Offers to copy with labels what is selected, until what is returned is called. */
  offerCopy = (copy: () => Promise<void>): (() => void) => {
    this.copyLabelled = copy
    // The next table may have come by then.
    return () => {
      if (this.copyLabelled === copy) this.copyLabelled = undefined
    }
  }

  /** Shows a right pane; where panes lie over the centre, the one that is open closes. */
  turn = (aside: ViewState['aside']): void => {
    this.asideOpen = this.aside !== aside || !this.asideOpen
    this.aside = aside
  }

  /** Goes a way out; the dialog shows what comes of it. */
  leave = (way: Leaving): void => {
    this.way = way
    this.exporting = true
  }

  /** Opens the search in the right pane, with the words that are selected; again, it starts anew. */
  find = (replacing: boolean, selected = ''): void => {
    if (this.aside !== 'find') this.#asideBefore = this.aside
    this.aside = 'find'
    this.asideOpen = true
    this.search.replacing = replacing
    if (selected) this.search.words = selected
    this.searches++
  }

  /** Closes the search: the caret goes to the hit in hand, and the pane is what it was before. */
  leaveSearch = (): void => {
    const { hit } = this
    this.aside = this.#asideBefore
    this.asideOpen = false
    this.hit = undefined
    if (hit) this.openText(hit.section, hit.from, hit.to)
  }

  /** Opens a section, or the platforms. */
  open = (spot: Spot): void => {
    this.spot = spot
    this.writing = true
    // The charts stand beside the figures that they are made of, and nowhere else.
    if (spot === 'platforms') this.aside = 'charts'
    else if (this.aside === 'charts') this.aside = 'findings'
  }

  /** Opens a written section with a stretch of its text selected, or the caret at a place of it. */
  openText = (section: TextKey, from: number, to: number = from): void => {
    this.wanted = { from, to }
    this.chosen = undefined
    this.spot = section
    this.writing = true
  }

  /** Opens the section of a cell and makes the cell the tab stop; focus is the caller's choice. */
  show = (field: FieldId): void => {
    this.spot = tableOf(field)
    this.active = field
    this.writing = true
  }

  /** Chooses a finding and opens the section that it is about. */
  choose = (finding: Finding): void => {
    this.chosen = finding
    this.spot = spotOfFinding(finding)
    if (finding.at.kind === 'cells' && finding.at.fields[0]) this.active = finding.at.fields[0]
  }

  /** Flashes cells that a press has changed. */
  mend = (fields: readonly FieldId[]): void => {
    this.mended = fields
    setTimeout(() => {
      if (this.mended === fields) this.mended = []
    }, 1000)
  }
}
