/**
 * How annual reports word their figures. Between the words that name a matter and the figure only
 * words of a known list may stand: a sentence with anything else in between may speak of a part, or
 * of another matter, and a wrong warning costs more than a figure not read.
 */

export type Subject =
  | 'received'
  | 'handled'
  | 'dealtWith'
  | 'carriedIn'
  | 'carriedOut'
  | 'natural'
  | 'legalPersons'
  | 'granted'
  | 'partlyGranted'
  | 'grantedOrPartly'
  | 'refused'
  | 'unavailable'
  | 'declined'
  | 'other'
  | 'review'
  | 'litigation'
  | 'normativeIssued'
  | 'normativeRepealed'
  | 'normativeInForce'
  | 'licensing'
  | 'penalty'
  | 'compulsion'

export interface Pattern {
  readonly subject: Subject
  /** The one group is the number as it stands in the text. */
  readonly pattern: RegExp
  /** What the passage must be about, by what was named last: requests, or a case about them. */
  readonly about?: 'requests' | 'case'
  /** States a whole; a figure of one channel, or behind 其中, is not that. */
  readonly whole?: boolean
  /** What the clause up to the figure must not say. */
  readonly not?: RegExp
}

/** A number as prose writes it: 1,400 · 1 400 · 15 · 二十. Rounded ones (1.2万) are left alone. */
const figure =
  '(\\d{1,3}(?:[,，]\\d{3})+(?!\\d)|\\d{1,3}(?: \\d{3})+(?!\\d)|\\d+|[零〇一二两三四五六七八九十百千]+)'

const measure = '\\s*[件宗起条份例](?!次)'

/** What may stand before a figure, or between a matter and its figure. */
const link = '(?:数量|总量|总数|件数|共计|合计|总计|一共|[共计为的了是有达：:\\s]){0,4}'
/** Between a verb and 申请: whose requests and what kind of them: all, and about disclosure. */
export const asks = `(?:公民|依申请|[了过到的新、和或及依类]|自然人、法人|法人|以及|或者|其他组织|社会公众|群众|申请人|提出|提交|有效|各类|各种|政府|政务|信息|公开|共计|书面){0,10}`
const request = `${asks}申请(?:公开)?(?:事项|件)?`
const parts = /(?:自然人|法人|其他组织)申请/

const stating = (words: string, between = link, unit = measure): RegExp =>
  new RegExp(`(?:${words})${between}${figure}${unit}`, 'g')
/** 办结 16 件, 办结政府信息公开申请 16 件. */
const ofRequests = (words: string): RegExp => stating(`(?:${words})(?:${request})?`)

const arriving = '(?<!不予|未)(?:收到|受理|接收|接到|新收)'
const persons = '(?:提出|提交|申请|[的：:共计为]){0,4}'
const ofCases = '(?:申请|案件|案|机关|数量|总数|共计|合计|发生|收到|[共计为的了有：:\\s]){0,4}'
const documents = '(?:[了行政本级、]|各类){0,6}规范性文件'
const decisions = '(?:处理决定|决定|案件|措施|总数|共计|合计|[共计为的了：:\\s]){0,4}'
const published =
  /信息|事项|公示|公开|目录|清单|公告|发布|推送|归集|录入|上传|案卷|评查|监督|审核|不予|免予|免除|其中/
const onesOwn = /决定书|文书|办理|审理|审结|承办|指导|代理|其中/

export const patterns: readonly Pattern[] = [
  {
    subject: 'received',
    pattern: new RegExp(`${arriving}${request}${link}${figure}${measure}`, 'g'),
    about: 'requests',
    whole: true,
    not: parts
  },
  {
    subject: 'received',
    pattern: new RegExp(`${arriving}${link}${figure}${measure}(?=${request})`, 'g'),
    whole: true,
    not: parts
  },
  {
    subject: 'received',
    pattern: new RegExp(`${arriving}到?${link}${figure}${measure}(?!${request})`, 'g'),
    about: 'requests',
    whole: true
  },
  {
    subject: 'dealtWith',
    pattern: stating(`(?:办理|处理)(?!完毕)${request}`),
    about: 'requests',
    whole: true,
    not: parts
  },
  {
    subject: 'handled',
    pattern: ofRequests(
      '(?<!当场|延期|逾期|超期|电话|未|待|及时转|中)(?:办结|答复|办复|(?:办理|处理)完毕)'
    ),
    about: 'requests',
    whole: true,
    not: /延期/
  },
  {
    subject: 'carriedIn',
    pattern: ofRequests('上一?年度?(?:结转|转入|遗留)(?:办理)?|结转上一?年度?(?:办理)?'),
    about: 'requests'
  },
  {
    subject: 'carriedOut',
    pattern: ofRequests(
      '(?:(?:结转|转|顺延)(?:[至到入]?(?:下一?年度?|20\\d\\d年度?)|次年)|顺延)(?:继续)?(?:办理|答复|处理)?'
    ),
    about: 'requests'
  },
  { subject: 'natural', pattern: stating('自然人', persons), about: 'requests' },
  {
    subject: 'legalPersons',
    pattern: stating('(?<!企业|事业)法人(?:(?:和|或|及|、|以及|或者)其他组织)?', persons),
    about: 'requests'
  },
  {
    subject: 'grantedOrPartly',
    pattern: ofRequests('予以(?:公开)?(?:和|及|、|或|以及|或者)(?:予以)?部分公开'),
    about: 'requests'
  },
  { subject: 'granted', pattern: ofRequests('(?<!不)予以公开'), about: 'requests' },
  {
    subject: 'partlyGranted',
    pattern: ofRequests(
      '(?<!和|及|、|或|者)(?:予以)?部分公开|(?<=件(?:[（(].{0,9}[）)])?、)部分公开'
    ),
    about: 'requests'
  },
  { subject: 'refused', pattern: ofRequests('不予公开'), about: 'requests' },
  { subject: 'unavailable', pattern: ofRequests('无法提供'), about: 'requests' },
  { subject: 'declined', pattern: ofRequests('不予处理'), about: 'requests' },
  { subject: 'other', pattern: ofRequests('其他处理'), about: 'requests' },
  {
    subject: 'review',
    pattern: stating('(?<!未经)(?:行政)?复议(?!后)', ofCases),
    about: 'case',
    not: onesOwn
  },
  {
    subject: 'litigation',
    pattern: stating(
      '(?<!(?:直接|复议后)(?:提起)?(?:行政)?)(?<!复议(?:和|及|、|与|或)(?:提起)?(?:行政)?)诉讼',
      ofCases
    ),
    about: 'case',
    not: onesOwn
  },
  {
    subject: 'normativeIssued',
    pattern: stating(`(?:制发|制定|出台|印发)${documents}`, link, '\\s*[件份个部]')
  },
  {
    subject: 'normativeRepealed',
    pattern: stating(`废止(?:(?:和|或|、|及)?(?:宣布)?失效)?${documents}`, link, '\\s*[件份个部]')
  },
  {
    subject: 'normativeInForce',
    pattern: stating(`有效的?${documents}`, link, '\\s*[件份个部]')
  },
  {
    subject: 'licensing',
    pattern: stating('行政许可', decisions, '\\s*[件宗起](?!次)'),
    not: published
  },
  {
    subject: 'penalty',
    pattern: stating('行政处罚', decisions, '\\s*[件宗起](?!次)'),
    not: published
  },
  {
    subject: 'compulsion',
    pattern: stating('行政强制', decisions, '\\s*[件宗起](?!次)'),
    not: published
  }
]
