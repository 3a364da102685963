/** The parts of a list: 网站200条、公众号100条，以及其他12条. */

/** A number with what it was before its 万. */
export interface Count {
  readonly value: number
  readonly digits: number
}

export const unit = '(?:[场人期批班]次|[条件篇期次个份场部项元册幅家处])'
const item = new RegExp(
  `^([^\\d约近超逾]*)(\\d+(?:\\.\\d+)?)(万?)\\s*(${unit})?\\s*(?:占[^、，]{0,10}%)?$`
)
const separator = new RegExp(`([、，,]|以及|(?<=${unit}\\s{0,20})[和及])`)
/** The list is over: what comes next is another matter. */
export const listOver =
  /结转|办结|答复|维持|纠正|收到|受理|召开|举办|办理|同比|增|减|浏览|阅读|访问|关注|回复|整改|开展/
/** What is said of the part before: its share, its change. */
const remark = /^(?:占|同比|[较比](?:上年|去年|20))[^，、]{0,20}$/
/** Parts of a part, without brackets. */
const nested = /^(?:其中|含|包括|包含)/
/** Requests are parted by who asks and by what becomes of them; a list does not go from one to the other. */
const kinds = [
  /自然人|法人|公民|个人|企业/,
  /予以公开|部分公开|不予公开|无法提供|不予处理|其他处理/
]
const kindOf = (name: string): number => kinds.findIndex((kind) => kind.test(name))
/** 其他信息, the rest; 其他处理 and 其他组织 are rows and columns of the form. */
export const rest = /其余|其他(?!处理|组织)/
/** How the name of an office or a place ends. */
export const office =
  /(?:[省市州盟区县旗镇乡局委办厅所级]|街道|中心|政府|部门|机关|开发区|园区|本级|单位)$/

export const countOf = (figure: string, ten: string): Count => {
  const digits = Number(figure.replace(/[,，]/g, ''))
  return { digits, value: ten ? Math.round(digits * 10_000) : digits }
}

const blank = (words: string): string => ' '.repeat(words.length)

/** What stands in brackets says more of a part, and is none itself. Nothing else moves. */
export function withoutBrackets(text: string): string {
  const flat = text.replace(/[（(][^（()）]*[）)]/g, blank)
  if (flat !== text) return withoutBrackets(flat)
  return flat.replace(/\d{1,3}(?:[,，]\d{3})+(?!\d)/g, (words) =>
    words.replace(/[,，]/g, '').padEnd(words.length)
  )
}

/** What a list has, as far as it goes; `length` of its characters. */
interface Parts {
  readonly parts: readonly number[]
  readonly names: readonly string[]
  /** It ended by itself, not at something that is no part. */
  readonly ended: boolean
  /** All of the text is of it. */
  readonly whole: boolean
  readonly length: number
}

/** The parts that a text begins with, counted in one measure; `first`, where they go on from others. */
export function partsIn(
  list: string,
  measure: string,
  isOver: (name: string) => boolean,
  first?: string
): Parts {
  const parts: number[] = []
  const names: string[] = []
  let listed = false
  /** The beginning of a name that has a 、 in it: 政策、文件类30条. */
  let begun = ''
  let mark: string | undefined
  /** How far the parts reach. */
  let [at, length] = [0, 0]
  const pieces = list.split(separator)
  for (let i = 0; i < pieces.length; i += 2) {
    const [written = '', next] = [pieces[i], pieces[i + 1]]
    const piece = written.trim()
    const end = at + written.length
    at = end + (next?.length ?? 0)
    // ，以及: the word that follows says that the list goes on.
    if (piece === '' && i > 0 && next) {
      mark = next
      continue
    }
    if (begun === '') mark = i === 0 ? undefined : (mark ?? pieces[i - 1])
    const ended = listed && /[，,]/.test(mark ?? '')
    if (!ended && parts.length > 0 && remark.test(piece)) continue
    if (!ended && next === '、' && piece !== '' && !/\d/.test(piece)) {
      begun += piece
      continue
    }
    const [, name = '', figure, ten = '', counted] = item.exec(begun + piece) ?? []
    const bare = name.trim().replace(/(?:收到|受理|办结|发布|推送|申请|[共有为：:]){1,8}$/, '')
    const kind = kindOf(first ?? names[0] ?? name)
    const alien =
      figure === undefined ||
      (counted !== undefined && counted !== measure) ||
      nested.test(name) ||
      (kindOf(name) !== kind && !rest.test(name)) ||
      (isOver(name) && !office.test(bare))
    if (ended || alien) return { parts, names, ended, whole: false, length }
    listed ||= mark !== undefined && !/[，,]/.test(mark)
    parts.push(countOf(figure, ten).value)
    names.push(bare)
    length = end
    begun = ''
    mark = undefined
  }
  return { parts, names, ended: begun === '', whole: begun === '', length }
}
