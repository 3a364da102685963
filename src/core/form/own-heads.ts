/**
 * The heads of the tables that the app writes beside those of the form: those who write them and those
 * who read them back know them by these.
 */

/** The heads of the long form; whoever hands it back may have moved its columns or left some out. */
export const longHeads = {
  unit: '单位',
  year: '年度',
  table: '表',
  row: '行',
  column: '列',
  field: '字段',
  value: '数值',
  measure: '计量单位',
  note: '备注'
} as const

/** The heads of the list of balances: they are computed from the tables and say nothing more. */
export const checkHeads = ['表', '勾稽关系', '左边', '右边', '差', '结论'] as const

/** What stands above these tables. */
export const checkTitle = '勾稽关系核对'
export const noteTitle = '表格内的说明文字'
