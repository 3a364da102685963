import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

/**
 * The layers of the house (README, "Layers"): what a folder may not import, and why.
 * A rule broken here means that the line of code stands in the wrong room.
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
    allow: ['dexie', 'fake-indexeddb'],
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

const layerRule = ([folder, { allow, reach, why }]) => ({
  files: [`src/${folder}/**/*.{ts,svelte}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `/(?:${folders.filter((f) => f !== folder && !reach.includes(f)).join('|')})/`,
            message: why
          },
          ...(allow
            ? [{ regex: `^(?![./])${allow.map((name) => `(?!${name}$)`).join('')}`, message: why }]
            : []),
          ...(folder === 'state'
            ? [
                {
                  regex: '/formats/(?!index\\.ts$)',
                  message: 'only the registry: formats are loaded on use'
                }
              ]
            : [])
        ]
      }
    ]
  }
})

const restrictedSyntax = [
  { selector: 'TSEnumDeclaration', message: 'use a union of literals' },
  {
    selector: 'ExportAllDeclaration',
    message: 'no barrels: import from the file that says it'
  }
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
  { ignores: ['dist/', 'public/', 'test-results/', 'playwright-report/'] },
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
    ignores: ['src/core/report/json.ts'],
    rules: { 'no-restricted-syntax': ['error', ...restrictedSyntax, ...castData] }
  },
  ...Object.entries(layers).map(layerRule),
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
