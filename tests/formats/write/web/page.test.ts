import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newReport } from '../../../../src/core/report/new-report.ts'
import type { Report } from '../../../../src/core/report/report.ts'
import { writeHtml } from '../../../../src/formats/write/web/page.ts'
import { parseXml } from '../../../../src/formats/source/xml.ts'
import { anyReport } from '../../../fixtures/random-reports.ts'
import { times } from '../../../run.ts'

const blank = newReport('清川市档案局', 2025)

async function pageOf(report: Report, draft = false): Promise<string> {
  const made = await writeHtml(report, { draft })
  if (!made.ok) throw new Error(made.reason)
  return new TextDecoder('utf-8', { fatal: true }).decode(made.bytes)
}
const bodyOf = (page: string) => /<body>[^]*<\/body>/.exec(page)?.[0] ?? ''

describe('the page', () => {
  it('says its language, its encoding and its title', async () => {
    const page = await pageOf(blank)
    const title = `${blank.unit.name}${blank.year}年政府信息公开工作年度报告`
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">/)
    expect(page).toContain(`<title>${title}</title>`)
    expect(page.match(/<h1\b/g)).toHaveLength(1)
  })

  it('needs nothing from anywhere, and runs nothing', async () => {
    const page = (await pageOf(blank)).replaceAll('http://www.w3.org/2000/svg', '')
    expect(page).not.toMatch(/<(?:script|link|img|iframe)\b|\bsrc=|url\(|@import|https?:/)
  })

  it('takes no text for markup, not even in its title', async () => {
    const name = '</title><script>alert(1)</script>'
    const page = await pageOf({ ...blank, unit: { ...blank.unit, name } })
    expect(page).not.toContain('<script')
    expect(page.match(/<\/title>/g)).toHaveLength(1)
  })

  it('of a draft has its mark on every sheet', async () => {
    expect(bodyOf(await pageOf(blank))).not.toContain('草稿')
    expect(bodyOf(await pageOf(blank, true))).toMatch(
      /<div class="draft" aria-hidden="true">草稿<\/div><\/body>$/
    )
  })

  it('draws its charts as text and lines', async () => {
    const { openReport } = await import('../../../../src/core/report/migrate.ts')
    const file = readFileSync('public/sample.nianbao.json', 'utf8')
    const opened = openReport(JSON.parse(file))
    if (!opened.ok) throw new Error(opened.detail)
    expect(bodyOf(await pageOf(opened.report))).toMatch(/<svg [^>]*role="img"[^]*<text [^>]*>341</)
  })

  it('is well-formed, of any report', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, fc.boolean(), async (report, draft) => {
        expect(parseXml(bodyOf(await pageOf(report, draft)))).not.toBeNull()
      }),
      { numRuns: times(100, 20), endOnFailure: true }
    )
  })
})
