import type { HttpClient, McpPortals } from '../../../src/client/index.ts'
import { accountId, connect, connectHttp, rejection } from '../setup.ts'
import { exposed } from './exposed.ts'

/** In every secret of these tests, and nowhere else. */
export const marker = 'Mark3r'
export const token = `tok-${marker}-en`
// It holds the token, and what JSON escapes.
export const credentials = `{"client":"${token}","key":"${marker}\\\\n"}`

const server = { id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp', auth_type: 'oauth' } as const
export const body = { ...server, auth_credentials: credentials }
const params = { path: { account_id: accountId, id: 'docs' } }

export interface Clients {
  mcp: McpPortals
  http: HttpClient
}

type Call = (clients: Clients) => PromiseLike<unknown>

export const read: Call = ({ mcp }) => mcp.servers.read('docs')
export const update: Call = ({ mcp }) => mcp.servers.update('docs', { auth_credentials: credentials })
export const viaHttp: Call = ({ http }) =>
  http.PUT('/accounts/{account_id}/access/ai-controls/mcp/servers/{id}', { params, body })

/** Calls that carry secrets, in the token alone or in the body too. */
export const carriers: [string, Call][] = [
  ['servers.list', ({ mcp }) => mcp.servers.list()],
  ['servers.read', read],
  ['servers.create', ({ mcp }) => mcp.servers.create(body)],
  ['servers.update', update],
]

/** What a call rejects with, and every line that shows a secret: of that error, of what hooks receive, of the client. */
export async function shownBy(
  url: string,
  call: Call,
  options: object = {},
): Promise<{ error: Error; leaks: string[] }> {
  const events: object[] = []
  const keep = (event: object) => void events.push(event)
  const all = { apiToken: token, hooks: { request: keep, response: keep, retry: keep }, ...options }
  const clients = { mcp: connect({ url }, all), http: connectHttp({ url }, all) }
  const error = (await rejection(call(clients))) as Error
  const { mcp, http } = clients
  return { error, leaks: leaksOf([error, events, mcp, mcp.portals, mcp.servers, mcp.rateLimit, http]) }
}

/** The lines that show a secret, in whatever case, of everything that a value shows. */
export function leaksOf(value: unknown): string[] {
  const lines = exposed(value).split('\n')
  return lines.filter((line) => line.toLowerCase().includes(marker.toLowerCase()))
}
