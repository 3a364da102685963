import type { DecisionKind, DocumentCount, DocumentKind } from '../../core/form/disclosure.ts'
import type { Meaning } from './cell-help.ts'

/** What table 二 counts, after article 20 of the 条例. */

const noRules = '规章由国务院部门、省级政府、设区的市和自治州政府制定，其他机关填 0。'
const rulesClause = '条例第二十条第一项、立法法'
const noInternal =
  '内部工作制度、会议纪要、请示报告、人事任免等不属于行政规范性文件；由其他机关制发的不计入。'
const normativeClause = '条例第二十条第一项、国办发〔2018〕37号'

export const documentMeanings: Readonly<
  Record<DocumentKind, Readonly<Record<DocumentCount, Meaning>>>
> = {
  rules: {
    issued: { counts: '本年制定并公布的规章。', not: noRules, clause: rulesClause },
    repealed: {
      counts: '本年废止的规章，包括宣布失效的。',
      not: '修订的不计入废止；须说明修订件数的，写格内注。',
      clause: rulesClause
    },
    inForce: {
      counts: '12月31日现行有效的全部规章，不限本年制定的。',
      not: noRules,
      clause: rulesClause
    }
  },
  normative: {
    issued: {
      counts: '本年由本机关制发的行政规范性文件。',
      not: noInternal,
      clause: normativeClause
    },
    repealed: {
      counts: '本年废止的行政规范性文件，包括宣布失效的；含自然失效的，写格内注。',
      not: '上年及以前已废止的不计入。',
      clause: normativeClause
    },
    inForce: {
      counts: '12月31日现行有效的全部行政规范性文件，不限本年制发的。',
      not: noInternal,
      clause: normativeClause
    }
  }
}

export const decisionMeanings: Readonly<Record<DecisionKind, Meaning>> = {
  licensing: {
    counts: '本年作出的行政许可决定，按件计。',
    not: '不按许可事项的项数计。',
    clause: '条例第二十条第五项'
  },
  penalty: {
    counts: '本年作出的行政处罚决定，按件计。',
    not: '不按处罚事项的项数计。',
    clause: '条例第二十条第六项'
  },
  compulsion: {
    counts: '本年作出的行政强制决定，按件计。',
    not: '不按强制事项的项数计。',
    clause: '条例第二十条第六项'
  }
}

export const feesMeaning: Meaning = {
  counts: '本年实际收取的行政事业性收费金额，单位为万元。',
  not: '不按收费项目的项数计。信息处理费的收取情况，在“六、其他需要报告的事项”写明。',
  clause: '条例第二十条第八项'
}
