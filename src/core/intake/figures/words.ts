import { proseKinds } from '../../report/channel-kinds.ts'

/** The words of platforms and of what is counted on them, as offices write them. */

/** A platform of any kind. */
export const anyPlatform = new RegExp(proseKinds.map(({ words }) => words.source).join('|'), 'gi')

/** Before a platform: whose it is in general, and what is done with it. None of it is a name. */
export const generic =
  /^(?:全年|年内|年度?|本年度?|今年|向|对|从|由|做好|加强|通过|利用|依托|借助|运用|在|于|和|及|与|以及|或|并|等|的|其中|同时|另外|还|官方|政务|政府|部门|门户|我[局市县区镇乡委办厅院校]|本[局市县区镇乡委办厅院校]|全[省市县区镇乡]|各级|各类|各|[省市县区镇乡局](?![\u4e00-\u9fa5]{0,20}(?:[局委办厅院队所馆处]|中心))|机关|单位|本级|人民政府|维护|管理|运营|运维|开通|开设|办好|建设|运行|新增|新开|发挥|优化|移动|手机|新媒体|平台|账号|截至|年底|目前|现有|[两二三四五]个|\d+个?)+/

export const clauseEnd = /[，、：！？（）(),:]/

const publishing =
  '发布|推送|更新|推出|刊发|刊登|刊载|编发|转发|公开|公布|发表|发出|发文|登载|上传|上载|推介|播发|采编|制作|上线|发稿|发博|群发|推文|公示(?!公告|信息|[、等类栏])'
const also =
  '累计|分别|依次|共计|合计|总计|一共|共|主动|及时|依法|全年|年内|本年度?|今年|年度|新(?!闻|媒|建|政|农|冠|能|技|型|区|兴)|集中|同步|陆续|先后|首发|开展|举办|组织(?!机构|人事|领导)|进行|了|已|对外(?!贸|经|交)|面向社会|向社会|\\d{4}年度?'
/** A part of the site that a figure is of: 公示公告栏目发布信息12条, 信息公开目录公开预决算6条. */
export const column = new RegExp(
  `^(?:[“"「《]([^“”"「」《》]{1,20})[”"」》]|([\\u4e00-\\u9fa5]{2,12}?))(专栏|栏目|板块|专题|专区|目录)(?=(?:${also}|${publishing})+(.{0,30})$)`
)
/** A verb of publishing that governs what follows to the end of the clause. */
export const published = new RegExp(`(?:${publishing}|转载)[^。；]*$`)
/** What opens a clause before the name of what is counted. */
export const opening = new RegExp(
  `^(?:截至(?:目前|\\d{0,4}年?\\d{0,2}月?\\d{0,2}[日底末])|目前|历年|开通[一二三四五六七八九十\\d]{1,3}年来|其中|包括|包含|含|${also}|${publishing})+`
)
/** What stands between the name of what is counted and its number. */
export const closing =
  /(?:累计|合计|总计|一共|共|达到?|超过|突破|数量|总数|总量|(?<!行|作)为|(?<!预|节|公)约|近|(?<!国|公)有|(?<!统|审|会|设|预)计|[:：]){1,8}$/

/** Words of everything that was published, which say no part of it: 规划、统计等信息. */
export const everythingPattern =
  /^(?:各类|各项|各种|政务|政府|主动公开|公开|有关|相关|工作|的|文章|稿件|内容|推文|帖文|博文|微博|微信|作品|图文|信息|动态|消息|本级|条目|数|总|量|年度|发稿|发博|群发|资讯|各?栏目|更新|发布)*$/
export const summed =
  /等(?:各类|各项|各方面|方面|重点领域|多个领域|\d*个?领域)?(?:政务|政府|工作|相关|有关)?(?:信息|内容|动态|文章|稿件)?$/

/** Another matter than what was published, though it may stand in the same list. */
export const otherMatter =
  /收到|受理|接收|处理|办理|办结|答复|回复|开展|举办|召开|组织(?!机构|人事|领导)|整改|清理|删除|新增|维护|培训|检查|建议|提案|(?<!依)申请|阅读|浏览|访问|点赞|较上年|同比|增长|减少/

/** No whole: an average, the best of several, or what was gained on another year. */
export const noWhole =
  /其中$|(?:^|[^，。；])各[^，。；类项种部乡镇单级地]{0,5}$|每(?:半?年|季度?|月|周|日|期)[^，。；]{0,20}$|平均|[日月周年篇条人场次]均|单[条篇个期场]|最[高多大]|[较比](?:上一?年|去年|\d{4}年)[^，。；]{0,6}[多少]$|[较比](?:上一?年|去年|20\d{2}年)(?:同期)?的?$|(?:增长|增加|上升|提高|减少|下降)(?:了|约|近|超)*$/

/** What a figure is compared with, on the way to it: 粉丝较上年增长8%，达到3万人. */
export const comparison =
  /[，,、]?(?:同比|环比|[较比](?:上年|去年|20\d{2}年|年初)(?:同期|[末底])?)(?:增长|上升|提高|增加|提升|下降|减少)[^，。；]{0,8}%[，,]?/g

/** A medium without an account of its own here: what follows is no platform's. */
export const otherMedia =
  /新媒体|报刊|报纸|电视|广播|电台|公告栏|公示栏|宣传栏|公开栏|政府公报|电子屏|微信群|短信|小红书|强国号|澎湃|其他(?:方式|渠道|途径|平台|载体)/

/** The figure before was the one that this grew from: 由 2.1 万人增至 2.6 万人. */
export const grownFrom = /[由从](?:上一?年|去年|年初|\d{4}年)?[末底]?的?(?:约|近)?$/
export const grownTo =
  /^(?:[，,]?(?:今年|本年|20\d{2}年|目前|年末))?(?:增|增长|增加|上升|提高|升|扩大|减少|减|降|缩减|压减|精简|整合|合并)[至到为](?:约|近)?$/

/** A new sentence goes on about the platform of the one before if it opens like this. */
export const goesOn =
  /^\s{0,3}(?:其中|同时|截至|累计|(?:20\d\d年度?[，,]?)?(?:共|累计|全年)|本年|今年|年内|20\d\d年度?(?=推送|发布|访问|粉丝|关注|更新|阅读)|访问|在线|粉丝|关注|用户|推送|发布(?!政策解读|解读|新闻)|另|平均|开展直播|举办直播|观看|原创|阅读|点赞|直播|播放|点击|浏览|留言)/

const sinceLong =
  /截[至止](?!(?:20\d{2}年)?(?:12月(?:31日|[底末])|年?[底末]))|历年|(?<!今年|本年)以来|(?<!一)年来|至今|目前|现有/
const thisYear = /一年来|今年以来|全年|本年|年内|今年|(?<![上下一\d])年度(?!报)/
/** Another time: 上年为210条, 上半年. What is compared with it is not: 较上年增长. */
const otherTime =
  /(?<![较比同与从由自和])(?:上一?年|去年|明年|下一?年|[上下]半年|[一二三四1-4]季度|\d月份|每[月周季])/
const spanWords = new RegExp(
  [/20\d{2}(?=年)/, sinceLong, thisYear, otherTime, /累计/].map(({ source }) => source).join('|'),
  'g'
)

/** `other`: a year that is not the report's. */
export type Span = 'year' | 'total' | 'other' | undefined

/**
 * Whether the words speak of the year, of all time or of another year. 累计 within the year is of the
 * year, and so is the sum of what a clause lists: 规划、统计等信息累计76条.
 */
export const spanAfter = (words: string, span: Span, year: number | undefined): Span =>
  Array.from(words.replace(/(?<=信息|内容|文件|动态)累计$/, '').matchAll(spanWords)).reduce<Span>(
    (now, { 0: word, index }) => {
      if (word === '累计') return now ?? 'total'
      if (sinceLong.test(word)) return 'total'
      const behind = words.slice(index + word.length)
      if (!/^20/.test(word)) return otherTime.test(word) ? 'other' : 'year'
      // 较2024年, 自2019年开通以来, 截至2025年底.
      if (/[较比同与从由自和]$/.test(words.slice(0, index))) return now
      if (year !== undefined && Number(word) !== year) return 'other'
      return /^年(?:底|末|\d)/.test(behind) ? now : 'year'
    },
    span
  )
