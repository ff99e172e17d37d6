import { readFileSync } from 'node:fs'
import { createMock } from '../../../src/mock/index.ts'
import { accountId, apiToken } from '../../support/account.ts'
import { examplesOf, operationAt } from '../../support/description.ts'

export type BackendName = 'prism' | 'mock'

/** What answers a program, behind the stage: one request, with its path and query. */
export type Backend = (path: string, init: RequestInit & { method: string }) => Promise<Response>

// Also what the guide lets the command `mock` begin with.
const [state, upstream] = ['state', 'upstream'].map(read)

/** Prism answers with examples: of what its path or its page is about, it knows nothing. */
export function createPrismBackend(url: string): Backend {
  return async (path, init) => {
    const target = new URL(url + path)
    const preference = findPreference(init.method, target)
    const headers = { ...init.headers, ...(preference && { prefer: preference }) }
    const response = await fetch(target, { ...init, headers })
    return target.pathname.endsWith('/servers/waiting') ? withoutTools(response) : response
  }
}

function findPreference(method: string, { pathname, searchParams }: URL): string | undefined {
  if (pathname.endsWith('/portals/unknown')) return 'code=404'
  if (pathname.endsWith('/portals/busy')) return 'code=429'
  if (Number(searchParams.get('page')) <= 2) return undefined
  const examples = examplesOf(operationAt(method, pathname).responses[200])
  const empty = examples.find(({ value }) => (value as { result: unknown[] }).result.length === 0)
  return `example=${empty?.name}`
}

async function withoutTools(response: Response): Promise<Response> {
  const envelope = await response.json()
  return Response.json({ ...envelope, result: { ...envelope.result, tools: [] } }, response)
}

/** The mock with a memory, in the latest edition, with null wherever nobody gave a value, and with lists of two pages. */
export async function createMockBackend(): Promise<Backend> {
  const mock = createMock({ state, upstream, unset: 'null' })
  const send: Backend = (path, init) => mock.fetch(`https://mock.example.com${path}`, init)
  for (let number = 1; number <= 60; number++) {
    const hostname = `${number}.example.com`
    const named = { id: `number-${number}`, name: `Number ${number}` }
    await create('servers', { ...named, hostname: `https://${hostname}/mcp`, auth_type: 'unauthenticated' })
    await create('portals', { ...named, hostname })
  }
  return (path, init) => {
    if (path.endsWith('/portals/busy')) mock.fault({ operation: 'readPortal', retryAfter: 30 })
    return send(path, init)
  }

  async function create(kind: string, body: object): Promise<void> {
    const path = `/accounts/${accountId}/access/ai-controls/mcp/${kind}`
    const headers = { authorization: `Bearer ${apiToken}` }
    const response = await send(path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (response.status !== 201) throw new Error(await response.text())
  }
}

function read(name: string) {
  return JSON.parse(readFileSync(new URL(`../${name}.json`, import.meta.url), 'utf8'))
}
