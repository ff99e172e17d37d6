import type {
  DeletedMcpPortal,
  McpPortalCreate,
  McpPortalServer,
  McpServer,
  McpServerCreate,
  PortalServerAttachment,
} from '../../client/index.ts'

// LATEST EDITION, UNTIL generated/latest/schema.ts IS THERE: what it adds. Then these types are imported from it.
interface AddedToServer {
  auth_config_summary?: AuthConfigSummary | null
  authentication_status?: 'not_required' | 'required' | 'connected' | 'stale' | 'manual'
}
export interface AuthConfigSummary {
  auth_mode?: 'dcr' | 'manual'
  client_secret_version?: number
  has_client_secret?: boolean
  config?: Partial<
    Record<'authorization_endpoint' | 'issuer' | 'resource' | 'revocation_endpoint' | 'token_endpoint', string>
  >
  registration_info?: {
    client_id?: string
    scope?: string
    token_endpoint_auth_method?: string
    redirect_uris?: string[]
  }
}
interface AddedToPortal {
  code_mode?: 'off' | 'opt_in' | 'default_on' | 'enforced'
}
type Null = 'tools' | 'prompts' | 'updated_tools' | 'updated_prompts' | 'description'
type Nullable<T> = { [Key in keyof T]: Key extends Null ? T[Key] | null : T[Key] }

export type ServerCreate = Nullable<McpServerCreate> & { client_secret?: string }
export type ServerUpdate = Partial<{ [Key in keyof Omit<ServerCreate, 'id' | 'hostname'>]: ServerCreate[Key] | null }>
export type PortalCreate = Nullable<McpPortalCreate> & AddedToPortal
export type PortalUpdate = Partial<{ [Key in keyof Omit<PortalCreate, 'id'>]: PortalCreate[Key] | null }>
/** A server as responses show it, which is all that the mock keeps of it: no credential. */
export type Server = Nullable<McpServer> & AddedToServer
export type PortalServer = Nullable<McpPortalServer> & AddedToServer & { server_id: string }
type PortalAlone = DeletedMcpPortal & AddedToPortal

/** A portal as the mock keeps it: `servers` in the form in which requests give it. */
export interface StoredPortal extends PortalAlone {
  servers: PortalServerAttachment[]
}

/** What one account holds, in the order in which it was created. */
export interface AccountState {
  servers: Server[]
  portals: StoredPortal[]
}

/** What each account holds, by its identifier. */
export type MockState = Record<string, AccountState>
