import { createClient, type McpPortals } from '../../src/client/index.ts'
import { createMock, type Mock, type MockOptions } from '../../src/mock/index.ts'

export const now = '2026-11-25T10:00:00.000Z'

/** A mock, and a client of it that repeats nothing. */
export function createWorld(options: MockOptions = {}): { mock: Mock; mcp: McpPortals } {
  const mock = createMock({ clock: () => new Date(now), author: 'ann@example.com', ...options })
  const mcp = createClient({ fetch: mock.fetch, accountId: 'account', apiToken: 'any', maxRetries: 0 })
  return { mock, mcp }
}

/** What a response holds. */
export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of it
  body: any
  // biome-ignore lint/suspicious/noExplicitAny: as above
  result: any
}

/** Sends what no typed client would, to a path such as `servers/docs`. */
export async function send(mock: Pick<Mock, 'fetch'>, method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await mock.fetch(`https://example.com/accounts/account/access/ai-controls/mcp/${path}`, {
    method,
    headers: { Authorization: 'Bearer any' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const parsed = await response.json()
  return { status: response.status, body: parsed, result: parsed.result }
}

export const docs = {
  id: 'docs',
  name: 'Docs',
  hostname: 'https://docs.example.com/mcp',
  auth_type: 'unauthenticated' as const,
}

export const wiki = { ...docs, id: 'wiki', name: 'Wiki', hostname: 'https://wiki.example.com/mcp' }

export const engineering = { id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com' }
