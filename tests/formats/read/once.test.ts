import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { recognise } from '../../../src/core/intake/recognise.ts'
import type { ReadTasks } from '../../../src/formats/read/tasks.ts'
import { type FakeWorker, servedWorker } from '../threads/fake-worker.ts'

vi.mock('../../../src/core/intake/recognise.ts', { spy: true })

const heads = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数']
const table = [heads, ['规章', '1', '0', '7'], ['行政规范性文件', '2', '1', '20']]
const title = '清川市水利局2024年政府信息公开工作年度报告'
const text = [title, '二、主动公开政府信息情况', ...table.map((row) => row.join('\t'))].join('\n')
const markup = (rows: readonly (readonly string[])[]) =>
  `<p>${title}</p><p>二、主动公开政府信息情况</p><table>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table>`

const formats = () => import('../../../src/formats/index.ts')
const file = (content: string, name: string) => async () =>
  (await formats()).recogniseFile(new File([content], name))
const pasted = (text: string, html: string) => async () =>
  (await formats()).recognisePasted(text, html)

/** How often a source is recognised: a markup and the text beside it are two. */
const sources: [string, () => Promise<unknown>, number][] = [
  ['a file of text', file(text, '年报.txt'), 1],
  ['a table in commas', file(table.map((row) => row.join()).join('\n'), '表.csv'), 1],
  ['a saved page', file(`<html>${markup(table)}</html>`, '年报.html'), 1],
  ['a pasted text', pasted(text, ''), 1],
  ['a pasted page', pasted('', markup(table)), 1],
  ['a pasted page with its text', pasted(text, markup(table)), 1],
  ['a pasted page that lost what its text has', pasted(text, markup([heads])), 2]
]

beforeEach(() => {
  vi.resetModules()
  vi.mocked(recognise).mockClear()
})
afterEach(() => vi.unstubAllGlobals())

describe.each(sources)('%s', (_, hand, times) => {
  it('is recognised once', async () => {
    expect(await hand()).toHaveProperty(['patch', 'cells', 'disclosure.rules.inForce', 'value'], 7)
    expect(recognise).toHaveBeenCalledTimes(times)
  })

  it('is recognised in the thread, never in the page', async () => {
    const { tasks } = await import('../../../src/formats/read/tasks.ts')
    const nothing = { patch: recognise([]).patch, findings: [] }
    vi.mocked(recognise).mockClear()
    const asked: FakeWorker[] = []
    vi.stubGlobal('Worker', function () {
      const thread = servedWorker<ReadTasks>({
        ...tasks,
        readAndRecognise: ({ input: { text: shownText = '' } }) =>
          Promise.resolve({ ok: true, blocks: [], shownText, ...nothing })
      })
      asked.push(thread)
      return thread
    })
    expect(await hand()).toMatchObject({ ok: true, ...nothing })
    expect(recognise).not.toHaveBeenCalled()
    expect(asked.flatMap((thread) => thread.asked)).toHaveLength(times)
  })
})

it('what a platform exported is not recognised', async () => {
  const { readFile } = await formats()
  await readFile(new File([text], '用户.csv'))
  expect(recognise).not.toHaveBeenCalled()
})

it('what was recognised goes from thread to page whole', async () => {
  const source = await pasted(text, '')()
  expect(structuredClone(source)).toEqual(source)
})
