import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'

const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8')

/** What axe finds against WCAG 2.1 A and AA, as `rule: selector` lines. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags } })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`)
    )
  })
}
