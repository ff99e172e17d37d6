import { globSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { servePage } from '../../../examples/browser/serve.ts'
import { type Driver, waitFor } from '../browsers/driver.ts'
import { puppeteer } from '../browsers/puppeteer.ts'
import { webkit } from '../browsers/webkit.ts'
import type { Outcome } from '../cases/index.ts'
import { maxArrivals } from '../max-arrivals.ts'
import type { Bench } from '../stage/bench.ts'
import { run } from '../stage/child.ts'
import { startMemory } from '../stage/memory.ts'
import { startCdn, startPages } from '../stage/pages.ts'
import { checkPage } from './page.ts'
import { check, programOf, type Result, type Runtime, versionOf } from './runtime.ts'

interface Browser {
  name: 'Chromium' | 'Firefox' | 'WebKitGTK'
  program: string | undefined
  version?: () => Promise<string>
  launch(program: string): Promise<Driver>
}

const miniBrowser = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser').at(-1)
const xvfb = programOf('Xvfb')

const all: Browser[] = [
  {
    name: 'Chromium',
    program: programOf('chromium', 'chromium-browser', 'google-chrome'),
    launch: (program) => puppeteer('chrome', program),
  },
  {
    name: 'Firefox',
    program: programOf('firefox-esr', 'firefox'),
    launch: (program) => puppeteer('firefox', program),
  },
  {
    name: 'WebKitGTK',
    program: miniBrowser && xvfb && programOf('WebKitWebDriver'),
    // Neither the driver nor its browser gives its version without a display.
    version: async () => /\d+(\.\d+)+/.exec(await run('dpkg-query', ['-W', 'webkit2gtk-driver']))?.[0] ?? 'unknown',
    launch: (program) => webkit(program, String(miniBrowser), String(xvfb)),
  },
]

/** Each browser with a page of one file, on which the example is operated too, and with a page that has an import map. */
export const browsers: Runtime[] = all.flatMap((browser) => {
  const { name, program, version = versionOf } = browser
  return ['one file', 'import map'].map((how) => {
    const page = `${how.replace(' ', '-')}.html`
    return { name, how, program, version, run: (_, bench) => runOn(browser, bench, page) } satisfies Runtime
  })
})

async function runOn({ name, program, launch }: Browser, bench: Bench, page: string): Promise<Result> {
  const project = await bench.installed()
  const modules = join(project, 'node_modules')
  const facts = { hasEnvironment: false, hidesRedirects: true, maxArrivals: maxArrivals[name] }
  const files = [page, 'watch.js', 'service-worker.html', 'service-worker.js']
  const folder = await bench.folder(`pages-${name}`, facts, files)
  const cdn = await startCdn(modules)
  const pages = await startPages(folder, cdn.url, [bench.mock, bench.faults, bench.arrivals])
  const driver = await launch(String(program))
  try {
    await driver.open(`${pages.url}/${page}`)
    const cases = await outcomesOn(driver)
    if (page !== 'one-file.html') return { cases, checks: [] }
    const dist = pathToFileURL(join(modules, 'cloudflare-mcp-portals/dist/'))
    // A service worker knows no import map, and wants its modules where it comes from itself.
    for (const file of ['mock.js', 'contract-validators.js']) await cp(new URL(file, dist), join(folder, file))
    const worker = await check('a service worker responds with the mock', () => checkServiceWorker(driver, pages.url))
    const memory = await startMemory(project)
    const { url, server } = await servePage(dist, 0)
    try {
      return { cases, checks: [worker, ...(await checkPage(driver, bench, memory.url, url))] }
    } finally {
      server.close()
      await memory.stop()
    }
  } finally {
    await driver.close()
    await Promise.all([cdn.close(), pages.close()])
  }
}

async function checkServiceWorker(driver: Driver, pages: string): Promise<void> {
  await driver.open(`${pages}/service-worker.html`)
  const done = 'globalThis.listed ?? globalThis.complaints?.join()'
  const listed = await waitFor(driver, done)
  if (listed !== 'Documentation') throw new Error(`listed is ${listed}`)
}

async function outcomesOn(driver: Driver): Promise<Outcome[]> {
  const done = 'globalThis.outcomes || globalThis.complaints?.length > 0'
  await waitFor(driver, done, 60_000)
  const [outcomes, complaints] = JSON.parse(
    String(await driver.evaluate('JSON.stringify([globalThis.outcomes ?? [], globalThis.complaints])')),
  ) as [Outcome[], string[]]
  if (complaints.length > 0) throw new Error(`the page complains: ${complaints.join('; ')}`)
  return outcomes
}
