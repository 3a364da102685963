/**
 * What a file is, by what is in it, and where that does not tell by its name. `ole`: a container of
 * Office or WPS before 2007, which holds a document, a workbook or something else; `legacy`: of a
 * time before that.
 */
export type FileKind =
  'text' | 'html' | 'json' | 'csv' | 'docx' | 'xlsx' | 'pdf' | 'ole' | 'rtf' | 'legacy' | 'unknown'

/** Endings of what is no text and is not read here. */
const strangers = 'png jpg jpeg gif bmp webp tif tiff svg zip rar 7z tar gz ppt pptx dps exe mp4'

const endings: Readonly<Record<string, FileKind>> = {
  ...Object.fromEntries(strangers.split(' ').map((ending) => [ending, 'unknown' as const])),
  txt: 'text',
  md: 'text',
  markdown: 'text',
  htm: 'html',
  html: 'html',
  mht: 'html',
  mhtml: 'html',
  json: 'json',
  csv: 'csv',
  tsv: 'csv',
  docx: 'docx',
  docm: 'docx',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  pdf: 'pdf'
}

/** Word before 6 has a mark of its own; Excel before 5 begins with the record of its version. */
const signatures: readonly (readonly [string, FileKind])[] = [
  ['%PDF-', 'pdf'],
  ['\xd0\xcf\x11\xe0', 'ole'],
  ['{\\rtf', 'rtf'],
  ['\xdb\xa5', 'legacy'],
  ['\x31\xbe\x00\x00', 'legacy'],
  ['\x09\x00\x04\x00', 'legacy'],
  ['\x09\x02\x06\x00', 'legacy'],
  ['\x09\x04\x06\x00', 'legacy'],
  ['\x09\x08', 'legacy'],
  ['\x89PNG', 'unknown'],
  ['\xff\xd8\xff', 'unknown'],
  ['GIF8', 'unknown'],
  ['Rar!', 'unknown'],
  ['7z\xbc\xaf', 'unknown']
]

/** Markup by its first tag; programs also write pieces of a page into files with other names. */
const markup =
  /^(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|meta|title|style|script|div|center|table|tr|p|h\d|!--)/i

export function fileKindOf(name: string, bytes: Uint8Array): FileKind {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? ''
  const byName = endings[ending]
  const start = latin(bytes.subarray(0, 512))
  const signed = signatures.find(([signature]) => start.startsWith(signature))?.[1]
  if (signed) return signed
  if (start.startsWith('PK\x03\x04')) {
    return inside(bytes) ?? (byName === 'docx' || byName === 'xlsx' ? byName : 'unknown')
  }
  const isWide = /^(?:\xff\xfe|\xfe\xff)/.test(start)
  const text = (isWide ? start.slice(2).replace(/\0/g, '') : start)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  if (markup.test(text)) return 'html'
  if (/^MIME-Version:|^From: <?Saved by/i.test(text)) return 'html'
  if (text.startsWith('{') && /"format"\s*:/.test(text)) return 'json'
  // Of XML other than pages, the workbooks and documents of Office 2003 among it, nothing is read.
  if (text.startsWith('<?xml')) return byName ?? 'unknown'
  if (!isWide && isBinary(text)) return byName ?? 'unknown'
  // Systems name what they export after the program that shall open it.
  if (/^(?:xlsx?|xlsm|et)$/.test(ending)) return 'csv'
  return byName === 'docx' ? 'text' : (byName ?? 'text')
}

/** Whether there is a sign in it that no text has. */
const isBinary = (text: string): boolean =>
  [...text].some((char) => char < '\t' || (char > '\r' && char < '\x1b'))

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** More entries than an office file has are not looked through. */
const mostEntries = 3000

/** Which office file an archive is, by the list of its entries (APPNOTE.TXT 4.3.12 and 4.3.16). */
function inside(bytes: Uint8Array): 'docx' | 'xlsx' | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lowest = Math.max(0, bytes.length - 22 - 0xffff)
  let end = bytes.length - 22
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < lowest) return undefined
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < mostEntries && at + 46 <= bytes.length; i++) {
    if (view.getUint32(at, true) !== 0x02014b50) return undefined
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    const path = latin(bytes.subarray(at + 46, at + 46 + Math.min(name ?? 0, 100)))
    if (path === 'word/document.xml') return 'docx'
    if (path === 'xl/workbook.xml') return 'xlsx'
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return undefined
}
