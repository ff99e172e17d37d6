import { ok } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { check } from './report.ts'

/** Starts the mock by npx in a project where npm has installed the package, and ends npx: the mock has to end too. */
export async function checkOrphans(project: string, env: NodeJS.ProcessEnv): Promise<void> {
  // Of Ctrl-C, and of its own end, a terminal tells every process in front; npx alone hands neither on.
  const ends = { SIGTERM: 'npx', SIGINT: 'all', SIGHUP: 'all' } as const
  for (const [signal, who] of Object.entries(ends) as [NodeJS.Signals, string][]) {
    await check(`npx cloudflare-mcp-portals mock: ${signal} to ${who} frees the port`, async () => {
      const args = ['cloudflare-mcp-portals', 'mock', '--port', '0']
      const npx = spawn('npx', args, { cwd: project, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true })
      const url = await addressOf(npx.stdout)
      ok(await responds(url), `${url} does not respond`)
      const ended = once(npx, 'exit')
      process.kill(who === 'all' ? -(npx.pid ?? 0) : (npx.pid ?? 0), signal)
      await ended
      for (let tries = 0; await responds(url); tries++) {
        ok(tries < 50, `${url} still responds`)
        await wait(100)
      }
    })
  }
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
    if (address) return address
  }
  throw new Error('it ended without an address')
}

function responds(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  )
}
