import { entriesOf, fields, form2021, tableOf } from '../form.ts'
import type { Previous } from '../report.ts'
import type { TextKey } from '../sections.ts'
import type { FieldId, TableId } from '../table.ts'
import { documentCounts, documentKinds } from '../tables/disclosure.ts'
import { applicants } from '../tables/requests.ts'
import type { Facts, Hit, Rule } from './rule.ts'
import { similarity } from './similarity.ts'

/** Rules against last year's report, as far as it is known, and about years in the text. */

const withPrevious =
  (check: (previous: Previous, facts: Facts) => Hit[]) =>
  (facts: Facts): Hit[] => {
    const { previous, year } = facts.report
    return previous && previous.year === year - 1 ? check(previous, facts) : []
  }

const cellsHit = (list: readonly FieldId[], params: Hit['params']): Hit => ({
  at: { kind: 'cells', fields: list },
  params
})

/** One finding for all columns that differ: it is one set of figures that was taken over. */
function carried(previous: Previous, { report: { cells } }: Facts): Hit[] {
  const off = applicants.flatMap(({ id }) => {
    const field: FieldId = `requests.carriedIn.${id}`
    const stated = cells[field]
    const due = previous.cells[`requests.carriedOut.${id}`]
    return stated !== null && due !== null && stated !== due ? [{ field, stated, due }] : []
  })
  if (off.length === 0) return []
  const params = {
    year: previous.year,
    stated: off.map(({ stated }) => stated),
    due: off.map(({ due }) => due)
  }
  const hit = cellsHit(
    off.map(({ field }) => field),
    params
  )
  return [previous.final ? hit : { ...hit, severity: 'warning' }]
}

/** In force now = in force last year + made − repealed, for each kind of document. */
function documentsInForce(previous: Previous, { report: { cells } }: Facts): Hit[] {
  return documentKinds.flatMap(({ id }): Hit[] => {
    const list = documentCounts.map((count): FieldId => `disclosure.${id}.${count.id}`)
    const [issued, repealed, valid] = list.map((field) => cells[field])
    const last = previous.cells[`disclosure.${id}.inForce`]
    if (issued == null || repealed == null || valid == null || last == null) return []
    const due = last + issued - repealed
    if (due === valid) return []
    return [cellsHit(list, { kind: id, last, issued, repealed, valid, due, year: previous.year })]
  })
}

/** Figures below this are too small for a ratio to mean anything. */
const countsFrom = 20

/** A part jumps with its total; then only the total is named. */
function jumps(previous: Previous, { report: { cells } }: Facts): Hit[] {
  const ratio = (field: FieldId): number | undefined => {
    const now = cells[field]
    const last = previous.cells[field]
    if (now == null || last == null || Math.max(now, last) < countsFrom) return undefined
    const times = now / last
    return times > 5 || times < 0.2 ? times : undefined
  }
  return fields.flatMap((field): Hit[] => {
    if (ratio(field) === undefined) return []
    const total = field.replace(/\.[^.]+$/, '.total') as FieldId
    if (field !== total && tableOf(field) !== 'disclosure' && ratio(total) !== undefined) return []
    const now = cells[field] ?? 0
    const last = previous.cells[field] ?? 0
    return [cellsHit([field], { now, last, year: previous.year })]
  })
}

/** What flows through a year; what is in force at its end can well stay the same. */
const flows = (table: TableId): FieldId[] =>
  entriesOf(form2021.tables[table])
    .map(({ field }) => field)
    .filter((field) => !field.endsWith('.inForce'))
const flowsOf = {
  disclosure: flows('disclosure'),
  requests: flows('requests'),
  remedies: flows('remedies')
}

/** A table equal to last year's number by number; tables of nothing but 0 and blanks may be. */
function copied(previous: Previous, { report: { cells } }: Facts): Hit[] {
  return (['disclosure', 'requests', 'remedies'] as const).flatMap((table): Hit[] => {
    const list = flowsOf[table]
    const same = list.every((field) => cells[field] === previous.cells[field])
    const filled = list.filter((field) => (cells[field] ?? 0) !== 0)
    return same && filled.length > 0 ? [cellsHit(filled, { table, year: previous.year })] : []
  })
}

/** Shorter texts are alike by their nature: 本年度没有收取信息处理费. */
const longEnough = 50

function repeated(previous: Previous, { report: { text } }: Facts): Hit[] {
  return (['overview', 'problems', 'other'] as const).flatMap((section): Hit[] => {
    const [now, last] = [text[section], previous.text[section]]
    if (now.length < longEnough || last.length < longEnough) return []
    const { share, onlyNumbers } = similarity(now, last)
    const percent = Math.round(share * 100)
    if (percent <= 60) return []
    return [
      {
        at: { kind: 'text', section },
        params: { percent, onlyNumbers: Number(onlyNumbers), year: previous.year },
        severity: percent > 80 ? 'warning' : 'hint'
      }
    ]
  })
}

const titleYear = /(\d{4})\s*年(?:度)?政府信息公开(?:工作)?年度?报告/g

/** The lead-in often repeats the title; the title itself is composed of the report's own year. */
function titleYears({ report: { text, unit, year } }: Facts): Hit[] {
  const inName = /(\d{4})年/.exec(unit.name)
  const hits: Hit[] =
    inName && Number(inName[1]) !== year
      ? [{ at: { kind: 'report' }, params: { found: Number(inName[1]), year } }]
      : []
  for (const match of text.leadIn.matchAll(titleYear)) {
    const stated = Number(match[1])
    if (stated !== year) hits.push(inText('leadIn', match, { found: stated, year }))
  }
  return hits
}

const did =
  /(?<!《[^》]*)((?:19|20)\d{2})年度?(?:以来)?[，,]?(?:我[局委办厅市县区镇乡街]|本[局委办厅机关单位市县区镇]{1,2}|全[市县区局年镇]|共计?|累计|通过|主动){0,3}(?:收到|受理|办理|办结|公开|发布|制定|制发|推送|答复|开展|组织)/g

/** A year with what was done in it, where the year is not the report's. */
function textYears({ report: { text, year } }: Facts): Hit[] {
  return (['overview', 'other'] as const).flatMap((section) =>
    Array.from(text[section].matchAll(did))
      .filter(([, stated]) => Number(stated) !== year)
      .map((match) => inText(section, match, { found: match[0], stated: Number(match[1]), year }))
  )
}

const period =
  /(\d{4})\s*(年?)\s*(\d{1,2})\s*月\s*(\d{1,2})\s*(日?)\s*(?:起)?\s*(?:至|到|—+|－|-|~|～)\s*(?:(\d{4})\s*(年?)\s*)?(\d{1,2})\s*(月?)\s*(\d{1,2})\s*(月?)\s*(日?)(?=\s*(?:止|期间|$|[，。；）)]))/gm

/** The period of the figures: 1 January to 31 December of the year, written out whole. */
function periods({ report: { text, year } }: Facts): Hit[] {
  return (['leadIn', 'overview'] as const).flatMap((section) =>
    Array.from(text[section].matchAll(period)).flatMap((match): Hit[] => {
      const around = text[section].slice(Math.max(0, match.index - 20), match.index)
      const about = section === 'leadIn' || /期限|数据|统计/.test(around)
      const plain = match[0].replace(/\s|起/g, '').replace(/到|—+|－|-|~|～/, '至')
      const right = [`${year}年1月1日至12月31日`, `${year}年1月1日至${year}年12月31日`]
      return about && !right.includes(plain)
        ? [inText(section, match, { found: match[0], year })]
        : []
    })
  )
}

const inText = (section: TextKey, match: RegExpMatchArray, params: Hit['params']): Hit => {
  const from = match.index ?? 0
  return { at: { kind: 'text', section, from, to: from + match[0].length }, params }
}

export const yearRules = {
  'Y-CARRY': {
    severity: 'error',
    source: '上年结转即上年年报的“结转下年度继续办理”，逐列相等',
    check: withPrevious(carried)
  },
  'Y-VALID': {
    severity: 'warning',
    source: '现行有效＝上年现行有效＋本年制发－本年废止',
    check: withPrevious(documentsInForce)
  },
  'Y-JUMP': {
    severity: 'hint',
    source: '与上年相比超过 5 倍或不足五分之一的数，多为口径改变或填错',
    check: withPrevious(jumps)
  },
  'Y-SAME': {
    severity: 'warning',
    source: '整张表与上年逐格相同，多为沿用了上年的表',
    check: withPrevious(copied)
  },
  'Y-TEXTDUP': {
    severity: 'warning',
    source: '内容雷同、敷衍塞责的，按条例第四十七条追责（国办公开办函〔2021〕30号）',
    check: withPrevious(repeated)
  },
  'Y-TITLEYEAR': {
    severity: 'error',
    source: '标题中的年份为报告年度',
    check: titleYears
  },
  'Y-TEXTYEAR': {
    severity: 'warning',
    source: '沿用上年文字时，年份容易忘改',
    check: textYears
  },
  'Y-PERIOD': {
    severity: 'error',
    source: '年报统计期限为当年 1 月 1 日至 12 月 31 日（条例第四十九条）',
    check: periods
  }
} satisfies Record<string, Rule>
