import type { settingRules } from '../../core/checks/rules/settings.ts'
import { isRule } from '../../core/checks/pack.ts'
import type { FindingWords, SentenceOf } from './read.ts'
import { ruleNames } from './rule-names.ts'

/** Sentences about settings that do not count, and about the day to publish. */

const days = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year} 年 ${month} 月 ${day} 日`
}

const names: Readonly<Record<string, string>> = {
  deadline: '期限',
  feeDecimals: '收费金额的小数位数'
}

const reasons: Readonly<Record<string, string>> = {
  fixed: '记号印出去就是差错，照常检查。',
  statutory: '这一项是条例或格式的要求，照常检查。',
  unknownRule: '本版没有这一项，设置留在文件里。',
  unknownValue: '本版不认识这个值，设置留在文件里。',
  noDate: '不是月和日，按条例的期限算。',
  later: '晚于条例的期限，按条例的期限算。'
}

function ignored({ word }: Parameters<SentenceOf>[0]): FindingWords {
  const rule = word('rule')
  const what = rule
    ? isRule(rule)
      ? `检查项“${ruleNames[rule]}”`
      : `检查项 ${rule} `
    : (names[word('setting')] ?? '')
  return {
    title: `设置没有起作用：${what}设为“${words[word('value')] ?? word('value')}”`,
    why: reasons[word('why')] ?? '设置留在文件里。'
  }
}

const words: Readonly<Record<string, string>> = {
  off: '不检查',
  hint: '提示',
  warning: '警告',
  error: '错误'
}

export const settingSentences: Record<keyof typeof settingRules, SentenceOf> = {
  'D-DEADLINE': ({ word, number }) => ({
    title: `${number('local') === 1 ? '通知' : '条例'}规定的期限 ${days(word('date'))}已过，没有标明已公布`,
    why: '已公布的，标上公布日期。'
  }),
  'SET-IGNORED': ignored
}
