import type { McpPortals } from '../../../src/client/index.ts'
import { accountId, connect, rejection } from '../setup.ts'
import { exposed } from './exposed.ts'

/** In every secret of these tests, and nowhere else. */
export const marker = 'Mark3r'
export const token = `tok-${marker}-en`
// It holds the token, and what JSON escapes.
export const credentials = `{"client":"${token}","key":"${marker}\\\\n"}`

const server = { id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp', auth_type: 'oauth' } as const
export const body = { ...server, auth_credentials: credentials }
export const params = { path: { account_id: accountId, id: 'docs' } }

type Call = (mcp: McpPortals) => PromiseLike<unknown>

export const viaHttp: Call = ({ http }) =>
  http.PUT('/accounts/{account_id}/access/ai-controls/mcp/servers/{id}', { params, body })

/** Calls that carry secrets, in the token alone or in the body too. */
export const carriers: [string, Call][] = [
  ['servers.list', ({ servers }) => servers.list()],
  ['servers.read', ({ servers }) => servers.read('docs')],
  ['servers.create', ({ servers }) => servers.create(body)],
  ['servers.update', ({ servers }) => servers.update('docs', { auth_credentials: credentials })],
]

/** What a call rejects with, and what shows a secret of all that the client tells: in that error, to its hooks, of itself. */
export async function told(url: string, call: Call, options: object = {}): Promise<{ error: Error; leaks: string[] }> {
  const events: object[] = []
  const keep = (event: object) => void events.push(event)
  const mcp = connect({ url }, { apiToken: token, hooks: { request: keep, response: keep, retry: keep }, ...options })
  const error = (await rejection(call(mcp))) as Error
  return { error, leaks: leaksOf([error, events, mcp, mcp.portals, mcp.servers, mcp.http, mcp.rateLimit]) }
}

/** The lines that show a secret, in whatever case, of everything that a value tells. */
export function leaksOf(value: unknown): string[] {
  const lines = exposed(value).split('\n')
  return lines.filter((line) => line.toLowerCase().includes(marker.toLowerCase()))
}
