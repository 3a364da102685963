import { sha256 as digest } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of a text in UTF-8, in hexadecimal; also on plain http, where `crypto.subtle` is not. */
export const sha256OfText = (text: string): string => bytesToHex(digest(utf8ToBytes(text)))
