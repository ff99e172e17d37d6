export type {
  ApiFailure,
  ApiMessage,
  Capability,
  CapabilityOverride,
  components,
  DeletedMcpPortal,
  DeletedMcpPortalEnvelope,
  McpPortal,
  McpPortalCreate,
  McpPortalEnvelope,
  McpPortalListEnvelope,
  McpPortalServer,
  McpPortalUpdate,
  McpServer,
  McpServerAuthType,
  McpServerCreate,
  McpServerEnvelope,
  McpServerErrorDetails,
  McpServerListEnvelope,
  McpServerSync,
  McpServerSyncEnvelope,
  McpServerUpdate,
  operations,
  PortalCapabilityOverride,
  PortalServerAttachment,
  paths,
  ResultInfo,
} from '../../generated/schema.ts'
export { createClient, type McpPortals } from './client.ts'
export * from './errors.ts'
export type { ApiToken } from './http/authorise.ts'
export type { Fetch } from './http/exchange.ts'
export type { Hooks, RequestEvent, ResponseEvent, RetryEvent } from './http/hooks.ts'
export type { List } from './list.ts'
export type { CallOptions, ClientOptions } from './options.ts'
export type { PortalListQuery, Portals } from './portals.ts'
export type { RateLimit } from './rate-limit.ts'
export type * from './reference-types.ts'
export type { ServerListQuery, Servers } from './servers.ts'
