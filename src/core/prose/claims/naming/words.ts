import { subjectsInOrder, subjects, type Subject } from './subjects.ts'

/**
 * The words in which annual reports state their figures, by the part they play in a clause; those that
 * name a subject stand in subjects.ts. What is not among them is `unknown`.
 */
const table = {
  receive:
    '收到 受理 接收 接件 接获 接到 接收到 收悉 签收 收件 新收 新收到 新收件 新受理 新接收 新接到 登记受理 接受 收 共收 新增',
  register: '登记 登记在册 登记立案 登记入册',
  deal: '办理 处理 收办 接办 受理办理 受理并办理 承办 受理处理',
  done: '办结 答复 办复 回复 办理完毕 处理完毕 办理完成 办结完毕 办理答复 办结答复 答复办结 完成答复 完成办理 审查答复 处理答复 作出答复 作出处理 结案 办理结果 处理结果',
  request: '申请 申请件 申请人申请 依申请 依申请公开 依申请公开件',
  about:
    '政府 政务 县政府 区政府 市政府 镇政府 信息 公开 公开件 有效 各类 各种 书面 要求 获取 新 依 类 相关 有关 工作 事项 案件 件 任何 了 过 我局 本局 信息公开 政府信息公开 政府信息',
  self: '本级 本机关 本单位 县本级 市本级 区本级 省本级 县政府本级 市政府本级 区政府本级',
  etc: '等 等原因 等情形 等情况',
  amend: '补正',
  collect: '收取 共收取',
  told: '告知 已告知 依法告知',
  anyone:
    '社会公众 公众 群众 市民 居民 村民 社会 当事人 申请人 自然人、法人和其他组织 自然人、法人或其他组织 自然人、法人或者其他组织 自然人、法人及其他组织 自然人和法人 自然人或法人 公民、法人 公民、法人和其他组织 公民、法人或其他组织 公民、法人或者其他组织 公民、法人及其他组织 公民和法人',
  citizen: '公民',
  offer: '提出 提交 递交 提起 发起 寄送 送交',
  from: '由 来自 来自于 从',
  channel:
    '通过 网络 网上 线上 线下 在线 信函 信件 邮寄 邮件 邮箱 邮政 当面 现场 传真 窗口 渠道 方式 途径 电话 平台',
  upheld:
    '维持 结果维持 予以维持 被维持 维持原行政行为 维持原答复 维持答复 判决维持 驳回诉讼请求 驳回复议请求 驳回复议申请 驳回原告诉讼请求 驳回申请人复议请求 驳回请求 胜诉',
  corrected:
    '纠正 结果纠正 被纠正 予以纠正 被纠错 纠错 撤销 被撤销 责令重作 责令重新答复 责令重新作出 责令履行 确认违法 变更原 败诉',
  otherResult:
    '其他结果 其它结果 终止 终止审理 终止审查 撤诉 撤回起诉 撤回复议申请 申请人撤回 原告撤回 原告撤诉 申请人撤回复议申请 调解 调解结案 和解 驳回起诉 不予受理 其他处理结果 其他方式结案 其他方式',
  pending:
    '尚未审结 未审结 待审 尚在审理 正在审理 审理中 仍在审理 正在审理中 尚在审理中 待审结 尚未办结 未结案 尚未结案 尚未作出裁判 未结 未办结案件',
  rest: '其他 其它 其他情形 其他类 其他情况 其他原因',
  carry:
    '结转 转 转入 转到 转至 结转至 结转到 结转入 结转于 遗留 遗留至 遗留到 延至 延到 延期至 延续至 推至 推迟至 留待 留至 留到 转结 转结至 移至 转由 滚存至 带入 跨入 递延至 延续到 滚动到 滚动至',
  postpone: '顺延 顺延至 顺延到',
  across: '跨年 跨年度',
  next: '下年 下年度 下一年 下一年度 次年 次年度 明年 明年度 来年',
  last: '上年 上年度 上一年 上一年度 去年 去年度 前一年 前一年度',
  end: '末 底 年末 年底 期末',
  unfinished:
    '未办结 尚未办结的 未办完 未办理完毕 未答复 尚未答复 未完成 尚未办结 正在办理 在办 尚在办理 正在办理中 办理中 仍在办理',
  goOn: '继续 再 接续 持续',
  at: '至 到 入 于 在 往',
  of: '的 之 数',
  be: '为 是 属 属于 系 作 作为 作出 按 被 予 经审查 认定为 被认定为 作了',
  have: '有 另有 还有 尚有 其余 剩余 余下 剩下 余 各有 含 含有 包含 包括',
  among: '其中',
  each: '分别 分别为 分别是 分别有 各 依次为 各为',
  none: '未 没有 无 没 并未 均未 暂无 从未 均无 尚未 未有 未曾 没有一件 没有一例 没有一起 无一 无一件 无一例 无一起 零 ',
  count:
    '共计 合计 总计 一共 共 计 达 达到 数量 总数 总量 件数 案件数 情形 情况 累计数 办件量 案件数量 量 总 累计达 均 皆 共有 计有 约 大约 近 将近 接近 超过 超 逾 突破 不足 不到',
  and: '和 及 与 以及 或 或者 并 及其',
  adverb:
    '已 亦 也 都 将 则 可 须 全部 按规定 按规定程序 按照规定 依规定 依法 依规 依法依规 按期 按时 按程序 按要求 仍 暂 需 需要 因 因故 正 按规定顺序 按法定程序 按法定时限',
  because: '涉及 涉 关于 就 对 由于 引发 引起 产生 导致 申请引发 不服 针对',
  issue:
    '制发 制定 出台 印发 新制定 新制发 新出台 新印发 制定出台 制定印发 制定发布 制定并发布 制定并公布 制定公布 新发布 起草印发 发布规范性',
  repeal:
    '废止 宣布废止 失效 宣布失效 废止失效 废止和失效 废止或失效 废止、失效 废止和宣布失效 废止或宣布失效 废止及宣布失效 废止或者宣布失效 废止及失效',
  inForce: '现行有效 现行 继续有效 保留 有效的',
  rules: '规章 政府规章 地方政府规章',
  normative: '规范性文件 行政规范性文件',
  charge: '收费 费用 收取费用 收取任何费用 收取相关费用',
  decided: '审结 已审结 已结 已判决 已作出判决',
  decision: '处理决定 决定 措施',
  agency: '机关 案 发生 行为',
  than: '较 比 同 相较 相比 对比',
  onYear: '同比 较上年同期 比上年同期',
  present:
    '全年 本年 本年度 今年 今年以来 本年以来 年内 本年内 年度内 报告期内 本报告期 本年度内 一年来 全年度 当年',
  elsewhen:
    '历年 以来 前年 往年 近年 近年来 同期 季度 上半年 下半年 半年 月份 每月 当月 当天 每季度 单日 单月 日均 月均 最多 最高',
  goal: '力争 争取 计划 预计 目标 控制在 拟 确保',
  overall: '累计',
  until: '截至 截止 自',
  // Words that hold one of the above and mean something else.
  unknown:
    '主动公开 申请书 申请表 申请率 答复书 答复率 办结率 答复文书 答复意见 延期答复 延期办结 延期办理 延期处理 逾期答复 逾期办结 超期答复 超期办结 当场答复 当场办结 当场办理 电话答复 不予受理率 不受理 待办结 待答复 答复期限 办理期限 处理期限 公开审理 不公开审理 不公开类 历年文件 垃圾处理费 污水处理费 收集 收录 收回 接收单位 事业法人 法人代表 法人身份 法定代表人 公民意识 个人信息 公开指南 公开目录 公开平台 公开专栏 及时转办 转办 转发 转载 转变 转送 转交 转化 比例 较好 较大 较多 比如 一同 共同 同时 同意 与会 与时 和谐 并且 有序 有力 有关规定 为民 作用 到位 按月 将来 予以 需求 因此 总体 达标 底线 末端 由此 都市 已经 可以 部分不予公开 不公开信息 不公开事项 不公开政府信息 不公开工作 应公开不公开 应公开而不公开 应公开未公开 该公开不公开 公开不公开 登记表 登记簿 登记台账 登记制度 登记备案 征求第三方意见 第三方意见 第三方机构 第三方评估 案卷评查 企事业单位 保留意见 无正当理由 无理由 无障碍 未来 未经 无锡 零距离 各级 各部门 各单位 各科室 各县区 各乡镇 各街道 各镇街 诉讼法 复议法 企业信用 个人所得税 撤销登记'
} satisfies Record<string, string>

type Mark = 'comma' | 'colon' | 'stop' | 'pause' | 'open' | 'close'

/**
 * The part that a word plays: the subject that it names, or a role. `figure`: a number with its measure
 * word; `aside`: a bracket without one; the rest are marks.
 */
export type Role = Subject | keyof typeof table | 'figure' | 'aside' | Mark

const marks: Readonly<Record<string, Mark>> = {
  '，': 'comma',
  ',': 'comma',
  '：': 'colon',
  ':': 'colon',
  '；': 'stop',
  ';': 'stop',
  '、': 'pause',
  '（': 'open',
  '(': 'open',
  '）': 'close',
  ')': 'close'
}

/** The mark that a character is, if it is one. */
export const markOf = (char: string): Mark | undefined => marks[char]

interface Word {
  readonly text: string
  readonly role: Role
}

const chinese = /^[\u4e00-\u9fa5]/

/** The words by their first character, the longest first. */
const byFirst = new Map<string, Word[]>()
for (const [role, list] of [
  ...Object.entries(table),
  ...subjectsInOrder.map((subject) => [subject, subjects[subject].words] as const)
]) {
  for (const text of list.split(' ').filter((word) => chinese.test(word))) {
    const first = text.charAt(0)
    const known = byFirst.get(first) ?? []
    byFirst.set(first, known)
    if (!known.some((word) => word.text === text)) known.push({ text, role: role as Role })
  }
}
for (const list of byFirst.values()) list.sort((a, b) => b.text.length - a.text.length)

/** The longest word that stands at a place of a text. */
export const wordAt = (text: string, at: number): Word | undefined =>
  byFirst.get(text.charAt(at))?.find((word) => text.startsWith(word.text, at))

/** The figure is of one way in among several. */
export const channel =
  /通过|网络|网上|线上|线下|在线|信函|信件|邮寄|邮件|邮箱|当面|现场|传真|窗口|渠道|电话/
