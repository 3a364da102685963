import { describe, expect, it } from 'vitest'
import { copiedProse } from '../../../src/state/report/clipboard.ts'

/** What Word puts on the clipboard for a numbered paragraph. */
const ofWord = (number: string, text: string): string =>
  `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span ` +
  `style='mso-list:Ignore'>${number}<span style='font:7.0pt "Times New Roman"'>&nbsp;</span></span>` +
  `<![endif]><span lang=EN-US>${text}</span></p>`

const row = (...cells: (string | number)[]): string =>
  `<tr>${cells.map((cell) => `<td>${String(cell)}</td>`).join('')}</tr>`

const table2 = `<table>${row('第二十条第（五）项')}${row('信息内容', '本年处理决定数量')}${row('行政许可', 19)}
${row('第二十条第（六）项')}${row('信息内容', '本年处理决定数量')}${row('行政处罚', 10)}${row('行政强制', 2)}</table>`

describe('what is pasted into a written section', () => {
  it.each([
    [
      'paragraphs of Word, by their text',
      '（一）\t主动公开\r\n公开9条。\r\n',
      ofWord('（一）', '主动公开') + '<p>公开9条。</p>',
      '（一）主动公开\n公开9条。'
    ],
    [
      'markup alone',
      '',
      `${ofWord('（一）', '主动公开')}<p>公开9条。</p>`,
      '（一） 主动公开\n公开9条。'
    ],
    ['a list of a page', '甲\n乙', '<ol><li>甲</li><li>乙</li></ol>', '1. 甲\n2. 乙'],
    ['a list that begins later', '甲', '<ol start="3"><li>甲</li></ol>', '3. 甲'],
    [
      'a list in Chinese',
      '甲',
      '<ol style="list-style-type: cjk-ideographic"><li>甲</li></ol>',
      '一、甲'
    ],
    [
      'items that say their number',
      '',
      '<ol><li>（一）甲</li><li>2.乙</li></ol>',
      '（一）甲\n2.乙'
    ],
    [
      'a table that is none of the form',
      '',
      '<p>前</p><table><tr><td>部门</td><td>数</td></tr><tr><td>甲</td><td>5</td></tr></table>',
      '前\n部门 数\n甲 5'
    ]
  ])('%s', async (_, text, html, wanted) => {
    const copied = await copiedProse(text, html)
    expect(copied.text).toBe(wanted)
    expect(copied.tables).toEqual([])
  })

  it('hands the numbers of the form’s tables over, and writes the text around them', async () => {
    const { text, tables } = await copiedProse('', `<p>公开9条。</p>${table2}<p>以上。</p>`)
    expect(text).toContain('公开9条。')
    expect(text).not.toMatch(/19|行政强制/)
    expect(tables.map(({ patch }) => patch)).toEqual([
      {
        'disclosure.licensing.decisions': 19,
        'disclosure.penalty.decisions': 10,
        'disclosure.compulsion.decisions': 2
      }
    ])
  })
})
