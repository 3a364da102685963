import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const built = 'dist-single/年报台.html'

/** A copy of the single file where people keep such things, and its address. */
export interface SingleCopy {
  readonly address: string
  readonly remove: () => void
}

/** Copies the single file, as `npm run build:single` left it, into a folder of this name. */
export function singleCopy(folder: string): SingleCopy {
  if (!existsSync(built)) throw new Error(`There is no ${built}: run npm run build:single first.`)
  const place = mkdtempSync(join(tmpdir(), folder))
  const file = join(place, '年报台.html')
  copyFileSync(built, file)
  return { address: pathToFileURL(file).href, remove: () => rmSync(place, { recursive: true }) }
}
