import { readFileSync } from 'node:fs'
import { it } from 'vitest'
import { exampleReport } from '../../../src/core/rules/examples.ts'
import { validate } from '../../../src/core/validate.ts'
import { sentence } from '../../../src/i18n/findings.ts'
import { repairs } from '../../../src/core/repair.ts'
it('V', () => {
  const out: string[] = []
  for (const line of readFileSync('/tmp/wt/shared/cases/prose.md','utf8').split('\n')) {
    if (!line.startsWith('V ')) continue
    const [name = '', text = ''] = line.slice(2).split(' | ')
    const key = /^(p1|p2|title|parts)/.test(name) ? 'leadIn' : 'overview'
    const report = exampleReport({ note: '', text: { [key]: text.trim() }, unit: name.startsWith('title') ? { name: '清川市人力资源和社会保障局' } : name === 'gov' ? { kind: 'government', level: 'county', name: '青石县人民政府' } : {} })
    const found = validate(report).filter(({ rule }) => !/D-FIVE|T3|X-(NEW|IN|DONE)/.test(rule))
    out.push(name + ' | ' + text + ' => ' + found.map((f) => f.rule + ':' + sentence(f, report).title + ' [' + repairs(report, f).map((r) => r.kind === 'replace' ? r.text : r.kind).join() + ']').join(' ; '))
  }
  console.log(out.join('\n'))
})
