import { join } from 'node:path'
import { type Driver, waitFor } from '../browsers/driver.ts'
import type { Outcome } from '../cases/index.ts'
import { type Bench, root } from '../stage/bench.ts'
import { check } from './runtime.ts'
import { withProxy } from './workerd.ts'

/** Operates the page of examples/browser on the mock with a memory as a person would, and reads what it shows. */
export async function checkPage(driver: Driver, bench: Bench, memory: string, url: string): Promise<Outcome[]> {
  const shows = (...texts: string[]) =>
    waitFor(driver, `${JSON.stringify(texts)}.every((text) => document.body.innerText.includes(text))`)
  const connect = async (api: string, token: string) => {
    await driver.type('input[name=api]', api)
    await driver.type('input[name=token]', token)
    await driver.click('button')
  }
  return [
    await check('examples/browser shows portals, servers and states', async () => {
      await driver.open(url)
      await connect(memory, 'any-token-will-do')
      await shows(
        'Engineering',
        'mcp.example.com',
        'Docs',
        'ready',
        'Wiki',
        'error',
        'The server responded with 404',
        'Mail',
        'Sales',
        '2 portals, 3 servers',
      )
      if (process.argv.includes('--screenshot')) await driver.screenshot?.(join(root, 'docs/browser-example.png'))
    }),
    await check('examples/browser searches', async () => {
      await driver.type('#search', 'eng')
      await shows('Engineering', '1 portal, 0 servers')
      if (await driver.evaluate("document.body.innerText.includes('Sales')")) throw new Error('Sales should be gone')
    }),
    await check('examples/browser shows an error as text, and recovers', async () => {
      await connect(`${bench.faults}/status-403/page`, 'any-token-will-do')
      await shows('403 Forbidden (1000 No)')
      await connect(memory, 'any-token-will-do')
      await shows('Engineering')
      if (await driver.evaluate("document.body.innerText.includes('403')")) throw new Error('the error should be gone')
    }),
    await check('examples/browser talks to examples/worker without a token', () =>
      withProxy(bench, new URL(url).origin, memory, async (proxy) => {
        await driver.open(`${url}?api=${proxy}`)
        await shows('Engineering', 'Docs', 'ready', 'Wiki')
      }),
    ),
  ]
}
