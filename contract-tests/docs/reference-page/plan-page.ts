import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { createMock } from '../../../src/mock/index.ts'
import { serve } from '../../../src/mock/serve.ts'
import type { Checked } from './checked.ts'
import { measured } from './phone.ts'

const cli = fileURLToPath(new URL('../../../src/cli/index.ts', import.meta.url))
const docs = {
  id: 'docs',
  name: 'Docs',
  hostname: 'https://docs.example.com/mcp',
  auth_type: 'unauthenticated' as const,
}
const overrides = [
  { name: 'search', alias: 'find-in-the-documentation', enabled: true },
  { name: 'fetch', enabled: false },
]
const servers = [{ server_id: 'docs', updated_tools: overrides }]
const portal = { id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com', servers }

/** The page of `plan --html`, of an account with one portal that gets another name. */
export async function checkPlanPage(checked: Checked, browser: Browser): Promise<void> {
  const tools = [{ name: 'search' }, { name: 'fetch' }]
  const mock = createMock({
    servers: [{ ...docs, tools, last_successful_sync: '2026-11-25 10:00:00' }],
    portals: [portal],
  })
  const server = await serve(mock.fetch)
  const folder = await mkdtemp(join(tmpdir(), 'plan-page-'))
  const address = pathToFileURL(join(folder, 'plan.html')).href
  try {
    await writeFile(join(folder, 'portals.json'), JSON.stringify({ portals: [{ ...portal, name: 'Platform' }] }))
    await plan(`${server.url}/client/v4`, join(folder, 'portals.json'), join(folder, 'plan.html'))
    for (const width of [360, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 800 } })
      const complaints: string[] = []
      page.on('console', (message) => complaints.push(message.text()))
      page.on('request', (request) => request.url() !== address && complaints.push(request.url()))
      await page.goto(address)
      if (process.env.SCREENSHOTS)
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/plan-${width}.png`, fullPage: true })
      await checked.check(
        `plan --html at ${width} px: shows the portal, its tools, and what would change`,
        async () => {
          const shown = await page.locator('body').innerText()
          for (const part of ['Engineering', 'find-in-the-documentation', 'hidden', '-> "Platform"', '1 to update']) {
            assert.ok(shown.includes(part), `${part} is not in ${shown}`)
          }
        },
      )
      await checked.check(`plan --html at ${width} px: can be read without scrolling sideways`, async () => {
        assert.deepEqual(await measured(page, width), [width, [], []])
      })
      await checked.check(`plan --html at ${width} px: no error, and no request for anything but the page`, async () =>
        assert.deepEqual(complaints, []),
      )
      await page.close()
    }
  } finally {
    await server.close()
    await rm(folder, { recursive: true })
  }
}

async function plan(baseUrl: string, file: string, page: string): Promise<void> {
  const environment = { CLOUDFLARE_BASE_URL: baseUrl, CLOUDFLARE_ACCOUNT_ID: 'account', CLOUDFLARE_API_TOKEN: 'any' }
  const child = spawn(process.execPath, [cli, 'plan', file, '--html', page], {
    env: { ...process.env, ...environment },
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  assert.equal(code, 1, stdout + stderr)
}
