import type { SettingParams } from '../../core/checks/rules/settings.ts'
import { isRule } from '../../core/checks/pack.ts'
import type { Sentences } from './sentence.ts'
import { ruleNames } from './rule-names.ts'

/** Sentences about settings that do not count, and about the day to publish. */

const days = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year} 年 ${month} 月 ${day} 日`
}

const names = {
  deadline: '期限',
  feeDecimals: '收费金额的小数位数'
}

const reasons: Record<SettingParams['SET-IGNORED']['why'], string> = {
  fixed: '未识别的引用印出即为差错，仍然检查。',
  statutory: '条例或格式规定的检查项，仍然检查。',
  unknownRule: '当前版本没有这一项，设置保留在文件中。',
  unknownValue: '当前版本没有这个选项，设置保留在文件中。',
  noDate: '不是月和日，按条例的期限。',
  later: '晚于条例的期限，按条例的期限。'
}

/** What a rule may be set to; a file may have anything there. */
const choices = new Map([
  ['off', '不检查'],
  ['hint', '提示'],
  ['warning', '待确认'],
  ['error', '错误']
])

export const settingSentences: Sentences<SettingParams> = {
  'D-DEADLINE': ({ date, local }) => ({
    title: `${local === 1 ? '通知' : '条例'}规定的期限 ${days(date)}已过，公布日期未填`,
    why: '已公布的，在检查设置中填写公布日期。'
  }),
  'SET-IGNORED': ({ setting, rule, value, why }) => {
    const what =
      setting !== 'rules'
        ? names[setting]
        : isRule(rule)
          ? `检查项“${ruleNames[rule]}”`
          : `检查项 ${rule} `
    return {
      title: `设置没有采用：${what}设为“${choices.get(value) ?? value}”`,
      why: reasons[why]
    }
  }
}
