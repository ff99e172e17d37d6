import type { ClientOptions, McpPortals } from 'cloudflare-mcp-portals'
import type { Received } from '../../support/http-server.ts'
import type { World } from './world.ts'

export interface FaultyClient {
  mcp: McpPortals
  /** What this client has sent. */
  seen(): Promise<Received[]>
}

let clients = 0

/** A client with a key of its own, under which the fault server counts its requests. */
export function faultyClient({ lib, faultsUrl }: World, behaviour: string, options: ClientOptions): FaultyClient {
  const key = `${++clients}-${Math.random().toString(36).slice(2)}`
  return {
    mcp: lib.createClient({ baseUrl: `${faultsUrl}/${behaviour}/${key}`, ...options }),
    seen: async () => (await fetch(`${faultsUrl}/seen/${key}`)).json() as Promise<Received[]>,
  }
}
