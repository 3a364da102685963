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
  fixed: '记号印出去就是差错，照常检查。',
  statutory: '这一项是条例或格式的要求，照常检查。',
  unknownRule: '本版没有这一项，设置留在文件里。',
  unknownValue: '本版不认识这个值，设置留在文件里。',
  noDate: '不是月和日，按条例的期限算。',
  later: '晚于条例的期限，按条例的期限算。'
}

/** What a rule may be set to; a file may have anything there. */
const choices = new Map([
  ['off', '不检查'],
  ['hint', '提示'],
  ['warning', '警告'],
  ['error', '错误']
])

export const settingSentences: Sentences<SettingParams> = {
  'D-DEADLINE': ({ date, local }) => ({
    title: `${local === 1 ? '通知' : '条例'}规定的期限 ${days(date)}已过，没有标明已公布`,
    why: '已公布的，标上公布日期。'
  }),
  'SET-IGNORED': ({ setting, rule, value, why }) => {
    const what =
      setting !== 'rules'
        ? names[setting]
        : isRule(rule)
          ? `检查项“${ruleNames[rule]}”`
          : `检查项 ${rule} `
    return {
      title: `设置没有起作用：${what}设为“${choices.get(value) ?? value}”`,
      why: reasons[why]
    }
  }
}
