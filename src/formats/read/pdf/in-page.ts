import type { Reader } from '../../source/reader.ts'

/**
 * Stands in for `read-pdf.ts` in what the page itself loads (see vite.config.ts). pdf.js needs a
 * thread anyway; with it the page would carry half a megabyte that only the reading thread runs.
 */
export const read: Reader = () => Promise.reject(new Error('PDF is read in a thread only'))
