import type { Page } from '@playwright/test'
import { newReport as blankReport } from '../../src/core/report/new-report.ts'
import { setCell } from '../../src/core/report/edit.ts'
import { expect, test } from './app.ts'
import { importFiles, openSection, prose, textBeforeCaret, textIn } from './steps.ts'

/** A written section as those read it who do not see it, and as those use it who have no mouse. */

const blank = setCell(blankReport('清川市水利局', 2025), 'requests.received.natural', 56)
const overview = [
  '（一）主动公开',
  '项目名单在网站公式公开，群众可以查阅。',
  '1.网站建设',
  '新收申请{{requests.received.natural}}件，另有{{later:x}}。'
].join('\n')

async function open(page: Page): Promise<void> {
  await importFiles(page, {
    name: 'a.nianbao.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...blank, text: { ...blank.text, overview } }))
  })
  await expect(page.getByRole('heading', { level: 1 })).toContainText(blank.unit.name)
  await openSection(page, '总体情况')
  await expect(prose(page).locator('mark').first()).toBeVisible()
}

/** What assistive technology is told of the editor and of what is in it. */
interface Told {
  readonly role: string
  readonly name: string
  readonly description?: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly parts: readonly Told[]
}

async function toldOf(page: Page): Promise<Told> {
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  type Node = (typeof nodes)[number]
  const told = (node: Node): Told[] => {
    const parts = (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id)
      return child ? told(child) : []
    })
    if (node.ignored) return parts
    const { role, name, description, properties = [] } = node
    return [
      {
        role: String(role?.value),
        name: String(name?.value ?? ''),
        ...(description && { description: String(description.value) }),
        properties: Object.fromEntries(properties.map(({ name, value }) => [name, value.value])),
        parts
      }
    ]
  }
  const editor = nodes.find(
    ({ role, properties }) =>
      role?.value === 'textbox' && properties?.some(({ name }) => name === 'multiline')
  )
  const [found] = editor ? told(editor) : []
  if (!found) throw new Error('no editor is told of')
  return found
}

test('dump', async ({ page }) => {
  await open(page)
  const t = await toldOf(page)
  const show = (x: Told, d = 0): string => ' '.repeat(d) + x.role + ' "' + x.name + '" ' + (x.description ?? '') + ' ' + JSON.stringify(x.properties) + '\n' + x.parts.map((p) => show(p, d + 1)).join('')
  console.log(show(t))
})
