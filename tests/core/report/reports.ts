import { fields, form2021 } from '../../../src/core/form/form.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { newReport } from '../../../src/core/report/new-report.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import type { Cells } from '../../../src/core/form/cells.ts'
import type { FieldId } from '../../../src/core/form/table.ts'
import { applicants, requestRows } from '../../../src/core/form/requests.ts'
import { remedyKinds, remedyOutcomes } from '../../../src/core/form/remedies.ts'

const { totals } = form2021

/** Reports of invented units, for tests of everything that needs one. */

type Patch = Partial<Record<FieldId, number | null>>

/** Numbers from 0 up to 1 that are the same on every run (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const below = (next: () => number, limit: number): number => Math.floor(next() * limit)

/** How busy an office is: requests a year, roughly. */
export const sizes = { quiet: 3, town: 25, bureau: 240, city: 9000 } as const

const columns = applicants.map(({ id }) => id).filter((id) => id !== 'total')
const answers = requestRows
  .map(({ id }) => id)
  .filter((id) => !['received', 'carriedIn', 'handled', 'carriedOut'].includes(id))

/** The share of each applicant and of each answer, as real reports have them: uneven. */
const columnShare = [0.82, 0.1, 0.02, 0.02, 0.02, 0.02]
const answerShare = [0.35, 0.12, ...new Array<number>(19).fill(0.53 / 19)]

const pick = (next: () => number, shares: readonly number[]): number => {
  let left = next() * shares.reduce((sum, share) => sum + share, 0)
  return shares.findIndex((share) => (left -= share) < 0)
}

/** The 200 numbers of an office of this size; every balance holds, nothing is blank. */
export function validCells(next: () => number, size: number): Cells {
  const patch: Patch = {}
  // The totals are left blank, so that they follow.
  for (const field of fields) if (!totals.has(field)) patch[field] = 0
  const add = (field: FieldId, by: number) => {
    patch[field] = (patch[field] ?? 0) + by
  }
  // A large office gets its requests in lots, or filling the table would take long.
  const lots = Math.min(size, 120)
  const lot = () => Math.max(1, Math.round((size / lots) * (0.5 + next())))
  for (let i = 0; i < lots; i++) {
    const column = columns[pick(next, columnShare)] ?? 'natural'
    const many = lot()
    add(`requests.${next() < 0.08 ? 'carriedIn' : 'received'}.${column}`, many)
    const answer = answers[pick(next, answerShare)] ?? 'granted'
    add(`requests.${next() < 0.07 ? 'carriedOut' : answer}.${column}`, many)
  }
  for (const { id } of remedyKinds) {
    for (const { id: outcome } of remedyOutcomes.slice(0, -1)) {
      add(`remedies.${id}.${outcome}`, below(next, 1 + Math.round(size / 60)))
    }
  }
  add('disclosure.normative.inForce', below(next, 40))
  add('disclosure.licensing.decisions', below(next, size * 3))
  add('disclosure.penalty.decisions', below(next, size))
  add('disclosure.fees.amount', below(next, 900) * 10_000)
  return setCells(newReport('', 2024), patch).cells
}

const overview = `（一）主动公开。本年在门户网站发布信息312条，行政规范性文件全部同步公开。
（二）依申请公开。统一登记、审核、答复，全年没有因答复超期被投诉。
（三）政府信息管理。逐件核定公开属性，清理失效内容46条。
（四）政府信息公开平台建设。专栏改版，检索和下载可用，微信公众号推送187条。
（五）监督保障。培训2次，季度自查4次，整改问题9个。`

/** An office's complete report without any finding: also what the examples of rules start from. */
export function validReport(seed: number, size: number = sizes.town): Report {
  const report = newReport('清川市档案局', 2025)
  return {
    ...report,
    cells: validCells(random(seed), size),
    text: {
      leadIn:
        '根据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号编制。所列数据的统计期限为2025年1月1日至2025年12月31日。电子版可在市政府门户网站下载。联系电话：0000-1234567。',
      overview,
      problems:
        '存在的主要问题：一是政策解读形式单一；二是专栏检索不够方便。上年提出的问题已经整改。改进情况：增加图解和问答，改进检索，每季度通报一次。',
      other: '本年度没有发出信息处理费收费通知，收取信息处理费0元。没有其他需要报告的事项。'
    }
  }
}
