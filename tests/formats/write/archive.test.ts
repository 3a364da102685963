import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { exampleReport } from '../../../src/core/checks/examples/examples.ts'
import type { Sheet } from '../../../src/core/form/sheet.ts'
import { writePackage } from '../../../src/formats/index.ts'
import { archiveOf } from '../../../src/formats/write/archive.ts'
import type { Job } from '../../../src/formats/write/writer.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const textsIn = (archive: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unzipSync(archive)).map(([name, bytes]) => [
      name,
      new TextDecoder().decode(bytes)
    ])
  )
/** What `sha256sum -c` reads of a list: hash, two blanks, name. */
const listed = (list = '') =>
  list
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ hash: line.slice(0, 64), name: line.slice(66) }))

describe('an archive', () => {
  it('has its files, and a list that says what each must hold', () => {
    const texts = textsIn(
      archiveOf('清川市档案局2025年政府信息公开工作年度报告', [
        { name: '甲.txt', bytes: bytesOf('甲') },
        { name: '乙.txt', bytes: bytesOf('') }
      ])
    )
    const { '文件清单.txt': list, ...files } = texts
    expect(files).toEqual({ '甲.txt': '甲', '乙.txt': '' })
    for (const { hash, name } of listed(list)) {
      expect(hash).toBe(
        createHash('sha256')
          .update(files[name] ?? '')
          .digest('hex')
      )
    }
    expect(listed(list).map(({ name }) => name)).toEqual(['甲.txt', '乙.txt'])
  })

  it('numbers a name that is there already', () => {
    const texts = textsIn(
      archiveOf('报告', [
        { name: '甲.nianbao.json', bytes: bytesOf('1') },
        { name: '甲.nianbao.json', bytes: bytesOf('2') },
        { name: '文件清单.txt', bytes: bytesOf('3') }
      ])
    )
    expect(texts).toMatchObject({
      '甲.nianbao.json': '1',
      '甲(2).nianbao.json': '2',
      '文件清单(2).txt': '3'
    })
  })

  it('is the same bytes for the same files', () => {
    const files = [{ name: '甲.txt', bytes: bytesOf('甲') }]
    expect(archiveOf('报告', files)).toEqual(archiveOf('报告', files))
  })
})

describe('everything for a publication', () => {
  const report = exampleReport({ note: '' })
  const sheet: Sheet = {
    name: '检查证明',
    title: '检查证明',
    widths: [1],
    headRows: 0,
    rows: [[{ text: '可报送' }]]
  }
  const job: Job = {
    draft: false,
    means: {
      press: () => Promise.reject(new Error('no press here')),
      fonts: { chosen: [] }
    },
    signal: new AbortController().signal,
    onProgress: () => undefined
  }

  it('is named as offices name it, with the certificate beside it', async () => {
    const begun: string[] = []
    const made = await writePackage(report, job, {
      ids: ['json'],
      certificate: ({ sha256 }) => ({ ...sheet, rows: [[{ text: sha256 }]] }),
      onFile: (id) => begun.push(id)
    })
    if (!made.ok) throw new Error(made.reason)
    const title = `${report.unit.name}${report.year}年政府信息公开工作年度报告`
    const texts = textsIn(made.file.bytes)
    expect(Object.keys(texts)).toEqual([`${title}.nianbao.json`, '检查证明.html', '文件清单.txt'])
    expect(made.file.name).toBe(`${report.unit.name}-${report.year}.zip`)
    const { proof } = JSON.parse(texts[`${title}.nianbao.json`] ?? '') as {
      proof: { sha256: string }
    }
    expect(texts['检查证明.html']).toContain(proof.sha256)
    expect(begun).toEqual(['json'])
  })

  it('marks a draft in its name', async () => {
    const made = await writePackage(
      report,
      { ...job, draft: true },
      { ids: [], certificate: () => sheet }
    )
    expect(made.ok && made.file.name).toBe(`${report.unit.name}-${report.year}-草稿.zip`)
  })
})
