/**
 * What a file is, by what is in it, and where that does not tell by its name. `legacy`: of an old
 * format to be saved in the present one; `locked`: an office file behind a password.
 */
export type FileKind =
  'text' | 'html' | 'json' | 'csv' | 'docx' | 'xlsx' | 'pdf' | 'legacy' | 'locked' | 'unknown'

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
  pdf: 'pdf',
  doc: 'legacy',
  wps: 'legacy',
  xls: 'legacy',
  et: 'legacy',
  rtf: 'legacy',
  ofd: 'legacy'
}

/** Old Word, Excel and WPS files are OLE2 containers; RTF says its name. */
const signatures: readonly (readonly [string, FileKind])[] = [
  ['%PDF-', 'pdf'],
  ['\xd0\xcf\x11\xe0', 'legacy'],
  ['{\\rtf', 'legacy'],
  ['\x89PNG', 'unknown'],
  ['\xff\xd8\xff', 'unknown'],
  ['GIF8', 'unknown'],
  ['Rar!', 'unknown'],
  ['7z\xbc\xaf', 'unknown']
]

export function kindOf(name: string, bytes: Uint8Array): FileKind {
  const byName = endings[/\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '']
  const start = latin(bytes.subarray(0, 512))
  const signed = signatures.find(([signature]) => start.startsWith(signature))?.[1]
  if (signed === 'legacy' && isLocked(bytes)) return 'locked'
  if (signed) return signed
  if (start.startsWith('PK\x03\x04')) {
    return inside(bytes) ?? (byName === 'docx' || byName === 'xlsx' ? byName : 'unknown')
  }
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (/^<(?:!doctype html|html|head|body|meta|table|!--)/i.test(text)) return 'html'
  if (/^MIME-Version:|^From: <?Saved by/i.test(text)) return 'html'
  if (text.startsWith('{') && /"format"\s*:/.test(text)) return 'json'
  return byName ?? (text.includes('\0') ? 'unknown' : 'text')
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** Word and Excel put what a password protects into an OLE2 container, as a stream of this name. */
const lockedName = Uint8Array.from([...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0]))

function isLocked(bytes: Uint8Array): boolean {
  const [first = 0] = lockedName
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (lockedName.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}

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
