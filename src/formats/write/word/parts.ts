import type { RefusedText } from '../../../core/findings/rule.ts'
import type { Report } from '../../../core/report/report.ts'
import { reportTitle } from '../../../core/form/sections.ts'
import { carriedPart } from '../../source/carried.ts'
import { escaped } from '../../source/xml.ts'
import { exchangeFile } from '../json.ts'
import { fontNames } from './styles.ts'

/**
 * The parts of the package that the library has no words for, or writes anew with every run. Each is
 * a whole part by its path in the package (ECMA-376 part 2).
 */
export function ownParts(report: Report, refused?: readonly RefusedText[]): Record<string, string> {
  return {
    'docProps/core.xml': corePart(report),
    'word/settings.xml': settings,
    'word/fontTable.xml': fontTable,
    'customXml/item1.xml': carriedPart(exchangeFile(report, refused)),
    'customXml/itemProps1.xml': xml(
      `<ds:datastoreItem ds:itemID="{${escaped(report.id.toUpperCase())}}" xmlns:ds="${office}/customXml">`,
      '<ds:schemaRefs><ds:schemaRef ds:uri="urn:nianbao:exchange"/></ds:schemaRefs></ds:datastoreItem>'
    ),
    'customXml/_rels/item1.xml.rels': xml(
      `<Relationships xmlns="${relations}">`,
      `<Relationship Id="rId1" Type="${office}/relationships/customXmlProps" Target="itemProps1.xml"/>`,
      '</Relationships>'
    )
  }
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

const xml = (...parts: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${parts.join('')}`

/** The document belongs to the exchange file, and the package knows the kind of its properties. */
export const carriedRelation = `<Relationship Id="carried" Type="${office}/relationships/customXml" Target="../customXml/item1.xml"/>`
export const carriedType =
  '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>'

/** Title, author and language; the days are those of the report, so that one report is one file. */
function corePart({ unit, year, createdAt, updatedAt }: Report): string {
  const time = (name: string, moment: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escaped(moment)}</dcterms:${name}>`
  return xml(
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(reportTitle(unit.name, year))}</dc:title>`,
    `<dc:creator>${escaped(unit.name)}</dc:creator>`,
    '<dc:language>zh-CN</dc:language>',
    time('created', createdAt),
    time('modified', updatedAt),
    '</cp:coreProperties>'
  )
}

/**
 * How Word sets Chinese: marks that meet give up half a body, odd and even pages differ, a line that
 * was ended by hand is not justified.
 */
const settings = xml(
  `<w:settings xmlns:w="${word}">`,
  '<w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>',
  '<w:characterSpacingControl w:val="compressPunctuation"/>',
  '<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>',
  '<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:useFELayout/>',
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>',
  '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
)

/** What may stand in for a font that a computer lacks. */
const font = (name: string, instead: string, family: string): string =>
  `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`

const fontTable = xml(
  `<w:fonts xmlns:w="${word}">`,
  font(fontNames.body, '仿宋', 'modern'),
  font(fontNames.hei, 'SimHei', 'modern'),
  font(fontNames.kai, '楷体', 'modern'),
  font(fontNames.title, '华文中宋', 'roman'),
  font(fontNames.digits, 'SimSun', 'roman'),
  '</w:fonts>'
)
