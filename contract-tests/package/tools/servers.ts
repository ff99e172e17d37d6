import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { rolldown } from 'rolldown'
import { startPrism } from '../../../scripts/prism.ts'
import { environmentOf } from '../../support/account.ts'
import { mustRun, type Where } from '../command.ts'

const tools = createRequire(import.meta.url)

/** Runs a Worker in workerd, with a service binding to Prism that adds the token. */
export async function runWorker(file: string, { cwd, env }: Where): Promise<void> {
  const prism = await startPrism()
  let worker: ChildProcess | undefined
  try {
    const bundle = await rolldown({
      input: join(cwd, file),
      cwd,
      platform: 'neutral',
      resolve: { mainFields: ['module'] },
    })
    await bundle.write({ file: join(cwd, 'bundle.js') })
    writeFileSync(join(cwd, 'worker.capnp'), workerConfig(new URL(prism.url).host))
    worker = spawn(
      join(import.meta.dirname, 'node_modules/.bin/workerd'),
      ['serve', 'worker.capnp', '--control-fd=3'],
      {
        cwd,
        env,
        stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
      },
    )
    const port = await portOf(worker)
    deepEqual(await (await fetch(`http://127.0.0.1:${port}`)).json(), ['mcp.example.com'])
  } finally {
    worker?.kill()
    await prism.close()
  }
}

function workerConfig(api: string): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "api", external = (
      address = "${api}",
      http = (injectRequestHeaders = [(name = "Authorization", value = "Bearer the-secret")]),
    )),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "bundle.js")],
  compatibilityDate = "2026-10-01",
  bindings = [(name = "API", service = "api"), (name = "ACCOUNT_ID", text = "any")],
);
`
}

async function portOf(worker: ChildProcess): Promise<number> {
  const control = worker.stdio[3]
  if (!control || !('read' in control)) throw new Error('workerd has no control channel')
  for await (const line of createInterface({ input: control })) {
    const { event, port } = JSON.parse(line)
    if (event === 'listen') return port
  }
  throw new Error('workerd ended before it listened')
}

/** Builds an application of Next without a token, serves it with one, and reads its page twice. */
export async function runNext({ cwd, env }: Where): Promise<void> {
  const next = join(dirname(tools.resolve('next/package.json')), 'dist/bin/next')
  const settings = { ...env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' as const }
  const layout = 'export default ({ children }) => <html lang="en"><body>{children}</body></html>\n'
  writeFileSync(join(cwd, 'app/layout.js'), layout)
  writeFileSync(join(cwd, 'next.config.mjs'), 'export default {}\n')
  // Not Turbopack, which follows no link out of the project, as to this Next.
  await mustRun(process.execPath, [next, 'build', '--webpack'], { cwd, env: settings })
  const prism = await startPrism()
  const server = spawn(process.execPath, [next, 'start', '--hostname', '127.0.0.1', '--port', '0'], {
    cwd,
    env: { ...settings, ...environmentOf(prism.url) },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const url = await urlOf(server)
    match(await pageOf(url), /mcp\.example\.com/)
    await prism.close()
    // Had Next kept the response, the page would still show it.
    const { status } = await fetch(url)
    equal(status, 500)
  } finally {
    server.kill()
    await prism.close()
  }
}

async function urlOf(server: ChildProcess): Promise<string> {
  ok(server.stdout)
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
    if (url) return url
  }
  throw new Error('Next ended before it listened')
}

async function pageOf(url: string): Promise<string> {
  for (let tries = 0; ; tries++) {
    try {
      return await (await fetch(url)).text()
    } catch (error) {
      if (tries > 50) throw error
      await wait(200)
    }
  }
}
