import { reportTitle } from '../../../core/form/sections.ts'
import type { Report } from '../../../core/report/report.ts'
import type { Job, Made } from '../writer.ts'
import { fragment } from './fragment.ts'
import { element, type Markup } from './markup.ts'

/** The report as a page of its own, which needs nothing else and prints as a report should. */
export function writeHtml(report: Report, { draft }: Pick<Job, 'draft'>): Promise<Made> {
  const title = reportTitle(report.unit.name, report.year)
  const page = htmlPage(title, style, [
    element('main', {}, fragment(report, { alone: true, draft })),
    ...(draft ? [element('div', { class: 'draft', 'aria-hidden': 'true' }, '草稿')] : [])
  ])
  return Promise.resolve({ ok: true, bytes: new TextEncoder().encode(page) })
}

/** A whole document in Chinese. */
export const htmlPage = (title: string, style: string, body: readonly Markup[]): string =>
  `<!doctype html>\n${
    element(
      'html',
      { lang: 'zh-CN' },
      {
        html: `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${element('title', {}, title).html}<style>${style}</style></head>`
      },
      element('body', {}, ...body)
    ).html
  }\n`

/**
 * Quiet on the screen, after GB/T 9704-2012 on paper. A draft says so at the foot of every sheet: what
 * is fixed is printed on each, in the strip that the text leaves free at its right. What the fragment
 * says itself gives way only to `!important`.
 */
const style = `
@page { size: A4; margin: 37mm 14mm 35mm 28mm }
@page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt SimSun, serif; padding: 3mm 0 0 5mm; vertical-align: top } }
@page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt SimSun, serif; padding: 3mm 17mm 0 0; vertical-align: top } }
body { margin: 0; background: #f2f4f7; color: #1c1f23; font: 17px/1.9 FangSong, FangSong_GB2312, STFangsong, "Noto Serif CJK SC", "Source Han Serif SC", serif }
main { box-sizing: border-box; max-width: 880px; min-height: 100vh; margin: 0 auto; padding: 56px 72px; background: #fff }
h1 { margin: 0 0 1.2em; font: 27px/1.5 FZXiaoBiaoSong-B05S, STZhongsong, "Noto Serif CJK SC", SimSun, serif; text-wrap: balance }
h2, h3, h4 { margin: 1.2em 0 0.3em; font-size: 1em; font-weight: normal; text-indent: 2em; break-after: avoid }
h2 { font-family: SimHei, STHeiti, "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
h3 { font-family: KaiTi, KaiTi_GB2312, STKaiti, "Noto Serif CJK SC", serif }
h1, h2, h3, h4, p, caption { overflow-wrap: anywhere }
p { margin: 0; orphans: 2; widows: 2 }
div[role="group"] { margin: 14px 0 22px }
table, caption { font: 14px/1.5 SimSun, STSong, "Noto Serif CJK SC", serif }
caption { padding: 6px 0 }
svg { max-width: 100%; height: auto }
tr { break-inside: avoid }
.draft { display: none }
@media (max-width: 720px) {
  main { padding: 24px 16px }
  h1 { font-size: 22px }
}
@media print {
  body { padding-right: 12mm; background: none; color: #000; font-size: 16pt; line-height: 28.99pt }
  main { max-width: none; min-height: 0; padding: 0 }
  h1 { font-size: 22pt }
  h2, h3, h4 { margin: 0 }
  div[role="group"] { margin: 6pt 0 10pt; overflow: visible !important }
  table, caption { font-size: 9pt; line-height: 1.25 }
  table { min-width: 0 !important }
  th, td { padding: 2pt !important }
  .draft { display: block; position: fixed; right: 0; bottom: 0; font: 12pt/1 SimHei, sans-serif }
}
`
