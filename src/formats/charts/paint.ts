/** A drawing painted on a canvas of the page, with the fonts that the page has. */
import {
  svgPath,
  textOf,
  type Drawing,
  type DrawnPath,
  type DrawnText
} from '../../typeset/page/drawing.ts'

/** Paints at the canvas's origin; `family` is what the page calls the fonts of all text. */
export function paintDrawing(
  context: CanvasRenderingContext2D,
  { marks }: Drawing,
  family: string
): void {
  for (const mark of marks) {
    context.save()
    if (mark.kind === 'path') paintPath(context, mark)
    else paintText(context, mark, family)
    context.restore()
  }
}

function paintPath(context: CanvasRenderingContext2D, { segments, fill, stroke }: DrawnPath): void {
  const path = new Path2D(svgPath(segments))
  if (fill) {
    context.fillStyle = fill
    context.fill(path)
  }
  if (!stroke) return
  context.strokeStyle = stroke.color
  context.lineWidth = stroke.width
  context.lineCap = stroke.cap
  context.lineJoin = stroke.join
  context.setLineDash([...stroke.dash])
  context.stroke(path)
}

function paintText(context: CanvasRenderingContext2D, mark: DrawnText, family: string): void {
  context.translate(mark.x, mark.y)
  context.rotate(mark.angle)
  context.font = `${mark.size}px ${family}`
  context.fillStyle = mark.color
  context.fillText(textOf(mark), 0, 0, mark.width)
}
