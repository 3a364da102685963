/** From blocks to the bytes of a PDF. Runs in the worker, and in plain Node for tests. */
import { packFont, writeFont } from '../pdf/embed.ts'
import { writeOutline } from '../pdf/outline.ts'
import { writeStructure } from '../pdf/structure.ts'
import { renderer } from './render.ts'

/** jsPDF, the greatest part of the code, comes with the first PDF. */
export const renderPdf = renderer('fitted', async () => {
  const [{ assemblePdf }, { paintPage }] = await Promise.all([
    import('../pdf/container.ts'),
    import('../pdf/content.ts')
  ])
  return async ({ document, drawings, fonts }, { title, author }, onPage) => {
    const painted = document.pages.map((page) => {
      const { content, marks } = paintPage(page, document.nodes, drawings, fonts)
      onPage()
      return { ...page, content, marks }
    })
    const packed = await Promise.all([...fonts.values()].map(packFont))
    return assemblePdf({
      title,
      author,
      pages: painted,
      fonts: packed.map((font) => (objects) => writeFont(font, objects)),
      rest: (objects) =>
        [
          writeStructure(
            document,
            painted.map(({ marks }) => marks),
            objects
          ),
          writeOutline(document, objects)
        ].join(' ')
    })
  }
})
