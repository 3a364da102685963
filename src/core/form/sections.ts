import type { TableId } from './table.ts'

/** The prose of a report: the lead-in before 一 and the three written sections. */
export const textKeys = ['leadIn', 'overview', 'problems', 'other'] as const
/** A text of a report, by its name. */
export type TextKey = (typeof textKeys)[number]

const texts: ReadonlySet<string> = new Set(textKeys)
/** Whether a name is that of a text. */
export const isTextKey = (name: string): name is TextKey => texts.has(name)

/** Something for each of the texts. */
export const eachText = <Made>(made: (key: TextKey) => Made): Record<TextKey, Made> => ({
  leadIn: made('leadIn'),
  overview: made('overview'),
  problems: made('problems'),
  other: made('other')
})

/** One of the six sections that 国办公开办函〔2021〕30号 fixes, in this order and no other. */
export type Section =
  | {
      readonly id: TextKey
      readonly numeral: string
      readonly title: string
      readonly kind: 'prose'
    }
  | {
      readonly id: TableId
      readonly numeral: string
      readonly title: string
      readonly kind: 'table'
    }

/** A section by its name: a text or a table. */
export type SectionId = Section['id']

/** All six, in the order of the report. */
export const sections: readonly Section[] = [
  { id: 'overview', numeral: '一', title: '总体情况', kind: 'prose' },
  { id: 'disclosure', numeral: '二', title: '主动公开政府信息情况', kind: 'table' },
  { id: 'requests', numeral: '三', title: '收到和处理政府信息公开申请情况', kind: 'table' },
  { id: 'remedies', numeral: '四', title: '政府信息公开行政复议、行政诉讼情况', kind: 'table' },
  { id: 'problems', numeral: '五', title: '存在的主要问题及改进情况', kind: 'prose' },
  { id: 'other', numeral: '六', title: '其他需要报告的事项', kind: 'prose' }
]

/** The five aspects section 一 reports on (article 50 of the Regulations, part 一 of the order). */
export const aspects = [
  '主动公开',
  '依申请公开',
  '政府信息管理',
  '政府信息公开平台建设',
  '监督保障'
] as const

/** The statutory title: 〈机关全称〉YYYY年政府信息公开工作年度报告. */
export const reportTitle = (unitName: string, year: number): string =>
  `${unitName}${year}年政府信息公开工作年度报告`
