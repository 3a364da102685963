import { proseKinds } from '../../report/channel-kinds.ts'

/** The words of platforms and of what is counted on them, as offices write them. */

/** A platform of any kind. */
export const anyPlatform = new RegExp(proseKinds.map(({ words }) => words.source).join('|'), 'gi')

/** Before a platform: whose it is in general, and what is done with it. None of it is a name. */
export const generic =
  /^(?:通过|利用|依托|借助|运用|在|于|和|及|与|以及|或|并|等|的|其中|同时|另外|还|官方|政务|政府|部门|门户|我[局市县区镇乡委办厅院校]|本[局市县区镇乡委办厅院校]|全[省市县区镇乡]|各级|各类|各|[省市县区镇乡局](?![\u4e00-\u9fa5]{0,20}[局委办厅院队所馆处])|机关|单位|本级|人民政府|维护|管理|运营|运维|开通|开设|办好|建设|运行|新增|新开|发挥|优化|移动|手机|新媒体|平台|账号|截至|年底|目前|现有|[两二三四五]个|\d+个?)+/

export const clauseEnd = /[，、：！？（）(),:]/

/** What a number counts, by the words before it and its measure word; the more special first. */
export const counted: readonly (readonly [key: string, words: RegExp, measures: RegExp])[] = [
  [
    'followersNew',
    /(?:新增|净增|增加)(?:了)?(?:关注|粉丝|用户|订阅)(?:用户|人?数)?[^，。；]{0,4}$/,
    /^[个人名位户]?$/
  ],
  ['followersNew', /^[（(]?其中[，,：:]?(?:本年|全年)?(?:新增|净增)(?:约|近)?$/, /^[个人名位户]$/],
  ['followersNew', /(?:新增|净增)(?:约|近)?$/, /^[人名位户]$/],
  ['users', /注册用户(?:总?数|总?量)?[^，。；]{0,6}$/, /^[个人名位户]?$/],
  ['visitors', /(?:独立(?:访问)?用户|独立访客|访客)[^，。；]{0,8}$/, /^(?:人次|[个人名位次])?$/],
  [
    'followersEnd',
    /(?:关注|粉丝|(?<!注册)总?(?<!注册)用户|订阅)(?:用户|人|者)?(?:总?数|量|总量)?[^，。；]{0,6}$/,
    /^[个人名位户]?$/
  ],
  ['pv', /(?:总访问量|浏览量|点击量|页面访问)[^，。；]{0,6}$/, /^(?:人次|次)?$/],
  ['visits', /(?:访问量|访问人次|访问总?次数|访问)[^，。；]{0,6}$/, /^(?:人次|次|人)?$/],
  ['views', /(?:阅读|播放|观看)(?:总?量|次数|人次)?[^，。；]{0,6}$/, /^(?:人次|次|人)?$/],
  ['likes', /(?:点|获)赞[^，。；]{0,6}$/, /^[次个]?$/],
  ['msgsIn', /(?:收到|受理|接收)[^，。；]{0,8}(?:留言|咨询|来信)[^，。；]{0,6}$/, /^[条件个次]$/],
  ['msgsDone', /(?:办结|答复|回复)[^，。；]{0,8}(?:留言|咨询|来信)[^，。；]{0,6}$/, /^[条件个次]$/],
  ['own', /在线咨询[^，。；]{0,8}$/, /^(?:人次|次|人|条|件)$/],
  ['live', /直播[^，。；]{0,6}$/, /^[场次]$/],
  ['originals', /原创[^，。；]{0,12}$/, /^[条篇个]$/],
  ['videos', /(?:短视频|视频|动漫)(?:作品|产品)?[^，。；号]{0,4}$/, /^[条个部]$/],
  ['polls', /(?:征集|调查)[^，。；]{0,8}$/, /^[期次]$/],
  ['talks', /在线访谈[^，。；]{0,6}$/, /^[期次场]$/],
  ['columnsNew', /(?:新开设|新增|开设)[^，。；]{0,6}(?:专题|专栏)[^，。；]{0,4}$/, /^[个]$/]
]

const publishing =
  '发布|推送|更新|推出|刊发|刊登|刊载|编发|转发|公开|公布|发表|发出|发文|登载|上传|上载|推介|播发|采编|制作|上线'
const also =
  '累计|共计|合计|总计|一共|共|主动|及时|依法|全年|年内|本年度?|今年|年度|新(?!闻|媒|建|政|农|冠|能|技|型|区|兴)|集中|同步|陆续|先后|首发|转载|开展|举办|组织(?!机构|人事|领导)|进行|了|已|对外(?!贸|经|交)|面向社会|向社会|\\d{4}年度?'
/** A verb of publishing that governs what follows to the end of the clause. */
export const published = new RegExp(`(?:${publishing})[^。；]*$`)
/** What opens a clause before the name of what is counted. */
export const opening = new RegExp(`^(?:其中|包括|包含|含|${also}|${publishing})+`)
/** What stands between the name of what is counted and its number. */
export const closing =
  /(?:累计|合计|总计|一共|共|达到?|超过|突破|数量|总数|总量|(?<!行|作)为|(?<!预|节|公)约|近|(?<!国|公)有|(?<!统|审|会|设|预)计|[:：]){1,8}$/

/** Words of everything that was published, which say no part of it: 规划、统计等信息. */
export const everythingPattern =
  /^(?:各类|各项|各种|政务|政府|主动公开|公开|有关|相关|工作|的|文章|稿件|内容|推文|帖文|博文|微博|微信|作品|图文|信息|动态|消息|条目|数|总)*$/
export const summed =
  /等(?:各类|各项|各方面|方面|重点领域|多个领域|\d*个?领域)?(?:政务|政府)?(?:信息|内容|动态|文章|稿件)$/

/** Another matter than what was published, though it may stand in the same list. */
export const otherMatter =
  /收到|受理|接收|处理|办理|办结|答复|回复|开展|举办|召开|组织(?!机构|人事|领导)|整改|清理|删除|新增|维护|培训|检查|建议|提案|(?<!依)申请|阅读|浏览|访问|点赞|较上年|同比|增长|减少/

/** No whole: an average, the best of several, or what was gained on another year. */
export const noWhole =
  /平均|[日月周篇条人场次]均|单[条篇个期场]|最[高多大]|[较比](?:上一?年|去年|\d{4}年)[^，。；]{0,6}[多少]$|(?:增长|增加|上升|提高|减少|下降)(?:了|约|近|超)*$/

/** A medium without an account of its own here: what follows is no platform's. */
export const otherMedia =
  /新媒体|报刊|报纸|电视|广播|电台|公告栏|公示栏|宣传栏|公开栏|政府公报|电子屏|微信群/

/** The figure before was the one that this grew from: 由 2.1 万人增至 2.6 万人. */
export const grownFrom = /[由从](?:上一?年|去年|年初|\d{4}年)?[末底]?的?(?:约|近)?$/
export const grownTo = /^(?:增|增长|增加|上升|提高|升|扩大)[至到](?:约|近)?$/

const sinceLong = /截至|截止|历年|以来|至今|目前|现有/
const thisYear =
  /(?<!截[至止])(?:全年|本年|年内|今年|(?<![上下一\d])年度(?!报)|20\d{2}年(?!底|末|\d))/
const spanWords = new RegExp(`${sinceLong.source}|${thisYear.source}|累计`, 'g')

export type Span = 'year' | 'total' | undefined

/**
 * Whether the words speak of the year or of all time. 累计 within the year is of the year, and so is
 * the sum of what a clause lists: 规划、统计等信息累计76条.
 */
export const spanAfter = (words: string, span: Span): Span =>
  Array.from(words.replace(/(?<=信息|内容|文件|动态)累计$/, '').matchAll(spanWords)).reduce<Span>(
    (now, [word]) => (word === '累计' ? (now ?? 'total') : sinceLong.test(word) ? 'total' : 'year'),
    span
  )
