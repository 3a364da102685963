import type { Answer } from '../../core/checks/answers.ts'

/** How it is said that a finding may stay. */
export interface AnswerWords {
  /** What the button says that asks for the reason. */
  readonly button: string
  /** Reasons that are often given, each recorded with one press. */
  readonly reasons: readonly string[]
}

/** Two numbers that count different things are told apart in a few words. */
const scopes = ['含上年结转', '只计本年新收', '本级数', '汇总数', '截止日期不同', '统计范围不同']

const right = '数字无误，说明理由'
const unchanged = '无需修改，说明理由'
const checked = '已与台账核对'

/** For each kind of answer its words. */
export const answerWords: Readonly<Record<Answer, AnswerWords>> = {
  number: { button: right, reasons: [checked] },
  change: { button: right, reasons: [checked, '本年情况与往年不同'] },
  alike: { button: right, reasons: ['已核对，两年数字相同'] },
  blank: { button: '暂不填，说明理由', reasons: ['待责任科室提供'] },
  scope: {
    button: '另一口径，说明理由',
    reasons: scopes.map((scope) => `另一口径：${scope}`)
  },
  wording: { button: '用字无误，说明理由', reasons: ['专有名称', '引用原文', '已核对用字'] },
  person: { button: unchanged, reasons: ['领导职务，应当公开', '本人同意公开'] },
  content: {
    button: unchanged,
    reasons: ['本年没有此项情况', '已写在其他部分', '按上级统一要求']
  },
  again: { button: unchanged, reasons: ['已核对，本年情况相同', '按上级统一要求'] },
  kept: { button: unchanged, reasons: ['已核对，无误', '按上级统一要求'] }
}
