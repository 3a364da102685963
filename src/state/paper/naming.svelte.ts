import type { Report } from '../../core/report/report.ts'
import { fileName, nameTyped, safeName } from '../../formats/index.ts'
import { recall, remember } from '../app/local.ts'

/**
 * What the files of a report are called, but for their endings: `<单位>-<年度>`, or as somebody has
 * typed it, which this browser keeps for the report. What is typed can be any text; what it comes to is
 * a name that every system takes.
 */
export class Naming {
  /** What the field shows. */
  shown: string = $state('')
  /** What of the last typing was not taken. */
  untaken: 'characters' | 'length' | undefined = $state()
  readonly #report: () => Pick<Report, 'id' | 'unit' | 'year'>
  /** The name that the files get. */
  readonly name: string = $derived.by(() =>
    this.shown.trim() ? safeName(this.shown) : this.#usual()
  )

  constructor(report: () => Pick<Report, 'id' | 'unit' | 'year'>) {
    this.#report = report
    const kept = recall(this.#key())
    this.shown = kept ? safeName(this.#filledIn(kept)) : this.#usual()
  }

  /** Takes what was typed, without what no name can have. */
  type = (text: string): void => {
    this.shown = nameTyped(text)
    const [next = ''] = text.slice(this.shown.length)
    const whole = text.startsWith(this.shown) && nameTyped(next) === next
    this.untaken = text === this.shown ? undefined : whole ? 'length' : 'characters'
  }

  /** Typing is over: the field shows the name that the files get, and it is kept. */
  settle = (): void => {
    this.shown = this.name
    remember(this.#key(), this.shown === this.#usual() ? '' : this.#withBlanks(this.shown))
  }

  #usual = (): string => fileName(this.#report(), '')
  #key = (): string => `nianbao-name-${this.#report().id}`

  /** The unit and the year are kept as blanks, so that the name follows when they are corrected. */
  #withBlanks(name: string): string {
    const { unit, year } = this.#report()
    const own = safeName(unit.name)
    return name.replaceAll(own, '<unit>').replaceAll(String(year), '<year>')
  }

  #filledIn(kept: string): string {
    const { unit, year } = this.#report()
    return kept.replaceAll('<unit>', () => unit.name).replaceAll('<year>', String(year))
  }
}
