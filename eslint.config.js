import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

/**
 * The layers of src (docs/architecture.md): what a folder may not import, and why. A rule broken
 * here means that the line of code stands in the wrong folder. What needs more than one file to be
 * seen (circles, sizes, names) is checked by scripts/structure.mjs.
 */
const layers = {
  core: {
    allow: ['valibot'],
    reach: [],
    why: 'core says what a report is: no DOM, no I/O, valibot at most'
  },
  typeset: { allow: [], reach: ['core'], why: 'typeset is pure: Block[] in, Page[] out' },
  formats: {
    allow: null,
    reach: ['core', 'typeset'],
    why: 'formats turn files into core shapes and back'
  },
  storage: {
    allow: ['dexie', 'fake-indexeddb', '@noble/hashes/sha2.js', '@noble/hashes/utils.js'],
    reach: ['core'],
    why: 'storage knows reports and IndexedDB, nothing of screens'
  },
  state: {
    allow: ['svelte', 'svelte/reactivity'],
    reach: ['core', 'storage', 'formats'],
    why: 'state is the one gateway for edits; words and screens come after it'
  },
  i18n: { allow: [], reach: ['core'], why: 'i18n makes sentences of codes and numbers' },
  ui: {
    allow: ['svelte', 'svelte/reactivity'],
    reach: ['core', 'state', 'i18n', 'typeset'],
    why: 'ui shows state and calls state; heavy libraries live in formats'
  }
}
const folders = Object.keys(layers)

/** What holds everywhere. */
const restrictedSyntax = [
  { selector: 'TSEnumDeclaration', message: 'use a union of literals' },
  { selector: 'ExportAllDeclaration', message: 'no barrels: import from the file that says it' }
]

/** Data from outside are `unknown` until a schema or a guard has looked at them. */
const castData = [
  {
    selector: 'CallExpression[callee.object.name="JSON"][callee.property.name="parse"]',
    message: 'jsonValue gives an unknown value: give it to openReport, a schema or a guard'
  },
  {
    selector: 'CallExpression[callee.property.name="json"]',
    message: 'jsonValue(await response.text()) gives an unknown value'
  },
  {
    selector:
      'TSAsExpression[typeAnnotation.typeName.name=/^(Report|Snapshot|Aside|Backup)$/], TSAsExpression[typeAnnotation.objectType.typeName.name="Report"]',
    message: 'what is no Report by its type passes openReport'
  }
]

/**
 * A layer's borders, for `import` and `export from` (no-restricted-imports) and for the ways in that
 * rule does not see: `import()`, also of a type, and the files of workers, `new URL()`.
 */
const borders = (folder, more = []) => {
  const { reach, why } = layers[folder]
  const allow = layers[folder].allow && [...layers[folder].allow, ...more]
  const closed = folders.filter((other) => other !== folder && !reach.includes(other))
  const patterns = [
    { regex: `/(?:${closed.join('|')})/`, message: why },
    {
      regex: '/sums/(?:mends|plans|slips|recency)\\.ts$',
      message: 'solve.ts is the one way into the search; these are its steps'
    },
    ...(allow
      ? [{ regex: `^(?![./])${allow.map((name) => `(?!${name}$)`).join('')}`, message: why }]
      : []),
    ...(folder === 'state'
      ? [
          {
            regex: '/formats/(?!index\\.ts$|threads/)',
            message: 'only the registry, and threads: formats are loaded on use'
          }
        ]
      : [])
  ]
  const loaded = (regex) => {
    // A selector ends its regular expression at the first slash.
    const value = `[value=/${regex.replaceAll('/', '\\u002f')}/]`
    return [
      `:matches(ImportExpression, TSImportType) > Literal.source${value}`,
      `NewExpression[callee.name='URL'] > Literal.arguments:first-child[value=/^\\./]${value}`
    ].join(', ')
  }
  return {
    patterns,
    selectors: patterns.map(({ regex, message }) => ({ selector: loaded(regex), message }))
  }
}
const layerRule = (folder, files, syntax, more) => {
  const { patterns, selectors } = borders(folder, more)
  return {
    files: [files],
    rules: {
      'no-restricted-imports': ['error', { patterns }],
      'no-restricted-syntax': ['error', ...syntax, ...selectors]
    }
  }
}

const browserGlobals = [
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'indexedDB',
  'fetch'
]

export default ts.config(
  {
    ignores: [
      'dist/',
      'dist-single/',
      'dist-site/',
      'public/',
      'test-results/',
      'playwright-report/'
    ]
  },
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      // State is replaced, never changed in place: a Date, Set or URL in it is as immutable as the rest.
      'svelte/prefer-svelte-reactivity': 'off'
    }
  },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
      ],
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-undef': 'off',
      'no-irregular-whitespace': [
        'error',
        { skipStrings: true, skipTemplates: true, skipRegExps: true, skipComments: true }
      ],
      'no-restricted-syntax': ['error', ...restrictedSyntax]
    }
  },
  {
    files: ['src/**'],
    rules: { 'no-restricted-syntax': ['error', ...restrictedSyntax, ...castData] }
  },
  ...folders.map((folder) =>
    layerRule(folder, `src/${folder}/**/*.{ts,svelte}`, [...restrictedSyntax, ...castData])
  ),
  layerRule('core', 'src/core/report/json.ts', restrictedSyntax),
  layerRule(
    'ui',
    'src/ui/prose/text/**/*.{ts,svelte}',
    [...restrictedSyntax, ...castData],
    ['@codemirror/commands', '@codemirror/state', '@codemirror/view']
  ),
  {
    files: ['src/core/**', 'src/typeset/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...browserGlobals.map((name) => ({
          name,
          message: 'core and typeset run in plain Node: no DOM, no I/O'
        }))
      ]
    }
  }
)
