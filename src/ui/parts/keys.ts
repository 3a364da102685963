import { spots, type Spot } from '../../core/form/outline.ts'

/**
 * The keys of an event as they are written on the screen, Ctrl+Shift+Z; nothing for those that only
 * write. What needs Shift to be written (?) goes without its name.
 */
export function keysOfEvent(event: KeyboardEvent): string | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event
  if (key.length === 1 && !ctrlKey && !metaKey && !altKey && key !== '?') return undefined
  const letter = /^[a-z]$/i.test(key)
  const shift = shiftKey && (letter || key.length > 1)
  return [
    ...(ctrlKey || metaKey ? ['Ctrl'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shift ? ['Shift'] : []),
    letter ? key.toUpperCase() : key
  ].join('+')
}

/** Alt+1 to Alt+6: the keys of the six sections, by the numeral of each. */
export const sectionKeys: ReadonlyMap<Spot, string> = new Map(
  spots.slice(1, 7).map((spot, at) => [spot, `Alt+${at + 1}`])
)
