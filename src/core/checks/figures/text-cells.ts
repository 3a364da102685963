import type { Claim } from '../../prose/claims/claim.ts'
import { subjects, type Subject } from '../../prose/claims/naming/subjects.ts'
import { endOf, startOf } from '../../prose/clauses.ts'
import { plainFigures } from '../../numbers/numeral.ts'
import type { Report } from '../../report/report.ts'
import type { TextKey } from '../../form/sections.ts'
import type { Facts, Hit } from '../../findings/rule.ts'
import { at, contradicts, dueOf, stated, sumsMeant, type Stated } from './stated.ts'

/** Figures of the text against the cells that they are of, with the reading that makes both right. */

/** A figure of the text that is not the sum of its cells. */
export interface OtherThanTables {
  readonly found: string
  readonly subject: Subject
  readonly stated: number
  /** What the cells give. */
  readonly due: number
  /** What the tables cover. */
  readonly scope: Report['scope']
  /**
   * The other sum of table 三 that the figure happens to be: 予以公开 and 部分公开 together; the same in
   * 万; or nothing.
   */
  readonly equals: '' | 'withCarried' | 'received' | 'handled' | 'both' | 'ten'
  /** What the sentence says that it covers, where that is not what the tables do. */
  readonly said: '' | Report['scope']
  /** 1 where the sentence counts otherwise than the tables: by the month, as it was filed. */
  readonly otherwise: number
  /** The figure to be replaced, where nothing else makes both of them right. */
  readonly figure?: string
}

/** Figures of these subjects that the tables give otherwise. */
export const comparing =
  (compared: readonly Subject[]) =>
  ({ report }: Facts): Hit<OtherThanTables>[] => {
    const all = stated(report)
    return all.flatMap((one): Hit<OtherThanTables>[] => {
      const { section, claim } = one
      const { subject, value, from, text, figure } = claim
      const due = dueOf(report.cells, subject)
      if (!compared.includes(subject) || due === null || !contradicts(report.cells, claim))
        return []
      // 未收到申请 has a rule of its own.
      if (subject === 'received' && figure === '') return []
      const mixed = scopesMixed(report, claim)
      if (mixed && isToldForTables(one, all, report)) return []
      const equals = equalOf(report, subject, value, due)
      const exact = claim.qualifier === undefined && /^[件宗起条份例个部]?$/.test(claim.unit)
      const hit = at<Omit<OtherThanTables, 'found'>>(section, from, text, {
        subject,
        stated: value,
        due,
        scope: report.scope,
        equals,
        said: mixed ? (claim.scope ?? '') : '',
        otherwise: Number(claim.countedOtherwise ?? false),
        ...(exact &&
          figure !== '' &&
          !mixed &&
          !claim.countedOtherwise &&
          !equals &&
          isPlain(report, section, claim) && { figure })
      })
      return [claim.countedOtherwise && isCase(subject) ? { ...hit, severity: 'hint' } : hit]
    })
  }

/** Figures of other times, other offices or a part: next to such words nobody can say which is wrong. */
const unclear =
  /[较比](?!例|率|重|较|对)|同比|环比|上年|去年|往年|同期|今后|预计|计划|目标|拟|其中|含|包括|除|不|未|另|部门|乡镇|街道|科室|下属|所属|约|近|超|余|多/

/** Whether a figure stands in a plain statement of this year: nothing but one reading is left. */
function isPlain(report: Report, section: TextKey, { from, to }: Claim): boolean {
  const text = report.text[section]
  const clause = text.slice(startOf(text, from, '，：。；\n'), to)
  const sentence = text.slice(startOf(text, from, '。；\n'), endOf(text, to, '。；\n'))
  const years = Array.from(
    plainFigures(sentence).matchAll(/((?:19|20)\d\d)年(?!度?(?:办理|答复|处理|继续|\d+件))/g)
  )
  return (
    !unclear.test(clause.replace(/不予|未经|其他|无法|上一?年度?结转|结转[^，]{0,8}/g, '')) &&
    years.every(([, named]) => Number(named) === report.year)
  )
}

const isCase = (subject: Subject): boolean => subjects[subject].kind === 'case'

/** 全县 95 件，其中本级 56 件: the sentence gives the figure of the tables too. */
const isToldForTables = (
  { section, claim }: Stated,
  all: readonly Stated[],
  { scope, cells }: Report
): boolean =>
  all.some(
    (other) =>
      other.section === section &&
      other.claim.subject === claim.subject &&
      other.claim.scope === scope &&
      !contradicts(cells, other.claim)
  )

/** Whether the sentence says 全市 and the tables are the office's own, or the other way round. */
const scopesMixed = ({ scope, unit }: Report, claim: Claim): boolean =>
  // A town reports for all of the town.
  claim.scope !== undefined && claim.scope !== scope && unit.level !== 'town'

/** What the words of a figure may have been meant for. */
function equalOf(
  { cells }: Report,
  subject: Subject,
  value: number,
  due: number
): OtherThanTables['equals'] {
  const [received, withCarried] = sumsMeant(cells, 'received')
  const [handled] = sumsMeant(cells, 'handled')
  if (due !== 0 && (value === due * 1e4 || value * 1e4 === due)) return 'ten'
  switch (subject) {
    case 'granted':
    case 'partlyGranted':
      return value === dueOf(cells, 'grantedOrPartly') ? 'both' : ''
    case 'received':
    case 'handled':
    case 'dealtWith':
      if (value === withCarried) return 'withCarried'
      if (value === received) return 'received'
      return value === handled ? 'handled' : ''
    default:
      return ''
  }
}
