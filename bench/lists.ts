/** `npm run bench:lists`: how long all of 2,000 servers take from a server that is far away, and from one that is near. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Cloudflare from 'cloudflare'
import { installPackedClient } from './prepare.ts'

installPackedClient()
const { createClient } = await import('cloudflare-mcp-portals')

const total = 2_000
const per_page = 100
const rounds = 5
const account_id = '023e105f4ecef8ad9ca31a8372d0c353'
const token = 'any'

type List = (baseUrl: string) => AsyncIterable<unknown>

const clients: Record<string, List> = {
  'this client, concurrency 10': (baseUrl) => thisClient(baseUrl, 10),
  'this client': (baseUrl) => thisClient(baseUrl, 1),
  'cloudflare 7.3.0': (baseURL) =>
    new Cloudflare({ apiToken: token, baseURL }).zeroTrust.access.aiControls.mcp.servers.list({ account_id, per_page }),
  'a loop around fetch': handWritten,
}

function thisClient(baseUrl: string, concurrency: number) {
  return createClient({ baseUrl, accountId: account_id, apiToken: token }).servers.list({ per_page }, { concurrency })
}

async function* handWritten(baseUrl: string) {
  const headers = { Authorization: `Bearer ${token}` }
  for (let page = 1, pages = 1; page <= pages; page++) {
    const query = `page=${page}&per_page=${per_page}`
    const response = await fetch(`${baseUrl}/accounts/${account_id}/access/ai-controls/mcp/servers?${query}`, {
      headers,
    })
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    const { result, result_info } = await response.json()
    pages = result_info.total_pages
    yield* result
  }
}

/** A server that has so many servers, and responds after so many milliseconds. */
async function startFarServer(latency: number) {
  const server = createServer((request, response) => {
    const page = Number(new URLSearchParams(request.url?.split('?')[1]).get('page') ?? 1)
    const first = (page - 1) * per_page
    const length = Math.max(0, Math.min(per_page, total - first))
    const result = Array.from({ length }, (_, at) => ({ id: `server-${first + at}`, name: 'Server', status: 'ready' }))
    const result_info = { page, per_page, count: length, total_count: total, total_pages: total / per_page }
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ success: true, errors: [], messages: [], result, result_info }))
    }, latency)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

async function timeOf(list: List, url: string): Promise<number> {
  const start = performance.now()
  const ids = new Set<string>()
  for await (const item of list(url)) ids.add((item as { id: string }).id)
  if (ids.size !== total) throw new Error(`${ids.size} of ${total} servers were listed`)
  return performance.now() - start
}

/** Milliseconds of each client, its fastest round. */
async function measure(latency: number): Promise<number[]> {
  const server = await startFarServer(latency)
  const best = Object.keys(clients).map(() => Infinity)
  for (let round = 0; round < rounds; round++) {
    for (const [at, list] of Object.values(clients).entries()) {
      best[at] = Math.min(best[at]!, await timeOf(list, server.url))
    }
  }
  server.close()
  return best
}

const names = Object.keys(clients)
console.log(`| latency | ${names.join(' | ')} |\n| --: |${' --: |'.repeat(names.length)}`)
for (const latency of [100, 2]) {
  const times = await measure(latency)
  console.log(`| ${latency} ms | ${times.map((time) => `${Math.round(time)} ms`).join(' | ')} |`)
  const [concurrent = 0, sequential = 0, official = 0] = times
  console.log(
    `${(official / concurrent).toFixed(1)} times as fast as cloudflare, ${(sequential / concurrent).toFixed(1)} as concurrency 1`,
  )
}
