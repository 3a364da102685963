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
}

/** What may stand between the name of what is counted and its number. */
const between =
  '(?:总|累计|共计|合计|共|达到?|超过?|突破|逾|为|有|计|约|近|人数|人次|次数|场次|期数|数量?|量|活动|工作|等|了|已|[:：（( ]|年末|年底|全年|本年|目前|现|是|分别|各|[由从]|上年|去年|年初|的){0,6}$'

const line =
  (of: Counted['of']) =>
  (key: string, words: RegExp, measures: string): Counted => ({
    key,
    of,
    measures: new RegExp(`^(?:${measures})$`),
    before: new RegExp(`(?:${words.source})${between}`),
    behind: new RegExp(`^(?:的|以上|左右)?[\\u4e00-\\u9fa5“”]{0,8}?(?:${words.source})`)
  })
const platform = line('platform')
const office = line('office')
const either = line('either')

const persons = '[个人名位户]?'
const times = '人次|次|人|'

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
  platform('msgsDone', /(?:办结|答复|回复)[^，。；]{0,8}(?:留言|咨询|来信)/, '[条件个次]'),
  platform('consults', /在线咨询(?:服务)?/, '人次|[次人条件]'),
  platform('live', /直播/, '[场次期]'),
  platform('originals', /原创(?:作品|信息|内容|稿件|文章|图文|推文)?/, '[条篇个]'),
  platform('videos', /(?:短?视频|动漫)(?!号)(?:作品|产品)?/, '[条个部]'),
  platform('columnsNew', /(?:新开设|新增|开设|新设)[^，。；]{0,6}(?:专题|专栏)/, '个'),
  either(
    'readings',
    /解读(?:性|类)?(?:材料|稿件?|信息|文章|文件|产品|内容|作品|资料)?/,
    '[条篇个件份次期则]'
  ),
  either('polls', /征集(?:调查|意见)?|(?:意见|问卷|网上|民意|度)调查|征求意见/, '[期次项场]'),
  either('talks', /访谈/, '[期次场]'),
  office('briefings', /发布会|通气会|吹风会/, '场次|[场次期个]'),
  office('gazettes', /公报》?/, '期'),
  office('trainings', /培训(?:班|会|讲座|课)?/, '场次|[次期场班轮]'),
  office(
    'inspections',
    /(?<!执法|安全|消防|环保|卫生|质量|监督)(?:检查|督查|督导|巡查|抽查|自查|核查|巡检)/,
    '[次轮]'
  ),
  office('accountsClosed', /(?:关停|注销|整合|清理)[^，。；]{0,10}(?:账号|新媒体)/, '[个家]'),
  office('accounts', /新媒体(?:平台|账号)?|(?<!关停|注销)账号(?:总数|数量)?/, '[个家]'),
  office('proposals', /人大(?:代表)?(?:议案)?建议|代表建议/, '[件个条]'),
  office('motions', /政协(?:委员)?提案|委员提案/, '[件个条]')
]
