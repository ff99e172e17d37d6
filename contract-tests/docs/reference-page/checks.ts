import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { page as file, latestPage } from '../../../scripts/docs.ts'
import { description, latestDescription, latestOperations } from '../../support/description.ts'
import { Checked } from './checked.ts'
import { checkPhone } from './phone.ts'
import { checkPlanPage } from './plan-page.ts'
import { expand, routes, type Shown, says, section, shown, shows, type Visit, visit } from './visit.ts'

const flags = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-gpu']
// Chromium's sandbox refuses to work for root.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Checks the page in a browser, as a file and as GitHub Pages serves it: below the name of a repository. */
export async function checkPage(executablePath: string): Promise<Checked> {
  const checked = new Checked()
  const browser = await chromium.launch({ executablePath, args: [...flags, ...asRoot] })
  const server = createServer(async (request, response) => {
    const served = { '/repository/': file, '/repository/latest.html': latestPage }[request.url ?? '']
    response.writeHead(served ? 200 : 404, { 'content-type': 'text/html' }).end(served ? await readFile(served) : '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    await checkAt(checked, browser, 'as a file', pathToFileURL(file).href)
    await checkAt(checked, browser, 'on a server', `http://127.0.0.1:${port}/repository/`)
    await checkEditions(checked, browser, `http://127.0.0.1:${port}/repository/`)
    await checkPhone(checked, browser, pathToFileURL(file).href)
    await checkPlanPage(checked, browser)
  } finally {
    await browser.close()
    server.close()
  }
  return checked
}

async function checkAt(checked: Checked, browser: Browser, how: string, address: string): Promise<void> {
  const visited = await visit(browser, address)
  await checked.check(`${how}: it says what it is about, and how to authenticate`, () => tellsAll(visited))
  for (const operation of shown) {
    const { operationId } = operation
    await checked.check(`${how}: ${operationId} has its samples in TypeScript and for curl`, () =>
      hasSamples(visited, operation),
    )
    await checked.check(`${how}: ${operationId} shows no example of a parameter twice`, () =>
      repeatsNoExample(visited, operation),
    )
  }
  await checked.check(`${how}: every link and anchor leads somewhere`, () => linksResolve(visited))
  await checked.check(`${how}: the search finds an operation`, () => searchFinds(visited))
  await checked.check(`${how}: no error, and no request for anything but the page`, async () =>
    assert.deepEqual(visited.complaints, []),
  )
  await visited.page.close()
}

/** The page of the latest edition is the same page of another document: what only it has, and the way there. */
async function checkEditions(checked: Checked, browser: Browser, address: string): Promise<void> {
  await checked.check('the page of the reference edition leads to that of the latest', async () => {
    const { page } = await visit(browser, address)
    await page.locator('.editions a').click()
    await page.waitForURL(`${address}latest.html`)
    assert.equal(await page.title(), latestDescription.info.title)
    await page.close()
  })
  const latest = await visit(browser, `${address}latest.html`)
  await checked.check('the page of the latest edition shows each of its operations', async () => {
    const paths: Record<string, Record<string, { tags: [string] }>> = latestDescription.paths
    for (const { path, method, operationId } of latestOperations) {
      const [tag] = paths[path]![method.toLowerCase()]!.tags
      await latest.go(`${tag.replace(' ', '-')}/${operationId}`.toLowerCase())
    }
    assert.equal(await latest.page.locator('.editions a').getAttribute('href'), 'index.html')
  })
  await checked.check('the page of the latest edition: no error, and no request for anything but the page', async () =>
    assert.deepEqual(latest.complaints, []),
  )
  await latest.page.close()
}

async function tellsAll({ page, go }: Visit): Promise<void> {
  const { info, tags, components } = description
  await go('')
  assert.equal(await page.title(), info.title)
  for (const part of [info.title, info.version, ...info.description.split('\n\n')]) {
    await says(part, () => section(page, '').innerText())
  }
  for (const { name, description: about } of tags) {
    await go(name.toLowerCase())
    await says(about, () => section(page, '').innerText())
  }
  await page.getByText('View security details').first().click()
  await says(components.securitySchemes.apiToken.description, () => page.locator('body').innerText())
  await page.keyboard.press('Escape')
}

async function hasSamples({ page, go }: Visit, { route, summary, samples }: Shown): Promise<void> {
  await go(route)
  const part = section(page, route)
  await shows(summary, () => part.locator('h2').first().innerText())
  const panel = part.locator('.panel-request-samples')
  assert.deepEqual(
    samples.map(({ label }) => label),
    ['TypeScript', 'curl'],
  )
  for (const { label, source } of samples) {
    await panel.getByRole('button', { name: /^(TypeScript|curl|Payload)$/ }).click()
    await page.getByRole('menuitem', { name: label, exact: true }).filter({ visible: true }).click()
    await shows(source, () => panel.locator('pre').textContent())
    assert.equal(
      await panel.getByRole('button', { name: 'Example' }).isVisible(),
      false,
      'an example can be chosen in vain',
    )
  }
}

async function repeatsNoExample({ page, go }: Visit, { route }: Shown): Promise<void> {
  await go(route)
  const text = await section(page, route).innerText()
  assert.equal(text.match(/023e105f4ecef8ad9ca31a8372d0c353/g)?.length, 1)
}

async function linksResolve({ page, go }: Visit): Promise<void> {
  const known = new Set(routes.map((route) => `#/${route}`))
  const elsewhere = new Set<string>()
  for (const route of routes) {
    await go(route)
    await expand(page, route)
    assert.equal(await page.locator('.not-found-page').count(), 0, `#/${route} leads nowhere`)
    const links = await page.locator('a').evaluateAll((all) =>
      all.map((link) => {
        const href = link.getAttribute('href') ?? ''
        const [, from = href, anchor] = /^(#\/[^#]*)#(.*)$/.exec(href) ?? []
        return { href, from, anchored: anchor === undefined || document.getElementById(anchor) !== null }
      }),
    )
    for (const { href, from, anchored } of links) {
      if (/^https:/.test(href)) elsewhere.add(href)
      else if (href !== 'latest.html') assert.ok(known.has(from) && anchored, `${href}, on #/${route}, leads nowhere`)
    }
  }
  // What is elsewhere can not be asked for here, so there is to be nothing but the maker of the page and the licence.
  assert.deepEqual([...elsewhere].sort(), ['https://redocly.com/redoc/', description.info.license.url].sort())
}

async function searchFinds({ page, go }: Visit): Promise<void> {
  const { summary, route } = shown.find(({ operationId }) => operationId === 'syncServer') as Shown
  await go('')
  await page.getByTestId('search-trigger').click()
  await page.getByPlaceholder('Search docs...').fill('sync')
  await page.getByText(summary).filter({ visible: true }).last().click()
  await page.waitForURL((url) => url.hash.startsWith(`#/${route}`))
}
