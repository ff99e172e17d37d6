import type {
  Capability,
  McpPortalCreate,
  McpServer,
  McpServerCreate,
  McpServerErrorDetails,
} from '../../generated/latest/schema.ts'
import type { MockState } from './api/types.ts'
import type { Fault } from './faults.ts'
import type { MockRequest } from './requests.ts'

/** What a sync finds at the URL of a server: what it offers, that it fails, or that somebody has to log in first. */
export type Upstream =
  | { tools?: Capability[]; prompts?: Capability[] }
  | { error: string; error_details?: McpServerErrorDetails }
  | { authentication: 'required' }

/** What nobody outside Cloudflare knows about the API. The first value of each is the default. */
export interface Guesses {
  /** Status of a create whose id is in use. */
  idInUse: 400 | 409
  /** Status of a path whose id breaks the pattern. */
  malformedId: 404 | 400
  /** An update in which no field can be set. */
  emptyUpdate: 'refused' | 'accepted'
  /** An override, in a portal, of a tool or prompt that a synced server does not offer. */
  unofferedTool: 'refused' | 'accepted'
  /** A server in the body of a portal that the account does not have. */
  unknownServer: 'refused' | 'accepted'
  /** Deleting a server that is attached to a portal: it leaves its portals, or it is refused. */
  attachedServer: 'deleted' | 'refused'
  /** Whether creating a server also syncs it. */
  syncOnCreate: false | true
  /** Whether upper and lower case are the same to a search. */
  searchIgnoresCase: true | false
}

export const defaultGuesses: Guesses = {
  idInUse: 400,
  malformedId: 404,
  emptyUpdate: 'refused',
  unofferedTool: 'refused',
  unknownServer: 'refused',
  attachedServer: 'deleted',
  syncOnCreate: false,
  searchIgnoresCase: true,
}

/** What each guess may be instead. */
export const otherGuesses: Guesses = {
  idInUse: 409,
  malformedId: 400,
  emptyUpdate: 'accepted',
  unofferedTool: 'accepted',
  unknownServer: 'accepted',
  attachedServer: 'refused',
  syncOnCreate: true,
  searchIgnoresCase: false,
}

/** Options of {@link createMock}, all optional. */
export interface MockOptions {
  /** Servers that each account has from the start: bodies of a create, with read-only fields such as `tools` if you like. */
  servers?: (McpServerCreate & Partial<McpServer>)[] | undefined
  /** Portals that each account has from the start: bodies of a create. */
  portals?: McpPortalCreate[] | undefined
  /** What the accounts hold from the start, in the form that `state()` returns. Other accounts get `servers` and `portals`. */
  state?: MockState | undefined
  /** What a sync finds, by the server's `hostname`. Any other URL offers the tools `search` and `fetch`. */
  upstream?: Record<string, Upstream> | undefined
  /** Faults from the start. */
  faults?: Fault[] | undefined
  /** The only API token that is accepted. Without it any is. */
  token?: string | undefined
  /** `latest` (default), or `reference`: responses without the fields that the API reference of the reference edition lacks. */
  edition?: 'latest' | 'reference' | undefined
  /** Refuses fields that the operation does not have; the API ignores them. */
  strict?: boolean | undefined
  /** Milliseconds before each response. 0 by default. */
  latency?: number | undefined
  /** The present time. */
  clock?: (() => Date) | undefined
  /** The value of `created_by` and `modified_by`. */
  author?: string | undefined
  /** Adds `total_pages` to `result_info`, which the live lists lack. */
  totalPages?: boolean | undefined
  /** How a server's override list, description or `auth_config_summary` that nobody gave is shown. `absent` by default. */
  unset?: 'absent' | 'null' | undefined
  /** Other values for what is a guess. */
  guesses?: Partial<Guesses> | undefined
  /** Called after each request, and awaited: an error of it rejects the request. */
  onRequest?: ((request: MockRequest) => unknown) | undefined
}
