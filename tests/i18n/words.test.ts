import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, it } from 'vitest'

/**
 * How the screen speaks: official, short, plain, and one word for one thing. Each row is a way of saying it
 * that is not used, and what is said instead; docs/glossary.md says which word means what. Looked for
 * in every text of the words of the screen, the grounds and examples of the rules, the meanings of
 * platform figures, and the pages that stand beside the app.
 */
const unused: readonly (readonly [RegExp, string])[] = [
  [/您|请(?!求|示|为各列)(?<!申请)/, '直接说要做什么'],
  [/！/, '句号'],
  [/(?<!统计)系统/, '年报台'],
  [/去年|今年/, '上年、本年'],
  [/库里|报告库里/, '库中'],
  [/读入|读出|读到|读成|读不|认出|认不|看懂/, '导入（从文件到报告）、识别（从原文到数字）、读取'],
  [/删去|删掉|去掉/, '删除'],
  [/存上|存下|存成|存着|已存的|存不/, '保存'],
  [/接着/, '继续'],
  [/另一个窗口|标签页/, '另一窗口'],
  [/重新打开/, '刷新本页、重启浏览器'],
  [/没有回应/, '没有响应'],
  [/打不开/, '无法打开'],
  [/本机(?!关)/, '这台电脑'],
  [/本版(?!本)|不认识/, '当前版本没有、无法识别'],
  [/贴入|没有贴|贴进/, '粘贴'],
  [/放进|写进|写到(?=光标|“)|填进/, '插入、填入、放入'],
  [/空格(?=填|太多)|有空格没有/, '未填格'],
  [/(?:改动|库中版本|原样)?没有动|不动(?!产)|未动/, '没有变动'],
  [/样子|意思|谁也|好意思/, '版本、含义'],
  [/没错/, '无误'],
  [/像是|多半/, '疑为'],
  [/算出|加起来|接不上/, '计算结果、合计、不衔接'],
  [/弄|知道了|看看|看法|怎样|怎么|什么|好了|做成|(?<!识)别的|别处|一直这样|占着|还没有/, '书面语'],
  [/去[填写看改备]|(?<!查)看(?=明细|数据|图$)/, '填写、查看、修改、备份'],
  [/警告/, '待确认'],
  [/别字(?<!错别字)/, '错别字'],
  [/图“|张图(?!表)/, '图表'],
  [/同一个?账号|账号列/, '平台']
]

const folders = ['src/i18n', 'src/core/checks', 'src/core/platforms']
/** What is shown of `core` beside the words of the screen: grounds and examples of rules, meanings of figures. */
const shownOfCore = /^(?:asks|ground|note|site|account|office)$/
const pages = ['index.html', 'public/recovery.html', 'public/recovery.js', 'public/cannot-start.js']

/** The name of the property or the function that a text is given to. */
function ownerOf({ parent }: ts.Node): string {
  if (ts.isPropertyAssignment(parent)) return parent.name.getText()
  return ts.isCallExpression(parent) ? parent.expression.getText() : ''
}

/** The texts of a module: literals and the pieces of templates, with their lines. */
function textsOf(path: string): { at: string; text: string }[] {
  const source = readFileSync(path, 'utf8')
  if (path.endsWith('.html'))
    return source.split('\n').map((text, i) => ({ at: `${path}:${i + 1}`, text }))
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true)
  const texts: { at: string; text: string }[] = []
  const visit = (node: ts.Node): void => {
    if (
      (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) &&
      (!path.startsWith('src/core') || shownOfCore.test(ownerOf(node)))
    ) {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
      texts.push({ at: `${path}:${line}`, text: node.text })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return texts
}

const texts = [
  ...folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
  ),
  ...pages
].flatMap(textsOf)

it.each(unused)('%s is not said, but %s', (pattern) => {
  expect(
    texts.filter(({ text }) => pattern.test(text)).map(({ at, text }) => `${at} ${text}`)
  ).toEqual([])
})

it('finds the texts it looks through', () => {
  for (const known of [
    '报送前待办事项',
    '取出报告',
    '年报台尚未打开',
    '累计数只增不减',
    '非转载'
  ])
    expect(texts.some(({ text }) => text.includes(known))).toBe(true)
})
