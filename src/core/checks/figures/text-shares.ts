import type { Claim } from '../../prose/claims/claim.ts'
import type { Subject } from '../../prose/claims/naming/subjects.ts'
import type { Percent } from '../../prose/claims/percents.ts'
import type { Cells } from '../../form/cells.ts'
import { longest, startOf } from '../../prose/clauses.ts'
import { plainFigures } from '../../numbers/numeral.ts'
import { byPiece } from '../../prose/pieces.ts'
import { atPrinted, printed, printedClaims } from './printed.ts'
import { checked, outcomes, sumsMeant } from './stated.ts'
import type { Facts, Hit } from '../../findings/rule.ts'

/** Percentages that the text prints behind its figures. */

/**
 * A percentage that is not `value` of `all`; `due` is. With `own` 1 its sentence gives both, else the
 * tables give `all`.
 */
export interface WrongShare {
  readonly found: string
  readonly subject?: Subject
  readonly value: number
  readonly all: number
  readonly percent: number
  readonly due: number
  readonly own?: number
}

/** The base that the words name is a whole of table 三. */
const ofAll =
  /^(?:全部|所有|全年|本年度?|总|办结|答复|办理|处理|结果|收到|受理|新收|政府信息公开|申请|[件数量的])*$/

/** What a share of a subject can be of. 占申请总数的 leaves open which. */
function bases(cells: Cells, subject: Subject, of = ''): number[] {
  if (!ofAll.test(of)) return []
  const received = sumsMeant(cells, 'received')
  if (outcomes.includes(subject)) {
    const handled = sumsMeant(cells, 'handled')
    return /收|受理|申请/.test(of) ? [...handled, ...received] : handled
  }
  return subject === 'natural' || subject === 'legalPersons' || subject === 'handled'
    ? received
    : []
}

/** Whether a percentage is the exact one rounded to the decimals it is printed with. */
export const fits = (exact: number, { value, decimals }: Percent): boolean =>
  Math.abs(exact - value) <= 0.5 / 10 ** decimals + 1e-9

export const inDecimals = (exact: number, decimals: number): number =>
  Number(exact.toFixed(Math.min(4, Math.max(1, decimals))))

/** A share that is not what its figure gives; a wrong figure itself is another rule's. */
export function shares({ report: { cells }, report }: Facts): Hit<WrongShare>[] {
  return printedClaims(report).flatMap(({ section, claim }): Hit<WrongShare>[] => {
    const { subject, share, value, from, to, text: found } = claim
    if (!share) return []
    const wholes = bases(cells, subject, share.of).filter((whole) => whole > 0)
    const [whole] = wholes
    if (whole === undefined) return []
    const { text } = printed(report, section)
    const listed = listSum(plainFigures(text.slice(Math.max(0, to - longest), to)))
    const values = [value, listed, ...sumsMeant(cells, subject)]
    if (values.some((part) => wholes.some((all) => fits((100 * part) / all, share)))) return []
    if (fitsOwn(text, claim)) return []
    const due = inDecimals((100 * value) / whole, share.decimals)
    const params = { found, subject, value, all: whole, percent: share.value, due }
    return [atPrinted(report, section, from, to, params)]
  })
}

/** 甲 20 条、乙 130 条，占 46.9%: the share may be of all that the list before it comes to. */
const listSum = (before: string): number =>
  Array.from(
    before
      .slice(startOf(before, before.length, '，。；：\n'))
      .matchAll(/(?<!\d)\d+(?=\s*[件条篇份个])/g)
  ).reduce((sum, [part]) => sum + Number(part), 0)

/** The whole of a sentence, and behind it its parts with their shares: 862件，占82.4%. */
const wholes =
  /(?:收到|受理|办理|新收|共|合计|总计|全年|发布|公开)[^，。；\n\d其]{0,20}(\d+)\s*([件条篇份个])/
/** A second whole among the parts: whose shares are those behind it? */
const another = /(?:收到|受理|新收|共|合计|总计|全年)[^，。；\n\d]{0,20}\d+\s*[件条篇份个]/
const sharedPart =
  /(?<!\d)(\d+)\s*([件条篇份个])\s*(?:[（(，,]\s*约?占比?(?:总数|总量|全部|申请总数|总件数)?的?[为是达]?|[（(])\s*(\d+)(?:\.(\d+))?\s*%/g

interface Share {
  readonly from: number
  readonly words: string
  readonly value: number
  /** What it comes to with the parts before it, joined by 、. */
  readonly listed: number
  readonly all: number
  readonly percent: Percent
}

const sharesIn = byPiece((source): readonly Share[] => {
  const text = plainFigures(source)
  return Array.from(text.matchAll(/[^。\n]+/g)).flatMap(({ 0: sentence, index }): Share[] => {
    const among = sentence.indexOf('其中')
    const whole = wholes.exec(among < 0 ? sentence : sentence.slice(0, among))
    if (!whole) return []
    const at = among < 0 ? whole.index + whole[0].length : among
    if (another.test(sentence.slice(at))) return []
    return Array.from(sentence.slice(at).matchAll(sharedPart)).flatMap((match): Share[] => {
      const [words, part, unit = '', digits = '', decimals = ''] = match
      if (unit !== whole[2] || Number(part) > Number(whole[1])) return []
      const from = index + at + match.index
      const percent = { value: Number(`${digits}.${decimals || '0'}`), decimals: decimals.length }
      const found = source.slice(from, from + words.length)
      const listed = listSum(text.slice(0, from + words.indexOf(unit) + 1))
      return [{ from, words: found, value: Number(part), listed, all: Number(whole[1]), percent }]
    })
  })
})

/** Whether a share is right of the whole that its own sentence names. */
const fitsOwn = (text: string, { from, to }: Claim): boolean =>
  sharesIn(text).some(
    (one) => one.from >= from && one.from < to && fits((100 * one.value) / one.all, one.percent)
  )

/** Shares that their own sentence gives otherwise; what the tables can tell is compared with them. */
export function ownShares({ report }: Facts): Hit<WrongShare>[] {
  const known = printedClaims(report).filter(({ claim }) => claim.share !== undefined)
  return checked.flatMap((section) =>
    sharesIn(printed(report, section).text).flatMap(
      ({ from, words, value, listed, all, percent }): Hit<WrongShare>[] => {
        const told = known.some(
          (one) => one.section === section && one.claim.from <= from && one.claim.to > from
        )
        if (told || all === 0 || [value, listed].some((part) => fits((100 * part) / all, percent)))
          return []
        const due = inDecimals((100 * value) / all, percent.decimals)
        const params = { found: words, value, all, percent: percent.value, due, own: 1 }
        return [atPrinted(report, section, from, from + words.length, params)]
      }
    )
  )
}
