import { each, everywhere, found, textKeys, type Look } from './spotting.ts'
import type { Facts, Hit, Rule } from './rule.ts'

/** Rules about single words and marks of the prose. */

/**
 * Slips seen in published reports, each with what was most likely meant. Groups of a pattern keep
 * the words around apart from the slip.
 */
const slipsOfThePen: Readonly<Record<string, string>> = {
  公式公开: '公示公开',
  予以公式: '予以公示',
  技术公关: '技术攻关',
  截止目前: '截至目前',
  截止12月: '截至12月',
  截止年底: '截至年底',
  其它: '其他',
  帐号: '账号',
  登陆网站: '登录网站',
  登陆平台: '登录平台',
  登陆系统: '登录系统',
  沐阳: '沭阳',
  '12月31止': '12月31日止',
  即使公开: '即时公开',
  布署: '部署',
  座谈会议会: '座谈会',
  工作按排: '工作安排',
  统一按排: '统一安排',
  既时: '即时',
  渡过年度: '度过年度'
}
const pen = new RegExp(Object.keys(slipsOfThePen).join('|'), 'g')

const doubled = /([，。、；：？！])\1+|[，、；：][。]|[。][，、；：]/g
const halfWidth = /(?<=[\u4e00-\u9fa5”》）])[,;:?!](?=[\u4e00-\u9fa5“《（])/g

/** Book marks that do not pair, one finding for a paragraph. */
const bookMarks: Look = each(/[^\n]*[《》][^\n]*/g, ([line]) => {
  let open = 0
  for (const mark of line.matchAll(/[《》]/g)) {
    open += mark[0] === '《' ? 1 : -1
    if (open < 0) break
  }
  return open === 0 ? undefined : { problem: 'bookMarks', found: line.slice(0, 20) }
})

const rightMarks: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！'
}

/** Of two different marks the full stop: whoever typed it meant the sentence to end. */
const meantBy = (marks: string): string => (marks.includes('。') ? '。' : marks.slice(0, 1))

const typos = [
  each(pen, ([words]) => ({ problem: 'word', found: words, meant: slipsOfThePen[words] ?? '' })),
  each(doubled, ([marks]) => ({ problem: 'doubled', found: marks, meant: meantBy(marks) })),
  each(halfWidth, ([mark]) => ({
    problem: 'halfWidth',
    found: mark,
    meant: rightMarks[mark] ?? ''
  })),
  bookMarks
]

/** What the form's own template and its users leave to be filled in. */
const residue =
  /[（(](?:文字描述|此处[^）)]{0,12}|请填写[^）)]{0,12})[）)]|该部分以表格形式报告|表格如下[。：:]?|X{2,}|×{2,}|[_＿]{3,}|\[\s*\]|【\s*】/g

/** Nothing but white space is no word, and one character is in too many others. */
const shortestWord = 2

/** The words of the office's own list; there is none built in, for what is sensitive changes. */
function sensitive({ report: { text, settings } }: Facts): Hit[] {
  const words = [...new Set((settings.words ?? []).map((word) => word.trim()))].filter(
    (word) => word.length >= shortestWord
  )
  return textKeys.flatMap((section) =>
    words.flatMap((word): Hit[] => {
      const from = text[section].indexOf(word)
      if (from < 0) return []
      const times = text[section].split(word).length - 1
      const at = { kind: 'text', section, from, to: from + word.length } as const
      return [{ at, params: { found: word, times } }]
    })
  )
}

export const wordingRules = {
  'D-TPLRESID': {
    severity: 'warning',
    source: '格式中的提示语和待填的记号，发布前删去',
    check: everywhere(each(residue, found))
  },
  'D-TYPO': {
    severity: 'warning',
    source: '已公开的年报中常见的别字和标点',
    check: everywhere(...typos)
  },
  'D-SENS': {
    severity: 'warning',
    source: '本机关在设置里列出的词，发布前逐处核对；程序不带词表',
    check: sensitive
  }
} satisfies Record<string, Rule>
