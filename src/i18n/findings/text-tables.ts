import type { Subject } from '../../core/prose/claims/claim.ts'
import type { textTableRules } from '../../core/checks/figures/text-tables.ts'
import { and, type SentenceOf } from './read.ts'

/** Sentences about what the text says against what the tables say. */

/** What the tables call that which the text counts. */
const inTables: Readonly<Record<Subject, string>> = {
  received: '表三新收',
  handled: '表三办理结果总计',
  dealtWith: '表三新收',
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

/** What else of table 三 the figure happens to be. */
const equals: Readonly<Record<string, string>> = {
  withCarried: '正好是新收与上年结转之和。含上年结转的，写明“含上年结转”。',
  received: '正好是表三新收的数。',
  handled: '正好是表三办理结果总计。'
}

const scopes: Readonly<Record<string, string>> = {
  rollup: '正文说的像是汇总的数，表格是本机关的数，写明口径。',
  own: '正文说的像是本机关的数，表格是汇总的数，写明口径。'
}

const differs: SentenceOf = ({ word, number }) => ({
  title: `正文写“${word('found')}”，${inTables[word('subject') as Subject] ?? '表格'} ${number('due')} 件`,
  why:
    scopes[word('said')] ??
    (number('otherwise') === 1
      ? '正文按备案或按月计，与表格的口径可以不同，写明口径。'
      : (equals[word('equals')] ??
        `表格是${word('scope') === 'rollup' ? '汇总' : '本机关'}的数。口径不同的，写明口径。`))
})

const cases: Readonly<Record<string, string>> = { review: '行政复议', litigation: '行政诉讼' }
const ofApplicants = ['natural', 'legalPersons']

export const textTableSentences: Record<keyof typeof textTableRules, SentenceOf> = {
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
  'X-PCT': ({ number, word }) => ({
    title: `正文写占 ${number('percent')}%，${number('value')} ÷ ${number('all')} = ${number('due')}%`,
    why: number('own')
      ? '占比按这句话里的总数算。'
      : ofApplicants.includes(word('subject'))
        ? '占比按收到的申请算。'
        : word('subject') === 'handled'
          ? '占比按新收和上年结转算。'
          : '占比按办理结果总计算。'
  }),
  'X-FLOW': ({ number, words }) => {
    const out = words('carriedOut').length > 0
    const left = number('left')
    return {
      title:
        left > 0 ? `正文的收到和办结差 ${left} 件，没有写去向` : `正文办结的比收到的多 ${-left} 件`,
      why: `收到 ${number('received')} + 上年结转 ${number('carriedIn')} = ${number('received') + number('carriedIn')}，办结 ${number('handled')}${out ? ` + 结转下年度 ${number('carriedOut')}` : ''}。${left > 0 && !out ? '结转下年度的写明件数。' : ''}`
    }
  },
  'X-GROWTH': ({ number }) => {
    const [stated, due] = [number('percent'), number('due')]
    return {
      title: `正文写${change(stated)}，由 ${number('last')} 到 ${number('value')} 是${change(due)}`,
      why: `${number('year')} 年报告为 ${number('last')}。`
    }
  },
  'X-WIN': ({ word, number }) => ({
    title: `正文写“${word('found')}”，表四${cases[word('of')] ?? ''}纠正 ${number('corrected')} 件、尚未审结 ${number('pending')} 件`
  }),
  'X-SPLIT': ({ number, words }) => ({
    title: `正文写 ${number('whole')}${number('ten') ? ' 万' : ''}，列出的 ${and(words('parts'))} 加起来是 ${number('sum')}`,
    why: number('ten')
      ? '疑有一处多写或漏写“万”。'
      : number('sum') > number('whole')
        ? '分项之和不能超过总数。'
        : '列出的是全部，加起来应当等于总数。没有列全的，写“其中”。'
  }),
  'X-ROLLTXT': ({ number, words }) => ({
    title: `各单位的 ${and(words('parts'))} 加起来是 ${number('sum')}，正文写 ${number('whole')}`,
    why: '逐个单位列出的，加起来应当等于总数。没有列全的，写“等”。'
  }),
  'X-NOZERO': ({ number }) => ({
    title: `正文写“未收到申请”，表三新收 ${number('due')} 件`
  })
}

const change = (percent: number): string => (percent < 0 ? `下降 ${-percent}%` : `增长 ${percent}%`)
