import { readFile } from 'node:fs/promises'
import type { FetchBytes, LoadedFont } from '../../../src/formats/fonts/load.ts'
import { loadFont, loadManifest } from '../../../src/formats/fonts/load.ts'
import { fontLibrary } from '../../../src/formats/fonts/library.ts'

/** The committed fonts, read from the disk as a browser would fetch them. */
export const fromDisk: FetchBytes = async (file) =>
  new Uint8Array(await readFile(new URL(`../../../public/fonts/${file}`, import.meta.url)))

export async function diskManifest() {
  const loaded = await loadManifest(fromDisk)
  if (!loaded.ok) throw new Error(loaded.why)
  return loaded.manifest
}

/** One committed font file by name, as in `fang-1.ttf.gz`. */
export async function diskFont(name: string): Promise<LoadedFont> {
  const file = [...(await diskManifest()).values()].flat().find((entry) => entry.file === name)
  const loaded = file && (await loadFont(file, fromDisk))
  if (!loaded?.ok) throw new Error(`cannot load ${name}`)
  return loaded
}

/** All of them, each loaded when it is asked for. */
export async function diskLibrary() {
  return fontLibrary(await diskManifest(), (file) => loadFont(file, fromDisk))
}
