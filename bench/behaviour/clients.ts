import Cloudflare from 'cloudflare'
import { createClient } from 'cloudflare-mcp-portals'

export const token = 'token-that-nobody-should-see'
const account_id = '023e105f4ecef8ad9ca31a8372d0c353'
const portal = { id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com' }

/** The few calls that the comparison needs, the same for both. */
export interface Subject {
  name: string
  client: object
  create(): Promise<unknown>
  read(id: string): Promise<unknown>
  page(): Promise<{ result: unknown[] | undefined }>
  all(): AsyncIterable<unknown>
}

/** The official SDK, as its documentation says to use it. */
export function officialSdk(baseURL: string): Subject {
  const client = new Cloudflare({ apiToken: token, baseURL, timeout: 1_000 })
  const { portals } = client.zeroTrust.access.aiControls.mcp
  return {
    name: 'cloudflare 7.3.0',
    client,
    create: () => portals.create({ account_id, ...portal }),
    read: (id) => portals.read(id, { account_id }),
    page: () => portals.list({ account_id }),
    all: () => portals.list({ account_id }),
  }
}

/** This client. */
export function thisClient(baseUrl: string): Subject {
  const client = createClient({ apiToken: token, accountId: account_id, baseUrl, timeout: 1_000 })
  return {
    name: 'this client',
    client,
    create: () => client.portals.create(portal),
    read: (id) => client.portals.read(id),
    page: () => client.portals.list(),
    all: () => client.portals.list(),
  }
}
