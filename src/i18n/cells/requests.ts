import type { Applicant, RequestRow } from '../../core/form/requests.ts'
import type { Meaning } from './cell-help.ts'

/**
 * What table 三 counts. The articles are those of the 条例 that allow the answer; what the form alone
 * knows goes by the form. Long, for each of its 25 rows and 7 columns has its own.
 */

const form = '国办公开办函〔2021〕30号'
const fees = '国办函〔2020〕109号'
/** What every way of refusing has in common. */
const divided = '作区分处理、公开了其余部分的，只计入“（二）部分公开”。'

export const requestMeanings: Readonly<Record<RequestRow, Meaning>> = {
  received: {
    counts:
      '1月1日至12月31日收到的申请。当面、邮寄、网络、传真等途径提出的都计入，补正后仍为一件。',
    not: '上年收到、本年继续办理的，计入“二、上年结转”。未以申请形式提出的咨询、信访不计入。',
    clause: '条例第二十九条、第三十一条'
  },
  carriedIn: {
    counts: '上年收到、上年底前未办结的申请。与上年报告“四、结转下年度继续办理”逐列相同。',
    not: '本年收到的不计入。',
    clause: form
  },
  granted: {
    counts: '答复予以公开的申请，包括告知已主动公开信息获取方式和途径的。',
    not: '只公开其中一部分的，计入“（二）部分公开”。',
    clause: '条例第三十六条第一项、第二项'
  },
  partlyGranted: {
    counts: '申请的信息中有不应公开的内容，作区分处理后公开其余部分的。',
    not: '只计这一情形，未公开的部分不再计入不予公开、无法提供等情形。',
    clause: '条例第三十七条'
  },
  'refused.stateSecret': {
    counts: '因依法确定为国家秘密，不予公开的。',
    not: divided,
    clause: '条例第十四条'
  },
  'refused.lawForbids': {
    counts: '因法律、行政法规禁止公开，不予公开的。',
    not: '依据规章、规范性文件的，不属于这一情形。' + divided,
    clause: '条例第十四条'
  },
  'refused.safety': {
    counts: '因公开后可能危及国家安全、公共安全、经济安全、社会稳定，不予公开的。',
    not: divided,
    clause: '条例第十四条'
  },
  'refused.thirdParty': {
    counts: '因涉及商业秘密、个人隐私等，公开会损害第三方合法权益，不予公开的。',
    not: '第三方同意，或不公开会对公共利益造成重大影响而公开的，计入“（一）予以公开”。',
    clause: '条例第十五条、第三十二条'
  },
  'refused.internal': {
    counts: '因属于人事管理、后勤管理、内部工作流程三类内部事务信息，不予公开的。',
    not: '讨论记录、请示报告等，计入“6.属于四类过程性信息”。',
    clause: '条例第十六条第一款'
  },
  'refused.process': {
    counts: '因属于讨论记录、过程稿、磋商信函、请示报告四类过程性信息，不予公开的。',
    not: '法律、法规、规章规定应当公开的，不属于这一情形。',
    clause: '条例第十六条第二款'
  },
  'refused.caseFile': {
    counts: '因属于行政执法案卷信息，不予公开的。',
    not: '法律、法规、规章规定应当公开的，不属于这一情形。',
    clause: '条例第十六条第二款'
  },
  'refused.query': {
    counts: '申请工商、不动产登记资料等信息，法律、行政法规对获取另有规定，告知依照规定办理的。',
    not: '本机关没有该信息的，计入“（四）无法提供”。',
    clause: '条例第三十六条第七项'
  },
  'unavailable.notHeld': {
    counts: '经检索没有该信息，告知不存在的；或不由本机关负责公开，告知并说明理由的。',
    not: '有信息但须加工、分析的，计入“2.没有现成信息需要另行制作”。',
    clause: '条例第三十六条第四项、第五项'
  },
  'unavailable.needsMaking': {
    counts: '没有现成信息，须对现有信息加工、分析，未予提供的。',
    not: '能够作区分处理并提供的，计入“（二）部分公开”。',
    clause: '条例第三十八条'
  },
  'unavailable.unclear': {
    counts: '告知补正，申请人补正后内容仍不明确的。',
    not: '无正当理由逾期不补正的，计入“（六）其他处理”第 1 项。',
    clause: '条例第三十条'
  },
  'declined.petition': {
    counts: '以申请形式信访、投诉、举报，告知不作为政府信息公开申请处理的。',
    not: '未以申请形式提出的信访、投诉、举报，不计入本表。',
    clause: '条例第三十九条第一款'
  },
  'declined.repeat': {
    counts: '已作出答复，同一申请人又申请相同信息，告知不予重复处理的。',
    not: '不同申请人申请相同信息的，按各自的答复计入。',
    clause: '条例第三十六条第六项'
  },
  'declined.publication': {
    counts: '要求提供政府公报、报刊、书籍等公开出版物，告知获取途径的。',
    not: '告知其他主动公开信息获取途径的，计入“（一）予以公开”。',
    clause: '条例第三十九条第二款'
  },
  'declined.excessive': {
    counts: '申请数量、频次明显超过合理范围，经要求说明的理由不合理，告知不予处理的。',
    not: '理由合理、延迟答复的，按答复结果计入。',
    clause: '条例第三十五条'
  },
  'declined.confirm': {
    counts: '要求对已获取的信息作出确认，或重新出具，不予处理的。',
    not: '首次申请获取信息的，按答复结果计入。',
    clause: form
  },
  'other.notCorrected': {
    counts: '告知补正后，申请人无正当理由逾期不补正，不再处理的。',
    not: '补正后仍不明确的，计入“（四）无法提供”第 3 项。',
    clause: '条例第三十条'
  },
  'other.feeUnpaid': {
    counts: '发出收费通知后，申请人自收到次日起 20 个工作日内未缴纳信息处理费，不再处理的。',
    not: '已缴费的，按答复结果计入。',
    clause: fees
  },
  'other.other': {
    counts: '不属于以上各项的办理结果，如申请人主动撤回申请。',
    not: '可归入以上各项的，不计入。',
    clause: form
  },
  handled: {
    counts: '本年办理结果，为（一）至（六）各项之和。',
    not: '年底前未办结的，计入“四、结转下年度继续办理”。',
    clause: form
  },
  carriedOut: {
    counts:
      '年底前未办结的申请，为新收与上年结转之和减去办理结果总计。下年报告的“上年结转”与此相同。',
    not: '已答复的不计入，包括年底答复、次年送达的。',
    clause: form
  }
}

export const applicantMeanings: Readonly<Record<Applicant, string>> = {
  natural: '自然人：以个人名义提出的，包括律师、个体工商户经营者以个人名义提出的。',
  commercial: '商业企业：以公司等企业名义提出的。',
  research: '科研机构：以科研院所、高等学校等名义提出的。',
  welfare: '社会公益组织：以社会团体、基金会、社会服务机构等名义提出的。',
  legal: '法律服务机构：以律师事务所、法律援助机构等名义提出的。',
  otherOrg: '其他：以前四类以外的法人或其他组织名义提出的。',
  total: '总计：自然人与法人或其他组织各列之和。'
}
