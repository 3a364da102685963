/**
 * Wrong words of official prose with what they are meant for, as data. `notAfter` and `notBefore` are
 * the words next to which the same characters are right: 发布署名文章 holds 布署, 计算公式公开 holds 公式公开.
 */
export interface Typo {
  readonly wrong: string
  readonly right: string
  /** Alternatives, joined by |. */
  readonly notAfter?: string
  readonly notBefore?: string
  /** It must follow or precede one of these. */
  readonly after?: string
  readonly before?: string
}

/** A wrong word in the prose: what is certainly `meant`, or what it is `perhaps`. */
export type WrongWord = { readonly problem: 'word'; readonly found: string } & (
  | { readonly meant: string; readonly perhaps?: undefined }
  | { readonly perhaps: string; readonly meant?: undefined }
)

const slip = (wrong: string, right: string, more: Partial<Typo> = {}): Typo => ({
  wrong,
  right,
  ...more
})

/** 甲→乙, a line each, where the wrong word is none anywhere. */
const plain = (words: string): Typo[] =>
  words
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [wrong = '', right = ''] = pair.split('→')
      return slip(wrong, right)
    })

/** How words are said to be about a formula. */
const formulas = '计算|核算|测算|换算|折算|数学|化学|分配|定价|调价|评分|补偿|考核|函数|物理|固定'
/** How something is made public, never a formula. */
const doing = '及时|依法|主动|全面|按时|统一|予以|进行'
/** What is closed at a time of its own: 报名截止12月. */
const closing = '报名|投标|申报|征集|受理|认购|提交|缴费|递交|时间|日期|活动|的'

/** Only one right word is possible: it can be put in its place. */
export const knownTypos: readonly Typo[] = [
  ...plain(`
    布暑→部署 贯切→贯彻 贯澈→贯彻 措旋→措施 完缮→完善
    改缮→改善 加墙→加强 加抢→加强 维户→维护 监蜀→监督 行政复义→行政复议 行政复仪→行政复议
    行政诉颂→行政诉讼 撒销→撤销 规范姓→规范性 解渎→解读 政策解续→政策解读
    公重号→公众号 公从号→公众号 栏木→栏目
    幅射→辐射 辐度→幅度 坚难→艰难 坚巨→艰巨 沟同→沟通 统愁→统筹 统畴→统筹
    泄秘→泄密 松驰→松弛 追朔→追溯 发辉→发挥 发恢→发挥 防碍→妨碍 签定→签订
    宣染→渲染 渊缘→渊源 坐阵→坐镇 坐谈会→座谈会 座淡会→座谈会 培迅→培训
    陪训→培训 答覆→答复 答付→答复 申清→申请 归挡→归档 存挡→存档 建挡→建档 执法案券→执法案卷
    残差不齐→参差不齐 参差不其→参差不齐 按步就班→按部就班 迫不急待→迫不及待 再接再励→再接再厉
    一愁莫展→一筹莫展 相形见拙→相形见绌 默守成规→墨守成规 墨守陈规→墨守成规 走头无路→走投无路
    不径而走→不胫而走 穿流不息→川流不息 因地治宜→因地制宜 一股作气→一鼓作气 声名雀起→声名鹊起
    针贬时弊→针砭时弊 一如继往→一如既往 一诺千斤→一诺千金 出奇不意→出其不意 励行节约→厉行节约
    层出不群→层出不穷 卓有成校→卓有成效 循序渐近→循序渐进 持之以恒恒→持之以恒 与日具增→与日俱增
    群策群利→群策群力 齐抓共官→齐抓共管 全力已赴→全力以赴 有地放矢→有的放矢 座谈会议会→座谈会
    涵〔→函〔 涵[→函[ 涵（20→函（20 信息公开条列→信息公开条例 公开条列→公开条例
    帐号→账号 座谈会会→座谈会 依法依归→依法依规 三申三校→三审三校 三审三较→三审三校 法定其限→法定期限
    法定期现→法定期限 年度报靠→年度报告 年度抱告→年度报告 信息工开→信息公开 主动公升→主动公开
    信息公升→信息公开 政俯信息→政府信息 政府信患→政府信息 政府信息公于→政府信息公开
    不于公开→不予公开 予已公开→予以公开 予于公开→予以公开 不于处理→不予处理
    部份公开→部分公开 无发提供→无法提供 上年节转→上年结转 自燃人→自然人
    行政虚罚→行政处罚 行政许何→行政许可 社会平议→社会评议 责任追纠→责任追究 工作考合→工作考核
    多种途经→多种途径 各种途经→各种途径 有效途经→有效途径
    反应诉求→反映诉求 反应意见→反映意见 主动公工作→主动公开工作 政务公工作→政务公开工作
    依申公开→依申请公开 依请公开→依申请公开 国办公开办含→国办公开办函
    贯彻落时→贯彻落实 公开办涵→公开办函 专拦→专栏 公开专兰→公开专栏
  `),
  slip('依申请公', '依申请公开', { before: '申请|工作|信息|事项|渠道|目录|制度|答复|办理' }),
  slip('信息公', '信息公开', { before: '工作|制度|指南|目录|条例|申请|专栏|年度|年报|机构|事项' }),
  slip('规性文件', '规范性文件', { notAfter: '法|常|成|正|陈' }),
  slip('部份', '部分', { notAfter: '全|内|外', notBefore: '额' }),
  slip('推委', '推诿', { notBefore: '会|员' }),
  slip('按装', '安装', { notBefore: '置|载|备|修|配' }),
  slip('栏日', '栏目', { notBefore: '均|常|更|访|浏|报|期|益' }),
  slip('竟争', '竞争', { notAfter: '究|毕' }),
  slip('备按', '备案', { notAfter: '设|装|准|储|筹|配|具|完|齐|兼|军|后' }),
  slip('规犯', '规范', { notAfter: '违', notBefore: '罪|纪|错|案|法' }),
  slip('健权', '健全', { notAfter: '保' }),
  slip('反应问题', '反映问题', { notAfter: '化学|应激|物理' }),
  slip('行政处法', '行政处罚', { notBefore: '制|规|律' }),
  slip('措失', '措施', { notAfter: '举', notBefore: '当|误|败|策|宜|灵|手' }),
  slip('公式公开', '公示公开', {
    notAfter: formulas,
    after: `${doing}|^|[。，；：、\\n]`,
    notBefore: '透明'
  }),
  slip('予以公式', '予以公示', { notBefore: '化|表' }),
  slip('技术公关', '技术攻关', { notBefore: '公司|团队|部|活动' }),
  slip('截止目前', '截至目前', { notAfter: closing }),
  slip('截止12月', '截至12月', { notAfter: closing }),
  slip('截止年底', '截至年底', { notAfter: closing }),
  slip('其它', '其他', { notAfter: '极' }),
  slip('登陆网站', '登录网站', { notAfter: '台风|飓风' }),
  slip('登陆平台', '登录平台', { notAfter: '台风|飓风|两栖|海上' }),
  slip('登陆系统', '登录系统', { notAfter: '台风|飓风|两栖|海上' }),
  slip('沐阳', '沭阳', { before: '县' }),
  slip('即使公开', '即时公开', {
    after: '做到|实现|予以|进行|及时、|坚持|第一时间',
    notBefore: '了|也|过|的|后|，|一|部|全|信|内|其|并|仍|都|还'
  }),
  slip('布署', '部署', { notAfter: '宣|发|公|颁|刊', notBefore: '名' }),
  slip('工作按排', '工作安排', { notBefore: '名|序|列|队|班|号|行|档|期|放|在|位' }),
  slip('统一按排', '统一安排', { notBefore: '名|序|列|队|班|号|行|档|期|放|位' }),
  slip('既时', '即时', { before: '公开|更新|发布|回应|答复|办理|处理|推送|反馈' }),
  slip('渡过年度', '度过年度'),
  slip('建全', '健全', {
    notAfter: '新|改|扩|共|筹|构|在|创',
    before: '制度|机制|体系|完善|工作|组织|各项|公开|监督|信息|台账'
  }),
  slip('己', '已', {
    notAfter: '自|知|克|利|异|律|体|为|责|我|戊',
    before: '完成|公开|办结|按时|按期|全部|建成|发布|答复|形成|整改|经|于20|于当|落实|公布|上线'
  }),
  slip('末', '未', {
    notAfter: '年|月|周|期|季|学|岁|世|本|始|旬|底|粉|文',
    before: '收到|发生|收取|公开|能|及时|按|予|达|被|完成|建立|出现|发现|涉及'
  }),
  slip('以经', '已经', {
    notBefore: '济|营|典|验|费|常|过|贸|办|书|纬|开|信|理|纪|受|销',
    before: '完成|公开|办结|按时|全部|建成|发布|答复|形成|整改'
  })
]

/** What it was meant for can be guessed and no more: said, and nothing is offered. */
export const doubtfulTypos: readonly Typo[] = [
  slip('公式公开', '公示公开', {
    notAfter: `${formulas}|${doing}|^|[。，；：、\\n]`
  })
]

/**
 * Set terms of the reports. One of their inner characters missing, doubled, or two of them changed
 * about, is a slip; `fine` are results that are words of their own.
 */
export const terms: readonly { readonly term: string; readonly fine?: readonly string[] }[] = [
  { term: '政府信息公开', fine: ['政信息公开', '政府信息开'] },
  { term: '依申请公开', fine: ['依申请开'] },
  { term: '行政规范性文件', fine: ['行政规范文件', '行规范性文件'] },
  { term: '国务院办公厅' },
  { term: '信息公开条例' },
  { term: '信息处理费', fine: ['信处理费'] },
  { term: '微信公众号', fine: ['微信公号'] },
  { term: '法律服务机构' },
  { term: '社会公益组织', fine: ['社公益组织'] },
  { term: '公共企事业单位', fine: ['公共事业单位', '公共企业单位'] },
  { term: '结转下年度', fine: ['结下年度', '结转年度', '结转下度'] },
  { term: '信访举报投诉', fine: ['信举报投诉', '信访报投诉', '信访举投诉', '信访举报诉'] },
  { term: '法人或其他组织', fine: ['法人其他组织', '法人或他组织', '法人或其组织'] },
  { term: '重大行政决策', fine: ['重行政决策', '重大政决策', '重大行决策', '重大行政策'] },
  { term: '人大代表建议', fine: ['人代表建议', '人大表建议', '人大代建议', '人大代表议'] }
]

/** A character that was typed twice, and where two of it are right. */
export const doubledCharacters: readonly {
  readonly char: string
  readonly notAfter: string
  readonly notBefore: string
}[] = [
  { char: '的', notAfter: '目|标|之|打|无|中|有|众矢之|鹄', notBefore: '确|士|卢' },
  {
    char: '和',
    notAfter: '祥|温|缓|平|共|谦|饱|随|柔|调|总|暖|亲|讲|应|附',
    notBefore: '气|睦|美|谐|平|解'
  },
  {
    char: '了',
    notAfter: '不|终|于|算|直|明|未|为|聊|没|草|罢|小',
    notBefore: '解|结|断|之|却|事|然|望|无'
  },
  {
    char: '开',
    notAfter: '',
    notBefore:
      '展|放|通|设|启|始|发|辟|门|庭|工|局|源|会|创|具|办|支|拓|盘|列|票|口|车|户|业|学|幕|标|奖|采|垦|心|朗|国'
  },
  { char: '与', notAfter: '参|给|赠|授|付|赋|施|干', notBefore: '' },
  { char: '在', notAfter: '存|现|所|实|内|潜|正|旨|外|好|自|还|都|是|仍', notBefore: '线|于|意' },
  { char: '被', notAfter: '棉|植', notBefore: '子' },
  { char: '或', notAfter: '抑|即', notBefore: '许' },
  {
    char: '是',
    notAfter: '凡|还|就|不|但|只|总|于|可|要|若|乃|正|老|倒|都|也|说|算|更|便|实事求',
    notBefore: '非|否'
  }
]

/** Words of two characters that are said twice on purpose: 研究研究. */
export const saidTwice: ReadonlySet<string> = new Set(
  '研究 讨论 商量 考虑 学习 调整 整理 了解 休息 交流 非常 许多 很多 大家 轮流 点滴 谢谢 逐步 慢慢 常常 时时 处处 人人'.split(
    ' '
  )
)
