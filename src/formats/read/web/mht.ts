import { decode } from '../../source/decode.ts'

/** A web archive (.mht): a mail message whose first HTML part is the page. */

/** The bytes as characters of the same numbers. */
export const latin = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return text
}

export const isArchive = (bytes: Uint8Array): boolean =>
  /^\s*(?:MIME-Version|From|Subject|Snapshot-Content-Location)\s*:/i.test(
    latin(bytes.subarray(0, 200))
  )

/** The page in the archive; null where there is none. Pictures and frames are not looked at. */
export function archivedPage(bytes: Uint8Array): string | null {
  const message = latin(bytes)
  const [head = ''] = message.split(/\r?\n\r?\n/, 1)
  const boundary = /boundary\s*=\s*"?([^"\r\n;]+)"?/i.exec(head)?.[1]
  const parts = boundary ? message.split(`--${boundary}`).slice(1) : [message]
  for (const part of parts) {
    const [, header = '', body = ''] = /^\s*([^]*?)\r?\n\r?\n([^]*)$/.exec(part) ?? []
    if (!/content-type\s*:\s*text\/html/i.test(header)) continue
    const encoding = /content-transfer-encoding\s*:\s*([\w-]+)/i.exec(header)?.[1]?.toLowerCase()
    const charset = /charset\s*=\s*"?([\w-]+)/i.exec(header)?.[1]
    const text = decode(unpacked(body, encoding), charset)?.text
    if (text) return text
  }
  return null
}

function unpacked(body: string, encoding: string | undefined): Uint8Array {
  const raw =
    encoding === 'base64'
      ? fromBase64(body)
      : encoding === 'quoted-printable'
        ? body
            .replace(/=\r?\n/g, '')
            .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
        : body
  return Uint8Array.from(raw, (char) => char.charCodeAt(0) & 0xff)
}

function fromBase64(text: string): string {
  const clean = text.replace(/[^A-Za-z0-9+/]/g, '')
  return atob(clean.slice(0, clean.length - (clean.length % 4 === 1 ? 1 : 0)))
}
