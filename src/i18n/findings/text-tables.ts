import type { Subject } from '../../core/claims.ts'
import type { textTableRules } from '../../core/rules/text-tables.ts'
import { and, type Sayer } from './read.ts'

/** Sentences about what the text says against what the tables say. */

/** What the tables call that which the text counts. */
const inTables: Readonly<Record<Subject, string>> = {
  received: '表三新收',
  handled: '表三办理结果总计',
  carriedIn: '表三上年结转',
  carriedOut: '表三结转下年度',
  natural: '表三新收自然人',
  legalPersons: '表三新收法人或其他组织',
  granted: '表三予以公开',
  partlyGranted: '表三部分公开',
  grantedOrPartly: '表三予以公开和部分公开',
  refused: '表三不予公开',
  unavailable: '表三无法提供',
  declined: '表三不予处理',
  other: '表三其他处理',
  review: '表四行政复议总计',
  litigation: '表四行政诉讼总计',
  normativeIssued: '表二规范性文件制发',
  normativeRepealed: '表二规范性文件废止',
  normativeInForce: '表二规范性文件现行有效',
  licensing: '表二行政许可',
  penalty: '表二行政处罚',
  compulsion: '表二行政强制'
}

const differs: Sayer = ({ word, number }) => ({
  title: `正文写“${word('found')}”，${inTables[word('subject') as Subject] ?? '表格'} ${number('due')} 件`,
  why: `表格是${word('scope') === 'rollup' ? '汇总' : '本机关'}的数。口径不同的，写明口径。`
})

export const textTableSentences: Record<keyof typeof textTableRules, Sayer> = {
  'X-NEW': differs,
  'X-DONE': differs,
  'X-IN': differs,
  'X-OUT': differs,
  'X-NAT': differs,
  'X-LEG': differs,
  'X-CLASS': differs,
  'X-REV': differs,
  'X-LIT': differs,
  'X-T2': differs,
  'X-PCT': ({ number }) => ({
    title: `正文写占 ${number('percent')}%，${number('value')} ÷ ${number('all')} = ${number('due')}%`,
    why: '占比按办理结果总计算。'
  }),
  'X-WIN': ({ word, number }) => ({
    title: `正文写“${word('found')}”，表四纠正 ${number('corrected')} 件、尚未审结 ${number('pending')} 件`
  }),
  'X-SPLIT': ({ number, words }) => ({
    title: `正文写共 ${number('whole')}，其中的 ${and(words('parts'))} 加起来是 ${number('sum')}`,
    why: '分项之和不能超过总数。'
  }),
  'X-NOZERO': ({ number }) => ({
    title: `正文写“未收到申请”，表三新收 ${number('due')} 件`
  })
}
