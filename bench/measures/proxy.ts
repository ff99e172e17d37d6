import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { connection, id } from '../probes/stub.ts'

/** What the proxy adds. */
export interface CostOfProxy {
  /** Milliseconds of a GET over a kept-alive connection, the median: without the proxy, and with it. */
  sequential: { direct: number; proxied: number }
  /** Milliseconds until each of 1,000 GETs that begin at once, on connections of their own, has its response. */
  atOnce: { direct: number; proxied: number }
}

const path = `/accounts/${connection.accountId}/access/ai-controls/mcp/portals/${id}`
const command = new URL('../node_modules/cloudflare-mcp-portals/dist/cli.js', import.meta.url).pathname

/** Measures a server directly and through the command, each in a process of its own, in turn. */
export async function costOfProxy(): Promise<CostOfProxy> {
  const server = fork(new URL('../probes/server.ts', import.meta.url))
  const [port] = await once(server, 'message')
  const direct = `http://127.0.0.1:${port}`
  const proxy = spawn(process.execPath, [command, 'proxy', '--upstream', direct], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    const [line] = await once(proxy.stderr, 'data')
    const urls = { direct, proxied: /http:\S+/.exec(String(line))?.[0] ?? '' }
    return {
      sequential: await each(urls, 40, async (url, agent) => median(await timesOf(100, () => read(url, agent)))),
      atOnce: await each(urls, 5, async (url) => {
        const start = performance.now()
        await Promise.all(Array.from({ length: 1000 }, () => read(url, false)))
        return performance.now() - start
      }),
    }
  } finally {
    proxy.kill()
    server.kill()
  }
}

type Target = 'direct' | 'proxied'

/** The median of several rounds, in turn, after some until everything is compiled. */
async function each(
  urls: Record<Target, string>,
  rounds: number,
  measure: (url: string, agent: Agent) => Promise<number>,
): Promise<Record<Target, number>> {
  const figures: Record<Target, number[]> = { direct: [], proxied: [] }
  const agents = { direct: new Agent({ keepAlive: true }), proxied: new Agent({ keepAlive: true }) }
  const warmUp = Math.ceil(rounds / 4)
  for (let round = -warmUp; round < rounds; round++) {
    for (const target of ['direct', 'proxied'] as const) {
      const figure = await measure(urls[target], agents[target])
      if (round >= 0) figures[target].push(figure)
    }
  }
  for (const agent of Object.values(agents)) agent.destroy()
  return { direct: median(figures.direct), proxied: median(figures.proxied) }
}

async function timesOf(count: number, task: () => Promise<void>): Promise<number[]> {
  const times: number[] = []
  for (let number = 0; number < count; number++) {
    const start = performance.now()
    await task()
    times.push(performance.now() - start)
  }
  return times
}

function read(url: string, agent: Agent | false): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url + path, { agent }, (response) => {
      response.on('end', resolve).on('error', reject)
      response.resume()
    }).on('error', reject)
  })
}

function median(figures: number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN
}
