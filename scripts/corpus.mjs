// @ts-check
/**
 * `node scripts/corpus.mjs`: writes the corpus of reports that tests read, `tests/fixtures/corpus/`.
 * Needs Chromium, LibreOffice (Writer and Calc) and pdftotext; what they make is committed, so that
 * tests need none of them.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { browserArgs, findBrowser, thisMachine } from './browser.mjs'

const folder = 'tests/fixtures/corpus'
const found = findBrowser(thisMachine())
if ('problem' in found) throw new Error(found.problem)
const browser = found.path
const work = mkdtempSync(join(tmpdir(), 'nianbao-corpus-'))

/** @type {{ module: typeof import('../tests/formats/corpus/write.ts') }} */
const { module } = await runnerImport('./tests/formats/corpus/write.ts', { configFile: false })
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
mkdirSync(join(work, 'print'))
for (const { name, bytes } of module.corpus()) {
  writeFileSync(join(name.startsWith('print/') ? work : folder, name), bytes)
}

for (const page of readdirSync(join(work, 'print'))) {
  const [office = '', kind = ''] = page.replace(/\.\w+$/, '').split(', ')
  const source = join(work, 'print', page)
  if (kind === 'template') {
    converted(source, null, 'doc:MS Word 97', `${office}, doc of a template by LibreOffice.doc`)
    if (!['city', 'town'].includes(office)) continue
    const rich = `${office}, rtf of a template by LibreOffice.rtf`
    converted(source, null, 'rtf:Rich Text Format', rich)
    continue
  }
  // Chromium embeds large pieces of fonts: two offices of each kind are enough.
  const kept = ['city', 'town'].includes(office) === (kind === 'lines')
  const pdf = join(kept ? folder : work, `${office}, PDF of Chromium, ${kind}.pdf`)
  run(browser, [
    ...[
      '--headless',
      ...browserArgs,
      '--no-pdf-header-footer',
      `--print-to-pdf=${pdf}`,
      `file://${source}`
    ]
  ])
  if (kind === 'bare') continue
  run('pdftotext', ['-layout', pdf, join(folder, `${office}, text, layout of a PDF.txt`)])
  converted(
    source,
    'HTML (StarWriter)',
    'docx:MS Word 2007 XML',
    `${office}, docx of LibreOffice.docx`
  )
  converted(
    source,
    'HTML (StarWriter)',
    'pdf:writer_pdf_Export',
    `${office}, PDF of LibreOffice.pdf`
  )
  converted(
    source,
    'HTML (StarCalc)',
    'xlsx:Calc MS Excel 2007 XML',
    `${office}, xlsx of LibreOffice.xlsx`
  )
  converted(source, 'HTML (StarCalc)', 'xls:MS Excel 97', `${office}, xls of LibreOffice.xls`)
  const name = `${office}, doc of LibreOffice.doc`
  const old = converted(source, 'HTML (StarWriter)', 'doc:MS Word 97', name)
  converted(old, 'MS Word 97', 'html:HTML (StarWriter)', `${office}, html, saved from a doc.html`)
}
rmSync(work, { recursive: true })

/**
 * Converts a file with LibreOffice.
 * @param {string} source
 * @param {string | null} filter how it is read; null: by what it is
 * @param {string} target ending and filter of what is written
 * @param {string} name in the corpus
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
  const kept = join(folder, name)
  copyFileSync(made, kept)
  return kept
}

/** @param {string} command @param {readonly string[]} args */
function run(command, args) {
  const { status, stderr } = spawnSync(command, [...args], { encoding: 'utf8', timeout: 120_000 })
  if (status !== 0) throw new Error(`${command} failed\n${stderr}`)
}
