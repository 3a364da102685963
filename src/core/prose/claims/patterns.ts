import type { Subject } from './subjects.ts'
import { letterOf, shapePattern, type Pattern } from './shapes.ts'
import type { ClaimToken } from './tokens.ts'

/**
 * The grammar of statements: what the words around a figure must be for it to state a matter. Shapes
 * are written in the roles of words.ts and the parts of shapes.ts.
 */

const cases = '件宗起条份例'
const papers = '件份个部'
const decided = '件宗起'
type Rest = Partial<Omit<Pattern, 'subject' | 'shape'>>
const read = (subject: Subject, rest: Rest, ...shapes: readonly string[]): Pattern[] =>
  shapes.map((words) => ({ subject, shape: shapePattern(words), units: cases, ...rest }))

const ofRequests = { about: 'requests' } as const
const wholly = { about: 'requests', whole: true } as const
const published =
  /信息|事项|公示|公开|公布|目录|清单|公告|发布|推送|归集|录入|上传|案卷|评查|监督|审核|不予|免予|免除|其中/
/** Cases that an office decides for others, or a part of the cases. */
const onesOwn =
  /决定书|文书|审理|审结|指导|其中|(?:[上去]一?年度?|20\d\d年度?)(?:末|底)?(?:未办结)?的?(?:结转|遗留|转入)|[结转顺延][至到入]?下|^(?!.*信息公开).*(?:办理|承办|代理)/

/** How a figure ends its statement, in the order of their weight: a figure has one meaning. */
const forward: readonly Pattern[] = [
  ...read(
    'carriedOut',
    ofRequests,
    'ahead onward figure',
    'next goOn (deal|done) onward figure',
    'carry many figure(?=(about|request){0,4} at? next)',
    '(postpone|across) onward figure'
  ),
  ...read(
    'carriedIn',
    ofRequests,
    'last (end|unfinished|of|about|request|adverb|from|done){0,5} (carry|postpone) (at? present)? onward figure',
    'carry from? last (end|unfinished|of){0,3} onward figure'
  ),
  ...read(
    'grantedOrPartly',
    ofRequests,
    'granted (and|pause) partly tail figure',
    'partly (and|pause) granted tail figure'
  ),
  ...read('granted', ofRequests, 'granted tail figure'),
  ...read('partlyGranted', ofRequests, 'partly tail figure'),
  ...read('refused', ofRequests, 'refused tail figure'),
  ...read('unavailable', ofRequests, 'unavailable tail figure'),
  ...read('declined', ofRequests, 'declined tail figure'),
  ...read('other', ofRequests, 'otherwise tail figure'),
  ...read('review', { about: 'case', not: onesOwn }, 'review caseTail figure'),
  ...read(
    'litigation',
    { about: 'case', not: onesOwn },
    '(?<!review (about|agency){0,2} (and|pause) offer?)litigation caseTail figure'
  ),
  ...read('natural', ofRequests, 'natural tail figure'),
  ...read('legalPersons', ofRequests, 'legal tail figure'),
  ...read('received', wholly, 'taken kind request (about|request|of){0,6} many figure'),
  ...read('received', { whole: true }, 'receive many figure(?=kind request)'),
  ...read('received', wholly, 'receive many figure', 'taken many figure(?=kind request)'),
  // 网络申请7件 is of one way in; 线上线下申请共9件 of all.
  ...read(
    'received',
    wholly,
    'channel (of|about|anyone|and|pause|channel){0,8} (request|offer) (about|request|of){0,6} many figure'
  ),
  ...read(
    'dealtWith',
    wholly,
    'deal kind request (about|request|of){0,6} many figure',
    'deal many figure(?=kind request)'
  ),
  ...read('handled', { ...wholly, besideCarried: true }, 'deal many figure'),
  ...read(
    'handled',
    { ...wholly, not: /延期|(?:处理|公开|提供)[”"]?(?:的)?方式/ },
    'done kind (request (about|request|of){0,6})? many figure'
  ),
  ...read(
    'normativeIssued',
    { units: papers },
    'issue docs document many figure',
    'issue many figure(?=docs document)',
    'document docs issue many figure'
  ),
  ...read(
    'normativeRepealed',
    { units: papers },
    'repeal docs document many figure',
    'repeal many figure(?=docs document)',
    'document docs repeal many figure',
    '(?<=document many figure (comma|pause))repeal many figure'
  ),
  ...read(
    'normativeInForce',
    { units: papers },
    'inForce docs document many figure',
    'inForce many figure(?=docs document)',
    'document docs inForce many figure',
    '(?<=document many figure (comma|pause) (repeal many figure (comma|pause))?)inForce many figure'
  ),
  ...(['licensing', 'penalty', 'compulsion'] as const).flatMap((act) =>
    read(
      act,
      { units: decided, not: published },
      `${act} acts figure`,
      `(be|deal|pause) many figure(?=of? ${act})`
    )
  )
]

/** A figure that comes before what it states: 3件结转至下年度, 4件为无法提供. */
const backward: readonly Pattern[] = [
  ...read(
    'carriedOut',
    ofRequests,
    'figure thus ahead(?!onward figure)',
    'figure thus at? next goOn (deal|done)(?!tail figure)',
    'figure thus (postpone|across)(?!onward figure)',
    '(^|comma|stop|have) figure why comma why ahead(?!onward figure)'
  ),
  ...read(
    'carriedIn',
    ofRequests,
    'figure thus (from|have)? last (end|unfinished|of|about){0,3} carry(?!onward figure)',
    'figure thus carry at? present'
  ),
  ...read('grantedOrPartly', ofRequests, 'figure said granted (and|pause) partly(?!tail figure)'),
  ...read('granted', ofRequests, 'figure said granted(?!tail figure|(and|pause) partly)'),
  ...read('partlyGranted', ofRequests, 'figure said partly(?!tail figure|(and|pause) granted)'),
  ...read('refused', ofRequests, 'figure said refused(?!tail figure)'),
  ...read('unavailable', ofRequests, 'figure said unavailable(?!tail figure)'),
  ...read('declined', ofRequests, 'figure said declined(?!tail figure)'),
  ...read('other', ofRequests, 'figure said otherwise(?!tail figure)'),
  ...read('natural', ofRequests, 'figure (of|about|request){0,4} (be|from) natural(?!tail figure)'),
  ...read(
    'legalPersons',
    ofRequests,
    'figure (of|about|request){0,4} (be|from) legal(?!tail figure)'
  ),
  ...read(
    'review',
    { about: 'case', not: onesOwn },
    'figure caseHead review(?!caseTail figure|and)(?!pause litigation)'
  ),
  ...read(
    'litigation',
    { about: 'case', not: onesOwn },
    'figure caseHead litigation(?!caseTail figure|and)'
  )
]

const patterns: readonly Pattern[] = [...forward, ...backward]

/** A pattern found in a sentence, by the indices of its tokens. */
export interface Statement {
  readonly pattern: Pattern
  readonly first: number
  readonly last: number
  readonly figure: number
}

/** What the patterns find in a sentence: each figure once, by the first pattern that fits it. */
export function statementsIn(tokens: readonly ClaimToken[]): Statement[] {
  const spelt = tokens.map(({ role }) => letterOf(role)).join('')
  const found = new Map<number, Statement>()
  for (const pattern of patterns) {
    for (const { 0: words, index } of spelt.matchAll(pattern.shape)) {
      const figure = index + words.indexOf(letterOf('figure'))
      const { unit = '' } = tokens[figure] ?? {}
      // A figure without a measure word has its share behind it: 部分公开7，占4.6%.
      const fits = unit
        ? pattern.units.includes(unit)
        : pattern.about === 'requests' && !pattern.whole
      if (!fits || found.has(figure)) continue
      found.set(figure, { pattern, first: index, last: index + words.length - 1, figure })
    }
  }
  return [...found.values()].sort((a, b) => a.figure - b.figure)
}
