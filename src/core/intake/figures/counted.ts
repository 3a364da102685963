/**
 * What prose counts, a line a kind: to add one, a line here with a key of `core/platforms/kinds.ts`.
 * A figure is of this kind where the words stand before the number with nothing between that says
 * more (培训共4次), or right behind it (4次培训).
 */
export interface Counted {
  readonly key: string
  readonly measures: RegExp
  /** Whose it is: a platform's, the office's own, or the office's unless it is said of a site. */
  readonly of: 'platform' | 'office' | 'either'
  readonly before: RegExp
  readonly behind: RegExp
  /** Words of the clause with which it is another matter's. */
  readonly unless?: RegExp
}

/** What may stand between the name of what is counted and its number. */
const words =
  '总|累计|共计|合计|共|达到?|超过?|突破|逾|为|有|计|约|近|人数|人次|次数|场次|期数|数量?|量|活动|工作|等|了|已|[:：（）() ”"》]|年末|年底|全年|年内|本年|目前|现|是|分别|依次|各|[由从]|上年|去年|年初|20\\d{2}年|的|编发|编印|印发|发行|出版|刊印|举办|召开|开展|组织|发布'
const between = `(?:[，,](?=(?:全年|年内)?(?:共|累计|合计|总计)))?(?:${words}){0,6}$`
/** The same behind a number, up to the name: 3期政务公开业务培训班, but not 9件文件配发解读. */
const upTo = '(?:(?!配|发|开展|组织|举办|制作|账号|平台)[\\u4e00-\\u9fa5“”]){0,8}?'

const line =
  (of: Counted['of']) =>
  (key: string, words: RegExp, measures: string, unless?: RegExp): Counted => ({
    key,
    of,
    measures: new RegExp(`^(?:${measures})$`),
    before: new RegExp(`(?:${words.source})${between}`),
    behind: new RegExp(`^(?:的|以上|左右)?${upTo}(?:${words.source})`),
    ...(unless && { unless })
  })
const platform = line('platform')
const office = line('office')
const either = line('either')

const persons = '[个人名位户]?'
const times = '人次|次|人|'
/** Trained and inspected is in other matters too. */
const otherMatters =
  /消防|安全|食品|药品|执法|环保|环境|卫生|防汛|森林|交通|质量|市场|普法|就业|技能|农业|创业|职业/

/** The more special first. */
export const counted: readonly Counted[] = [
  platform(
    'followersNew',
    /(?:新增|净增|增加)(?:了)?(?:关注|粉丝|用户|订阅)(?:用户|人?数)?/,
    persons
  ),
  platform('followersNew', /(?:新增|净增)/, '[人名位户]'),
  platform('followersNew', /^[（(]?其中[，,：:]?(?:本年|全年)?(?:新增|净增)/, '[个人名位户]'),
  platform('users', /注册用户(?:总?数|总?量)?/, persons),
  platform(
    'visitors',
    /独立(?:访问)?用户(?:访问)?|独立访客|访客(?!留言)|独立IP/,
    `人次|次|${persons}`
  ),
  platform(
    'followersEnd',
    /(?:关注|粉丝|(?<!注册)总?(?<!注册)用户|订阅)(?:用户|人|者)?(?:总?数|量|总量)?/,
    persons
  ),
  platform('pv', /总访问量|浏览量|点击量|点击率|页面访问|浏览|点击/, times),
  platform('visits', /访问总?量|访问人次|访问总?次数|访问/, times),
  platform('views', /阅读|播放|观看|阅览/, times),
  platform('likes', /[点获]赞/, '[次个]?'),
  platform('msgsIn', /(?:收到|受理|接收)[^，。；]{0,8}(?:留言|咨询|来信)/, '[条件个次]'),
  platform('msgsOpen', /公开答复/, '[条件个次]'),
  platform('talksDone', /(?:答复|回复|回应)[^，。；]{0,6}提问/, '[条个次件]'),
  platform('msgsDone', /(?:办结|答复|回复)[^，。；]{0,8}(?:留言|咨询|来信)/, '[条件个次]'),
  platform('msgsIn', /留言/, '[条件]'),
  platform('consults', /在线咨询(?:服务)?/, '人次|[次人条件]'),
  platform('live', /直播/, '[场次期]'),
  platform('briefs', /概况类?信息更新/, '条'),
  platform('news', /动态类?信息更新/, '条'),
  platform('catalogue', /目录类?信息更新/, '条'),
  platform('originals', /原创(?:作品|信息|内容|稿件|文章|图文|推文)?/, '[条篇个]'),
  platform('videos', /(?:短?视频|动漫)(?!号)(?:作品|产品)?/, '[条个部]'),
  platform('comments', /评论/, '[条个次]'),
  platform('cleared', /(?:清理|归档)[^，。；]{0,8}(?:过期|失效|陈旧|历史)[^，。；]{0,4}/, '[条个]'),
  platform('faultsMended', /整改[^，。；]{0,6}(?:漏洞|隐患)/, '[个项处]'),
  platform('columns', /维护[^，。；]{0,6}(?:专题|专栏|栏目)/, '个'),
  platform('columnsNew', /(?:新开设|新增|开设|新设)[^，。；]{0,6}(?:专题|专栏)/, '个'),
  either(
    'readings',
    /解读(?:性|类)?(?:材料|稿件?|信息|文章|产品|内容|作品|资料|(?:重要|重大)?(?:政策|文件))?/,
    '[条篇个件份次期则]'
  ),
  either('readingCharts', /图解/, '[幅张个篇件条期]'),
  either(
    'polls',
    /征集(?:调查|意见|公告|启事)?|(?:意见|问卷|网上|民意|度)调查|征求意见/,
    '[期次项场]'
  ),
  platform('pollsIn', /(?:收到|征得|征集到?|采纳)[^，。；]{0,6}(?:意见|建议)/, '[条个件]'),
  either('talks', /访谈/, '[期次场]'),
  office('briefings', /发布会|通气会|吹风会/, '场次|[场次期个]'),
  office(
    'gazettes',
    /(?:政府|人民政府)公报|(?:编发|编印|编辑|出版|出刊|刊发|印发)公报|公报》/,
    '期'
  ),
  office(
    'trainings',
    /培训(?:班|会|讲座|课)?|轮训/,
    '场次|[次期场班轮]',
    new RegExp(`${otherMatters.source}|参加|参训|派员|选派`)
  ),
  office(
    'inspections',
    /(?:检查|督查|督导|巡查|抽查|自查(?:自纠)?|核查|巡检)/,
    '[次轮]',
    new RegExp(`${otherMatters.source}|接受|迎接|配合|保密|财务|信访`)
  ),
  office(
    'accountsClosed',
    /(?:关停|注销|整合|清理)[^，。；]{0,10}(?:账号|新媒体)|(?:关停|注销|整合){1,3}(?!为)/,
    '[个家]'
  ),
  office(
    'accounts',
    /新媒体(?:平台|账号|矩阵)?(?:共有)?(?:账号)?|(?:备案|运维|运行|开设|开通|现有|共有|登记|官方|公众)[^，。；]{0,6}账号(?:总数|数量)?/,
    '[个家]'
  ),
  office('proposals', /人大(?:代表)?(?:议案)?建议|代表建议/, '[件个条]'),
  office('motions', /政协(?:委员)?提案|委员提案/, '[件个条]')
]
