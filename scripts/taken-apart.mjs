// @ts-check
import ts from 'typescript'

/**
 * Names that are taken apart, a sentence each. A value whose type is a list of names (a field, a rule,
 * a kind) says by its type what it is; where its text is cut or searched, the code knows how such names
 * are spelled, and no compiler will say so when they are spelled otherwise. What a name is made of is
 * looked up. Texts of people and of files are of the type `string`, and of these nothing is said; nor of
 * one text that the code itself writes, as a list of words in a line.
 *
 * @param {Readonly<Record<string, string>>} files texts by path from the root, as of `src/a.ts`
 * @returns {readonly string[]}
 */
export function takenApart(files) {
  const root = `${process.cwd().replaceAll('\\', '/')}/`
  const texts = new Map(
    Object.entries(files).flatMap(([path, text]) => {
      if (/^src\/.*\.ts$/.test(path)) return [[root + path, text]]
      return /^src\/.*\.svelte$/.test(path) ? [[`${root + path}.script.ts`, scriptOf(text)]] : []
    })
  )
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path))
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root)
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (path) => texts.has(path) || fileExists(path)
  host.readFile = (path) => texts.get(path) ?? readFile(path)
  host.getSourceFile = (path, language, ...more) => {
    const text = texts.get(path)
    return text === undefined
      ? getSourceFile(path, language, ...more)
      : ts.createSourceFile(path, text, language)
  }
  const program = ts.createProgram([...texts.keys()], options, host)
  const checker = program.getTypeChecker()
  return program.getSourceFiles().flatMap((file) => {
    if (!texts.has(file.fileName)) return []
    const path = file.fileName.slice(root.length).replace(/\.script\.ts$/, '')
    return callsIn(file).flatMap((call) => {
      const value = searchedIn(call)
      if (!value || !isName(checker, checker.getTypeAtLocation(value))) return []
      const line = file.getLineAndCharacterOfPosition(call.getStart(file)).line + 1
      const code = call.getText(file).replace(/\s+/g, ' ')
      return [`${path}:${line} takes a name apart: ${code}`]
    })
  })
}

/** The scripts of a component, each at its lines. @param {string} component */
const scriptOf = (component) =>
  component
    .split(/<script[^>]*>([\s\S]*?)<\/script>/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[^\n]/g, '')))
    .join('')

/** @param {ts.Node} node @returns {ts.CallExpression[]} */
function callsIn(node) {
  /** @type {ts.CallExpression[]} */
  const calls = ts.isCallExpression(node) ? [node] : []
  ts.forEachChild(node, (child) => void calls.push(...callsIn(child)))
  return calls
}

const cutting = new Set(
  'at charAt endsWith includes indexOf lastIndexOf match matchAll replace replaceAll search slice split startsWith substr substring'.split(
    ' '
  )
)

/** What a call cuts or searches. @param {ts.CallExpression} call */
function searchedIn({ expression, arguments: [first] }) {
  if (!ts.isPropertyAccessExpression(expression)) return undefined
  const { name, expression: owner } = expression
  if (cutting.has(name.text)) return owner
  return name.text === 'test' || name.text === 'exec' ? first : undefined
}

/**
 * Whether a type is several texts or a pattern of texts, and nothing else.
 *
 * @param {ts.TypeChecker} checker
 * @param {ts.Type} type
 */
function isName(checker, type) {
  const bound = checker.getNonNullableType(checker.getBaseConstraintOfType(type) ?? type)
  const texts = ts.TypeFlags.StringLiteral | ts.TypeFlags.TemplateLiteral
  return bound.isUnion()
    ? bound.types.every(({ flags }) => flags & texts)
    : Boolean(bound.flags & ts.TypeFlags.TemplateLiteral)
}
