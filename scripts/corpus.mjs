// @ts-check
/**
 * `node scripts/corpus.mjs`: writes the corpus of reports that tests read, `tests/fixtures/corpus/`.
 * `node scripts/corpus.mjs foreign`: those of other programs, `tests/fixtures/foreign/`. Needs
 * Chromium, LibreOffice (Writer and Calc), pdftotext and qpdf; what they make is committed, so that
 * tests need none of them.
 */
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { runnerImport } from 'vite'
import { browserArgs, findBrowser, thisMachine } from './browser.mjs'

const foreign = process.argv[2] === 'foreign'
const folder = foreign ? 'tests/fixtures/foreign' : 'tests/fixtures/corpus'
const found = findBrowser(thisMachine())
if ('problem' in found) throw new Error(found.problem)
const browser = found.path
const work = mkdtempSync(join(tmpdir(), 'nianbao-corpus-'))

/** @type {{ module: typeof import('../tests/fixtures/writers/write.ts') }} */
const { module } = await runnerImport('./tests/fixtures/writers/write.ts', { configFile: false })
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
for (const part of ['print', 'convert']) mkdirSync(join(work, part))
for (const { name, bytes } of foreign ? module.foreign() : module.corpus()) {
  writeFileSync(join(/^(?:print|convert)\//.test(name) ? work : folder, name), bytes)
}
if (foreign) ofOtherPrograms()
else ofThisProgram()
rmSync(work, { recursive: true })

/** Prints and converts the pages of our own corpus. */
function ofThisProgram() {
  for (const page of readdirSync(join(work, 'print'))) {
    const [office = '', kind = ''] = page.replace(/\.\w+$/, '').split('-')
    const source = join(work, 'print', page)
    if (kind === 'template') {
      converted(source, null, 'doc:MS Word 97', `${office}-doc-of-a-template-by-libreoffice.doc`)
      if (!['city', 'town'].includes(office)) continue
      const rich = `${office}-rtf-of-a-template-by-libreoffice.rtf`
      converted(source, null, 'rtf:Rich Text Format', rich)
      continue
    }
    // Chromium embeds large pieces of fonts: two offices of each kind are enough.
    const kept = ['city', 'town'].includes(office) === (kind === 'lines')
    const pdf = join(kept ? folder : work, `${office}-pdf-of-chromium-${kind}.pdf`)
    print(source, pdf)
    if (kind === 'bare') continue
    run('pdftotext', ['-layout', pdf, join(folder, `${office}-text-layout-of-a-pdf.txt`)])
    converted(
      source,
      'HTML (StarWriter)',
      'docx:MS Word 2007 XML',
      `${office}-docx-of-libreoffice.docx`
    )
    converted(
      source,
      'HTML (StarWriter)',
      'pdf:writer_pdf_Export',
      `${office}-pdf-of-libreoffice.pdf`
    )
    converted(
      source,
      'HTML (StarCalc)',
      'xlsx:Calc MS Excel 2007 XML',
      `${office}-xlsx-of-libreoffice.xlsx`
    )
    converted(source, 'HTML (StarCalc)', 'xls:MS Excel 97', `${office}-xls-of-libreoffice.xls`)
    const name = `${office}-doc-of-libreoffice.doc`
    const old = converted(source, 'HTML (StarWriter)', 'doc:MS Word 97', name)
    converted(old, 'MS Word 97', 'html:HTML (StarWriter)', `${office}-html-saved-from-a-doc.html`)
  }
}

/** Prints and converts the whole reports, with the app's fonts and none of the machine. */
function ofOtherPrograms() {
  const fonts = join(work, 'fonts')
  mkdirSync(fonts)
  for (const name of ['hei-1', 'hei-2']) {
    const font = gunzipSync(readFileSync(`public/fonts/${name}.ttf.gz`))
    writeFileSync(join(fonts, `${name}.ttf`), font)
    if (name === 'hei-1') writeFileSync(join(work, 'print', 'own.ttf'), font)
  }
  writeFileSync(
    join(work, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${work}/cache</cachedir></fontconfig>`
  )
  process.env['FONTCONFIG_FILE'] = join(work, 'fonts.conf')
  for (const page of readdirSync(join(work, 'print')).filter((name) => name.endsWith('.html'))) {
    const [report = '', kind = ''] = page.replace('.html', '').split(/-(.*)/)
    const pdf = join(work, 'printed.pdf')
    print(join(work, 'print', page), pdf)
    packed(pdf, `${report}-pdf-of-chromium-${kind}.pdf`)
  }
  for (const file of readdirSync(join(work, 'convert'))) {
    const source = join(work, 'convert', file)
    const [report = '', kind = ''] = file.replace(/\.\w+$/, '').split(/-(.*)/)
    const as = (/** @type {string} */ what) => `${report}-${what}`
    if (kind === 'page') {
      converted(
        source,
        'HTML (StarCalc)',
        'xlsx:Calc MS Excel 2007 XML',
        as('xlsx-of-calc-from-a-page.xlsx')
      )
      converted(
        source,
        'HTML (StarWriter)',
        'docx:MS Word 2007 XML',
        as('docx-of-writer-from-a-page.docx')
      )
    } else if (kind === 'sheet') {
      const open = converted(source, null, 'ods', null)
      converted(open, null, 'xlsx:Calc MS Excel 2007 XML', as('xlsx-of-calc-by-way-of-ods.xlsx'))
      packed(converted(source, null, 'pdf', null), as('pdf-of-calc.pdf'))
    } else {
      const open = converted(source, null, 'odt', null)
      converted(
        open,
        null,
        'docx:MS Word 2007 XML',
        as(`docx-of-writer-by-way-of-odt-${kind}.docx`)
      )
      if (kind === 'text-boxes') {
        converted(source, null, 'html:HTML (StarWriter)', as(`html-of-writer-${kind}.html`))
      } else packed(converted(source, null, 'pdf', null), as(`pdf-of-writer-${kind}.pdf`))
    }
  }
}

/** @param {string} page @param {string} pdf */
function print(page, pdf) {
  const how = ['--headless', ...browserArgs, '--no-pdf-header-footer']
  run(browser, [...how, `--print-to-pdf=${pdf}`, `file://${page}`])
}

/** @param {string} pdf @param {string} name in the corpus */
function packed(pdf, name) {
  const how = ['--recompress-flate', '--compression-level=9', '--object-streams=generate']
  run('qpdf', [...how, '--deterministic-id', pdf, join(folder, name)])
}

/**
 * Converts a file with LibreOffice.
 * @param {string} source
 * @param {string | null} filter how it is read; null: by what it is
 * @param {string} target ending and filter of what is written
 * @param {string | null} name in the corpus; null: only a step
 * @returns {string} where the result is
 */
function converted(source, filter, target, name) {
  const [ending] = target.split(':')
  const out = join(work, 'out')
  run('soffice', [
    ...['--headless', `-env:UserInstallation=file://${work}/profile`],
    ...(filter === null ? [] : [`--infilter=${filter}`]),
    ...['--convert-to', target, '--outdir', out, source]
  ])
  const base = source.slice(source.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '')
  const made = join(out, `${base}.${ending}`)
  if (name === null) return made
  const kept = join(folder, name)
  copyFileSync(made, kept)
  return kept
}

/** @param {string} command @param {readonly string[]} args */
function run(command, args) {
  const { status, stderr } = spawnSync(command, [...args], { encoding: 'utf8', timeout: 120_000 })
  if (status !== 0) throw new Error(`${command} failed\n${stderr}`)
}
