import type { WordSlip } from './slip.ts'

/**
 * Set terms of the reports. One of their inner characters missing, doubled, or two of them changed
 * about, is a slip. `fine` are results that are words of their own or parts of right sentences:
 * 财政信息公开 holds 政信息公开. What of a short term misses a character is nearly always such a one:
 * so `short` terms are looked for doubled and changed about only.
 */
const terms: readonly { readonly term: string; readonly fine?: string }[] = [
  { term: '政府信息公开', fine: '政信息公开 政府信息开' },
  { term: '依申请公开', fine: '依申请开' },
  { term: '行政规范性文件', fine: '行政规范文件 行规范性文件 行政规范性件' },
  { term: '国务院办公厅', fine: '国院办公厅' },
  { term: '信息公开条例', fine: '信息公条例 信息公开例 信公开条例' },
  { term: '信息公开指南', fine: '信息公开南 信息公指南 信公开指南' },
  { term: '信息公开目录', fine: '信息公开录 信息公目录 信公开目录' },
  { term: '信息公开专栏', fine: '信息公开栏 信息公专栏 信公开专栏' },
  { term: '信息公开平台', fine: '信息公开台 信息公平台 信公开平台' },
  { term: '信息公开年度报告', fine: '信息公开年度告 信息公开年报告 信息公年度报告' },
  { term: '信息处理费', fine: '信处理费 信息处费' },
  { term: '微信公众号', fine: '微信公号' },
  { term: '政务新媒体', fine: '政新媒体 政务媒体 政务新体' },
  { term: '政府门户网站', fine: '政门户网站 政府门户站' },
  { term: '政务服务中心', fine: '政服务中心 政务服务心' },
  { term: '政务服务平台', fine: '政服务平台 政务服务台' },
  { term: '便民服务中心', fine: '便民服务心' },
  { term: '便民服务热线', fine: '便民服务线' },
  { term: '新闻发布会', fine: '新闻布会 新发布会 新闻发会' },
  { term: '法律服务机构', fine: '法服务机构 法律务机构' },
  { term: '社会公益组织', fine: '社公益组织' },
  { term: '法人或其他组织', fine: '法人其他组织 法人或他组织 法人或其组织' },
  { term: '公共企事业单位', fine: '公共事业单位 公共企业单位 公企事业单位' },
  { term: '结转下年度', fine: '结下年度 结转年度 结转下度' },
  { term: '信访举报投诉', fine: '信举报投诉 信访报投诉 信访举投诉 信访举报诉' },
  { term: '重大行政决策', fine: '重行政决策 重大政决策 重大行决策 重大行政策' },
  { term: '重大建设项目', fine: '重大建项目 重大设项目 重建设项目 重大建设目' },
  { term: '公共资源交易', fine: '公资源交易' },
  { term: '公共资源配置', fine: '公资源配置' },
  { term: '人大代表建议', fine: '人代表建议 人大表建议 人大代建议 人大代表议' },
  { term: '政协委员提案', fine: '政协委提案 政协员提案 政委员提案' },
  { term: '行政事业性收费', fine: '行政事业收费 行政事业性费 行事业性收费' },
  { term: '行政执法案卷', fine: '行政执法卷 行执法案卷' },
  { term: '第三方合法权益', fine: '第三方合权益 第三方法权益' },
  { term: '三类内部事务信息' },
  { term: '四类过程性信息', fine: '四类过程信息' },
  { term: '无正当理由大量反复申请' },
  { term: '中华人民共和国' },
  { term: '人民代表大会', fine: '人代表大会 人民代表会' },
  { term: '常务委员会', fine: '常委员会' },
  { term: '中国特色社会主义' },
  { term: '国家治理体系', fine: '国家治体系 国家理体系 国治理体系' },
  { term: '治理能力现代化', fine: '治理能现代化 治能力现代化' },
  { term: '优化营商环境', fine: '优营商环境 优化商环境' },
  { term: '法治政府建设', fine: '法治政府设 法政府建设' },
  { term: '合法性审查', fine: '合法审查 合性审查' },
  { term: '公平竞争审查', fine: '公平竞审查' },
  { term: '标准化规范化', fine: '标化规范化 标准规范化' },
  { term: '基层政务公开', fine: '基政务公开 基层政公开 基层政务开' },
  { term: '信用信息公示', fine: '信信息公示 信用息公示 信用信公示' },
  { term: '政府常务会议', fine: '政常务会议' },
  { term: '党风廉政建设', fine: '党风廉建设 党风廉政设' },
  { term: '意识形态工作', fine: '意识形态作' },
  { term: '生态环境保护', fine: '生环境保护' },
  { term: '人力资源和社会保障', fine: '人力资源社会保障 人力资源和社会障' },
  { term: '突发公共事件', fine: '突公共事件' },
  { term: '机关事务管理', fine: '机关事管理 机关事务理' },
  { term: '动态调整机制', fine: '动调整机制 动态调整制' },
  { term: '政府信息管理', fine: '政信息管理 政府信息理' },
  { term: '平台建设情况', fine: '平建设情况' },
  { term: '监督保障情况' },
  { term: '存在的主要问题', fine: '存的主要问题 存在主要问题 存在的主要题' },
  { term: '人民政府办公室', fine: '人政府办公室' },
  { term: '人民政府办公厅', fine: '人政府办公厅' }
]

/** Of these every other order and every doubled character is a slip, but what `fineOfShort` names. */
const short = `主动公开 政务公开 行政复议 行政诉讼 行政许可 行政处罚 行政强制 监督保障 社会评议 责任追究
  工作考核 领导小组 政府采购 政府网站 政策解读 社会监督 法律顾问 保密审查 人民政府 人民群众 平台建设
  规范性文件 公众参与 意见征集 乡村振兴 安全生产 高质量发展 权责清单 便民利民`
const fineOfShort = '行政处处罚 人群民众 便利民民'

type Change = (chars: readonly string[], at: number) => readonly string[]

const missing: Change = (chars, at) => chars.filter((_, i) => i !== at)
const doubled: Change = (chars, at) => chars.flatMap((char, i) => (i === at ? [char, char] : char))
const changedAbout: Change = (chars, at) =>
  chars.map((char, i) => (i === at ? chars[at + 1] : i === at + 1 ? chars[at] : char) ?? char)

/** What comes of changes at the inner characters of a term, where it is neither right nor the term. */
function slipsOf(term: string, fine: string, changes: readonly Change[]): WordSlip[] {
  const chars = [...term]
  const inner = chars.slice(1, -1).map((_, i) => i + 1)
  const made = changes.flatMap((change) => inner.map((at) => change(chars, at).join('')))
  const right = [term, ...fine.split(' ')]
  return [...new Set(made)]
    .filter((wrong) => !right.includes(wrong) && wrong.endsWith(chars.at(-1) ?? ''))
    .map((wrong) => ({ wrong, rights: [term], fits: () => true }))
}

/** The slips of the set terms. */
export const slipsOfTerms = (): WordSlip[] => [
  ...terms.flatMap(({ term, fine = '' }) => slipsOf(term, fine, [missing, doubled, changedAbout])),
  ...short.split(/\s+/).flatMap((term) => slipsOf(term, fineOfShort, [doubled, changedAbout]))
]
