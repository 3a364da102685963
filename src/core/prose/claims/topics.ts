import { endOf } from '../clauses.ts'
import { passages } from '../narrative.ts'

/**
 * What a passage is about. A report says 办结 16 件 under the heading 依申请公开 without naming the
 * requests again, and says it of letters and permits too: the matter named last decides.
 */

export type Topic = 'requests' | 'case' | 'elsewhere'

interface Mark {
  readonly at: number
  readonly topic: Topic
}

/** One paragraph of a text. */
export interface TopicParagraph {
  readonly text: string
  /** Offset in the section. */
  readonly from: number
  /** What the heading above names. */
  readonly above: Topic | undefined
}

const ofRequests =
  '依申请|信息公开申请|(?<!复议|诉讼)申请(?!行政|复议|诉讼|人民|强制|法院|仲裁|执行|人不服)'
const ofCases = '复议|诉讼|起诉|被诉'
const ofOthers =
  '留言|来信|来访|来电|信箱|热线|建议|提案|咨询|信访|举报|投诉|工单|诉求|网民|网友|政务服务|大厅|执照|行政许可|行政处罚|行政强制|审批|证照|补贴|救助|补助|职称|专利|仲裁|不动产|婚姻|户籍|(?:变更|注册|设立|注销)登记|公租房|调解|查档|舆情|意见|(?:许可|资质|备案|贷款|认定|低保|资助|奖补|评定|职称|立项)(?=申请)|(?<!结)转办|转来|交办|督办'
const named = new RegExp(`(${ofRequests})|(${ofCases})|(?:${ofOthers})|([，。；：])`, 'g')
/** 信访举报投诉类申请 is a kind of request. */
const ofAKind = /^(?:[、和及]?(?:信访|举报|投诉|咨询|建议)){0,3}类/
/** 属信访、重复申请等不予处理: a reason of the form, not letters. */
const asReason =
  /^[^。；]{0,30}(?:不予处理|不予公开|无法提供|告知申请人)|^[^，。；]{0,20}(?:行政查询|查询事项)/
/** Another office's requests. */
const helping = /指导|协助|配合|协查|协办|转办|转来|交办|督办/
/** 主动公开 80 件、依申请公开 15 件、不予公开 25 件: how an office's own papers are classed. */
const classed = /属性|公文|主动公开[^，。；、\d]{0,8}\d+\s*[件份条]/
const asClass = /^依申请/
const asked = /收到|收办|接收|接到|受理|办理|处理|办结|答复/
const countedBehind = /^(?:公开)?(?:类|的|文件|公文|信息){0,3}(?:有|为|共)?\s*\d/
const opening = /^[（(]\s{0,4}[一二三四五六七八九十]{1,3}\s{0,4}[）)][^。，；：]{0,60}/
/** How far back in its clause a matter is looked at. */
const near = 60

/** The matters that a text names, in its order. */
export function topicMarksOf(text: string): readonly Mark[] {
  const marks: Mark[] = []
  let clause = 0
  let sentence = 0
  for (const match of text.matchAll(named)) {
    const [words, requests, cases, stop] = match
    if (stop) {
      clause = match.index + 1
      if (stop === '。') sentence = clause
      continue
    }
    const before = marks.at(-1)
    const behind = text.slice(match.index + words.length, match.index + words.length + 30)
    if (!requests && !cases && (ofAKind.test(behind) || asReason.test(behind))) continue
    // 政务服务事项申请: a request for something else, unless it says for what.
    const foreign =
      helping.test(text.slice(Math.max(clause, match.index - near), match.index)) ||
      (requests === '申请' && before?.topic === 'elsewhere' && before.at >= clause) ||
      (requests !== undefined &&
        asClass.test(requests) &&
        countedBehind.test(behind) &&
        !asked.test(text.slice(Math.max(clause, match.index - near), match.index)) &&
        classed.test(
          text.slice(
            Math.max(sentence, match.index - 2 * near),
            Math.min(match.index + near, endOf(text, match.index, '。；\n'))
          )
        ))
    // 因政府信息公开引起的行政复议: what is said of cases behind it is of these.
    if (cases && text.slice(Math.max(sentence, match.index - 20), match.index).includes('信息公开'))
      marks.push({ at: match.index, topic: 'requests' })
    const topic = foreign ? 'elsewhere' : requests ? 'requests' : cases ? 'case' : 'elsewhere'
    marks.push({ at: match.index, topic })
  }
  return marks
}

/** What was named last before an offset. */
export function topicAt(marks: readonly Mark[], offset: number): Topic | undefined {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.at ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return marks[low - 1]?.topic
}

/** The paragraphs of a section; headings are none, but tell what stands below them. */
export function paragraphsOf(text: string): TopicParagraph[] {
  let above: Topic | undefined
  return passages(text).flatMap((passage): TopicParagraph[] => {
    const line = text.slice(passage.from, passage.to)
    const title = passage.kind === 'heading' ? line : opening.exec(line)?.[0]
    if (title !== undefined && passage.level !== 3) above = topicMarksOf(title).at(-1)?.topic
    return passage.kind === 'heading' ? [] : [{ text: line, from: passage.from, above }]
  })
}
