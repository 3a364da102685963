/** Text with some of its places replaced, and the way back to where they stood. */

/** A place and what is read there instead. */
export interface Replacement {
  readonly from: number
  readonly to: number
  readonly by: string
}

/** The text to be read, and where a place of it stands in the one it was made of. */
export interface Replaced {
  readonly text: string
  readonly placeOf: (from: number, to: number) => { readonly from: number; readonly to: number }
}

/** A text with places replaced; they are in order and do not touch. */
export function replaced(source: string, places: readonly Replacement[]): Replaced {
  if (places.length === 0) return { text: source, placeOf: (from, to) => ({ from, to }) }
  let [text, end] = ['', 0]
  const moved = places.map(({ from, to, by }) => {
    text += source.slice(end, from) + by
    end = to
    return { from, to, at: text.length - by.length, until: text.length }
  })
  text += source.slice(end)
  /** A place within a replacement is all of it. */
  const back = (offset: number, ends: boolean): number => {
    let by = 0
    for (const { from, to, at, until } of moved) {
      if (ends ? offset <= at : offset < at) break
      if (ends ? offset <= until : offset < until) return ends ? to : from
      by = to - until
    }
    return offset + by
  }
  return { text, placeOf: (from, to) => ({ from: back(from, false), to: back(to, true) }) }
}
