/**
 * The title: one line if it is short, else two or more that make a trapezium or a rhombus
 * (GB/T 9704-2012 §7.3.1: 梯形或菱形).
 */
import type { Geometry } from '../page/geometry.ts'
import type { Line, SetText, TextStyle } from '../lines/set-text.ts'

/** A title never quite fills its line. */
export const titleMeasure = ({ measure }: Geometry): number => measure * 0.96

/** The lines of a title; if it needs two, it parts after the unit's name, else between words. */
export function titleLines(
  text: string,
  unit: string,
  geometry: Geometry,
  set: SetText
): readonly Line[] {
  const style: TextStyle = {
    role: 'title',
    size: geometry.title,
    measure: titleMeasure(geometry),
    fit: 'balance',
    align: 'center',
    words: 'places'
  }
  const named = unit !== '' && text.startsWith(unit)
  return set(text, named ? { ...style, breaks: [unit.length] } : style)
}
