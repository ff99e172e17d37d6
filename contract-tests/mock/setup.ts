import { createClient, type McpPortals } from '../../src/client/index.ts'
import { createMock, type Mock, type MockOptions } from '../../src/mock/index.ts'

/** A mock, and a client of it that repeats nothing. */
export function createWorld(options: MockOptions = {}): { mock: Mock; mcp: McpPortals } {
  const mock = createMock({ clock: () => new Date('2026-11-25T10:00:00.000Z'), author: 'ann@example.com', ...options })
  const mcp = createClient({ fetch: mock.fetch, accountId: 'account', apiToken: 'any', maxRetries: 0 })
  return { mock, mcp }
}

export const docs = {
  id: 'docs',
  name: 'Docs',
  hostname: 'https://docs.example.com/mcp',
  auth_type: 'unauthenticated' as const,
}

export const engineering = { id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com' }
