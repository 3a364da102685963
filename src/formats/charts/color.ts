/** Colours as Chart.js passes them on: `#rrggbb`, `#rgb`, with alpha, or `rgb()`/`rgba()`. */

/**
 * The colour as it looks on white paper, `#rrggbb`; undefined when nothing of it is seen or it is
 * no colour. Paper needs no transparency, and files without it print anywhere.
 */
export function blended(style: unknown, alpha = 1): string | undefined {
  const parts = typeof style === 'string' ? partsOf(style.trim()) : undefined
  if (!parts) return undefined
  const [red = 0, green = 0, blue = 0, own = 1] = parts
  const opacity = own * alpha
  if (!(opacity > 0)) return undefined
  const hex = [red, green, blue].map((part) =>
    Math.round(part * opacity + 255 * (1 - opacity))
      .toString(16)
      .padStart(2, '0')
  )
  return `#${hex.join('')}`
}

function partsOf(style: string): number[] | undefined {
  const hex = /^#([0-9a-f]{3,8})$/i.exec(style)?.[1]
  if (hex) {
    const long = hex.length < 6 ? Array.from(hex, (digit) => digit + digit).join('') : hex
    const [red = 0, green = 0, blue = 0, alpha = 255] = Array.from(
      { length: long.length / 2 },
      (_, i) => parseInt(long.slice(2 * i, 2 * i + 2), 16)
    )
    return [red, green, blue, alpha / 255]
  }
  const list = /^rgba?\(([^)]+)\)$/.exec(style)?.[1]
  return list?.split(/[\s,/]+/).map(Number)
}
