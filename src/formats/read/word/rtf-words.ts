/** The words of Rich Text that stand for characters, for encodings, and for what is no text. */

/** Groups that begin with these are not printed in the body. */
export const notText =
  /^(?:fonttbl|colortbl|stylesheet|info|(?:header|footer)[lrf]?|pict|object|fldinst|sp|shprslt|nonesttables|xe|tc|rxe|txe|private|revtbl)$/
/** Of the groups that a reader may skip, those with text or tables in them. */
export const starred = /^(?:nesttableprops|shpinst|footnote)$/

export const signs: Readonly<Record<string, string>> = {
  tab: ' ',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  '~': ' ',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}'
}

/** Charsets of fonts by the names that decoders know them by; the others are of the document. */
export const charsets: Readonly<Record<number, string>> = {
  128: 'shift_jis',
  134: 'gbk',
  136: 'big5'
}
export const codePages: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  950: 'big5',
  1252: 'windows-1252'
}
