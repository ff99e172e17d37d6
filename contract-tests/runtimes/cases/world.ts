import type * as Package from 'cloudflare-mcp-portals'
import type { createMock } from 'cloudflare-mcp-portals/mock'
import { accountId } from '../../support/account.ts'
import type { OperationId } from '../../support/description.ts'
import type { Received } from '../../support/http-server.ts'

/** The module under test, in whatever way a runtime imported it. */
export type Lib = typeof Package

/** All that the cases know: plain data but for the modules, because a browser can read no file. */
export interface World {
  lib: Lib
  /** Of the entry `./mock`. */
  createMock: typeof createMock
  /** Base URL of the mock, which responds with the examples of the spec. */
  mockUrl: string
  /** Base URL of the fault server. */
  faultsUrl: string
  /** The server that counts creates: see support/arrivals-server.ts. */
  arrivalsUrl: string
  examples: Examples
  runtime: RuntimeFacts
}

/** Bodies and responses of the spec: for each operation the first of each. */
export interface Examples {
  calls: Record<OperationId, { body: unknown; response: { result: unknown } }>
  /** What the API lists beside a status that refuses. */
  failures: Record<string, { errors: unknown[] }>
}

/** What is known to differ between runtimes. */
export interface RuntimeFacts {
  /** Whether `CLOUDFLARE_ACCOUNT_ID`, `CLOUDFLARE_API_TOKEN` and `CLOUDFLARE_BASE_URL`, set to reach the mock, can be read. */
  hasEnvironment: boolean
  /** Whether fetch shows nothing of a redirect that it did not follow. */
  hidesRedirects: boolean
  /** How often fetch may send a create whose connection breaks. */
  maxArrivals: number
}

export interface FaultyClient {
  mcp: Package.McpPortals
  http: Package.HttpClient
  /** What these clients have sent. */
  seen(): Promise<Received[]>
}

/** What a case works with. */
export interface Stage extends World {
  /** A client of the mock. */
  mock(options?: Package.ClientOptions): Package.McpPortals
  /** Clients of a server that behaves in one way: see support/fault-server.ts. */
  faulty(behaviour: string, options?: Package.ClientOptions): FaultyClient
}

/** One thing that holds on every runtime. */
export interface Case {
  name: string
  run(stage: Stage): Promise<void>
}

export { accountId }
export const token = 'a-token-that-no-error-shows'

export function stageOf(world: World): Stage {
  const { createClient } = world.lib
  return {
    ...world,
    mock: (options) => createClient({ accountId, apiToken: token, baseUrl: world.mockUrl, ...options }),
    faulty: (behaviour, options) => faultyClient(world, behaviour, { accountId, apiToken: token, ...options }),
  }
}

let clients = 0

/** Clients with a key of their own, under which the fault server counts their requests. */
function faultyClient({ lib, faultsUrl }: World, behaviour: string, options: Package.ClientOptions): FaultyClient {
  const key = `${++clients}-${Math.random().toString(36).slice(2)}`
  const baseUrl = `${faultsUrl}/${behaviour}/${key}`
  return {
    mcp: lib.createClient({ baseUrl, ...options }),
    http: lib.createHttpClient({ baseUrl, apiToken: token }),
    seen: async () => (await fetch(`${faultsUrl}/seen/${key}`)).json() as Promise<Received[]>,
  }
}
