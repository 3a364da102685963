import { expect, it } from 'vitest'
import { recognisePasted } from '../../../src/formats/index.ts'

const rows = [
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '1', '0', '7'],
  ['行政规范性文件', '2', '1', '20']
]
const head = '清川市水利局2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n'
const text = head + rows.map((row) => row.join('\t')).join('\n')
const markup = (table: readonly (readonly string[])[]) =>
  `<p>${head.replace('\n', '</p><p>')}</p><table>${table
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table>`

const kinds = async (text: string, html: string) => {
  const result = await recognisePasted(text, html)
  if (!result.ok || !('blocks' in result)) throw new Error(JSON.stringify(result))
  return result.blocks.flatMap((block) => (block.type === 'grid' ? [block.spans] : []))
}

it.each<[string, string, string, readonly string[]]>([
  ['the markup, which knows merged cells', text, markup(rows), ['kept']],
  ['the text where the markup lost rows', text, markup(rows.slice(0, 2)), ['lost']],
  ['the text where the markup lost the figures', text, markup([['见附件']]), ['lost']],
  ['the markup where the text has no more', head, markup(rows), ['kept']],
  ['the text where there is no markup with tables', text, '<p>甲</p>', ['lost']],
  ['the markup where there is no text', '', markup(rows), ['kept']]
])('goes by %s', async (_, text, html, expected) => {
  expect(await kinds(text, html)).toEqual(expected)
})

it('reads markup that has neither text beside it nor tables in it', async () => {
  const result = await recognisePasted(' ', '<p>一、总体情况</p><p>平稳。</p>')
  expect(result).toMatchObject({ ok: true, shownText: expect.stringContaining('平稳。') })
})

it('says of nothing that it is empty', async () => {
  expect(await recognisePasted(' \n ')).toMatchObject({ ok: false, reason: 'empty' })
  expect(await recognisePasted('', '<meta charset="utf-8">')).toMatchObject({
    ok: false,
    reason: 'empty'
  })
})
