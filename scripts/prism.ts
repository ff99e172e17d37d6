/** Prism, the contract mock: it validates each request against the spec and responds with the spec's examples. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

const root = join(import.meta.dirname, '..')
const cli = join(root, 'node_modules/@stoplight/prism-cli/dist/index.js')
// The channel to this process closes however this process ends, SIGKILL included: no orphan keeps the port.
const endWithParent = 'data:text/javascript,process.once("disconnect",()=>process.exit())'

export interface Prism {
  url: string
  close(): Promise<void>
}

export interface PrismOptions {
  /** A free port without it. */
  port?: number
  /** Path of the OpenAPI document. */
  document?: string
  /** Base URL of a server: requests are validated, handed to it, and its responses validated too. */
  upstream?: string
}

/** Starts Prism's command on 127.0.0.1; rejects with what Prism printed if it cannot listen. */
export async function startPrism({ port = 0, document, upstream }: PrismOptions = {}): Promise<Prism> {
  const file = document ?? join(root, 'generated/openapi.yaml')
  const command = upstream === undefined ? ['mock', file] : ['proxy', file, upstream]
  const options = ['--port', String(port), '--host', '127.0.0.1', '--errors']
  const child = spawn(process.execPath, ['--import', endWithParent, cli, ...command, ...options], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  })
  const ended = new Promise<void>((resolve) => child.once('close', resolve))
  const close = () => {
    child.kill()
    return ended
  }
  return { url: await listening(child, port), close }
}

/** Reads to the end even so: a full pipe would stop Prism. */
function listening(child: ChildProcess, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const printed: string[] = []
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream! }).on('line', (line) => {
        const url = /Prism is listening on (\S+)/.exec(line)?.[1]
        if (url) resolve(url)
        if (printed.length < 200) printed.push(line)
      })
    }
    child.once('error', reject)
    child.once('close', () => {
      const isBusy = printed.some((line) => line.includes('EADDRINUSE'))
      reject(new Error(isBusy ? `Port ${port} is in use: name another with --port` : printed.join('\n')))
    })
  })
}

// At once: the shell may be gone by the time that Prism listens.
const parent = process.ppid

/** npm hands SIGTERM to a shell, which may end without handing it on. */
function onOrphaned(then: () => void): void {
  setInterval(() => process.ppid !== parent && then(), 200).unref()
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4010' } } })
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port > 65_535) throw new Error(`--port: ${values.port} is not a port`)
  const prism = await startPrism({ port })
  const stop = () => prism.close().then(() => process.exit(0))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  if (process.env.npm_lifecycle_event) onOrphaned(stop)
  console.log(`Prism listens on ${prism.url}. Try:

  curl -H 'Authorization: Bearer any-token-will-do' ${prism.url}/accounts/023e105f4ecef8ad9ca31a8372d0c353/access/ai-controls/mcp/portals

or point a client at it: CLOUDFLARE_BASE_URL=${prism.url}. Ctrl-C stops it.`)
}

if (import.meta.main) {
  await main().catch((error) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
