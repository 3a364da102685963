import type { TextKey } from '../sections.ts'
import { remembered } from '../remembered.ts'
import type { Facts, Hit, Rule } from './rule.ts'

/** Rules about single places of the prose. All offsets are into the text as it is stored. */

const keys: readonly TextKey[] = ['leadIn', 'overview', 'problems', 'other']

/** What stands where in one text. */
interface Spotted {
  readonly from: number
  readonly to: number
  readonly params: Hit['params']
}

/** A hit for every place that `look` spots in one of the texts. */
function everywhere(look: (text: string) => readonly Spotted[]): (facts: Facts) => Hit[] {
  const spot = remembered(look)
  return ({ report: { text } }) =>
    keys.flatMap((section) =>
      spot(text[section]).map(({ from, to, params }): Hit => ({
        at: { kind: 'text', section, from, to },
        params
      }))
    )
}

/** The matches of a pattern with the flag g; `params` may turn a match down. */
const each =
  (pattern: RegExp, params: (match: RegExpExecArray) => Hit['params'] | undefined) =>
  (text: string): Spotted[] =>
    Array.from(text.matchAll(pattern)).flatMap((match) => {
      const found = params(match)
      const from = match.index
      return found ? [{ from, to: from + match[0].length, params: found }] : []
    })

const found = ([words]: RegExpExecArray): Hit['params'] => ({ found: words })

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
  因该: '应该',
  即使公开: '即时公开',
  布署: '部署',
  座谈会议会: '座谈会',
  按排: '安排',
  既时: '即时',
  渡过年度: '度过年度'
}
const pen = new RegExp(Object.keys(slipsOfThePen).join('|'), 'g')

const doubled = /([，。、；：？！])\1+|[，、；：][。]|[。][，、；：]/g
const halfWidth = /(?<=[\u4e00-\u9fa5”》）])[,;:?!](?=[\u4e00-\u9fa5“《（])/g

/** Book marks that do not pair, one finding for a paragraph. */
function bookMarks(text: string): Spotted[] {
  return each(/[^\n]*[《》][^\n]*/g, ([line]) => {
    let open = 0
    for (const mark of line.matchAll(/[《》]/g)) {
      open += mark[0] === '《' ? 1 : -1
      if (open < 0) break
    }
    return open === 0 ? undefined : { problem: 'bookMarks', found: line.slice(0, 20) }
  })(text)
}

const rightMarks: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！'
}

const typos = [
  each(pen, ([words]) => ({ problem: 'word', found: words, meant: slipsOfThePen[words] ?? '' })),
  each(doubled, ([marks]) => ({ problem: 'doubled', found: marks, meant: marks.slice(0, 1) })),
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

/** Frequent surnames: without them 局长任组长 would read as a name. */
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const person = new RegExp(
  `(?:书记|局长|主任|市长|县长|区长|镇长|乡长|厅长|部长|科长|组长)([${surnames}][\\u4e00-\\u9fa5]{1,2}?)(?=同志|任|担任|为组长|主持|出席)`,
  'g'
)

/** 18 digits of an identity card with its date of birth; a mobile number standing alone. */
const identity = /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{2}\d{3}[\dXx](?![\dXx])/g
const mobile = /(?<!\d)1[3-9]\d{9}(?!\d)/g

const masked = (digits: string): string => `${digits.slice(0, 3)}…${digits.slice(-2)}`
const privacy = [
  each(identity, ([digits]) => ({ problem: 'identity', found: masked(digits) })),
  each(mobile, ([digits]) => ({ problem: 'mobile', found: masked(digits) }))
]

const fullWidthDigits = /[０-９]+(?:[．，][０-９]+)*/g
const separated = /(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])/g
const spaced = /\d{1,3}(?:[ \u3000]\d{3})+(?!\d)/g
const numerals = [
  each(fullWidthDigits, ([words]) => ({ problem: 'fullWidth', found: words })),
  each(separated, ([words]) => ({ problem: 'separator', found: words })),
  each(spaced, ([words]) => ({ problem: 'space', found: words }))
]

/** 约 and 余 both, or 余 behind a number that is not round. */
const approximate = /约\s*(\d+)\s*余|(?<![\d.])(\d*[1-9])\s*余(?=[件条个次人篇期])/g

const all =
  (looks: readonly ((text: string) => Spotted[])[]) =>
  (text: string): Spotted[] =>
    looks.flatMap((look) => look(text))

export const wordingRules = {
  'D-TPLRESID': {
    severity: 'warning',
    source: '格式中的提示语和待填的记号，发布前删去',
    check: everywhere(each(residue, found))
  },
  'D-TYPO': {
    severity: 'warning',
    source: '已公开的年报中常见的别字和标点',
    check: everywhere(all(typos))
  },
  'D-NUMFMT': {
    severity: 'warning',
    source: '数字用半角阿拉伯数字，不加分节号和空格（GB/T 15835）',
    check: everywhere(all(numerals))
  },
  'D-NAME': {
    severity: 'hint',
    source: '年报写到个人姓名职务的，核对是否现任、是否需要写',
    check: everywhere(each(person, ([words, name = '']) => ({ found: words, name })))
  },
  'D-PRIV': {
    severity: 'warning',
    source: '条例第十五条：涉及个人隐私的信息不得公开；联系方式用办公电话',
    check: everywhere(all(privacy))
  },
  'D-UNITWORD': {
    severity: 'hint',
    source: '“约”“余”用于概数，两者不连用，确数不加',
    check: everywhere(each(approximate, found))
  }
} satisfies Record<string, Rule>
