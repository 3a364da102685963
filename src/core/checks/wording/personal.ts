import { before, each, everywhere } from '../../findings/spotting.ts'
import type { Rules } from '../../findings/rule.ts'

/** Rules about persons in the prose: names, and what must not be published about anybody. */

/** What the findings of each of these rules hold; of numbers and addresses only so much as tells them. */
export interface PersonalParams {
  'D-NAME': { readonly found: string; readonly name: string }
  'D-PRIV': { readonly problem: 'identity' | 'mobile' | 'address'; readonly found: string }
}

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

/** Where somebody lives: said to be so, or the room of a block of flats. */
const livesAt =
  /(?:住址|家庭地址|家住|现住|居住[于在])[:：为是]?[^，。；\n]{2,30}?\d{1,5}\s{0,3}(?:号|室|栋|幢|单元|组|户)[^，。；\n]{0,12}/g
const flat =
  /[\u4e00-\u9fa5\d]{2,16}(?:小区|花园|公寓|家园|家属院|新村|苑)[^，。；\n]{0,8}?\d{1,5}\s{0,3}(?:号楼|号|栋|幢|座)[^，。；\n\d]{0,6}(?:\d{1,3}\s{0,3}单元)?\s{0,3}\d{1,5}\s{0,3}(?:室|号|户)/g
/** The address of an office can be in such a place too; then the sentence says that it is one. */
const office = /办公|地址[:：]|地点|驻地|服务中心|服务站|本机关|我局|查阅点/

const masked = (digits: string): string => `${digits.slice(0, 3)}…${digits.slice(-2)}`
const beginning = (address: string): string => `${address.slice(0, 6)}…`

export const personalRules: Rules<PersonalParams> = {
  'D-NAME': {
    severity: 'hint',
    asks: '年报写到个人姓名职务的，核对是否现任、是否需要写',
    ground: '年报惯例',
    check: everywhere(each(person, ([words, name = '']) => ({ found: words, name })))
  },
  'D-PRIV': {
    severity: 'warning',
    asks: '涉及个人隐私的信息不得公开；联系方式用办公电话',
    ground: '条例第十五条',
    check: everywhere<PersonalParams['D-PRIV']>(
      each(identity, ([digits]) => ({ problem: 'identity', found: masked(digits) })),
      each(mobile, ([digits]) => ({ problem: 'mobile', found: masked(digits) })),
      each(livesAt, ([address]) => ({ problem: 'address', found: beginning(address) })),
      each(flat, (match) =>
        office.test(before(match)) ||
        /住址|家庭地址|家住|现住|居住[于在]/.test(before(match) + match[0])
          ? undefined
          : { problem: 'address', found: beginning(match[0]) }
      )
    )
  }
}
