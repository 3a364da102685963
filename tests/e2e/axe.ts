import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'

const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8')

/** What axe finds against WCAG 2.1 A and AA, as `rule: selector` lines. */
export const violations = (page: Page): Promise<string[]> =>
  found(page, { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })

/** What of it depends on the colours alone: all that can change with them. */
export const colourViolations = (page: Page): Promise<string[]> =>
  found(page, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] })

async function found(page: Page, runOnly: import('axe-core').RunOnly): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, { runOnly })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`)
    )
  }, runOnly)
}
