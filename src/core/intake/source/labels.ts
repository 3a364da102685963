import { isEntry, type FieldId, type TableId } from '../../form/table.ts'
import { entriesOf, type Form } from '../../form/form.ts'
import { requestRowName, rowNameOf } from '../../form/field-name.ts'
import { heads2019, rows2019 } from '../../form/form-2019.ts'
import { requestRows, type RequestRow } from '../../form/requests.ts'
import { bare, distance } from '../../prose/likeness.ts'

/** What a cell's words may be, however they were typed. Long by the wordings it knows. */

/** A row of the form (in table 四: a group of five), with its cells in order. */
export interface FormRow {
  readonly table: TableId
  /** The name that its fields begin with, as `requests.refused.safety`. */
  readonly id: string
  /** The label the law gives it. */
  readonly text: string
  readonly fields: readonly FieldId[]
  /** How many columns its label covers in the form. */
  readonly cols: number
}

/** What a label may be: a row of the form, a head or group of it, or of the form of 2019. */
export interface KnownLabel {
  readonly table: TableId
  readonly text: string
  readonly row?: FormRow
  readonly old?: true
  /** `exact` but for spaces and punctuation; `key`: it has the words that matter; `like`: a typo. */
  readonly match: 'exact' | 'key' | 'like'
}

interface Entry {
  readonly bare: string
  readonly keys: readonly string[]
  readonly known: Omit<KnownLabel, 'match'>
  /** A wording that is not the form's. */
  readonly alias?: true
}

export interface Labels {
  /** Everything that a label may be; more than one for 其他, 总计 and 行政复议. */
  readonly find: (text: string) => readonly KnownLabel[]
  /** Whether a text is a piece of a head of the form (商业, 企业), or several heads run together. */
  readonly isPiece: (text: string) => boolean
  readonly rows: readonly FormRow[]
}

/** Words that matter, by the name of the row. */
const keysOf = new Map<string, readonly string[]>(
  requestRows
    .filter(({ keys }) => !keys.some((key) => key === '其他' || key === '总计'))
    .map(({ id, keys }) => [requestRowName(id), keys])
)

/** Other wordings of rows that the form's own key words do not cover. */
const aliases: readonly (readonly [row: RequestRow, wordings: readonly string[]])[] = [
  ['received', ['本年新收', '本年收到申请数量', '本年度新收申请']],
  ['carriedIn', ['上年度结转', '上年结转', '上一年度结转', '上年度结转政府信息公开申请数量']],
  ['granted', ['全部公开', '同意公开', '（一）全部公开']],
  ['partlyGranted', ['同意部分公开', '（二）部分公开（区分处理）']],
  [
    'refused.safety',
    ['危及国家安全、公共安全、经济安全、社会稳定', '危及国家安全', '危及“三安全、一稳定”']
  ],
  ['refused.lawForbids', ['其他法律法规禁止公开', '法律行政法规禁止公开']],
  ['refused.thirdParty', ['损害第三方合法权益', '保护第三人合法权益']],
  ['refused.internal', ['三类内部事务信息', '内部事务信息']],
  ['refused.process', ['四类过程性信息', '过程性信息']],
  ['refused.caseFile', ['行政执法案卷', '行政执法案卷信息']],
  ['refused.query', ['行政查询事项', '属于行政查询']],
  ['unavailable.notHeld', ['本机关不掌握', '本机关不掌握相关信息', '信息不存在']],
  ['unavailable.needsMaking', ['没有现成信息', '需要另行制作']],
  ['unavailable.unclear', ['补正后申请内容不明确', '申请内容仍不明确']],
  ['declined.petition', ['信访举报投诉', '信访、举报、投诉类申请']],
  ['declined.publication', ['要求提供公共出版物', '公开出版物']],
  ['declined.excessive', ['无正当理由大量反复申请', '大量反复申请']],
  ['declined.confirm', ['确认或重新出具已获取信息', '要求确认或者重新出具']],
  ['other.notCorrected', ['申请人无正当理由逾期不补正', '申请人逾期不补正', '逾期不补正']],
  [
    'other.feeUnpaid',
    [
      '申请人逾期未按收费通知要求缴纳费用',
      '申请人逾期未按收费通知要求',
      '逾期未缴费',
      '申请人逾期不缴费',
      '逾期未缴纳费用'
    ]
  ],
  [
    'carriedOut',
    ['结转下年度', '结转至下一年度', '结转下一年度继续办理', '结转至下年度继续办理', '转下年度办理']
  ]
]
const aliasesOf = new Map(aliases.map(([row, wordings]) => [requestRowName(row), wordings]))

/** A numbered label with a piece of its group's before it, as lines of a page have them. */
const behindGroup = /^\s*\S{1,8}\s+((?:\d|[（(][一二三四五六七])\s*[.．、)）]\s*\S.{2,50})$/

/** A report has some hundred different words in its cells; of more only the exact ones are known. */
const mostWords = 4000

/** Key words make a label of a text only when it is not much longer than the label. */
const room = 8

/** The words of a form, to look labels up in. */
export function labelsOf(form: Form): Labels {
  const entries: Entry[] = []
  const rows: FormRow[] = []
  for (const table of Object.values(form.tables)) {
    const byRow = new Map<string, FieldId[]>()
    for (const { row, field } of entriesOf(table)) {
      byRow.set(row, [...(byRow.get(row) ?? []), field])
    }
    for (const [text, fields] of byRow) {
      const label = table.rows.flat().find((cell) => !isEntry(cell) && cell.text === text)
      const id = fields[0] ? rowNameOf(fields[0]) : ''
      const row: FormRow = { table: table.id, id, text, fields, cols: label?.cols ?? 1 }
      rows.push(row)
      entries.push({
        bare: bare(text),
        keys: keysOf.get(id) ?? [],
        known: { table: table.id, text, row }
      })
      for (const alias of aliasesOf.get(id) ?? []) {
        entries.push({
          bare: bare(alias),
          keys: [],
          known: { table: table.id, text, row },
          alias: true
        })
      }
    }
    const heads = new Set<string>()
    for (const cell of table.rows.flat()) {
      if (!isEntry(cell) && (!byRow.has(cell.text) || table.id === 'remedies')) heads.add(cell.text)
    }
    for (const text of heads) {
      const keys = text.includes('收费金额') ? ['收费金额'] : []
      entries.push({ bare: bare(text), keys, known: { table: table.id, text } })
    }
  }
  for (const text of [...rows2019, ...heads2019]) {
    const known = { table: 'disclosure', text, old: true } as const
    entries.push({ bare: bare(text), keys: [], known })
  }
  const cache = new Map<string, readonly KnownLabel[]>()
  const find = (text: string): readonly KnownLabel[] => {
    const word = bare(text)
    const kept = cache.get(word)
    if (kept) return kept
    const loosely = cache.size < mostWords
    const own = search(entries, word, loosely)
    const rest = own.length ? undefined : behindGroup.exec(text)?.[1]
    const found = rest ? search(entries, bare(rest), loosely) : own
    cache.set(word, found)
    return found
  }
  const heads = entries.filter(({ known }) => !known.row).map((entry) => entry.bare)
  const longestFirst = [...heads].sort((a, b) => b.length - a.length)
  // The longest that stands there, and no other tried after it: time grows with the text.
  const together = new RegExp(`^(?:(?=(${longestFirst.join('|')}))\\1)+$`)
  const isPiece = (text: string) => {
    const piece = bare(text)
    return piece.length > 0 && (heads.some((head) => head.includes(piece)) || together.test(piece))
  }
  return { find, isPiece, rows }
}

/** Share of a label's letters that may be mistyped. */
const furthest = 0.3

function search(entries: readonly Entry[], given: string, loosely: boolean): KnownLabel[] {
  const word = given === '合计' ? '总计' : given
  if (word.length < 2 || word.length > 60) return []
  const exact = entries.filter((entry) => entry.bare === word)
  if (exact.length) {
    return exact.map(({ known, alias }) => ({
      ...known,
      match: word === given && !alias ? 'exact' : 'key'
    }))
  }
  if (!loosely) return []
  const keyed = entries.filter(
    (entry) =>
      word.length <= entry.bare.length + room && entry.keys.some((key) => word.includes(key))
  )
  if (keyed.length === 1 && keyed[0]) return [{ ...keyed[0].known, match: 'key' }]
  // A word of four characters or more inside a label, or a label inside the word.
  const inside = entries.filter(
    ({ bare: label }) =>
      Math.min(label.length, word.length) >= 4 &&
      Math.abs(label.length - word.length) <= room &&
      (label.includes(word) || word.includes(label))
  )
  const [only] = inside
  if (only && inside.every(({ known }) => known.row === only.known.row && known.row)) {
    return [{ ...only.known, match: 'key' }]
  }
  // 行政诉讼 未经复议直接起诉: a group and a row of it in one cell.
  const rows = inside.filter(({ known }) => known.row)
  if (
    rows.length === 1 &&
    rows[0] &&
    word.endsWith(rows[0].bare) &&
    inside.every(({ bare: label }) => word.includes(label))
  ) {
    return [{ ...rows[0].known, match: 'key' }]
  }
  if (only && inside.length === 1) return [{ ...only.known, match: 'key' }]
  const [first, second] = entries
    .filter(({ bare: label }) => Math.abs(label.length - word.length) <= label.length * furthest)
    .map((entry) => ({ entry, by: distance(entry.bare, word) / Math.max(entry.bare.length, 1) }))
    .sort((a, b) => a.by - b.by)
  const rival =
    second && (second.entry.known.row ?? second) !== first?.entry.known.row ? second.by : 1
  return first && word.length >= 4 && first.by <= furthest && first.by < rival
    ? [{ ...first.entry.known, match: 'like' }]
    : []
}
