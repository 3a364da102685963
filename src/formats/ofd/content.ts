/** Painting pages as OFD page objects (GB/T 33190-2016, 7.6 to 7.7). */
import type { Drawing } from '../../typeset/page/drawing.ts'
import type { FontName } from '../../typeset/page/font-metrics.ts'
import type { Page, PrintedRule } from '../../typeset/page/page.ts'
import { ofdElement, lengths, worded, xmlFile, type Ids } from './markup.ts'
import { pathObject, ruleObjects } from './path.ts'
import { textObjects, type PlacedText, type ResourceFont } from './text.ts'

export type ResourceFonts = ReadonlyMap<FontName, ResourceFont>

/** The file of one page. Objects stand in reading order, which is also the order of painting. */
export function pageFile(
  page: Page,
  drawings: ReadonlyMap<string, Drawing>,
  fonts: ResourceFonts,
  ids: Ids
): string {
  const layer = ids.next()
  const write = (name: FontName, text: PlacedText): string[] => {
    const font = fonts.get(name)
    if (!font) throw new Error(`no font ${name}`)
    return textObjects(ids, text, font)
  }
  const rules: PrintedRule[] = []
  const objects = page.items.flatMap((item): string[] => {
    if (item.kind === 'run') return write(item.font, item)
    if (item.kind === 'rule') {
      rules.push(item)
      return []
    }
    const marks = drawings.get(item.spec.id)?.marks ?? []
    return marks.flatMap((mark) =>
      mark.kind === 'path'
        ? pathObject(ids, mark, item.x, item.y)
        : write(mark.font, { ...mark, x: item.x + mark.x, y: item.y + mark.y })
    )
  })
  return xmlFile(
    'Page',
    {},
    ofdElement('Area', {}, worded('PhysicalBox', lengths(0, 0, page.width, page.height))),
    ofdElement(
      'Content',
      {},
      ofdElement('Layer', { ID: layer, Type: 'Body' }, ...objects, ...ruleObjects(ids, rules))
    )
  )
}
