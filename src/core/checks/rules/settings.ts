import { deadlineOf, type ReportDeadline } from '../../duties/deadlines.ts'
import type { Facts, Hit, IgnoredSetting, Rules } from '../../findings/rule.ts'

/** Rules about the office's settings, and about the day by which it has to publish. */

/** What the findings of each of these rules hold. */
export interface SettingParams {
  /** Whose deadline it is and which day; `local` 1 where a local notice set it. */
  'D-DEADLINE': Pick<ReportDeadline, 'of' | 'date'> & { readonly local: number }
  'SET-IGNORED': IgnoredSetting
}

const ignored = ({ ignored: list }: Facts): Hit<IgnoredSetting>[] =>
  list.map(({ setting, rule, value, why }) => ({
    at: { kind: 'report' },
    params: { setting, rule, value, why }
  }))

/** For how many days a report that is late is waited for; after half a year it is history. */
const waitedFor = 180

function overdue({ report, today }: Facts): Hit<SettingParams['D-DEADLINE']>[] {
  // What was read from an original was published, or there would be none.
  if (today === undefined || report.imported) return []
  const { of, date, local, days, published } = deadlineOf(report, today)
  if (published !== undefined || !(days < 0 && days >= -waitedFor)) return []
  return [{ at: { kind: 'report' }, params: { of, date, local: Number(local) } }]
}

export const settingRules: Rules<SettingParams> = {
  'D-DEADLINE': {
    severity: 'warning',
    asks: '行政机关每年 1 月 31 日前、县级以上地方人民政府 3 月 31 日前公布上一年度报告；地方通知更早的从其规定',
    ground: '条例第四十九条',
    check: overdue
  },
  'SET-IGNORED': {
    severity: 'hint',
    statutory: true,
    asks: '设置不能放宽条例和格式的要求；当前版本没有的设置保留在文件中，不采用',
    ground: '条例第五十条、国办公开办函〔2021〕30号',
    check: ignored
  }
}
