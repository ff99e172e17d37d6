import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cleanEnvironment } from '../stage/child.ts'
import type { Driver } from './driver.ts'

interface Page {
  goto(url: string): Promise<unknown>
  evaluate(expression: string): Promise<unknown>
  click(selector: string, options?: object): Promise<void>
  type(selector: string, text: string): Promise<void>
  screenshot(options: object): Promise<unknown>
  setViewport(size: object): Promise<void>
  keyboard: { press(key: string): Promise<void> }
}

interface Puppeteer {
  launch(options: object): Promise<{ newPage(): Promise<Page>; close(): Promise<void> }>
}

// Root is what a container runs as; the rest keeps the browser from asking for things that the tests do not need.
const chromeArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Drives Chromium, or Firefox by WebDriver BiDi, headless. */
export async function puppeteer(browser: 'chrome' | 'firefox', executablePath: string): Promise<Driver> {
  // By a name that the compiler does not follow: the private package may not be installed.
  const name: string = 'puppeteer-core'
  const { default: launcher }: { default: Puppeteer } = await import(name)
  const userDataDir = await mkdtemp(join(tmpdir(), `${browser}-`))
  const args = browser === 'chrome' ? chromeArguments : []
  const options = { browser, executablePath, headless: true, args, userDataDir, env: cleanEnvironment() }
  const launched = await launcher.launch(options)
  const page = await launched.newPage()
  await page.setViewport({ width: 1000, height: 800, deviceScaleFactor: 1 })
  return {
    open: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    type: async (selector, text) => {
      await page.click(selector, { count: 3 })
      await page.keyboard.press('Backspace')
      await page.type(selector, text)
    },
    click: (selector) => page.click(selector),
    screenshot: async (path) => void (await page.screenshot({ path, fullPage: true })),
    close: async () => {
      await launched.close()
      await rm(userDataDir, { recursive: true, force: true })
    },
  }
}
