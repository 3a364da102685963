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

/** Pages come with some hundred pictures; more parts are not looked through. */
const mostParts = 2000
/** The lines before the body of a part: more of them say nothing that is asked here. */
const longestHead = 20_000

/** The page in the archive; null where there is none. Pictures and frames are not looked at. */
export function archivedPage(bytes: Uint8Array): string | null {
  const message = latin(bytes)
  const { head } = headAndBody(message)
  const boundary = /boundary\s*=\s*"?([^"\r\n;]+)"?/i.exec(head)?.[1]
  for (const part of boundary ? partsOf(message, `--${boundary}`) : [message]) {
    const { head, body } = headAndBody(part)
    if (!/content-type\s*:\s*text\/html/i.test(head)) continue
    const encoding = /content-transfer-encoding\s*:\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase()
    const charset = /charset\s*=\s*"?([\w-]+)/i.exec(head)?.[1]
    const text = decode(unpacked(body, encoding), charset)?.text
    if (text) return text
  }
  return null
}

function* partsOf(message: string, mark: string): Generator<string> {
  let start = message.indexOf(mark)
  for (let count = 0; start >= 0 && count < mostParts; count++) {
    const from = start + mark.length
    start = message.indexOf(mark, from)
    yield message.slice(from, start < 0 ? undefined : start)
  }
}

/** A part before and after its first blank line; all of it is head where there is none. */
function headAndBody(part: string): { readonly head: string; readonly body: string } {
  const trimmed = part.trimStart()
  const blank = /\r?\n\r?\n/.exec(trimmed)
  const end = blank?.index ?? trimmed.length
  return {
    head: trimmed.slice(0, Math.min(end, longestHead)),
    body: trimmed.slice(end + (blank?.[0].length ?? 0))
  }
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
