import { startOf } from './clauses.ts'
import { passages } from './narrative.ts'

/**
 * What a passage is about. A report says 办结 16 件 under the heading 依申请公开 without naming the
 * requests again, and says it of letters and permits too: the matter named last decides.
 */

export type Topic = 'requests' | 'case' | 'elsewhere'

interface Mark {
  readonly at: number
  readonly topic: Topic
}

/** One paragraph of a text with the matters it names. */
export interface Paragraph {
  readonly text: string
  /** Offset in the section. */
  readonly from: number
  /** What the heading above names. */
  readonly above: Topic | undefined
  /** What was named last before an offset of the paragraph, else what its heading names. */
  readonly topicAt: (offset: number, without?: Topic) => Topic | undefined
}

const ofRequests =
  '依申请|信息公开申请|(?<!复议|诉讼)申请(?!行政|复议|诉讼|人民|强制|法院|仲裁|执行|人不服)'
const ofCases = '复议|诉讼'
const ofOthers =
  '留言|来信|来电|信箱|热线|建议|提案|咨询|信访|举报|投诉|工单|诉求|网民|网友|政务服务|大厅|执照|行政许可|行政处罚|行政强制|审批|证照|补贴|救助|补助|职称|专利|仲裁|调解|查档|舆情|意见|转办|转来|交办|督办'
const named = new RegExp(`(${ofRequests})|(${ofCases})|(?:${ofOthers})`, 'g')
/** 信访举报投诉类申请 is a kind of request. */
const ofAKind = /^(?:[、和及]?(?:信访|举报|投诉|咨询|建议)){0,3}类/
/** Another office's requests. */
const helping = /指导|协助|配合|转办|转来|交办|督办/
const opening = /^[（(]\s*[一二三四五六七八九十]+\s*[）)][^。，；：]*/

function marksOf(text: string): readonly Mark[] {
  const marks: Mark[] = []
  for (const match of text.matchAll(named)) {
    const [words, requests, cases] = match
    const before = marks.at(-1)
    if (
      !requests &&
      !cases &&
      ofAKind.test(text.slice(match.index + words.length, match.index + words.length + 20))
    )
      continue
    const clause = startOf(text, match.index, '，。；：')
    // 政务服务事项申请: a request for something else, unless it says for what.
    const foreign =
      helping.test(text.slice(clause, match.index)) ||
      (requests === '申请' && before?.topic === 'elsewhere' && before.at >= clause)
    const topic = foreign ? 'elsewhere' : requests ? 'requests' : cases ? 'case' : 'elsewhere'
    marks.push({ at: match.index, topic })
  }
  return marks
}

function lastBefore(marks: readonly Mark[], offset: number, without?: Topic): Topic | undefined {
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i]
    if (mark && mark.at < offset && mark.topic !== without) return mark.topic
  }
  return undefined
}

/** The paragraphs of a section; headings are none, but tell what stands below them. */
export function paragraphsOf(text: string): Paragraph[] {
  let heading: Topic | undefined
  return passages(text).flatMap((passage): Paragraph[] => {
    const line = text.slice(passage.from, passage.to)
    const title = passage.kind === 'heading' ? line : opening.exec(line)?.[0]
    if (title !== undefined && passage.level !== 3) heading = marksOf(title).at(-1)?.topic
    if (passage.kind === 'heading') return []
    const marks = marksOf(line)
    const above = heading
    return [
      {
        text: line,
        from: passage.from,
        above,
        topicAt: (offset, without) => lastBefore(marks, offset, without) ?? above
      }
    ]
  })
}
