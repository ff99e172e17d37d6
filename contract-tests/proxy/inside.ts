import { contractFetch } from '../../src/contract/index.ts'
import { accountId } from '../support/account.ts'
import { startServer, token } from '../support/deviations/server.ts'
import { story } from './story.ts'

type Send = (url: string, init: RequestInit) => Promise<Response>

/** Carries out the story, whatever comes back. */
export async function tell(url: string, send: Send = fetch): Promise<void> {
  for (const [method, path, body] of story) {
    const address = `${url}/accounts/${accountId}/access/ai-controls/mcp${path}`
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) }
    await send(address, { method, headers, ...(body && { body: JSON.stringify(body) }) })
      .then((response) => response.text())
      .catch(() => {})
  }
}

/** What a check inside the program finds of a server that does one thing otherwise; without one, of one that does not. */
export async function findInside(deviation?: string): Promise<string[]> {
  const server = await startServer({ ...(deviation !== undefined && { deviation }) })
  const found = new Set<string>()
  const add = ({ message }: { message: string }) => void found.add(withoutExchange(message))
  try {
    await tell(server.url, contractFetch(fetch, { onViolation: add, onUndocumented: add }))
  } finally {
    await server.close()
  }
  return [...found].sort()
}

/** A finding without the request that it is about. */
export const withoutExchange = (message: string): string => message.replace(/ \[[A-Z]+ \/\S*\]$/, '')
