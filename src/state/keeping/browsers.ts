/** How a browser treats what a page stores, by what it calls itself. */
export type Browser =
  /** Asks the person whether to keep it for good. */
  | 'firefox'
  /** Deletes it after seven days of use without a visit, unless the site is on the home screen. */
  | 'safari'
  /** Decides by itself. */
  | 'other'

/** Every browser on iOS is WebKit; those on a Mac name Safari without Chrome. */
export function browserOf(userAgent: string): Browser {
  if (/\((?:iPhone|iPad|iPod)/.test(userAgent)) return 'safari'
  if (/Firefox\//.test(userAgent)) return 'firefox'
  return /Macintosh.*Version\/.*Safari\//.test(userAgent) && !/Chrom/.test(userAgent)
    ? 'safari'
    : 'other'
}
