import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import type { Checked } from './checked.ts'
import { expand, routes, section, shows, type Visit, visit } from './visit.ts'

const width = 390

export async function checkPhone(checked: Checked, browser: Browser, address: string): Promise<void> {
  const visited = await visit(browser, address, width)
  for (const route of routes) {
    const name = route || 'the beginning'
    await checked.check(`on a phone: ${name} can be read without scrolling sideways`, () => isReadable(visited, route))
  }
  await checked.check('on a phone: the menu leads to an operation', () => menuLeads(visited))
  await checked.check('on a phone: the sample for curl can be chosen', () => curlCanBeChosen(visited))
  await checked.check('on a phone: no error', async () => assert.deepEqual(visited.complaints, []))
  await visited.page.close()
}

async function isReadable({ page, go }: Visit, route: string): Promise<void> {
  await go(route)
  await expand(page, route)
  const [document, tooWide, tooSmall] = await measured(page, width)
  assert.equal(document, width, 'the document is wider than the phone')
  assert.deepEqual(tooWide, [], 'text reaches out of the screen')
  assert.deepEqual(tooSmall, [], 'text is smaller than 12 px')
}

/** The document's width, and the texts that are cut off or too small. */
export function measured(page: Page, width: number): Promise<[number, string[], string[]]> {
  return page.evaluate((limit) => {
    const tooWide: string[] = []
    const tooSmall: string[] = []
    const walker = document.createTreeWalker(document.querySelector('#api-content') ?? document, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode
      const parent = node.parentElement
      if (!node.textContent?.trim() || !parent?.checkVisibility({ visibilityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      if (range.getBoundingClientRect().right > limit) tooWide.push(node.textContent)
      if (Number.parseFloat(getComputedStyle(parent).fontSize) < 12) tooSmall.push(node.textContent)
    }
    return [document.documentElement.scrollWidth, tooWide, tooSmall]
  }, width)
}

async function menuLeads({ page, go }: Visit): Promise<void> {
  await go('')
  await page.getByRole('button', { name: 'Open navigation menu' }).click()
  await page.getByRole('link', { name: 'Servers', exact: true }).click()
  await page.getByRole('link', { name: 'Register a server' }).filter({ visible: true }).first().click()
  await section(page, 'servers/createserver').waitFor()
  assert.match(page.url(), /#\/servers\/createserver$/)
}

async function curlCanBeChosen({ page, go }: Visit): Promise<void> {
  await go('portals/createportal')
  const panel = section(page, 'portals/createportal').locator('.panel-request-samples')
  await panel.getByRole('button', { name: 'TypeScript' }).click()
  const choice = page.getByRole('menuitem', { name: 'curl', exact: true }).filter({ visible: true })
  const box = await choice.boundingBox()
  assert.ok(
    box && box.x >= 0 && box.x + box.width <= width,
    `the choice reaches out of the screen: ${JSON.stringify(box)}`,
  )
  await choice.click()
  await shows('curl', async () => (await panel.locator('pre').innerText()).slice(0, 4))
}
