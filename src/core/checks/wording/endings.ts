import { passages } from '../../prose/narrative.ts'
import { each, type Spotter, type Spotted } from '../../findings/spotting.ts'

/** Sentences that were not finished, or lost their beginning. */

/** `cutOff`: nothing comes behind the words that ask for more; `headless`: nothing stands before a mark. */
export interface HalfSentence {
  readonly problem: 'cutOff' | 'headless'
  readonly found: string
}

/** Words that something must follow, wherever they stand. */
const asking =
  '其中|包括|例如|比如|以及|并且|或者|为了|进一步|切实|按照|(?<![有无的为作])根据|(?<!周)围绕|针对|关于|予以|' +
  '[局委办厅县市区镇院]将|(?<!集|方|收)共(?:收到|受理|办结|发布|公开|推送|举办|制发)?|(?<!审核|审议|验收|考核|检查|测评|顺利|表决|一致|获得|已)通过'
/** The last of a word is left over: 理由, 服从 and 参与 are words of their own. */
const single =
  '(?<![总温缓饱共平亲祥调附暖谦柔])和|(?<![参给赠授付赋施])与|(?<![理自事缘来经因案])由|(?<![合兼吞归一])并|(?<![棉植])被|(?<![刀车一])把'
/** A verb alone in its clause. */
const verb =
  '(?:^|[，；、：]|[局委办厅县市区镇院]将)(?:将|要)?(?:进一步|切实|持续|不断)?(?:提高|加强|推进|完善|健全|提升|优化|强化|推动|拓宽)'

/** A verb that has its object still to come: 对网站进行了. */
const begun =
  '(?:进行|开展|取得|完善|建立|组织|实现|形成|发布|提供|保障|回应|促进|推动|提高|加强|制定|印发)了'

const atEnd = new RegExp(`(?:${asking}|${single}|${verb}|${begun})$`)
/** 下一步，我局将。 */
const beforeStop = new RegExp(
  `(?<=^|[\\u4e00-\\u9fa5\\d，；：])(?:其中|包括|例如|以及|并且|为了|进一步|按照|针对|围绕|[局委办厅县市区镇院]将)(?=[。；])`,
  'gm'
)
/** The last characters before a place are shown. */
const shown = 12

/**
 * Paragraphs that end with a comma, or with words that ask for more, at the end of their section or
 * before a heading or a number: lines broken by hand end anywhere.
 */
const unfinished: Spotter<HalfSentence> = (text) => {
  const all = passages(text)
  return all.flatMap(({ kind, from, to }, i): Spotted<HalfSentence>[] => {
    const next = all[i + 1]
    if (kind === 'heading') return []
    const goesOn =
      next &&
      next.kind !== 'heading' &&
      !/^[（(]?[一二三四五六七八九十\d]+[）)、.．是]/.test(next.text)
    if (goesOn) return []
    const words = text.slice(Math.max(from, to - 2 * shown), to)
    const mark = /[，、]$/.exec(words) ?? (next ? null : /[：:]$/.exec(words)) ?? atEnd.exec(words)
    if (!mark) return []
    const found = text.slice(Math.max(from, to - shown), to)
    return [{ from: to - mark[0].length, to, params: { problem: 'cutOff', found } }]
  })
}

const stopped: Spotter<HalfSentence> = each(beforeStop, ({ 0: found, index, input }) => ({
  problem: 'cutOff',
  found: input.slice(Math.max(0, index + found.length - shown), index + found.length)
}))

/** A paragraph that begins with a mark. */
const headless: Spotter<HalfSentence> = each(
  /(?<=^|\n)[ \t\u3000]*[，。、；：！？）》”]+[^\n]{0,8}/g,
  ([words]) => ({ problem: 'headless', found: words.trim() })
)

export const endings: readonly Spotter<HalfSentence>[] = [unfinished, stopped, headless]
