import { describe, expect, it, test } from 'vitest'
import { compose } from '../../../../src/core/compose/compose.ts'
import { place } from '../../../../src/core/form/layout.ts'
import { openReport } from '../../../../src/core/report/migrate.ts'
import type { Report } from '../../../../src/core/report/report.ts'
import { wordDifferences } from '../../../../src/core/intake/returned/word-differences.ts'
import { carriedJson } from '../../../../src/formats/source/carried.ts'
import { descend, type XmlElement } from '../../../../src/formats/source/xml.ts'
import { writeDocx } from '../../../../src/formats/write/word/docx.ts'
import sampleJson from '../../../../public/sample.nianbao.json'
import { random, sizes, validCells, validReport } from '../../../core/report/reports.ts'
import { allNamed, job, partOf, partsOf, readAgain, textOf, written } from './opened.ts'

const opened = openReport(sampleJson)
if (!opened.ok) throw new Error('the sample')
const sample = opened.report

const bytes = await written(sample)
const body = partOf(bytes, 'word/document.xml')
const styles = partOf(bytes, 'word/styles.xml')

const val = (element: XmlElement | undefined, ...path: readonly string[]) =>
  descend(element, ...path)?.attributes['val']
const mm = (twips: string | undefined) => (Number(twips) / 1440) * 25.4
const styleNamed = (id: string) =>
  allNamed(styles, 'style').find(({ attributes }) => attributes['styleId'] === id)
const paragraphs = (root: XmlElement, style: string) =>
  allNamed(root, 'p').filter((p) => val(p, 'pPr', 'pStyle') === style)
const withSettings = (settings: Partial<Report['settings']>): Report => ({
  ...sample,
  settings: { ...sample.settings, ...settings }
})

describe('the official form (GB/T 9704-2012)', () => {
  const section = allNamed(body, 'sectPr')[0]
  const [size, margin] = [descend(section, 'pgSz'), descend(section, 'pgMar')]

  it('is A4 with a type area of 156 by 225 mm, 37 mm from the top and 28 mm from the left', () => {
    expect(mm(size?.attributes['w'])).toBeCloseTo(210, 1)
    expect(mm(size?.attributes['h'])).toBeCloseTo(297, 1)
    expect(mm(margin?.attributes['top'])).toBeCloseTo(37, 1)
    expect(mm(margin?.attributes['left'])).toBeCloseTo(28, 1)
    // A hair is taken from these two, see below.
    expect(Math.abs(mm(margin?.attributes['right']) - 26)).toBeLessThan(0.25)
    expect(Math.abs(mm(margin?.attributes['bottom']) - 35)).toBeLessThan(0.25)
    expect(descend(section, 'docGrid')).toBeUndefined()
  })

  test.each(['official', 'compact'] as const)(
    '%s: whole lines fill the type area',
    async (look) => {
      const made = await written(withSettings({ look }))
      const page = allNamed(partOf(made, 'word/document.xml'), 'sectPr')[0]
      const edge = (name: string) => Number(descend(page, 'pgMar')?.attributes[name])
      const inside = {
        height: Number(descend(page, 'pgSz')?.attributes['h']) - edge('top') - edge('bottom'),
        width: Number(descend(page, 'pgSz')?.attributes['w']) - edge('left') - edge('right')
      }
      const defaults = descend(partOf(made, 'word/styles.xml'), 'docDefaults')
      const line = Number(descend(defaults, 'pPrDefault', 'pPr', 'spacing')?.attributes['line'])
      const normal = allNamed(partOf(made, 'word/styles.xml'), 'style').find(
        ({ attributes }) => attributes['styleId'] === 'Normal'
      )
      const points = Number(val(defaults, 'rPrDefault', 'rPr', 'sz')) / 2
      const character = points * 20 + Number(val(normal, 'rPr', 'spacing') ?? 0)
      const [lines, characters] = look === 'official' ? [22, 28] : [28, 34]
      expect(Math.floor(inside.height / line)).toBe(lines)
      expect(Math.floor(inside.width / character)).toBe(characters)
    }
  )

  it('sets text in 仿宋_GB2312 of 16 points on lines of 28.99, two characters in', () => {
    const defaults = descend(styles, 'docDefaults')
    const run = descend(defaults, 'rPrDefault', 'rPr')
    expect(descend(run, 'rFonts')?.attributes).toMatchObject({ eastAsia: '仿宋_GB2312' })
    expect(val(run, 'sz')).toBe('32')
    expect(descend(run, 'lang')?.attributes).toMatchObject({ eastAsia: 'zh-CN' })
    const spacing = descend(defaults, 'pPrDefault', 'pPr', 'spacing')?.attributes
    expect(spacing).toMatchObject({ lineRule: 'exact' })
    expect(Math.abs(Number(spacing?.['line']) / 20 - 28.99)).toBeLessThan(0.05)
    expect(descend(styleNamed('BodyText'), 'pPr', 'ind')?.attributes).toMatchObject({
      firstLineChars: '200'
    })
  })

  test.each([
    ['Title', '方正小标宋简体', '44', undefined],
    ['Heading1', '黑体', '32', '0'],
    ['Heading2', '楷体_GB2312', '32', '1'],
    ['Heading3', '仿宋_GB2312', '32', '2']
  ])('%s is a style of its own in %s', (id, font, halfPoints, level) => {
    const style = styleNamed(id)
    expect(descend(style, 'rPr', 'rFonts')?.attributes['eastAsia']).toBe(font)
    expect(val(style, 'rPr', 'sz')).toBe(halfPoints)
    expect(val(style, 'pPr', 'outlineLvl')).toBe(level)
    expect(descend(style, 'pPr', 'keepNext')).toBeDefined()
  })

  it('has its headings in these styles', () => {
    expect(paragraphs(body, 'Heading1').map(textOf)).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项'
    ])
    expect(paragraphs(body, 'Heading2').map(textOf)).toContain('（一）主动公开')
  })

  it('has digits as the office wants them', async () => {
    const times = partOf(await written(withSettings({ digits: 'times' })), 'word/styles.xml')
    const latin = (root: XmlElement) =>
      descend(root, 'docDefaults', 'rPrDefault', 'rPr', 'rFonts')?.attributes['ascii']
    expect([latin(styles), latin(times)]).toEqual(['仿宋_GB2312', 'Times New Roman'])
  })

  test.each([
    ['footer1', 'right'],
    ['footer2', 'left']
  ])('%s: the folio one character in from the %s', (part, side) => {
    const references = allNamed(body, 'footerReference').map(({ attributes }) => attributes['type'])
    expect(references).toEqual(['default', 'even'])
    expect(partsOf(bytes).get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    const foot = partOf(bytes, `word/${part}.xml`)
    const [folio, ...others] = allNamed(foot, 'p')
    expect(others).toEqual([])
    expect(val(folio, 'pPr', 'jc')).toBe(side)
    expect(descend(folio, 'pPr', 'ind')?.attributes[side]).toBe('280')
    expect(textOf(foot)).toBe('—  —')
    expect(allNamed(foot, 'instrText').map(({ children }) => children.join(''))).toEqual(['PAGE'])
  })

  it('has 草稿 in the foot of every page of a draft, and nowhere else', async () => {
    const draft = await written(sample, true)
    for (const part of ['word/footer1.xml', 'word/footer2.xml']) {
      expect(textOf(partOf(draft, part))).toContain('草稿')
      // In the line of the folio, as on the pages.
      expect(allNamed(partOf(draft, part), 'p')).toHaveLength(1)
      expect(textOf(partOf(bytes, part))).not.toContain('草稿')
    }
  })
})

describe('the tables', () => {
  const tables = allNamed(body, 'tbl')
  const blocks = compose(sample).flatMap((block) => (block.type === 'table' ? [block] : []))

  it('are called what they are', () => {
    expect(tables.map((table) => val(table, 'tblPr', 'tblCaption'))).toEqual(
      blocks.map(({ caption }) => caption)
    )
  })

  it('tell every width three times over', () => {
    for (const table of tables) {
      const grid = allNamed(table, 'gridCol').map(({ attributes }) => Number(attributes['w']))
      const whole = grid.reduce((sum, width) => sum + width, 0)
      expect(descend(table, 'tblPr', 'tblW')?.attributes).toEqual({ w: `${whole}`, type: 'dxa' })
      expect(descend(table, 'tblPr', 'tblLayout')?.attributes['type']).toBe('fixed')
      for (const row of allNamed(table, 'tr')) {
        let column = 0
        for (const cell of allNamed(row, 'tc')) {
          const cols = Number(val(cell, 'tcPr', 'gridSpan') ?? 1)
          const width = grid.slice(column, column + cols).reduce((sum, one) => sum + one, 0)
          expect(descend(cell, 'tcPr', 'tcW')?.attributes).toEqual({ w: `${width}`, type: 'dxa' })
          column += cols
        }
        expect(column).toBe(grid.length)
      }
    }
  })

  it('merge the cells that the form merges', () => {
    tables.forEach((table, t) => {
      const rows = blocks[t]?.rows ?? []
      const merged = allNamed(table, 'tr').flatMap((row, r) => {
        let column = 0
        return allNamed(row, 'tc').flatMap((cell) => {
          const at = column
          const cols = Number(val(cell, 'tcPr', 'gridSpan') ?? 1)
          column += cols
          const down = val(cell, 'tcPr', 'vMerge')
          return down === 'continue' ? [] : [{ r, at, cols, down: down === 'restart' }]
        })
      })
      expect(merged).toEqual(
        place(rows).map(({ row, column, cols, rows: depth }) => ({
          r: row,
          at: column,
          cols,
          down: depth > 1
        }))
      )
    })
  })

  it('repeat their heads and cut no row', () => {
    tables.forEach((table, t) => {
      const rows = allNamed(table, 'tr')
      const heads = rows.filter((row) => descend(row, 'trPr', 'tblHeader'))
      expect(heads).toEqual(rows.slice(0, blocks[t]?.headRows))
      expect(rows.every((row) => descend(row, 'trPr', 'cantSplit'))).toBe(true)
    })
    expect(partsOf(bytes).get('word/document.xml')).not.toMatch(/<w:(?:tblHeader|cantSplit) w:val/)
  })

  it('write one label downward', () => {
    const downward = allNamed(body, 'tc').filter((cell) => descend(cell, 'tcPr', 'textDirection'))
    expect(downward.map(textOf).filter(Boolean)).toEqual(['三、本年度办理结果'])
    expect(val(downward[0], 'tcPr', 'textDirection')).toBe('tbRlV')
  })

  it('part two before a block of its own only, and keep three on one page', () => {
    const kept = (table: XmlElement | undefined) =>
      (table ? allNamed(table, 'tr') : []).map((row) =>
        allNamed(row, 'p').every((p) => descend(p, 'pPr', 'keepNext'))
      )
    const [two, three] = tables
    const parts = kept(two).flatMap((keeps, row) => (keeps ? [] : [row]))
    expect(parts).toEqual([3, 6, 10, 13])
    expect(kept(three).lastIndexOf(false)).toBe(27)
    expect(kept(three).indexOf(false)).toBe(27)
  })

  test.each(Object.entries(sizes))(
    'three goes on a page below its heading: %s',
    async (_, size) => {
      for (const look of ['official', 'compact'] as const) {
        const report = { ...withSettings({ look }), cells: validCells(random(7), size) }
        const made = partOf(await written(report), 'word/document.xml')
        const rows = allNamed(made, 'tbl')[1]
        const heights = allNamed(rows ?? made, 'trHeight').map((one) =>
          Number(one.attributes['val'])
        )
        const high = heights.reduce((sum, height) => sum + height, 0)
        expect(high + 29 * 10).toBeLessThan(12760 - 580)
        expect(high).toBeGreaterThan(12760 / 2)
      }
    }
  )

  it('print remarks in their cells', async () => {
    const field = 'disclosure.normative.issued'
    const made = await written({ ...sample, notes: { [field]: '其中修订2件' } })
    const texts = allNamed(partOf(made, 'word/document.xml'), 'tc').map(textOf)
    expect(texts).toContain('3（其中修订2件）')
  })
})

describe('charts', () => {
  it('are drawn, with a picture for old programs, told in words and named below', () => {
    const spec = compose(sample).find((block) => block.type === 'chart')?.spec
    const [drawing] = allNamed(body, 'drawing')
    expect(allNamed(body, 'drawing')).toHaveLength(1)
    expect(allNamed(drawing ?? body, 'docPr')[0]?.attributes).toMatchObject({
      descr: spec?.alt,
      title: spec?.title
    })
    const relations = allNamed(partOf(bytes, 'word/_rels/document.xml.rels'), 'Relationship')
    const target = (name: string) => {
      const id = allNamed(drawing ?? body, name)[0]?.attributes['embed']
      return relations.find(({ attributes }) => attributes['Id'] === id)?.attributes['Target']
    }
    expect(partsOf(bytes).get(`word/${target('svgBlip') ?? ''}`)).toMatch(/^<svg /)
    expect(partsOf(bytes).get(`word/${target('blip') ?? ''}`)).toMatch(/PNG/)
    expect(paragraphs(body, 'Caption').map(textOf)).toEqual([
      `图1　${spec?.title ?? ''}（单位：个）`
    ])
    expect(allNamed(partOf(bytes, '[Content_Types].xml'), 'Default')).toContainEqual(
      expect.objectContaining({
        attributes: { Extension: 'svg', ContentType: 'image/svg+xml' }
      })
    )
  })

  it('stand two in a row where both are small, as on paper; a big one has a row of its own', async () => {
    const [first] = sample.charts
    if (!first) throw new Error('no chart')
    const titles = ['总用户数', '推送与新增', '关注人数', '各平台各项数据']
    const charts = titles.map((title, i) => ({
      ...first,
      id: `c${i}`,
      title,
      ...(i === 3 && { type: 'bar' as const, metrics: sample.metrics.map(({ id }) => id) })
    }))
    const tokens = charts.map(({ id }) => `{{chart:${id}}}`)
    const quoting = sample.text.overview.replace('{{chart:fans}}', tokens.join('\n'))
    const report = { ...sample, charts, text: { ...sample.text, overview: quoting } }
    const made = await written(report)
    const document = partOf(made, 'word/document.xml')
    const [row, ...others] = allNamed(document, 'tbl').filter(
      (one) => allNamed(one, 'drawing').length
    )
    expect(others).toEqual([])
    const cells = allNamed(row ?? document, 'tc')
    expect(cells.map((cell) => [allNamed(cell, 'drawing').length, textOf(cell)])).toEqual([
      [1, ''],
      [1, ''],
      [0, '图1　总用户数（单位：个）'],
      [0, '图2　推送与新增（单位：个）']
    ])
    const widths = allNamed(document, 'extent').map(({ attributes }) => Number(attributes['cx']))
    expect(widths[1]).toBe(widths[0])
    expect(widths[2]).toBeGreaterThan(2 * (widths[0] ?? Infinity))
    const named = allNamed(document, 'tblCaption').map(({ attributes }) => attributes['val'])
    expect(named).toContain('总用户数、推送与新增')
    expect(new Set(named).size).toBe(allNamed(document, 'tbl').length)
    // What the reader of offices' files makes of it: nothing is lost, nothing is otherwise.
    expect(wordDifferences(report, await readAgain(made))).toEqual([])
  })

  it('have the picture that a canvas painted', async () => {
    const png = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 1, 2, 3])
    const scales: number[] = []
    const made = await writeDocx(sample, job(), (picture, scale) => {
      scales.push(picture.width * scale)
      return Promise.resolve(png)
    })
    if (!made.ok) throw new Error(made.reason)
    expect(scales).toEqual([expect.closeTo(442.2 * 3, 0)])
    expect(
      [...partsOf(made.bytes)].some(
        ([path, text]) => path.endsWith('.png') && text.endsWith('\u0001\u0002\u0003')
      )
    ).toBe(true)
  })
})

describe('the file', () => {
  it('has the report inside, tied to the document', () => {
    const parts = partsOf(bytes)
    const again = openReport(JSON.parse(carriedJson(parts.get('customXml/item1.xml') ?? '') ?? ''))
    expect(again.ok && { ...again.report, proof: undefined }).toEqual({
      ...sample,
      proof: undefined
    })
    const ties = allNamed(partOf(bytes, 'word/_rels/document.xml.rels'), 'Relationship')
    expect(ties.map(({ attributes }) => attributes['Target'])).toContain('../customXml/item1.xml')
    expect(parts.get('[Content_Types].xml')).toContain('/customXml/itemProps1.xml')
    expect(parts.get('customXml/_rels/item1.xml.rels')).toContain('itemProps1.xml')
  })

  it('says what it is: title, unit, language, the days of the report', () => {
    const core = partOf(bytes, 'docProps/core.xml')
    const text = (name: string) => descend(core, name)?.children.join('')
    expect(text('title')).toBe('清川市科学技术局2025年政府信息公开工作年度报告')
    expect(text('creator')).toBe('清川市科学技术局')
    expect(text('language')).toBe('zh-CN')
    expect(text('modified')).toBe(sample.updatedAt)
  })

  it('is the same for the same report', async () => {
    expect(Buffer.from(await written(sample)).equals(Buffer.from(bytes))).toBe(true)
  })

  it('begins with the list of its parts, and lists every part', () => {
    const paths = [...partsOf(bytes).keys()]
    expect(paths[0]).toBe('[Content_Types].xml')
    const types = partOf(bytes, '[Content_Types].xml')
    const endings = allNamed(types, 'Default').map(({ attributes }) => attributes['Extension'])
    for (const path of paths.slice(1)) expect(endings).toContain(path.split('.').at(-1))
    for (const { attributes } of allNamed(types, 'Override'))
      expect(paths).toContain(attributes['PartName']?.slice(1))
  })

  it('is not made where the job was given up', async () => {
    const stopped = await writeDocx(sample, { ...job(), signal: AbortSignal.abort() })
    expect(stopped).toEqual({ ok: false, reason: 'cancelled' })
  })
})

describe('the title', () => {
  const titleOf = async (name: string) => {
    const made = await written({ ...validReport(1), unit: { ...sample.unit, name } })
    return paragraphs(partOf(made, 'word/document.xml'), 'Title').map(textOf)
  }
  test.each([
    ['青石镇', '青石镇2025年政府信息公开工作年度报告'],
    ['清川市科学技术局', '清川市科学技术局\n2025年政府信息公开工作年度报告'],
    ['', '2025年政府信息公开工作年度报告']
  ])('of %s', async (name, title) => {
    expect(await titleOf(name)).toEqual([title])
  })

  it('of eighty characters parts into lines of a like length', async () => {
    const name =
      '清川市人民政府驻北方海洋与内陆水系综合治理及流域生态环境保护协调联络办公室暨自然灾害防治与应急物资统筹调度管理中心'
    const [title] = await titleOf(name)
    const lines = title?.split('\n') ?? []
    expect(lines.join('')).toBe(`${name}2025年政府信息公开工作年度报告`)
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(20)
    expect(Math.min(...lines.map(({ length }) => length))).toBeGreaterThan(9)
  })
})

describe('the signature', () => {
  it('stands below the title, the day in brackets', async () => {
    const made = await written(withSettings({ signature: 'title', signedOn: '2026-01-23' }))
    expect(paragraphs(partOf(made, 'word/document.xml'), 'Byline').map(textOf)).toEqual([
      '清川市科学技术局',
      '（2026年1月23日）'
    ])
  })

  it('stands at the end with the day two characters further in, never alone on a page', async () => {
    const made = await written(withSettings({ signature: 'end', signedOn: '2026-01-23' }))
    const root = partOf(made, 'word/document.xml')
    const [name, day] = paragraphs(root, 'Signature')
    const left = (p?: XmlElement) => Number(descend(p, 'pPr', 'ind')?.attributes['left'])
    expect([name, day].map((p) => p && textOf(p))).toEqual(['清川市科学技术局', '2026年1月23日'])
    expect(left(day) - left(name)).toBe(640)
    const all = allNamed(root, 'p')
    const before = all[all.indexOf(name ?? root) - 1]
    expect(descend(before, 'pPr', 'keepNext')).toBeDefined()
    expect(descend(name, 'pPr', 'keepNext')).toBeDefined()
  })
})

test('words that the library takes for fields are words', async () => {
  const text = { ...sample.text, overview: 'CURRENT\nTOTAL_PAGES\n{image1.png}\n甲\t乙' }
  const made = partOf(await written({ ...sample, text }), 'word/document.xml')
  expect(paragraphs(made, 'BodyText').map(textOf)).toEqual(
    expect.arrayContaining(['CURRENT', 'TOTAL_PAGES', '{image1.png}', '甲\t乙'])
  )
})
