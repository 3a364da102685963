import { readFileSync } from 'node:fs'
import { execSync } from 'node:child_process'
import { it } from 'vitest'
import { exampleReport } from '../../../src/core/rules/examples.ts'
import { validate } from '../../../src/core/validate.ts'
import { sentence } from '../../../src/i18n/findings.ts'
it('FA', () => {
  const out: string[] = []
  const files = execSync("ls /tmp/wt/shared/samples/*.txt /tmp/wt/shared/cases/*.md /tmp/wt/shared/design/domain.md; find /work -maxdepth 4 -name '*.txt' -size -300k 2>/dev/null | head -80; git ls-files tests src docs '*.md' | grep -v examples/ | grep -E 'ts$|md$|txt$'").toString().split('\n').filter(Boolean)
  const seen = new Set<string>()
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const lines = file.endsWith('.ts') ? Array.from(text.matchAll(/'([^'\n]{10,})'|`([^`]{10,})`/g), (m) => m[1] ?? m[2] ?? '') : text.split('\n')
    for (const line of lines) {
      if (!/[\u4e00-\u9fa5]{5}/.test(line) || seen.has(line)) continue
      seen.add(line)
      const report = exampleReport({ note: '', text: { other: line.replace(/\\n/g, '\n') } })
      for (const f of validate(report)) if (/D-(TYPO|UNIT$|ORDER|DATE)/.test(f.rule)) out.push(file.slice(-30) + ' | ' + f.rule + ' ' + sentence(f, report).title + ' | ' + line.slice(0, 100))
    }
  }
  console.log(seen.size + '\n' + out.map((l)=>'@@ '+l).join('\n'))
})
