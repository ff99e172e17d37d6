/** `npm run bench:plan`: how long a plan of a large account takes at 50 ms a request, and what is sent for it. */
import { installPackedClient } from './prepare.ts'

installPackedClient()
const { createClient } = await import('cloudflare-mcp-portals')
const { createMock } = await import('cloudflare-mcp-portals/mock')
const { apply, plan, readState, toDesired } = await import('cloudflare-mcp-portals/plan')

const latency = 50
const servers = Array.from({ length: 200 }, (_, at) => ({
  id: `server-${at}`,
  name: `Server ${at}`,
  hostname: `https://server-${at}.example.com/mcp`,
  auth_type: 'unauthenticated' as const,
  status: 'ready',
  tools: [{ name: 'search' }, { name: 'fetch' }],
  updated_tools: [{ name: 'search', alias: 'find' }],
}))
const portals = Array.from({ length: 50 }, (_, at) => ({
  id: `portal-${at}`,
  name: `Portal ${at}`,
  hostname: `portal-${at}.example.com`,
  servers: servers.slice(at * 4, at * 4 + 8).map(({ id }) => ({ server_id: id, updated_tools: [{ name: 'search' }] })),
}))
const mock = createMock({ servers, portals, latency })
const mcp = createClient({ fetch: mock.fetch, accountId: 'any', apiToken: 'any' })

/** Milliseconds that something takes, and how many requests of each operation it sends. */
async function measure<Result>(name: string, run: () => Result | Promise<Result>): Promise<Result> {
  const before = mock.requests.length
  const begin = performance.now()
  const result = await run()
  const time = Math.round(performance.now() - begin)
  const counts = new Map<string, number>()
  for (const { operation = 'none' } of mock.requests.slice(before)) {
    counts.set(operation, (counts.get(operation) ?? 0) + 1)
  }
  const sent = [...counts].map(([operation, count]) => `${count} ${operation}`).join(', ') || 'none'
  console.log(`| ${name} | ${time} | ${sent} |`)
  return result
}

console.log(`200 servers, 50 portals, ${latency} ms a request\n\n| what | ms | requests |\n|---|--:|---|`)
const state = await measure('readState', () => readState(mcp))
const desired = toDesired(state)
const same = await measure('plan, nothing to do', () => plan(desired, state))
if (same.steps.length > 0) throw new Error('an account differs from its own export')
const renamed = desired.portals.map((portal, at) => (at < 10 ? { ...portal, name: `${portal.name}, renamed` } : portal))
const todo = await measure('plan, ten portals differ', () => plan({ ...desired, portals: renamed }, state))
await measure('apply of that', () => apply(mcp, todo))
