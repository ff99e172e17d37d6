/** `npm run bench:local`: what the mock and the proxy take, in process and as commands on this machine. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { installPackedClient } from './prepare.ts'

installPackedClient()
const { createClient } = await import('cloudflare-mcp-portals')
const { createMock } = await import('cloudflare-mcp-portals/mock')

const cli = fileURLToPath(new URL('./node_modules/cloudflare-mcp-portals/dist/cli.js', import.meta.url))
const account = { accountId: 'any', apiToken: 'any' }
const servers = Array.from({ length: 1000 }, (_, at) => ({
  id: `server-${at}`,
  name: `Server ${at}`,
  hostname: `https://server-${at}.example.com/mcp`,
  auth_type: 'unauthenticated' as const,
}))

type Client = ReturnType<typeof createClient>

async function read(mcp: Client, number: number): Promise<void> {
  const id = `server-${number % servers.length}`
  const found = await mcp.servers.read(id)
  if (found.id !== id) throw new Error(`${id} was asked for, and ${found.id} came`)
}

/** Milliseconds of each of so many reads, one after another. */
async function timesOf(mcp: Client, count: number): Promise<number[]> {
  const times: number[] = []
  for (let number = 0; number < count; number++) {
    const begin = performance.now()
    await read(mcp, number)
    times.push(performance.now() - begin)
  }
  return times
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN
}

/** Starts a command of the package that prints where it listens. */
async function start(...args: string[]): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  process.once('exit', () => child.kill())
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with ${code}`)))
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        const address = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(line)?.[0]
        if (address) resolve(address)
      })
    }
  })
  return { url, child }
}

function row(what: string, milliseconds: number, limit?: number): void {
  const target = limit === undefined ? '' : `< ${limit}: ${milliseconds < limit ? 'met' : '**missed**'}`
  console.log(`| ${what} | ${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} | ${target} |`)
}

console.log('| what | ms | target |\n|---|--:|---|')

const inProcess = createClient({ ...account, fetch: createMock({ servers }).fetch })
await timesOf(inProcess, 2000)
row('mock in process: a read of 1,000 servers, median of 5,000', median(await timesOf(inProcess, 5000)), 1)

/** Sends so many requests, 50 at once and a fifth of each kind: lists, reads, reads of a portal, updates and syncs. */
async function load(mcp: Client, count: number): Promise<void> {
  const kinds: ((id: string, at: number) => Promise<unknown>)[] = [
    (_, at) => mcp.servers.list({ page: 1 + (at % 10), per_page: 100 }),
    (id) => mcp.servers.read(id),
    () => mcp.portals.read('engineering'),
    (id, at) => mcp.servers.update(id, { name: `Server ${at}` }),
    (id) => mcp.servers.sync(id),
  ]
  let next = 0
  const work = async () => {
    for (let at = next++; at < count; at = next++) await kinds[at % kinds.length]?.(`server-${at % servers.length}`, at)
  }
  await Promise.all(Array.from({ length: 50 }, work))
}

await inProcess.portals.create({
  ...{ id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com' },
  servers: [{ server_id: 'server-1' }, { server_id: 'server-2' }],
})
await load(inProcess, 5000)
const loadBegin = performance.now()
await load(inProcess, 10_000)
row('mock in process: 10,000 requests, 50 at once, all together', performance.now() - loadBegin)

const mock = await start('mock', '--port', '0', '--quiet')
const proxy = await start('proxy', '--upstream', mock.url, '--port', '0')
const direct = createClient({ ...account, baseUrl: mock.url })
const passing = createClient({ ...account, baseUrl: proxy.url })
for (const { id, name, hostname, auth_type } of servers) await direct.servers.create({ id, name, hostname, auth_type })
for (const mcp of [direct, passing]) await timesOf(mcp, 500)

// In turn, so that what else the machine does falls on both.
const rounds = []
for (let round = 0; round < 20; round++) {
  rounds.push({ without: await timesOf(direct, 100), through: await timesOf(passing, 100) })
}
const without = median(rounds.flatMap((round) => round.without))
row('mock as a command: a read, median of 2,000', without)
row('proxy: added to that, median of 2,000', median(rounds.flatMap((round) => round.through)) - without, 2)

const begin = performance.now()
await Promise.all(servers.map((_, number) => read(passing, number)))
row('proxy: 1,000 reads at once, until the last, each the right one', performance.now() - begin)

for (const { child } of [proxy, mock]) child.kill()
