/** Everything that a publication needs as one archive, with a list of what is in it. */
import { sha256Of } from '../source/sha256.ts'
import { zipped } from '../source/zip.ts'

/** A file of an archive. */
export interface PackedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The name of the list in an archive. */
const manifestName = '文件清单.txt'

/**
 * The files and their list as a zip. The same files make the same archive. Two of one name would be
 * one on the disk: the later is numbered.
 */
export function archiveOf(title: string, files: readonly PackedFile[]): Uint8Array<ArrayBuffer> {
  const named = distinctlyNamed(files)
  const list = manifestOf(title, named)
  return zipped(
    Object.fromEntries([...named.map(({ name, bytes }) => [name, bytes]), [manifestName, list]])
  )
}

/**
 * The list as `sha256sum -c` checks it: a line a file, its SHA-256 and its name; what a reader wants
 * besides stands behind `#`. With a mark of byte order and line ends of Windows editors a check of it
 * would fail: it has neither.
 */
const manifestOf = (title: string, files: readonly PackedFile[]): string =>
  [
    `# ${title}`,
    `# 共 ${files.length} 个文件。每行是一个文件的 SHA-256 和名称，内容改动以后两者不再相符。`,
    ...files.flatMap(({ name, bytes }) => [
      `# ${bytes.length} 字节`,
      `${sha256Of(bytes)}  ${name}`
    ]),
    ''
  ].join('\n')

function distinctlyNamed(files: readonly PackedFile[]): PackedFile[] {
  const taken = new Set([manifestName])
  return files.map(({ name, bytes }) => {
    const dot = name.indexOf('.')
    let free = name
    for (let n = 2; taken.has(free); n++) free = `${name.slice(0, dot)}(${n})${name.slice(dot)}`
    taken.add(free)
    return { name: free, bytes }
  })
}
