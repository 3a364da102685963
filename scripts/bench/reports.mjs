// @ts-check
/**
 * Reports to measure with: the same ones in every run.
 *
 * @typedef {import('../../src/core/report/report.ts').Report} Report
 * @typedef {import('../../src/core/form/table.ts').FieldId} FieldId
 */

/**
 * A generator of numbers from 0 to 1 (mulberry32).
 *
 * @param {number} seed
 */
function dice(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const prose = (/** @type {string} */ subject) =>
  `（一）${subject}情况。全年通过门户网站发布信息 1286 条，其中规划计划 12 条、财政信息 48 条、` +
  '行政执法信息 226 条，其余为动态信息；政务新媒体发布 940 条，回复留言 310 件，办结率为百分之百。'

/**
 * A report with all 200 cells filled in, every balance kept, and three pages of prose.
 *
 * @param {typeof import('../../src/core/report/new-report.ts')} blank
 * @param {typeof import('../../src/core/report/edit.ts')} edit
 * @param {typeof import('../../src/core/form/form.ts')} form
 * @returns {Report}
 */
export function fullReport({ newReport }, { setCells }, { formInForce: { fields, totals } }) {
  const roll = dice(2025)
  const parts = fields.filter((field) => !totals.has(field) && !field.includes('carriedOut'))
  const filled = setCells(
    newReport('青石县自然资源局', 2025),
    Object.fromEntries(parts.map((field) => [field, Math.floor(roll() * 40)]))
  )
  // 新收 + 上年结转 = 总计 + 结转下年度: with nothing carried on, 新收 is what closes the balance.
  const closing = fields
    .filter((field) => field.startsWith('requests.received.') && !field.endsWith('.total'))
    .flatMap((received) => {
      const column = /** @type {string} */ (received.split('.').at(-1))
      const at = (/** @type {string} */ row) =>
        filled.cells[/** @type {FieldId} */ (`requests.${row}.${column}`)] ?? 0
      return [
        [received, at('handled')],
        [`requests.carriedIn.${column}`, 0],
        [`requests.carriedOut.${column}`, 0]
      ]
    })
  const subjects = ['主动公开', '依申请公开', '政府信息管理', '平台建设', '监督保障']
  return {
    ...setCells(filled, Object.fromEntries(closing)),
    text: {
      leadIn: '根据《中华人民共和国政府信息公开条例》编制，统计期限为2025年1月1日至12月31日。',
      overview: subjects.map((subject) => prose(subject).repeat(3)).join('\n'),
      problems: `存在的问题：${prose('更新')}\n改进情况：${prose('整改')}`,
      other: '2025年没有收取信息处理费。'
    }
  }
}

/**
 * The report with one to three numbers wrong, as a slip of the hand makes them.
 *
 * @param {Report} report
 * @param {readonly FieldId[]} fields
 * @param {number} seed
 * @returns {Report}
 */
export function slipped(report, fields, seed) {
  const roll = dice(seed)
  const pool = fields.filter((field) => field.startsWith('requests.'))
  const cells = { ...report.cells }
  for (let slips = 1 + (seed % 3); slips > 0; slips--) {
    const field = /** @type {FieldId} */ (pool[Math.floor(roll() * pool.length)])
    cells[field] = (cells[field] ?? 0) + 1 + Math.floor(roll() * 9)
  }
  return { ...report, cells }
}
