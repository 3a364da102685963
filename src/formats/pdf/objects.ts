/** The words in which everything that goes into a PDF is written. */

/** Adds objects to a PDF under way. */
export interface PdfObjects {
  /** A number for an object that is written later. */
  readonly reserve: () => number
  /** Writes an object, under a number reserved before or a new one; gives the number. */
  readonly write: (body: string, id?: number) => number
  /** Writes a stream; gives the number. */
  readonly stream: (data: Deflated) => number
  /** The object number of a page, counted from 0. */
  readonly page: (index: number) => number
}

/** Data packed as the filter FlateDecode unpacks it. */
export interface Deflated {
  readonly bytes: Uint8Array
  /** The length before. */
  readonly length: number
}

/** Packs data by the browser's own means, several times as fast as a script can. */
export async function deflated(data: Uint8Array<ArrayBuffer>): Promise<Deflated> {
  const stream = new Blob([data]).stream().pipeThrough(new CompressionStream('deflate'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  return { bytes, length: data.length }
}

/** A reference to an object. */
export const ref = (id: number): string => `${id} 0 R`

/** A number with at most three decimals, never in exponents, never -0. */
export const decimal = (value: number): string => String(Math.round(value * 1000) / 1000 + 0)

/** Four hexadecimal digits. */
export const hex4 = (value: number): string => value.toString(16).padStart(4, '0')

/** UTF-16 in hexadecimal, without a byte order mark. */
export function utf16(text: string): string {
  let hex = ''
  for (let i = 0; i < text.length; i++) hex += hex4(text.charCodeAt(i))
  return hex
}

/** A text string object of any language. */
export const textString = (text: string): string => `<feff${utf16(text)}>`
