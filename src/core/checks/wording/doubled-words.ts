import { each, isWithin, type Spotter } from '../../findings/spotting.ts'
import type { WrongWord } from './dictionary/slip.ts'

/**
 * The first or the last character of a word typed twice: 公开指指南, 政府信息息公开. Two words can meet in
 * the same character and are right, 来信信息 and 公开栏栏目, and many a character is a word of its own,
 * 统计计10件. So both the words and what must stand next to them are listed: only where another word is
 * known to end, or to begin, one of the two characters is left over.
 */

const list = (words: string): string[] => words.trim().split(/\s+/)

/** Their first character ends no other word here and is none itself. */
const byFirst = list(`
  依申请 公开 公众 公告 公示 公民 信息 政府 政务 政策 行政 指南 指导 指标 目录 平台 专栏 渠道 申请 答复 管理
  规范 规定 规划 计划 文件 监督 保障 考核 评议 责任 措施 情况 工作 服务 解读 发布 更新 审查 审核 流程 程序 质量
  意识 领导 落实 推进 推动 加强 强化 完善 健全 优化 提升 提高 标准 范围 主动 依法 准确 全面 决定 许可 强制 结果
  复议 诉讼 纠正 维持 社会 隐私 秘密 档案 资料 材料 邮箱 编制 修订 实施 整改 主要 培训 群众 企业
`)

/** Their last character begins no other word here and is none itself. */
const byLast = list(`
  公众 公民 公示 公告 信息 政府 政务 政策 行政 指南 指导 目录 栏目 平台 专栏 渠道 答复 办理 管理 机关 单位 部门
  规范 规划 计划 条例 文件 制度 监督 保障 考核 责任 问题 措施 情况 内容 服务 发布 流程 程序 质量 水平 能力
  意识 组织 领导 落实 推动 加强 完善 提升 标准 范围 主动 依法 准确 全面 强制 结果 诉讼 维持 隐私 秘密
  档案 资料 材料 邮箱 地址 实施 培训 群众 企业 人员 年度 网站 事务 公众号 电话
`)

/** After these a word begins. */
const ends = `的|了|和|与|对|等|将|[。，；：、（“\\n]|^|${list(`
  公开 信息 政府 完善 更新 编制 修订 制定 发布 规范 加强 做好 开展 推进 落实 健全 优化 强化 按照 根据 通过 进一步
  依法 及时 全面 主动 积极 认真 持续 不断 严格 统一 本局 我局 机关 政务 提升 提高 组织 接受 办理 申请 行政`).join(
  '|'
)}`

/** Before these a word ends. */
const begins = `的|和|与|及|等|\\d|[。，；：、）”\\n]|$|${list(`
  公开 工作 内容 情况 建设 管理 更新 发布 进行 方面 机制 制度 已经 已于`).join('|')}`

const first = byFirst.map((word) => word.charAt(0) + word).join('|')
const last = byLast.map((word) => word + word.slice(-1)).join('|')
const pattern = new RegExp(
  `(?=(.)\\1)(?<=${ends})(?:${first})|(?=..?(.)\\2)(?:${last})(?=${begins})`,
  'g'
)

export const doubledWords: Spotter<WrongWord> = each(pattern, (match) => {
  const [found] = match
  const { index, input } = match
  const doubledFirst = found.charAt(0) === found.charAt(1)
  // 规规范范 has both of its characters twice.
  const beside = doubledFirst ? input.charAt(index + found.length) : input.charAt(index - 1)
  if (beside && beside === (doubledFirst ? found.slice(-1) : found.charAt(0))) return undefined
  if (isWithin(match, '《', '》')) return undefined
  const right = doubledFirst ? found.slice(1) : found.slice(0, -1)
  // 制发规范性文件件，: the number before the 件 may have been left out.
  if (right === '文件' && /[，。；]/.test(input.charAt(index + found.length)))
    return { problem: 'word', found, perhaps: right }
  return isWithin(match, '“', '”')
    ? { problem: 'word', found, perhaps: right }
    : { problem: 'word', found, meant: right }
})
