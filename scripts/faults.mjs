// @ts-check
import { posix } from 'node:path'

const [fewest, most] = [3, 15]
const tooSmall = 45

/**
 * What is wrong with the rooms of a tree, a sentence each. The code is read by regular expressions:
 * Prettier has set it, so imports and exports begin their lines.
 *
 * @param {Texts} files texts by path from the root
 * @param {Exceptions} excepted
 * @returns {readonly string[]}
 *
 * @typedef {Readonly<Record<string, string>>} Texts
 * @typedef {{ readonly folders: Texts, readonly names: Texts, readonly small: Texts }} Exceptions
 *   why, by folder, exported name or module
 */
export function faultsOf(files, excepted) {
  const modules = Object.entries(files)
    .filter(([path]) => /^src\/.*\.(ts|svelte)$/.test(path))
    .map(([path, text]) => moduleOf(path, text))
  return [
    ...circlesOf(modules),
    ...unless(excepted.folders, sizesOf(Object.keys(files))),
    ...unless(excepted.names, namesOf(modules)),
    ...unless(excepted.small, smallOf(modules)),
    ...strangersOf(Object.keys(files)),
    ...Object.entries(files).flatMap(([path, text]) => remadeOf(path, text)),
    ...Object.entries(files).flatMap(([path, text]) => danglingOf(path, text, Object.keys(files)))
  ]
}

/** @typedef {ReturnType<typeof moduleOf>} Module */

/** @param {string} path @param {string} text */
function moduleOf(path, text) {
  const folder = posix.dirname(path)
  /** @param {RegExp} pattern */
  const named = (pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name)
  /** @param {RegExp} pattern */
  const paths = (pattern) =>
    new Set(named(pattern).map((to) => posix.join(folder, to.replace(/\?.*/, ''))))
  return {
    path,
    folder,
    lines: text.split('\n').length - 1,
    /** Imported and passed on, types too. */
    imports: paths(/^ *(?:import|export)\b(?:[^'"=;()]* from)? '(\.[^']+)'/gm),
    /** Loaded on use: `import()`, also of a type, and the files of workers. */
    loads: paths(/\b(?:import|new URL)\(\s*'(\.[^']+)'/g),
    exports: new Set(named(/^ *export (?:async )?(?:abstract )?(?:function\*?|\w+) (\w+)/gm))
  }
}

/**
 * The faults that no exception names, and the exceptions that nothing needs any more.
 *
 * @param {Texts} reasons
 * @param {ReadonlyMap<string, string>} faults
 */
const unless = (reasons, faults) => [
  ...[...faults].flatMap(([of, fault]) => (of in reasons ? [] : [fault])),
  ...Object.keys(reasons).flatMap((of) => (faults.has(of) ? [] : [`${of} needs no exception`]))
]

/** Folders that import each other, over others too. @param {readonly Module[]} modules */
function circlesOf(modules) {
  const folders = new Map(modules.map(({ path, folder }) => [path, folder]))
  /** @type {Map<string, Map<string, string>>} for a folder: those it imports, and where */
  const graph = new Map(modules.map(({ folder }) => [folder, new Map()]))
  for (const { path, folder, imports, loads } of modules)
    for (const to of [...imports, ...loads]) {
      const other = folders.get(to)
      if (other && other !== folder) graph.get(folder)?.set(other, `${path} → ${to}`)
    }
  /** @param {string} from @param {Set<string>} seen @returns {ReadonlySet<string>} */
  const reach = (from, seen) => {
    for (const to of graph.get(from)?.keys() ?? []) if (!seen.has(to)) reach(to, seen.add(to))
    return seen
  }
  return [...graph].flatMap(([folder, edges]) =>
    [...edges].flatMap(([to, where]) =>
      reach(to, new Set()).has(folder) ? [`a circle of folders: ${where}`] : []
    )
  )
}

/** @param {readonly string[]} paths */
function sizesOf(paths) {
  const rooms = paths.filter((path) => /^src\/.*(?<!\/README\.md)$/.test(path)).map(posix.dirname)
  return new Map(
    [...new Set(rooms)].flatMap((folder) => {
      const count = rooms.filter((other) => other === folder).length
      const fault = `${folder} holds ${count} files, not ${fewest} to ${most}`
      return count < fewest || count > most ? [[folder, fault]] : []
    })
  )
}

/** @param {readonly Module[]} modules */
const namesOf = (modules) =>
  new Map(
    modules
      .flatMap(({ exports }) => [...exports])
      .map((name) => ({ name, places: modules.filter(({ exports }) => exports.has(name)) }))
      .filter(({ places }) => places.length > 1)
      .map(({ name, places }) => [name, `${name}: ${places.map(({ path }) => path).join(', ')}`])
  )

/**
 * Modules that could stand in the only one that imports them, in the same layer.
 *
 * @param {readonly Module[]} modules
 */
const smallOf = (modules) =>
  new Map(
    modules.flatMap(({ path, lines }) => {
      const [by, ...more] = modules.filter((m) => m.imports.has(path) || m.loads.has(path))
      const joins = by?.imports.has(path) && layerOf(by.path) === layerOf(path) && !more.length
      const fault = `${path}, ${lines} lines, is imported by ${by?.path} alone`
      return lines < tooSmall && joins ? [[path, fault]] : []
    })
  )

/** @param {string} path */
const layerOf = (path) => path.split('/')[1]

/** Folders of tests that mirror none of src. @param {readonly string[]} paths */
function strangersOf(paths) {
  const rooms = new Set(paths.flatMap(above))
  return [...rooms]
    .filter((room) => /^tests\/(?!(e2e|fixtures|scripts)(\/|$))/.test(room))
    .filter((room) => !rooms.has(room.replace('tests', 'src')))
    .map((room) => `${room} tests no room of src`)
}

/** The folders that hold a path, the innermost first. @type {(path: string) => string[]} */
const above = (path) => {
  const folder = posix.dirname(path)
  return folder === '.' ? [] : [folder, ...above(folder)]
}

/** What has no state of its own. */
const plain = new Set(['Date', 'Map', 'Set', 'URL'])

/**
 * What has state and is made in a `$derived`: it is made anew with all that it reads, and what is derived
 * in the old one is asked for when it is gone (`derived_inert`). `untrack` makes it once.
 *
 * @param {string} path
 * @param {string} text
 */
const remadeOf = (path, text) =>
  /^src\//.test(path)
    ? [...text.matchAll(/\$derived(?:\.by)?\(\s*(?:\(\) =>\s*)?new (\w+)/g)]
        .filter(([, name = '']) => !plain.has(name))
        .map(([, name]) => `${path} makes a ${name} in a $derived`)
    : []

/**
 * Documents named that are not here, sections (§) of none, in comments files that are not here, and in
 * documents also folders.
 *
 * @param {string} path
 * @param {string} text
 * @param {readonly string[]} paths
 */
function danglingOf(path, text, paths) {
  const known = new Set([
    ...paths,
    ...paths.flatMap(above),
    ...paths.map((one) => posix.basename(one))
  ])
  const documents = text.matchAll(/(?<![\w/.-])[\w./-]*\w\.md\b/g)
  const inDocument = /(?<![\w/.-])(?:docs|public|scripts|src|tests)\/[\w./-]*\w/g
  const inComment = /(?<=^ *(?:\/\/|\/?\*).*)(?<![\w/.-])[\w-]+(?:\.svelte)?\.(?:ts|mjs|svelte)\b/gm
  return [
    ...[...documents, ...text.matchAll(path.endsWith('.md') ? inDocument : inComment)]
      .filter(([to]) => !known.has(to) && !known.has(posix.join(posix.dirname(path), to)))
      .map(([to]) => `${path} names ${to}, which is not here`),
    ...[...text.matchAll(/(?<!GB\/T [\d.-]+ )§\d[\d.]*/g)].map(
      ([section]) => `${path} names ${section} of no document`
    )
  ]
}
