/** What a file is, by its first bytes, and where these do not tell by its name. */
export type FileKind =
  'text' | 'html' | 'json' | 'csv' | 'docx' | 'xlsx' | 'pdf' | 'legacy' | 'unknown'

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

/** `head`: the first bytes of the file, some hundreds are enough. */
export function kindOf(name: string, head: Uint8Array): FileKind {
  const byName = endings[/\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '']
  const start = String.fromCharCode(...head.subarray(0, 512))
  const signed = signatures.find(([signature]) => start.startsWith(signature))?.[1]
  if (signed) return signed
  if (start.startsWith('PK\x03\x04')) {
    return byName === 'docx' || byName === 'xlsx' ? byName : 'unknown'
  }
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (/^<(?:!doctype html|html|head|body|meta|table|!--)/i.test(text)) return 'html'
  if (/^MIME-Version:|^From: <?Saved by/i.test(text)) return 'html'
  if (text.startsWith('{') && /"format"\s*:/.test(text)) return 'json'
  return byName ?? (text.includes('\0') ? 'unknown' : 'text')
}
