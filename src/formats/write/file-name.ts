import type { Report } from '../../core/report/report.ts'

/**
 * `<单位>-<年度><ending>`, without what file systems refuse in a name.
 * `ending` begins with a dot or a dash: `.nianbao.json`, `-草稿.pdf`.
 */
export function fileName({ unit, year }: Pick<Report, 'unit' | 'year'>, ending: string): string {
  const name = unit.name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').trim()
  return `${name || '未命名'}-${year}${ending}`
}
