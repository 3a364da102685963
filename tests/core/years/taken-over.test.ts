import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  lastParts,
  withLastParagraph,
  withLastPart,
  withLastSection
} from '../../../src/core/years/taken-over.ts'
import { setCells } from '../../../src/core/report/edit.ts'
import { emptyOutline } from '../../../src/core/prose/headings/under-heading.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { channel, figure, reportOf } from '../platforms/figures.ts'

const last = `年度工作总的情况。
（一）主动公开
2024年发布信息312条，比2023年多。一是机构职能方面。二是其他方面。
{{chart:gone}}
（二）依申请公开。2024年收到政府信息公开申请9件，办结9件。
1.答复质量
逐件审核。
（三）平台建设
微信公众号推送190余条。`
const figures = [2024, 2025].map((year) =>
  figure({ channel: 'wx', key: 'posts', year, value: year - 1834, qualifier: '余' })
)
const cells = setCells(reportOf([], []), { 'requests.received.natural': 9 }).cells

const base = reportOf([channel('wx', 'wechat', '清川水利')], figures)
const reportWith = (now: string, text = last): Report => ({
  ...base,
  text: { ...base.text, overview: now },
  previous: {
    year: 2024,
    cells: { ...cells, 'requests.handled.total': 9 },
    text: { ...base.text, overview: text },
    metrics: figures.filter(({ year }) => year === 2024)
  }
})
const taking = (now: string, asQuotes = false, text = last) => ({
  report: reportWith(now, text),
  section: 'overview' as const,
  asQuotes
})
const paragraphs = lastParts(last).flatMap((part) => part.paragraphs)
const paragraph = (begins: string) => {
  const found = paragraphs.find(({ text }) => text.startsWith(begins))
  if (!found) throw new Error(`no paragraph ${begins}`)
  return found
}

it('last year’s text is offered in whole paragraphs, under their headings', () => {
  expect(
    lastParts(last).map(({ heading, upper, paragraphs }) => [
      heading?.title,
      upper,
      paragraphs.map(({ text }) => text)
    ])
  ).toEqual([
    [undefined, true, ['年度工作总的情况。']],
    ['主动公开', true, ['2024年发布信息312条，比2023年多。一是机构职能方面。二是其他方面。']],
    ['依申请公开', true, ['2024年收到政府信息公开申请9件，办结9件。']],
    ['答复质量', false, ['逐件审核。']],
    ['平台建设', true, ['微信公众号推送190余条。']]
  ])
  for (const { text, from, to, sentences } of paragraphs) {
    expect(last.slice(from, to)).toBe(text)
    expect(sentences.join('')).toBe(text)
  }
})

describe('a paragraph taken over', () => {
  it.each([
    {
      of: 'into nothing, with its heading',
      begins: '2024年发布',
      now: '',
      after: '（一）主动公开\n2025年发布信息312条，比2024年多。一是机构职能方面。二是其他方面。'
    },
    {
      of: 'under the heading as it is worded now',
      begins: '微信',
      now: '（一）主动公开\n（二）政府信息公开平台建设\n（三）监督保障',
      after: '（一）主动公开\n（二）政府信息公开平台建设\n微信公众号推送190余条。\n（三）监督保障'
    },
    {
      of: 'under the upper heading where its own is not there',
      begins: '逐件',
      now: '（一）依申请公开\n（二）监督保障',
      after: '（一）依申请公开\n逐件审核。\n（二）监督保障'
    },
    {
      of: 'under its own where it is',
      begins: '逐件',
      now: '（一）依申请公开\n1.答复质量\n（二）监督保障',
      after: '（一）依申请公开\n1.答复质量\n逐件审核。\n（二）监督保障'
    },
    {
      of: 'above all headings where it stood there',
      begins: '年度工作',
      now: '（一）主动公开\n甲。',
      after: '年度工作总的情况。\n（一）主动公开\n甲。'
    }
  ])('stands $of', ({ begins, now, after }) => {
    const { text, from, to } = withLastParagraph(taking(now), paragraph(begins))
    expect(text).toBe(after)
    expect(text.slice(from, to).length).toBe(paragraph(begins).text.length)
  })

  it('quotes this year’s cells where it stated last year’s', () => {
    const { text } = withLastParagraph(taking('', true), paragraph('2024年收到'))
    expect(text).toBe(
      '（一）依申请公开\n2025年收到政府信息公开申请{{requests.received.total}}件，办结{{requests.handled.total}}件。'
    )
  })

  it('quotes this year’s figures of platforms where it stated last year’s', () => {
    const { text } = withLastParagraph(taking('', true), paragraph('微信'))
    expect(text).toBe(`（一）平台建设\n微信公众号推送{{metric:${figures[1]?.id ?? ''}}}条。`)
  })
})

it('a part is taken over with its smaller headings, charts that are gone left out', () => {
  const [, , requests] = lastParts(last)
  if (!requests?.heading) throw new Error('no such part')
  expect(withLastPart(taking('（一）监督保障'), requests.heading).text).toBe(
    '（一）依申请公开\n2025年收到政府信息公开申请9件，办结9件。\n1.答复质量\n逐件审核。\n（二）监督保障'
  )
})

describe('a section taken over', () => {
  it('is last year’s text where nothing is written yet', () => {
    expect(withLastSection(taking(''))).toBe(
      last
        .replace('{{chart:gone}}\n', '')
        .replaceAll('2024年', '2025年')
        .replaceAll('2023年', '2024年')
    )
  })

  it('goes under the headings of a new report', () => {
    const text = withLastSection(taking(emptyOutline('overview')))
    expect(text.match(/^（.）.*/gm)).toEqual(emptyOutline('overview').split('\n'))
    expect(text).toContain('（一）主动公开\n2025年发布信息312条')
    expect(text).toContain(
      '1.答复质量\n逐件审核。\n（三）政府信息管理\n（四）政府信息公开平台建设\n微信'
    )
    expect(text.startsWith('年度工作总的情况。\n（一）')).toBe(true)
  })

  it('loses no sentence of either year', () => {
    const piece = fc.constantFrom(
      '（一）主动公开\n',
      '（二）依申请公开。收到3件。\n',
      '1.细目\n',
      '甲乙。\n',
      '\n',
      '丙丁'
    )
    const texts = fc.array(piece).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(texts, texts, (now, before) => {
        const text = withLastSection(taking(now, true, before))
        for (const one of [...lastParts(now), ...lastParts(before)]) {
          for (const { text: words } of one.paragraphs) expect(text).toContain(words)
        }
      })
    )
  })
})
