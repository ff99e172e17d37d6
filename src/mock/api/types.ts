import type {
  DeletedMcpPortal,
  McpPortalCreate,
  McpPortalServer,
  McpPortalUpdate,
  McpServer,
  McpServerAuthConfigSummary,
  McpServerCreate,
  McpServerUpdate,
  operations,
  PortalServerAttachment,
} from '../../../generated/latest/schema.ts'

/** The name of an operation in the spec. */
export type OperationId = keyof operations

export type ServerCreate = McpServerCreate
export type ServerUpdate = McpServerUpdate
export type PortalCreate = McpPortalCreate
export type PortalUpdate = McpPortalUpdate
export type PortalServer = McpPortalServer
export type AuthConfigSummary = NonNullable<McpServerAuthConfigSummary>

/** A server as responses show it, which is all that the mock keeps of it: no credential. */
export type Server = McpServer

/** A portal as the mock keeps it: `servers` in the form in which requests give it. */
export interface StoredPortal extends DeletedMcpPortal {
  servers: PortalServerAttachment[]
}

/** What one account holds, in the order in which it was created. */
export interface AccountState {
  servers: McpServer[]
  portals: StoredPortal[]
}

/** What each account holds, by its identifier. */
export type MockState = Record<string, AccountState>
