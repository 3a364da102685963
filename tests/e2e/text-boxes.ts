import type { Page } from '@playwright/test'

/** What is wrong with the text of a page as it is painted, a line for each place; see `faultsInPage`. */
export const textFaults = (page: Page): Promise<string[]> => page.evaluate(faultsInPage)

/**
 * Measures every line of text and every field in the page: text that is cut off, lies under or over
 * other text, is painted in the colour of its ground or smaller than 12 px, or stands where nothing
 * scrolls to. Text for screen readers alone and what a pane scrolls out of sight is left out. Long,
 * for it runs in the page, where it has nothing but itself.
 */
function faultsInPage(): string[] {
  interface Line {
    readonly owner: Element
    readonly text: string
    readonly box: DOMRect
    /** What is seen of it: inside all panes that scroll. */
    readonly seen: DOMRect
  }
  const clear = 'rgba(0, 0, 0, 0)'
  const faults = new Set<string>()
  const styles = new Map<Element, CSSStyleDeclaration>()
  const styleOf = (element: Element): CSSStyleDeclaration => {
    const known = styles.get(element) ?? getComputedStyle(element)
    styles.set(element, known)
    return known
  }
  const say = (fault: string, { owner, text }: Pick<Line, 'owner' | 'text'>): void => {
    const place = owner.closest('[class]') ?? owner
    const within = place === owner ? '' : ` in ${place.localName}.${place.classList[0] ?? ''}`
    const kind = owner.classList[0] ? `${owner.localName}.${owner.classList[0]}` : owner.localName
    faults.add(`${fault}: ${kind}${within} “${text.trim().slice(0, 24)}”`)
  }
  const above = (element: Element): Element[] => {
    const chain: Element[] = []
    for (let at: Element | null = element; at; at = at.parentElement) chain.push(at)
    return chain
  }
  const scrolls = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll'
  const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip'
  const part = (
    box: DOMRect,
    left: number,
    top: number,
    right: number,
    bottom: number
  ): DOMRect => {
    const [x, y] = [Math.max(box.left, left), Math.max(box.top, top)]
    const width = Math.max(0, Math.min(box.right, right) - x)
    return new DOMRect(x, y, width, Math.max(0, Math.min(box.bottom, bottom) - y))
  }
  const isShown = (element: Element): boolean => {
    if (element.closest('svg, canvas, [inert], iframe, option')) return false
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
    // For screen readers alone.
    return above(element).every((one) => {
      const { overflowX, position, clipPath } = styleOf(one)
      if (position !== 'absolute' || !cuts(overflowX)) return true
      return clipPath === 'none' && one.clientWidth > 1 && one.clientHeight > 1
    })
  }

  /** What is seen of a box, and whether something cuts it off that does not scroll. */
  function trace(owner: Element, box: DOMRect): { seen: DOMRect; cut: boolean } {
    let seen = box
    let cut = false
    for (const one of above(owner)) {
      const { overflowX, overflowY, position } = styleOf(one)
      const edge = one.getBoundingClientRect()
      const left = edge.left + one.clientLeft
      const top = edge.top + one.clientTop
      const [right, bottom] = [left + one.clientWidth, top + one.clientHeight]
      const isBox = one.clientWidth > 0 && one !== document.documentElement && one !== document.body
      if (isBox && (overflowX !== 'visible' || overflowY !== 'visible')) {
        if (!scrolls(overflowX) && cuts(overflowX))
          cut ||= seen.width > 0 && (seen.right > right + 1 || seen.left < left - 1)
        if (!scrolls(overflowY) && cuts(overflowY))
          cut ||= seen.height > 0 && (seen.bottom > bottom + 3 || seen.top < top - 3)
        seen = part(seen, left, top, right, bottom)
      }
      // It hangs on the window, not on what is above it.
      if (position === 'fixed' || one.matches(':modal')) break
    }
    return { seen, cut }
  }

  const lines: Line[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const [owner, text] = [node.parentElement, node.textContent ?? '']
    if (!owner || text.trim() === '' || !isShown(owner)) continue
    range.selectNodeContents(node)
    const boxes = [...range.getClientRects()]
    if (!boxes.some(({ width, height }) => width > 0 && height > 0)) say('no size', { owner, text })
    for (const box of boxes) {
      if (box.width === 0) continue
      const { seen, cut } = trace(owner, box)
      const line = { owner, text, box, seen }
      if (cut) say('cut off', line)
      else if (seen.width > 0 && seen.height > 0) lines.push(line)
    }
    const size = parseFloat(styleOf(owner).fontSize)
    if (size < 12) say(`${size} px`, { owner, text })
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea, select')) {
    const text = field.value || field.placeholder
    if (!text || !isShown(field) || /^(checkbox|radio|file|range|color|date)$/.test(field.type))
      continue
    if (field.localName !== 'textarea' && field.scrollWidth > field.clientWidth + 1)
      say('cut off', { owner: field, text })
  }

  /** The first ground of an element and those above it that is not clear. */
  const ground = (element: Element): string =>
    above(element)
      .map((one) => styleOf(one))
      .find(
        ({ backgroundColor, backgroundImage }) =>
          backgroundColor !== clear || backgroundImage !== 'none'
      )?.backgroundColor ?? 'rgb(255, 255, 255)'
  for (const line of lines) {
    const { owner, seen } = line
    if (styleOf(owner).color === ground(owner)) say('colour of its ground', line)
    const { clientWidth, clientHeight, scrollHeight } = document.documentElement
    const below = scrollHeight > clientHeight ? scrollHeight : clientHeight
    if (seen.left < -1 || seen.right > clientWidth + 1) say('beside the window', line)
    else if (seen.bottom > below + 1 || seen.top + scrollY < -1) say('outside the window', line)
  }
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
    faults.add('the page scrolls sideways')

  /** Whether an element lies above the flow with a ground of its own that covers what is below it. */
  const covers = (top: Element, other: Element): boolean =>
    above(top)
      .filter((one) => !one.contains(other))
      .some((one, i, chain) => {
        const lifted = chain
          .slice(i)
          .some((up) => styleOf(up).position !== 'static' || up.matches(':modal'))
        return (
          lifted &&
          (styleOf(one).backgroundColor !== clear || styleOf(one).backgroundImage !== 'none')
        )
      })
  // Of the height of a line a quarter above and below the letters is empty.
  const ink = ({ seen }: Line): DOMRect =>
    new DOMRect(seen.x, seen.y + seen.height / 4, seen.width, seen.height / 2)
  const inked = lines
    .map((line) => ({ line, box: ink(line) }))
    .sort((a, b) => a.box.top - b.box.top)
  for (const [i, { line, box }] of inked.entries()) {
    for (let j = i + 1; j < inked.length; j++) {
      const other = inked[j]
      if (!other || other.box.top >= box.bottom) break
      if (line.owner === other.line.owner) continue
      const both = part(box, other.box.left, other.box.top, other.box.right, other.box.bottom)
      if (both.width < 2 || both.height < 2) continue
      const top = document.elementFromPoint(both.x + both.width / 2, both.y + both.height / 2)
      if (!top || covers(top, line.owner) || covers(top, other.line.owner)) continue
      say(`over “${other.line.text.trim().slice(0, 24)}”`, line)
    }
  }
  return [...faults]
}
