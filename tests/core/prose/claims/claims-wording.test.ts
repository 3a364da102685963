import { describe, expect, it } from 'vitest'
import { claims } from '../../../../src/core/prose/claims/claims.ts'
import { wordingsOf } from '../wordings.ts'

/**
 * The same matter in the words of many offices, kind by kind, in reports of 2025. Each line: a
 * sentence below the heading 依申请公开, and the figures that it states; `—` for none.
 */
const wordings: Readonly<Record<string, string>> = {
  'what is carried over, with its figure before it': `
    收到申请31件，办结28件，3件转入下年度继续办理。 | received=31 handled=28 carriedOut=3
    剩余4件顺延至2026年办理。 | carriedOut=4
    尚有1件因未到答复期限，结转下一年度办理。 | carriedOut=1
    另有２件申请转至次年答复。 | carriedOut=2
    其中五件按程序结转到2026年度。 | carriedOut=5
    有1件留待下年度办理。 | carriedOut=1
    6宗延至下一年度继续办理。 | carriedOut=6
    2件下年度继续办理。 | carriedOut=2
    余下的2件申请依法转下年处理。 | carriedOut=2
    办结7件、2件结转下年。 | handled=7 carriedOut=2
    3件正在办理，结转至下一年度。 | carriedOut=3
    3件因案情复杂顺延至下年办理。 | carriedOut=3
    未办结的2件将结转至明年。 | carriedOut=2
    加上2024年结转的3件，共办理17件，按期答复16件，结转2026年1件。 | carriedIn=3 dealtWith=17 handled=16 carriedOut=1`,
  'what is carried over, with its figure behind it': `
    顺延至下年度办理的有3件。 | carriedOut=3
    结转2026年度继续办理的申请共十二件。 | carriedOut=12
    结转下年度继续办理：1件。 | carriedOut=1
    转入2026年办理的1,204件。 | carriedOut=1204
    结转2件至下年度办理。 | carriedOut=2
    转下年3宗。 | carriedOut=3
    结转到次年继续办理的数量为2件。 | carriedOut=2
    跨年度办理2件。 | carriedOut=2
    遗留至下一年度处理0件。 | carriedOut=0`,
  'what was carried in': `
    2024年度结转申请3件，本年新收申请12件，办结14件，结转至2026年1件。 | carriedIn=3 received=12 handled=14 carriedOut=1
    2025年收到申请8件，上一年度结转政府信息公开申请2件，办结10件。 | received=8 carriedIn=2 handled=10
    2024年底未办结转入2件，全年收到申请9件。 | carriedIn=2 received=9
    去年结转3件。 | carriedIn=3
    共收到申请9件（含上年结转2件）。 | received=9 carriedIn=2
    另有2件为上年度结转。 | carriedIn=2
    上年度遗留的申请4件，均已办结。 | carriedIn=4
    结转上年度申请4件。 | carriedIn=4
    2件由上年度结转，办结申请9件。 | carriedIn=2 handled=9
    截至2025年底，办结16件，其中办结2024年结转的3件。 | handled=16 carriedIn=3`,
  'requests received, however the noun is put': `
    共接收依申请公开件19件。 | received=19
    今年共接到来自公民的依申请公开事项11件。 | received=11
    收到市民政府信息公开申请6件。 | received=6
    共收到“信息公开”申请8件。 | received=8
    主动公开文件80件，办理依申请公开12件，办结11件。 | dealtWith=12 handled=11
    接到公民提出的信息公开申请7件。 | received=7
    本年度新受理政府信息公开申请二十一件。 | received=21
    全年共收到公民、法人和其他组织向本机关提交的政府信息公开申请11宗。 | received=11
    全年收到11份公民、法人提出的政府信息公开书面申请。 | received=11
    受理申请公开政府信息的申请9条。 | received=9
    收到的政府信息公开申请总数为1,036件。 | received=1036
    通过信函、网络和当面等方式，共收到申请１２件。 | received=12
    签收政府信息公开申请件5件。 | received=5
    登记申请14件。 | received=14
    全年登记政府信息公开申请9件，办结8件。 | received=9 handled=8
    2025年，我局共登记依申请公开件7件。 | received=7
    经核实，登记在册的申请6件。 | received=6
    依法登记8件政府信息公开申请。 | received=8
    接获公民提出的信息公开申请5件。 | received=5
    2025年全年累计受理依申请公开8件。 | received=8
    今年以来，收到申请5件。 | received=5
    通过信函和网络受理的申请合计12件。 | received=12
    收到公民提交的要求公开政府信息的申请24件。 | received=24
    收悉政府信息公开申请共 6 件。 | received=6
    收政府信息公开申请6件，办结6件。 | received=6 handled=6`,
  'requests dealt with and answered': `
    共办理政府信息公开申请23件。 | dealtWith=23
    办理23件政府信息公开申请。 | dealtWith=23
    全年办理依申请公开工作6件。 | dealtWith=6
    全年共新收申请贰拾件。 | received=20
    全年处理依申请公开事项6件。 | dealtWith=6
    共处理12件，转下年办理2件。 | handled=12 carriedOut=2
    全部办理完毕的申请12件。 | handled=12
    答复申请人12件。 | handled=12
    依法答复12件政府信息公开申请。 | handled=12
    办结各类政府信息公开申请共计3件。 | handled=3
    收到申请12件，已办结11件，结转1件到下一年度。 | received=12 handled=11 carriedOut=1
    收到申请9件,办结8件;结转下年度1件。 | received=9 handled=8 carriedOut=1`,
  outcomes: `
    决定予以公开7件，不同意公开1件。 | granted=7 refused=1
    “予以公开”8件、“部分公开”2件、“不予公开”1件。 | granted=8 partlyGranted=2 refused=1
    全部或部分公开8件。 | grantedOrPartly=8
    按照“其他处理”方式办结3件。 | other=3
    其中，全部公开5件、部分公开3件、无法提供2件、不予处理1件、其他处理1件。 | granted=5 partlyGranted=3 unavailable=2 declined=1 other=1
    予以公开或部分公开的申请共13件。 | grantedOrPartly=13
    部分公开及予以公开13件。 | grantedOrPartly=13
    予以公开的9件，占75%；部分公开的3件，占25%。 | granted=9 partlyGranted=3
    予以公开9，占75%。 | granted=9
    无法提供3（25%），其他处理1（8.3%）。 | unavailable=3 other=1
    收到申请12件，其中予以公开（含已主动公开）8件，本机关不掌握而无法提供4件。 | received=12 granted=8 unavailable.notHeld=4
    9件予以公开，2件不予公开，1件作其他处理。 | granted=9 refused=2 other=1
    有4件属于无法提供，2件属不予处理。 | unavailable=4 declined=2
    因信访举报投诉类申请不予处理3件。 | declined.petition=3
    3件被认定为不予处理。 | declined=3
    不予公开决定2件。 | refused=2
    8份予以公开，对4份告知无法提供。 | granted=8 unavailable=4
    没有现成信息无法提供2件，本机关不掌握无法提供4件。 | unavailable.needsMaking=2 unavailable.notHeld=4
    予以公开（含部分公开）12件。 | grantedOrPartly=12
    其他类处理3件。 | other=3
    无法提供的情形6件。 | unavailable=6
    予以公开8件，不公开2件。 | granted=8 refused=2
    其中决定不公开3件，部分予以公开1件。 | refused=3 partlyGranted=1
    不公开的4件，占25%。 | refused=4
    2件不公开，9件予以公开。 | refused=2 granted=9
    2件不公开，1件未予公开。 | refused=2 refused=1
    对3件拒绝公开。 | refused=3
    不予以公开1件。 | refused=1`,
  'who asks': `
    自然人提交的申请 8 件，法人和其他组织提交的申请 2 件。 | natural=8 legalPersons=2
    个人提出的申请8件。 | natural=8
    公民申请8件，法人申请2件。 | natural=8 legalPersons=2
    收到申请10件，其中8件来自自然人，2件来自法人。 | received=10 natural=8 legalPersons=2
    申请人为自然人的8件，法人或者其他组织的2件。 | natural=8 legalPersons=2
    法人及其他组织申请数量为2件。 | legalPersons=2
    收到自然人和法人申请10件。 | received=10`,
  'cases about requests': `
    因政府信息公开被提起行政复议3宗、行政诉讼1宗。 | review=3 litigation=1
    全年发生涉及信息公开的行政复议案件4件。 | review=4
    承办涉政府信息公开行政复议3件，行政诉讼0件。 | review=3 litigation=0
    有1起因不服信息公开答复引起的行政诉讼。 | litigation=1
    共有4件涉及信息公开的行政复议案件。 | review=4
    本年度政府信息公开类行政复议数量为5件。 | review=5
    政府信息公开行政诉讼情况：2起。 | litigation=2
    政府信息公开行政复议申请2件，其中上年结转1件。 | review=2
    指导各科室规范答复。全年因依申请公开引发行政复议2件。 | review=2`,
  'a figure of one way in is none of all': `
    收到书面申请2件、网络申请6件。 | —
    收到书面申请9份，办结9份。 | received=9 handled=9
    网上收到申请6件，答复5件；当面收到申请2件，答复2件。 | —
    线下受理申请3件，办结2件，结转下年1件。 | —
    通过信函收到申请4件，办结4件。 | —
    线上受理6件，办结5件；线下受理3件，办结3件。全年共办结8件。 | handled=8
    收到申请9件，其中线上6件、线下3件，办结9件。 | received=9 handled=9
    收到申请9件，线上提交6件，线下提交3件，办结9件。 | received=9 handled=9
    线上申请6件，线下申请3件。 | —
    当面申请2件，已答复2件。网络申请7件，已答复6件。 | —
    来信申请2件，办结2件。 | —`,
  'a figure of some of them is none of all': `
    共办结9件；新收申请中有2件结转到下年度。 | handled=9
    办理上年结转申请1件、本年新收申请8件，共计办结9件。 | carriedIn=1 handled=9
    上年结转申请1件、本年新收申请9件，办结9件。 | carriedIn=1 received=9 handled=9`,
  'a figure of another time is none of this year': `
    较2024年收到申请12件，本年明显减少。 | —
    比上年收到申请12件减少2件。 | —
    与2024年收到申请12件相比有所减少。 | —
    上年收到申请12件，办结12件。 | —
    2024年收到申请12件；办结12件。 | —
    上年收到申请12件，今年收到申请14件，办结16件。 | received=14 handled=16
    收到申请14件（上年收到12件），办结16件。 | received=14 handled=16
    2024年，收到申请12件，2025年收到申请14件。 | received=14
    上半年收到申请6件，办结5件。 | —
    1至6月收到申请6件。 | —
    6月，收到申请3件。 | —
    2025年6月收到申请1件，2025年9月收到申请2件。 | —
    近三年共收到申请45件，办结44件。 | —
    近5年收到申请45件。 | —
    三年来共收到申请45件。 | —
    1月至12月，收到申请6件。 | received=6
    截至12月底，共收到申请12件，办结11件。 | received=12 handled=11
    2025年1月至2025年12月，收到申请12件。 | received=12
    收到申请12件，1月1日起实行新流程，办结11件。 | received=12 handled=11
    截至2025年底，累计收到申请812件，办结800件。 | —
    自施行以来收到申请812件，办结800件。 | —
    同比多办结申请3件。 | —
    去年同期办结申请12件。 | —
    与上年相比，收到申请14件，办结16件。 | received=14 handled=16`,
  'a part is not the whole': `
    其中收到申请9件。 | —
    其中，办结申请16件。 | handled=16
    行政复议9件（含上年结转1件）。 | review=9
    2024年结转行政复议1件，2025年新收行政复议6件。 | review=6
    上年结转的行政复议案件2件。 | —
    2件行政诉讼为上年结转。 | —
    2件行政复议案件结转下年。 | —
    延期答复申请2件。 | —
    未办结申请2件。 | —
    当场答复申请5件，逾期答复0件。 | —`,
  'other matters': `
    全年制发公文120件，其中主动公开80件、依申请公开15件、不予公开25件。 | —
    拟制公文36份，认定为主动公开20份，依申请公开6份，不予公开10份。 | —
    公开属性为主动公开的文件30件，依申请公开的12件，不予公开的3件。 | —
    协查答复申请8件。 | —
    收到群众来信34件、网上诉求348件、微博留言12条。 | —
    接受监督检查2次，收取费用3件。 | —
    收到意见建议8条，答复8条。 | —
    办理行政复议案件35件，审结33件。 | —
    协助上级机关办理申请2件。 | —
    收到企业法人变更登记申请8件。 | —
    办理不动产登记申请8件，答复8件。 | —
    婚姻登记申请6件。 | —
    对每一件申请，收到一件、登记一件、答复一件。 | —
    登记申请书8件，登记表3份。 | —
    较上年登记申请12件有所减少。 | —
    梳理不公开信息2件、不公开事项3件。 | —
    对应公开不公开的2件作出整改。 | —
    不公开审理案件2件。 | —
    依申请公开15件、主动公开80件、不公开25件。 | —
    部分不予公开2件。 | —
    验收申请3件，回收文件2件。 | —
    第2件申请已经办结。 | —
    收到申请12人次。 | —
    收到申请30件次。 | —
    开展申请办理培训3期，覆盖8个部门。 | —
    收到申请，答复书5份已经归档。 | —
    答复率100%，办结率100%。 | —`
}

const told = (text: string): string =>
  claims(text, 2025)
    .map(({ subject, value, qualifier = '' }) => `${subject}=${value}${qualifier}`)
    .join(' ') || '—'

describe('figures of requests', () => {
  it.each(wordingsOf(wordings))('$kind: $text', ({ text, expected }) => {
    expect(told(`（二）依申请公开。${text}`)).toBe(expected)
  })
})

describe('figures of documents and decisions', () => {
  it.each([
    ['本年度出台行政规范性文件3件。', 'normativeIssued=3'],
    ['规范性文件制发数量3件，废止数量1件。', 'normativeIssued=3 normativeRepealed=1'],
    ['制定2件规范性文件。', 'normativeIssued=2'],
    [
      '本年新制发的规范性文件共五件，宣布失效的规范性文件2件。',
      'normativeIssued=5 normativeRepealed=2'
    ],
    ['现行有效的行政规范性文件１９件。', 'normativeInForce=19'],
    ['行政规范性文件现行有效19件。', 'normativeInForce=19'],
    ['行政许可决定数为1,130件，行政处罚决定数12宗。', 'licensing=1130 penalty=12'],
    ['作出130件行政许可决定、12件行政处罚决定。', 'licensing=130 penalty=12'],
    ['行政强制措施数量：0件。', 'compulsion=0'],
    [
      '全年制发行政规范性文件6份，废止2份，现行有效18份。',
      'normativeIssued=6 normativeRepealed=2 normativeInForce=18'
    ],
    ['共制定并公布行政规范性文件4件。', 'normativeIssued=4'],
    ['制定规划6份，废止2份，现行有效18份。', '—'],
    ['公布行政许可决定12件。', '—'],
    ['网站发布规范性文件15件。', '—'],
    ['公开规范性文件15件、解读8篇。', '—'],
    ['公示行政许可12件、行政处罚4件。', '—'],
    ['修订规范性文件2件。', '—'],
    ['规范性文件约20件。', '—']
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })
})

describe('where a claim stands', () => {
  it.each([
    ['另有2件转到2026年办理。', '2件转到2026年', '2'],
    ['收到申请（含网上）１，２０４件。', '收到申请（含网上）１，２０４件', '１，２０４'],
    ['部分公开7，占4.61%。', '部分公开7', '7'],
    ['其中 4 件为无法提供，占44%。', '4 件为无法提供', '4']
  ])('%s', (sentence, words, figure) => {
    const before = '（二）依申请公开。'
    const [claim] = claims(before + sentence, 2025)
    expect(claim).toMatchObject({ text: words, figure })
    expect((before + sentence).slice(claim?.from, claim?.to)).toBe(words)
  })
})
