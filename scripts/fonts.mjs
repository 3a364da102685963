/**
 * Builds public/fonts/ from the fonts' published packages: `node scripts/fonts.mjs [folder]`.
 *
 * Its outputs are committed, so nobody needs to run it to build or test the project. It wants a
 * Debian system (apt-get download, dpkg-deb, bzcat) and npm; the packages are fetched into the
 * folder, or a temporary one, and used from there when they are already in it.
 *
 * Each font becomes TrueType without hinting or kerning, in up to three files: the characters nearly
 * every report needs, and the rest. A character that one of the four main fonts lacks, or draws
 * wrongly, is taken from the fallback, whose files hold just those.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  writeFileSync
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

const debian = ['texlive-lang-chinese', 'unicode-data']
const npm = [
  'fonteditor-core@2.6.3',
  '@expo-google-fonts/noto-serif-sc@0.4.3',
  '@expo-google-fonts/tinos@0.4.2'
]
const fandol = 'texlive-lang-chinese/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol'
const expo = 'node_modules/@expo-google-fonts'

/** The four main fonts, what stands in for characters they lack, and digits in the manner of Times. */
const fonts = [
  { name: 'fang', source: `${fandol}/FandolFang-Regular.otf`, main: true },
  { name: 'hei', source: `${fandol}/FandolHei-Regular.otf`, main: true },
  { name: 'kai', source: `${fandol}/FandolKai-Regular.otf`, main: true },
  { name: 'song', source: `${fandol}/FandolSong-Bold.otf`, main: true },
  { name: 'noto', source: `${expo}/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf` },
  { name: 'tinos', source: `${expo}/tinos/400Regular/Tinos_400Regular.ttf` }
]
/**
 * Characters that the main fonts have and draw wrongly, so that the fallback has to serve them: ￥ as
 * a dollar, ～ small and raised, ￣ in the middle, and … with a gap between the two of ……
 */
const misdrawn = new Set([...'￥～￣…'].map((char) => char.codePointAt(0)))

const work = resolve(process.argv[2] ?? mkdtempSync(join(tmpdir(), 'fonts-')))
const target = new URL('../public/fonts/', import.meta.url).pathname
mkdirSync(work, { recursive: true })
mkdirSync(target, { recursive: true })
fetchSources()

const { createFont } = createRequire(join(work, 'package.json'))('fonteditor-core')
const common = union(gb2312(0xa1, 0xa9), gb2312(0xb0, 0xd7), range(0x20, 0x7e))
const standard = union(generalStandard(), gb2312(0xd8, 0xf7), common)

const parsed = fonts.map((font) => ({ ...font, ttf: readFont(join(work, font.source), font.main) }))
const mains = parsed.filter((font) => font.main)
/** Characters that every one of the main fonts has need no fallback. */
const inAllMains = mains.map(({ ttf }) => codesOf(ttf)).reduce(both, standard)

const manifest = { version: 1, fonts: {} }
for (const { name, ttf, main } of parsed) {
  const own = codesOf(ttf)
  let tiers
  if (main) {
    tiers = [both(own, common), without(both(own, standard), common)]
  } else if (name === 'noto') {
    const lacking = without(own, inAllMains)
    const rare = new Set([...lacking].filter((c) => isHan(c) && !standard.has(c)))
    const usual = both(lacking, common)
    tiers = [usual, without(lacking, union(usual, rare)), rare]
  } else tiers = [both(own, union(range(0x20, 0x24f), range(0x2010, 0x2044)))]
  manifest.fonts[name] = { files: tiers.map((codes, i) => writeTier(name, i + 1, ttf, codes)) }
}
writeFileSync(join(target, 'manifest.json'), JSON.stringify(manifest, null, 1) + '\n')
const fandolDoc = join(work, 'texlive-lang-chinese/usr/share/doc/texlive-doc/fonts/fandol')
const licence = [readFileSync(join(fandolDoc, 'README')), gunzip(join(fandolDoc, 'COPYING.gz'))]
writeFileSync(join(target, 'LICENSE-fandol.txt'), licence.join('\n\n'))
copyFileSync(join(work, expo, 'noto-serif-sc/LICENSE_FONT'), join(target, 'LICENSE-noto.txt'))
copyFileSync(join(work, expo, 'tinos/LICENSE_FONT'), join(target, 'LICENSE-tinos.txt'))

/** Runs a command in the working folder; gives what it prints. */
function run(command, ...args) {
  const options = { cwd: work, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] }
  return execFileSync(command, args, options)
}

/** Packages that are not in the working folder yet. */
function fetchSources() {
  for (const name of debian) {
    if (existsSync(join(work, name))) continue
    run('apt-get', 'download', name)
    const file = readdirSync(work).find((f) => f.startsWith(`${name}_`) && f.endsWith('.deb'))
    run('dpkg-deb', '-x', file, name)
  }
  if (existsSync(join(work, expo))) return
  writeFileSync(join(work, 'package.json'), '{"private":true}\n')
  run('npm', 'install', '--no-save', ...npm)
}

/** The characters of GB 2312 (as GBK decodes them) whose first byte is between two, inclusive. */
function gb2312(first, last) {
  const decode = new TextDecoder('gb2312')
  const codes = new Set()
  for (let high = first; high <= last; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      const code = decode.decode(Uint8Array.of(high, low)).codePointAt(0)
      if (code !== 0xfffd && !isPrivate(code)) codes.add(code)
    }
  }
  return codes
}

/** The 8,105 characters of 通用规范汉字表, which Unihan lists as kTGH. */
function generalStandard() {
  const file = 'unicode-data/usr/share/unicode/Unihan_OtherMappings.txt.bz2'
  const text = run('bzcat', file).toString()
  const found = text.matchAll(/^U\+([0-9A-F]+)\tkTGH\t/gm)
  return new Set([...found].map((match) => parseInt(match[1], 16)))
}

function range(from, to) {
  return new Set(Array.from({ length: to - from + 1 }, (_, i) => from + i))
}

function gunzip(file) {
  return gunzipSync(readFileSync(file))
}

function union(...sets) {
  return new Set(sets.flatMap((set) => [...set]))
}

function both(a, b) {
  return new Set([...a].filter((code) => b.has(code)))
}

function without(a, b) {
  return new Set([...a].filter((code) => !b.has(code)))
}

function isPrivate(code) {
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000
}

function isHan(code) {
  return /\p{Script=Han}/u.test(String.fromCodePoint(code)) && code > 0x303f
}

/** A font as fonteditor-core holds it, hinting dropped, with its own true widths. */
function readFont(file, main) {
  const bytes = readFileSync(file)
  const type = bytes.toString('latin1', 0, 4) === 'OTTO' ? 'otf' : 'ttf'
  const ttf = createFont(bytes, { type, hinting: false, compound2simple: true }).get()
  // fonteditor-core 2.6.3 takes widths from the CFF charstrings without adding nominalWidthX.
  if (type === 'otf') {
    advances(bytes).forEach((width, i) => {
      const glyph = ttf.glyf[i]
      glyph.advanceWidth = width
      glyph.leftSideBearing = glyph.xMin ?? 0
    })
  }
  for (const glyph of ttf.glyf) {
    glyph.unicode = (glyph.unicode ?? []).filter((code) => !main || !misdrawn.has(code))
  }
  ttf.head.modified = ttf.head.created
  delete ttf.GPOS
  return ttf
}

/** The advance width of every glyph, from the table hmtx. */
function advances(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const table = {}
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i
    table[bytes.toString('latin1', at, at + 4)] = view.getUint32(at + 8)
  }
  const count = view.getUint16(table.maxp + 4)
  const long = view.getUint16(table.hhea + 34)
  return Array.from({ length: count }, (_, i) =>
    view.getUint16(table.hmtx + 4 * Math.min(i, long - 1))
  )
}

function codesOf(ttf) {
  return new Set(ttf.glyf.flatMap((glyph) => glyph.unicode).filter((code) => !isPrivate(code)))
}

/** Writes the glyphs of these characters as a font file; returns its line of the manifest. */
function writeTier(name, tier, ttf, codes) {
  const glyf = ttf.glyf
    .map((glyph) => ({ ...glyph, unicode: glyph.unicode.filter((code) => codes.has(code)) }))
    .filter((glyph, i) => i === 0 || glyph.unicode.length > 0)
  // With the old `support` the writer would keep the measures of the whole font.
  const font = createFont()
  font.set({ ...ttf, glyf, support: undefined })
  const bytes = Buffer.from(font.write({ type: 'ttf', hinting: false, toBuffer: true }))
  const packed = gzipSync(bytes, { level: 9 })
  const file = `${name}-${tier}.ttf.gz`
  writeFileSync(join(target, file), packed)
  console.log(file, codes.size, 'characters', packed.length, 'bytes')
  return {
    file,
    // Of the unpacked font: some servers unpack .gz files on the way.
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: packed.length,
    size: bytes.length,
    characters: codes.size,
    ranges: rangesOf(codes)
  }
}

/** A set of code points in the manner of CSS unicode-range: `20-7e,b7,4e00-4e03`. */
function rangesOf(codes) {
  const runs = []
  for (const code of [...codes].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last.to === code - 1) last.to = code
    else runs.push({ from: code, to: code })
  }
  return runs
    .map(({ from, to }) => (from === to ? [from] : [from, to]).map((c) => c.toString(16)).join('-'))
    .join(',')
}
