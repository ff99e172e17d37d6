import type {
  McpPortal,
  McpPortalCreate,
  McpPortalServer,
  McpPortalUpdate,
  McpServer,
  McpServerCreate,
  McpServerSync,
  McpServerUpdate,
} from '../../generated/latest/schema.ts'
import type { CallOptions, ListOptions, PortalListQuery, ServerListQuery } from '../client/index.ts'

/** What an account is to have, in the bodies of a create. Nothing is said about a list that is left out. */
export interface DesiredState {
  servers?: McpServerCreate[] | undefined
  portals?: McpPortalCreate[] | undefined
}

/** A server as either edition reads it. */
export type ServerState = McpServer

/** A portal as either edition reads it: only the latest repeats the id of a server as `server_id`. */
export type PortalState = Omit<McpPortal, 'servers'> & {
  servers: (Omit<McpPortalServer, 'server_id'> & { server_id?: string })[]
}

/** What an account has. */
export interface State {
  servers: ServerState[]
  portals: PortalState[]
}

/** What `readState` and `apply` need of a client; a client of either edition is one. */
export interface PlanClient {
  readonly servers: {
    list(query?: ServerListQuery, options?: ListOptions): AsyncIterable<ServerState>
    create(body: McpServerCreate, options?: CallOptions): Promise<ServerState>
    read(id: string, options?: CallOptions): Promise<ServerState>
    update(id: string, body: McpServerUpdate, options?: CallOptions): Promise<ServerState>
    delete(id: string, options?: CallOptions): Promise<unknown>
    sync(id: string, options?: CallOptions): Promise<McpServerSync>
  }
  readonly portals: {
    list(query?: PortalListQuery, options?: ListOptions): AsyncIterable<PortalState>
    create(body: McpPortalCreate, options?: CallOptions): Promise<PortalState>
    read(id: string, options?: CallOptions): Promise<PortalState>
    update(id: string, body: McpPortalUpdate, options?: CallOptions): Promise<PortalState>
    delete(id: string, options?: CallOptions): Promise<unknown>
  }
}

/** Options of {@link readState}. */
export interface ReadOptions {
  /** Aborts the reading, which then rejects with the signal's reason. */
  signal?: AbortSignal | undefined
  /** How many pages or resources may be under way at once. 6 without it. */
  concurrency?: number | undefined
}

/** Options of {@link plan}. */
export interface PlanOptions {
  /** Delete what the account has and the desired state does not name. Without it that is listed as `unmanaged`. */
  prune?: boolean | undefined
  /** Delete and create a server anew where its `hostname` differs. Without it that is a problem of the plan. */
  replace?: boolean | undefined
  /** Send what cannot be compared, credentials above all, even where nothing else of the resource changes. */
  resend?: boolean | undefined
  /** Ids of servers to be synced, beside those that are new. */
  sync?: readonly string[] | undefined
  /** Look at a part of the account alone. */
  only?: Only | undefined
}

export type Only = 'servers' | 'portals' | `servers/${string}` | `portals/${string}`

/** A portal or a server, by its id. */
export interface Resource {
  resource: 'server' | 'portal'
  id: string
}

/**
 * One field that differs. A field below another is written as in `servers[docs].updated_tools[search].alias`: a server of a
 * portal by its id, an override by the name of its tool or prompt. No change ever holds a write-only field.
 */
export interface Change {
  field: string
  /** Absent where there is none. */
  from?: unknown
  /** Absent where there is to be none. */
  to?: unknown
}

/** A resource as the plan saw it. */
export interface Seen {
  /** What of it can be set, in the form of a request. */
  fields: Fields
  /** When it was last changed, as the API states it. */
  modified_at?: string
}

/** Fields of a resource, by their names. */
export type Fields = Record<string, unknown>

interface BaseStep {
  id: string
  /** What differs. Empty for a sync or a delete, and where nothing but fields that cannot be compared is sent. */
  changes: Change[]
  /** Fields of the body that no response shows, so that nobody knows whether they differ. */
  notComparable: string[]
  /** Why, in a sentence for people. */
  reason: string
}

/** Create a resource. The body is what is sent; it may hold secrets. */
export type CreateStep = BaseStep & { action: 'create' } & (
    | { resource: 'server'; body: McpServerCreate }
    | { resource: 'portal'; body: McpPortalCreate }
  )

/** Update a resource. The body holds the fields that change and those that cannot be compared; it may hold secrets. */
export type UpdateStep = BaseStep & { action: 'update'; seen: Seen } & (
    | { resource: 'server'; body: McpServerUpdate }
    | {
        resource: 'portal'
        body: McpPortalUpdate
        /** Ids of the servers that this plan replaces and that the portal had. The update attaches them again. */
        replaced: string[]
      }
  )

/** Delete a server, create it anew with another `hostname`; later updates attach it again to the portals that had it. */
export type ReplaceStep = BaseStep & {
  action: 'replace'
  resource: 'server'
  /** What is sent to create it: what is stated, and what was seen and is not stated. It may hold secrets. */
  body: McpServerCreate
  seen: Seen
}

/** Delete a resource. */
export type DeleteStep = BaseStep & Resource & { action: 'delete'; seen: Seen }

/** Let the API read tools and prompts from a server. */
export type SyncStep = BaseStep & {
  action: 'sync'
  resource: 'server'
  /** Whether to wait until its tools are known, because a later step names some. */
  wait: boolean
}

/** One thing to do. Plain JSON data. */
export type Step = CreateStep | UpdateStep | ReplaceStep | DeleteStep | SyncStep

/** Why a plan cannot be applied. */
export interface Problem extends Resource {
  /** The field that it is about, written as in a {@link Change}. */
  field: string
  message: string
}

/** What there is to do, in the order in which it is done. Plain JSON data, and the same for the same input. */
export interface Plan {
  steps: Step[]
  /** What the account has and the desired state does not name. Nothing is done with it. */
  unmanaged: Resource[]
  /** Stated fields that no response shows. They are sent when their resource changes, or with `resend`. */
  notComparable: (Resource & { field: string })[]
  /** Why the plan cannot be applied as it is; then `apply` refuses it. */
  problems: Problem[]
}

/** What `apply` reports about one step. */
export interface StepEvent {
  step: Step
  /** From 0. */
  index: number
  /** How many steps the plan has. */
  count: number
  /** `unchanged`: it was already so, and nothing was sent. */
  state: 'begins' | 'done' | 'unchanged'
  /** What the sync of a server came to. */
  sync?: SyncOutcome
}

/** What a sync came to; that it failed does not end `apply`, unless a later step needs the tools. */
export interface SyncOutcome {
  id: string
  status?: string
  error?: string
}

/** Options of {@link apply}. */
export interface ApplyOptions {
  /** Called when a step begins and when it is done, and awaited. An error of it ends `apply` as a failure of the step does. */
  onStep?: ((event: StepEvent) => unknown) | undefined
  /** Ends `apply`, which then rejects with an {@link ApplyError} whose `cause` is the signal's reason. */
  signal?: AbortSignal | undefined
  /** Milliseconds for one wait for tools. 60,000 without it. */
  timeout?: number | undefined
  /** Milliseconds between two looks at a server while it waits. 2,000 without it. */
  interval?: number | undefined
}

/** A step without its body and values, as reports and errors have it. */
export type StepName = Resource & { action: Step['action'] }

/** What `apply` did. */
export interface ApplyResult {
  done: StepName[]
  /** Steps whose result was there already. */
  unchanged: StepName[]
  syncs: SyncOutcome[]
}
