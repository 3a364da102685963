import type { TellingId } from '../../core/drafting/tellings.ts'

/** The search through the written sections. */
export const finding = {
  title: '查找',
  action: '查找和替换',
  words: '查找内容',
  by: '替换为',
  replacing: '替换',
  next: '下一处',
  previous: '上一处',
  one: '替换这一处',
  all: (count: number) => `全部替换 ${count} 处`,
  /** Where one is among all hits; 0: none is in hand. */
  place: (at: number, all: number) => `${at ? `第 ${at} 处，` : ''}共 ${all} 处`,
  none: '没有找到。',
  how: '在四个文字部分中查找。不区分大小写、全角半角；引用的数字按印出的查找。',
  more: (shown: number) => `只列出前 ${shown} 处。`,
  quoted: '含引用，不替换',
  replaced: (count: number, kept: number) =>
    `已替换 ${count} 处。${kept ? `${kept} 处含引用的数字，没有替换。` : ''}`,
  close: '返回正文'
} as const

const tellings: Record<TellingId, string> = {
  disclosure: '表二',
  decided: '表二，与上年相比',
  requests: '依申请公开',
  remedies: '复议、诉讼',
  changes: '表三、表四，与上年相比',
  figures: '平台数据',
  changedFigures: '平台数据，变化较大的'
}

/** What the app offers to write: skeletons, headings, sentences from facts, last year's text. */
export const drafting = {
  outline: (section: string) => `${section}的小标题`,
  characters: (count: number) => `${count} 字`,
  notWritten: '未填',
  headingOnly: '只有标题',
  heading: '插入标题',
  headingName: (heading: string) => `插入标题：${heading}`,
  phrases: '插入提纲',
  phrasesName: (heading: string) => `插入提纲：${heading}`,
  goTo: (heading: string) => `到${heading}`,
  headingDone: (heading: string) => `已插入标题“${heading}”。`,
  empty: '这一部分未填。提纲中的下划线处须填写，未填的逐处提示。',
  skeleton: '插入提纲',
  skeletonDone: '已插入提纲，下划线处待填。',
  nothingElse: '写明没有收取信息处理费',
  nothingDone: '已写明没有收取信息处理费。',
  tell: '生成句子',
  tellWhy: '句子由表格和平台数据生成，数字随表变化。为零的不写。',
  tellNone: '表格和平台数据未填，不能生成句子。',
  tellings,
  under: (heading: string) => `插入“${heading}”之下`,
  atCaret: '插入光标处',
  underName: (name: string, heading: string) => `${name}：插入“${heading}”之下`,
  atCaretName: (name: string) => `${name}：插入光标处`,
  told: (name: string) => `已插入“${name}”的句子。`,
  isTold: '已插入'
} as const

/** What may be charged for requests, by the tariff, and the sentence of it for section 六. */
export const fees = {
  action: '计算信息处理费',
  title: '信息处理费计算',
  why: '国办函〔2020〕109号：每份收费通知选用一种标准。按件，为同一申请人一个月内的申请；按量，为一件申请的页数。均分段累计。',
  notice: (n: number) => `收费通知 ${n}`,
  basis: (n: number) => `收费通知 ${n}，计费方式`,
  bases: { requests: '按件', pages: '按量' },
  units: { requests: '件', pages: '页' },
  count: (n: number) => `收费通知 ${n}，数量`,
  noCount: '数量填 1 至 100000 的整数。',
  step: (from: number, to: number, each: number, unit: string) =>
    `第 ${from === to ? from : `${from}–${to}`} ${unit}${each ? `每${unit} ${each} 元` : '不收费'}`,
  yuan: (yuan: number) => `${yuan} 元`,
  add: '增加收费通知',
  remove: (n: number) => `删除收费通知 ${n}`,
  due: '应收合计',
  paid: '实际收取',
  unit: '元',
  wrongPaid: '实际收取填整数，不超过应收合计。',
  put: '插入光标处',
  done: '已插入信息处理费收取情况。'
} as const
