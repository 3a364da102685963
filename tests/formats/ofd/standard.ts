import type { XmlElement } from '../../../src/formats/source/xml.ts'
import {
  allIn,
  distances,
  numbersIn,
  ofdFiles,
  readOfd,
  resolved,
  rootOf,
  textOf,
  wordsIn,
  type OfdFiles
} from './read-ofd.ts'

/**
 * What GB/T 33190-2016 asks of the elements that we write, as a table. It is checked element by
 * element; an element or an attribute that the table does not have is a fault.
 */

/** Forms of values. */
const number = /^-?\d+(\.\d+)?$/
const positive = /^(?!0+(\.0+)?$)\d+(\.\d+)?$/
const count = /^[1-9]\d*$/
/** ST_ID, ST_RefID: no element is called 0. */
const id = count
/** ST_Loc: of a file of the package. */
const loc = /^[A-Za-z0-9_./]+$/
/** ST_Box: corner, width, height. */
const box = /^-?[\d.]+ -?[\d.]+ \d+(\.\d+)? \d+(\.\d+)?$/
/** ST_Array of six, of any number. */
const matrix = /^(-?\d+(\.\d+)? ){5}-?\d+(\.\d+)?$/
const array = /^-?\d+(\.\d+)?( -?\d+(\.\d+)?)*$/
/** An array in which `g` stands before a count and a value that is repeated. */
const deltas = /^((g [1-9]\d* )?-?\d+(\.\d+)?)( (g [1-9]\d* )?-?\d+(\.\d+)?)*$/
const boolean = /^(true|false)$/
const date = /^\d{4}-\d\d-\d\d$/
const color = /^(\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])( (\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])){2}$/
const something = /[^]/
const step = '-?\\d+(\\.\\d+)? -?\\d+(\\.\\d+)?'
/** S and M begin a figure, L is a line, Q and B are curves, C closes. */
const figure = new RegExp(
  `^[SM] ${step}( ([SML] ${step}|Q ${step} ${step}|B ${step} ${step} ${step}|C))*$`
)

interface Rule {
  /** The children by their names, as a regular expression would say it; or the form of the text. */
  readonly holds: string | RegExp
  readonly must?: Readonly<Record<string, RegExp>>
  readonly may?: Readonly<Record<string, RegExp>>
}

/** Figures 12.6 and 42: what every object of a page may have. */
const unit = {
  must: { ID: id, Boundary: box },
  may: {
    Name: something,
    Visible: boolean,
    CTM: matrix,
    DrawParam: id,
    LineWidth: positive,
    Cap: /^(Butt|Round|Square)$/,
    Join: /^(Miter|Round|Bevel)$/,
    MiterLimit: positive,
    DashOffset: number,
    DashPattern: array,
    Alpha: /^\d{1,3}$/
  }
}

const areas = 'PhysicalBox ApplicationBox? ContentBox? BleedBox?'
const actions = { holds: 'Action+' }
const located = { holds: '', must: { ID: id, BaseLoc: loc } }

/** By the element's name, or by its parent's and its own where one name has two meanings. */
const rules: Readonly<Record<string, Rule>> = {
  // OFD.xml
  OFD: { holds: 'DocBody+', must: { Version: /^1\.0$/, DocType: /^OFD$/ } },
  DocBody: { holds: 'DocInfo DocRoot Versions? Signatures?' },
  DocInfo: {
    holds:
      'DocID Title? Author? Subject? Abstract? CreationDate? ModDate? DocUsage? Cover? Keywords?' +
      ' Creator? CreatorVersion? CustomDatas?'
  },
  DocID: { holds: /^[0-9a-f]{32}$/ },
  Title: { holds: something },
  Author: { holds: something },
  CreationDate: { holds: date },
  ModDate: { holds: date },
  Creator: { holds: something },
  DocRoot: { holds: loc },
  // Document.xml
  Document: {
    holds:
      'CommonData Pages Outlines? Permissions? Actions? VPreferences? Bookmarks? Annotations?' +
      ' CustomTags? Attachments? Extensions?'
  },
  CommonData: { holds: 'MaxUnitID PageArea PublicRes* DocumentRes* TemplatePage* DefaultCS?' },
  MaxUnitID: { holds: id },
  PageArea: { holds: areas },
  PhysicalBox: { holds: box },
  PublicRes: { holds: loc },
  Pages: { holds: 'Page+' },
  'Pages/Page': located,
  Outlines: { holds: 'OutlineElem+' },
  OutlineElem: {
    holds: 'Actions? OutlineElem*',
    must: { Title: something },
    may: { Count: count, Expanded: boolean }
  },
  Actions: actions,
  Action: { holds: 'Goto', must: { Event: /^(DO|PO|CLICK)$/ } },
  Goto: { holds: 'Dest' },
  Dest: {
    holds: '',
    must: { Type: /^(XYZ|Fit|FitH|FitV|FitR)$/, PageID: id },
    may: { Left: number, Top: number, Right: number, Bottom: number, Zoom: number }
  },
  VPreferences: {
    holds:
      'PageMode? PageLayout? TabDisplay? HideToolbar? HideMenubar? HideWindowUI? (ZoomMode|Zoom)?'
  },
  PageMode: { holds: /^(None|FullScreen|UseOutlines|UseThumbs)$/ },
  TabDisplay: { holds: /^(DocTitle|FileName)$/ },
  ZoomMode: { holds: /^(Default|FitHeight|FitWidth|FitRect)$/ },
  // PublicRes.xml
  Res: {
    holds: '(ColorSpaces|DrawParams|Fonts|MultiMedias|CompositeGraphicUnits)*',
    must: { BaseLoc: loc }
  },
  Fonts: { holds: 'Font+' },
  Font: {
    holds: 'FontFile?',
    must: { ID: id, FontName: something },
    may: { FamilyName: something, Charset: /^unicode$/ }
  },
  FontFile: { holds: loc },
  // Content.xml
  Page: { holds: 'Template* PageRes* Area? Content? Actions?' },
  Area: { holds: areas },
  Content: { holds: 'Layer+' },
  Layer: {
    holds: '(TextObject|PathObject|ImageObject|CompositeObject|PageBlock)*',
    must: { ID: id },
    may: { Type: /^(Body|Background|Foreground|Custom)$/, DrawParam: id }
  },
  TextObject: {
    holds: 'Actions? Clips? FillColor? StrokeColor? (CGTransform* TextCode)+',
    must: { ...unit.must, Font: id, Size: positive },
    may: { ...unit.may, Stroke: boolean, Fill: boolean, HScale: positive }
  },
  CGTransform: {
    holds: 'Glyphs?',
    must: { CodePosition: /^\d+$/ },
    may: { CodeCount: count, GlyphCount: count }
  },
  Glyphs: { holds: array },
  TextCode: { holds: something, may: { X: number, Y: number, DeltaX: deltas, DeltaY: deltas } },
  PathObject: {
    holds: 'Actions? Clips? StrokeColor? FillColor? AbbreviatedData',
    must: unit.must,
    may: { ...unit.may, Stroke: boolean, Fill: boolean, Rule: /^(NonZero|Even-Odd)$/ }
  },
  FillColor: { holds: '', must: { Value: color } },
  StrokeColor: { holds: '', must: { Value: color } },
  AbbreviatedData: { holds: figure }
}

/** What a package has that the standard does not allow; nothing in the normal case. */
export function faultsOf(files: OfdFiles): string[] {
  const xml = Object.keys(files).filter((path) => path.endsWith('.xml'))
  const each = xml.flatMap((path) => [
    ...written(path, textOf(files, path)),
    ...elementFaults(rootOf(files, path), '').map((fault) => `${path}: ${fault}`)
  ])
  if (each.length > 0) return each
  const lost = fileFaults(files)
  return lost.length > 0 ? lost : linkFaults(files)
}

/** Every element is of the standard's name space. */
const written = (path: string, text: string): string[] => {
  const whole =
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<ofd:\w+ xmlns:ofd="http:\/\/www\.ofdspec\.org\/2016"/
  const strange = text.match(/<(?!\/?ofd:|\?xml)[^\s>]*/g)
  return [...(whole.test(text) ? [] : [`${path}: begins otherwise`]), ...(strange ?? [])]
}

function elementFaults(element: XmlElement, parent: string): string[] {
  const { name, attributes, children } = element
  const rule = rules[`${parent}/${name}`] ?? rules[name]
  if (!rule) return [`${name} is not known`]
  const faults: string[] = []
  const { must = {}, may = {}, holds } = rule
  for (const wanted of Object.keys(must)) {
    if (!(wanted in attributes)) faults.push(`${name} without ${wanted}`)
  }
  for (const [key, value] of Object.entries(attributes)) {
    const form = must[key] ?? may[key]
    if (key === 'ofd' && parent === '') continue
    if (!form) faults.push(`${name} with ${key}`)
    else if (!form.test(value)) faults.push(`${name} with ${key}="${value}"`)
  }
  const inside = children.filter((child): child is XmlElement => typeof child !== 'string')
  if (holds instanceof RegExp) {
    if (inside.length > 0 || !holds.test(wordsIn(element))) {
      faults.push(`${name} holds ${wordsIn(element).slice(0, 40)}`)
    }
  } else {
    const names = inside.map((child) => `${child.name};`).join('')
    const order = new RegExp(`^${holds.replace(/\w+/g, '(?:$&;)').replace(/ /g, '')}$`)
    if (!order.test(names) || wordsIn(element).trim() !== '') faults.push(`${name} holds ${names}`)
  }
  return [...faults, ...inside.flatMap((child) => elementFaults(child, name))]
}

/** Files that are named but not there, and files that are there but not named. */
function fileFaults(files: OfdFiles): string[] {
  const faults: string[] = []
  const reached = new Set(['OFD.xml'])
  for (const [path] of Object.entries(files)) {
    if (!path.endsWith('.xml')) continue
    const root = rootOf(files, path)
    const base = root.attributes['BaseLoc']
    for (const element of allIn(root)) {
      const at = ['DocRoot', 'PublicRes', 'FontFile'].includes(element.name)
        ? wordsIn(element)
        : element === root
          ? undefined
          : element.attributes['BaseLoc']
      if (at === undefined) continue
      const target = resolved(base ? `${resolved(path, base)}/` : path, at)
      if (target in files) reached.add(target)
      else faults.push(`${path} leads to ${target}`)
    }
  }
  for (const path of Object.keys(files)) if (!reached.has(path)) faults.push(`nobody knows ${path}`)
  return faults
}

/** Identifiers, references, and counts that depend on each other. */
function linkFaults(files: OfdFiles): string[] {
  const faults: string[] = []
  const { document, pages, fonts } = readOfd(files)
  const roots = Object.keys(files)
    .filter((path) => path.endsWith('.xml'))
    .map((path) => rootOf(files, path))
  const all = roots.flatMap(allIn)
  // A page's identifier stands in the document; its own file does not repeat it.
  const ids = all.flatMap(({ attributes }) => attributes['ID'] ?? [])
  if (new Set(ids).size < ids.length) faults.push('an ID twice')
  const [most] = all.filter(({ name }) => name === 'MaxUnitID')
  if (Number(wordsIn(most)) !== Math.max(...ids.map(Number))) faults.push('MaxUnitID is another')

  const pageIds = new Set(pages.map(({ id: page }) => page))
  for (const { name, attributes } of allIn(document)) {
    if (name === 'Dest' && !pageIds.has(attributes['PageID'] ?? '')) faults.push('to no page')
  }
  for (const object of all.filter(({ name }) => name === 'TextObject')) {
    const font = fonts.get(object.attributes['Font'] ?? '')
    if (!font) faults.push(`no font ${object.attributes['Font']}`)
    for (const child of allIn(object)) {
      if (child.name !== 'TextCode') continue
      const chars = [...wordsIn(child)]
      const steps = distances(child.attributes['DeltaX'])
      if (steps.length !== chars.length - 1) faults.push(`${chars.join('')}: ${steps.length} steps`)
      const lacks = chars.filter((char) => font?.glyphOf(char.codePointAt(0) ?? 0) === 0)
      faults.push(...lacks.map((char) => `no glyph for ${char}`))
    }
  }
  for (const path of all.filter(({ name }) => name === 'PathObject')) {
    const { Stroke: stroke = 'true', Fill: fill = 'false' } = path.attributes
    if (stroke === 'false' && fill === 'false') faults.push('a path that is not seen')
    if (numbersIn(path.attributes['DashPattern'] ?? '1').every((part) => part === 0)) {
      faults.push('dashes without length')
    }
  }
  return faults
}

/** The same of a file as it is. */
export const faultsIn = (bytes: Uint8Array): string[] => faultsOf(ofdFiles(bytes))
