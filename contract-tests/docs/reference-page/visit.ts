import type { Browser, Locator, Page } from 'playwright-core'
import { description } from '../../support/description.ts'

// For a machine that does much else.
const patience = 30_000

/** An operation as the page shows it. */
export interface Shown {
  operationId: string
  summary: string
  /** The page's own address of it, behind the #. */
  route: string
  samples: { label: string; source: string }[]
}

interface Described {
  operationId: string
  summary: string
  tags: [string]
  'x-codeSamples': { label: string; source: string }[]
}

export const shown: Shown[] = Object.values<Record<string, unknown>>(description.paths).flatMap(
  ({ parameters: _, ...methods }) =>
    Object.values(methods as Record<string, Described>).map((operation) => ({
      operationId: operation.operationId,
      summary: operation.summary,
      route: `${operation.tags[0]}/${operation.operationId}`.toLowerCase(),
      samples: operation['x-codeSamples'],
    })),
)

export const routes: string[] = [
  '',
  ...description.tags.map(({ name }: { name: string }) => name.toLowerCase()),
  ...shown.map(({ route }) => route),
]

/** The page in a window of its own, with what went wrong since it was opened. */
export interface Visit {
  page: Page
  complaints: string[]
  go(route: string): Promise<void>
}

/** Opens the page at an address, and writes down errors, and requests for anything but the page itself. */
export async function visit(browser: Browser, address: string, width = 1440): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  page.setDefaultTimeout(patience)
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(`page: ${error.message}`))
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`))
  page.on('request', (request) => {
    const url = request.url()
    if (url !== address && !/^(data|blob):/.test(url)) complaints.push(`request: ${url}`)
  })
  const go = async (route: string) => {
    await page.goto(`${address}#/${route}`)
    await section(page, route).first().waitFor()
  }
  await go('')
  return { page, complaints, go }
}

/** The part of the page about an operation or a tag; the whole of it for the first route. */
export function section(page: Page, route: string): Locator {
  return page.locator(route === '' ? '#api-content' : `[id="${route}"]`)
}

/** Shows every field of the schemas of an operation. */
export async function expand(page: Page, route: string): Promise<void> {
  const more = section(page, route).getByTestId('schema-expand-all-button')
  for (const button of await more.all()) await button.click()
}

/** Waits until a text is the expected one, spaces aside. */
export function shows(expected: string, text: () => Promise<string | null>): Promise<void> {
  return waitFor(`to show ${JSON.stringify(expected)}`, text, (seen) => seen.trim() === expected.trim())
}

/** Waits until a text holds a sentence of the description, which may be marked up and broken into lines. */
export function says(sentence: string, text: () => Promise<string | null>): Promise<void> {
  return waitFor(`to say ${sentence}`, text, (seen) => plain(seen).includes(plain(sentence)))
}

async function waitFor(
  what: string,
  text: () => Promise<string | null>,
  done: (seen: string) => boolean,
): Promise<void> {
  const end = Date.now() + patience
  for (;;) {
    const seen = (await text()) ?? ''
    if (done(seen)) return
    if (Date.now() > end) throw new Error(`expected ${what}, but it shows ${JSON.stringify(seen)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function plain(text: string): string {
  return text.replaceAll('`', '').replace(/\s+/g, ' ').trim()
}
