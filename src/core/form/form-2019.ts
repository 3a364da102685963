/**
 * What the trial form of 2019 (国办公开办函〔2019〕60号, reports of 2019 and 2020) had otherwise. It is
 * only read: its table of section 二 counted other things, its table of section 三 had one row for
 * （六）其他处理.
 */

/** Rows that the form in force has no more. */
export const rows2019 = ['其他对外管理服务事项', '政府集中采购'] as const

/** Heads by which the form is known. */
export const heads2019 = [
  '本年新制作数量',
  '本年新公开数量',
  '对外公开总数量',
  '上一年项目数量',
  '本年增/减',
  '处理决定数量',
  '采购项目数量',
  '采购总金额',
  '第二十条第（九）项'
] as const

/**
 * Where a row of documents keeps its numbers: made in the year, made public in the year (asked no
 * more), public in all.
 */
export const documents2019 = ['issued', null, 'inForce'] as const
