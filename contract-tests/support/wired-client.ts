import { afterAll, beforeAll, inject } from 'vitest'
import { createClient, type McpPortals } from '../../src/client/index.ts'
import { accountId, apiToken } from './account.ts'
import { startWire, type Wire, type WireExchange } from './wire.ts'

/** A client of Prism, and what went over the wire. */
export interface WiredClient {
  mcp: McpPortals
  /** The last exchange. */
  last(): WireExchange
  /** How many there were. */
  count(): number
  /** Gets a path past the client, with a token. */
  send(path: string): Promise<Response>
}

/** Connects before the tests of a file and disconnects after them. */
export function wiredClient(): WiredClient {
  const wired = {
    last: () => wire.exchanges.at(-1) as WireExchange,
    count: () => wire.exchanges.length,
    send: (path) => fetch(wire.url + path, { headers: { authorization: 'Bearer any-token-will-do' } }),
  } as WiredClient
  let wire: Wire
  beforeAll(async () => {
    wire = await startWire(inject('baseUrl'))
    wired.mcp = createClient({
      baseUrl: wire.url,
      accountId,
      apiToken,
      maxRetries: 0,
    })
  })
  afterAll(() => wire.close())
  return wired
}
