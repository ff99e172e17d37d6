import type { DeletedMcpPortal, McpPortal, McpServer, McpServerSync } from '../../generated/schema.ts'

/** The API reference's name for one item of a list of portals. */
export type PortalListResponse = McpPortal
/** The API reference's name for a created portal. */
export type PortalCreateResponse = McpPortal
/** The API reference's name for a portal that was read. */
export type PortalReadResponse = McpPortal
/** The API reference's name for an updated portal. */
export type PortalUpdateResponse = McpPortal
/** The API reference's name for a deleted portal. */
export type PortalDeleteResponse = DeletedMcpPortal
/** The API reference's name for one item of a list of servers. */
export type ServerListResponse = McpServer
/** The API reference's name for a created server. */
export type ServerCreateResponse = McpServer
/** The API reference's name for a server that was read. */
export type ServerReadResponse = McpServer
/** The API reference's name for an updated server. */
export type ServerUpdateResponse = McpServer
/** The API reference's name for a deleted server. */
export type ServerDeleteResponse = McpServer
/** The API reference's name for the outcome of a sync. */
export type ServerSyncResponse = McpServerSync
