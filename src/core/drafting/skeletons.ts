import { isGovernment, missingAspects } from '../checks/rules/structure.ts'
import { canMakeRules } from '../checks/rules/cells.ts'
import { aspects, type TextKey } from '../form/sections.ts'
import { isBare, type TextHeading } from '../prose/headings/headings.ts'
import { headingFor, putAtEnd, putUnder, type PutIn } from '../prose/headings/under-heading.ts'
import type { Report } from '../report/report.ts'
import { figuresTold } from './told-figures.ts'

/**
 * Skeletons: headings and opening phrases of a written section, on offer where it is empty. What only
 * a person knows is a blank; where a table has the number, it is quoted.
 */

/** What a person has to fill in; the rule D-TPLRESID finds every one that is left. */
const blank = '____'

/** A part of a skeleton, under its heading where it has one. */
interface SkeletonPart {
  readonly title?: string
  readonly text: string
}

/** What section 一 begins with, aspect by aspect; the kind and the level of the unit decide. */
function aspectPhrases(report: Report): Readonly<Record<(typeof aspects)[number], string>> {
  const { year, unit } = report
  const makesDocuments = unit.kind !== 'institution'
  const lines = (...sentences: readonly (string | false)[]) => sentences.filter(Boolean).join('')
  return {
    主动公开: lines(
      `${year}年主动公开政府信息${blank}条，重点公开${blank}等方面的信息。`,
      canMakeRules(unit) &&
        '制发规章{{disclosure.rules.issued}}件，现行有效规章{{disclosure.rules.inForce}}件。',
      makesDocuments &&
        '制发行政规范性文件{{disclosure.normative.issued}}件，现行有效行政规范性文件{{disclosure.normative.inForce}}件，都已公开。',
      makesDocuments &&
        '作出行政许可决定{{disclosure.licensing.decisions}}件、行政处罚决定{{disclosure.penalty.decisions}}件、行政强制决定{{disclosure.compulsion.decisions}}件。',
      makesDocuments
        ? `发布政策解读材料${blank}篇，回应公众关切${blank}次。`
        : `公开服务事项、收费标准和办事流程${blank}项。`
    ),
    依申请公开: lines(
      '新收政府信息公开申请{{requests.received.total}}件，上年结转{{requests.carriedIn.total}}件，办结{{requests.handled.total}}件，结转下年度继续办理{{requests.carriedOut.total}}件。',
      `申请内容主要涉及${blank}等方面。`,
      '因政府信息公开引起的行政复议{{remedies.review.total}}件，行政诉讼{{sum:remedies.litigation.total}}件。'
    ),
    政府信息管理: lines(
      `${blank}更新政府信息公开指南和目录，清理失效、过期信息${blank}条。`,
      `公开前保密审查由${blank}负责，${blank}。`
    ),
    政府信息公开平台建设:
      figuresTold(report) ||
      lines(
        `政府信息公开专栏设在${blank}网站，全年更新信息${blank}条，访问量${blank}次。`,
        `政务新媒体账号${blank}个，全年发布信息${blank}条。`
      ),
    监督保障: isGovernment(unit)
      ? lines(
          `工作考核：政府信息公开列入对${blank}的年度考核，考核结果为${blank}。`,
          `社会评议：${blank}，评议结果为${blank}。`,
          `责任追究：${blank}。`,
          `组织业务培训${blank}次。`
        )
      : lines(
          `政府信息公开由${blank}分管、${blank}承办，配备工作人员${blank}名。`,
          `组织业务培训${blank}次，开展自查${blank}次，整改问题${blank}个。`
        )
  }
}

/** The skeleton of a section, for its unit and year. */
export function skeletonOf(report: Report, section: TextKey): readonly SkeletonPart[] {
  const { year, unit, channels } = report
  switch (section) {
    case 'leadIn': {
      const site = channels.find(({ kind }) => kind === 'website')?.name.trim()
      return [
        {
          text: '根据《中华人民共和国政府信息公开条例》第五十条和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号），编制本报告。'
        },
        {
          text: `本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。电子版可在${site ? `“${site}”` : blank}网站下载，网址：${blank}。`
        },
        {
          text: `对本报告有疑问的，可与${unit.name.trim() || blank}联系。地址：${blank}；电话：${blank}；电子邮箱：${blank}。`
        }
      ]
    }
    case 'overview':
      return Object.entries(aspectPhrases(report)).map(([title, text]) => ({ title, text }))
    case 'problems':
      return [
        {
          title: '上年问题改进情况',
          text: `对上年提出的${blank}问题，采取了${blank}等措施，${blank}。`
        },
        { title: '存在的主要问题', text: `一是${blank}；二是${blank}。` },
        { title: '改进措施', text: `一是${blank}；二是${blank}。` }
      ]
    case 'other':
      return [
        { text: `收取信息处理费的情况：${blank}。` },
        { text: `其他需要报告的事项：${blank}。` }
      ]
  }
}

/** What section 六 says where there is nothing to say but that. */
export const nothingElse = ({ year }: Pick<Report, 'year'>): string =>
  `${year}年没有收取信息处理费，没有其他需要报告的事项。`

/**
 * A section with its skeleton: phrases go under the headings that it has, missing headings are made,
 * and what is written under one already is left alone.
 */
export const withSkeleton = (report: Report, section: TextKey): string =>
  skeletonOf(report, section).reduce((text, { title, text: phrases }) => {
    if (title === undefined) return putAtEnd(text, phrases).text
    const heading = headingFor(section, text, title)
    return !heading || isBare(text, heading) ? putUnder(section, text, title, phrases).text : text
  }, report.text[section])

/** An aspect of section 一 that nothing is written about, with its heading where it has one. */
export interface LackingAspect {
  readonly aspect: (typeof aspects)[number]
  readonly heading?: TextHeading
}

/** All that are lacking, in their order. */
export const lackingAspects = (overview: string): LackingAspect[] =>
  aspects.flatMap((aspect): LackingAspect[] => {
    const heading = headingFor('overview', overview, aspect)
    if (heading) return isBare(overview, heading) ? [{ aspect, heading }] : []
    return missingAspects(overview).includes(aspect) ? [{ aspect }] : []
  })

/** A section with the skeleton of one of its parts. */
export const withSkeletonPart = (report: Report, section: TextKey, title: string): PutIn =>
  putUnder(
    section,
    report.text[section],
    title,
    skeletonOf(report, section).find((one) => one.title === title)?.text ?? blank
  )
