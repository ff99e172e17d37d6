// Written by `npm run generate` from spec/. Do not edit.
export interface Operation {
  /** In capitals. */
  method: string
  /** A template below the base URL. */
  path: string
  /** The client's name of the call, or the operationId where the client has no method for it. */
  name: string
  /** Whether sending it twice does what sending it once does. */
  repeatable: boolean
}

export const serverUrl = 'https://api.cloudflare.com/client/v4'

/** Permissions of a token: for what only reads, and for everything else. */
export const permissions = {"read":"MCP Portals Read","write":"MCP Portals Write"}

/** Parameters of lists: the least and the greatest number, or nothing for a text. */
export const listQuery: Record<string, number[]> = {"page":[1],"per_page":[1,100],"search":[]}

/** Fields of either edition that a request may hold and no response does. */
export const writeOnlyFields: readonly string[] = ['auth_credentials', 'client_secret']

/** The fields of what a request of the latest edition sends, by the name of the schema. */
export const requestFields = {
  McpPortalCreate: ['allow_code_mode', 'description', 'hostname', 'name', 'secure_web_gateway', 'servers', 'id', 'code_mode'],
  PortalServerAttachment: ['server_id', 'default_disabled', 'on_behalf', 'updated_prompts', 'updated_tools'],
  CapabilityOverride: ['name', 'alias', 'description', 'enabled'],
  McpPortalUpdate: ['allow_code_mode', 'description', 'hostname', 'name', 'secure_web_gateway', 'servers', 'code_mode'],
  McpServerCreate: ['auth_credentials', 'description', 'is_shared_oauth_callback_enabled', 'name', 'secure_web_gateway', 'updated_prompts', 'updated_tools', 'id', 'auth_type', 'hostname', 'client_secret'],
  McpServerUpdate: ['auth_credentials', 'description', 'is_shared_oauth_callback_enabled', 'name', 'secure_web_gateway', 'updated_prompts', 'updated_tools', 'client_secret', 'auth_type'],
} as const

export const operations = {
  listPortals: { method: 'GET', path: '/accounts/{account_id}/access/ai-controls/mcp/portals', name: 'portals.list', repeatable: true },
  createPortal: { method: 'POST', path: '/accounts/{account_id}/access/ai-controls/mcp/portals', name: 'portals.create', repeatable: false },
  readPortal: { method: 'GET', path: '/accounts/{account_id}/access/ai-controls/mcp/portals/{id}', name: 'portals.read', repeatable: true },
  updatePortal: { method: 'PUT', path: '/accounts/{account_id}/access/ai-controls/mcp/portals/{id}', name: 'portals.update', repeatable: true },
  deletePortal: { method: 'DELETE', path: '/accounts/{account_id}/access/ai-controls/mcp/portals/{id}', name: 'portals.delete', repeatable: true },
  listServers: { method: 'GET', path: '/accounts/{account_id}/access/ai-controls/mcp/servers', name: 'servers.list', repeatable: true },
  createServer: { method: 'POST', path: '/accounts/{account_id}/access/ai-controls/mcp/servers', name: 'servers.create', repeatable: false },
  readServer: { method: 'GET', path: '/accounts/{account_id}/access/ai-controls/mcp/servers/{id}', name: 'servers.read', repeatable: true },
  updateServer: { method: 'PUT', path: '/accounts/{account_id}/access/ai-controls/mcp/servers/{id}', name: 'servers.update', repeatable: true },
  deleteServer: { method: 'DELETE', path: '/accounts/{account_id}/access/ai-controls/mcp/servers/{id}', name: 'servers.delete', repeatable: true },
  syncServer: { method: 'POST', path: '/accounts/{account_id}/access/ai-controls/mcp/servers/{id}/sync', name: 'servers.sync', repeatable: true },
} satisfies Record<string, Operation>

/** The operations that only the latest edition has. */
export const latestOperations = {
  readEffectiveRedirectUri: { method: 'GET', path: '/accounts/{account_id}/access/ai-controls/mcp/portals/{portal_id}/servers/{server_id}/effective-redirect-uri', name: 'readEffectiveRedirectUri', repeatable: true },
  readToolCalls: { method: 'GET', path: '/accounts/{account_id}/access/ai-controls/mcp/analytics/tool-calls/timeseries', name: 'readToolCalls', repeatable: true },
  readPortalToolCalls: { method: 'GET', path: '/accounts/{account_id}/access/ai-controls/mcp/analytics/portals/{portal_id}/tool-calls/timeseries', name: 'readPortalToolCalls', repeatable: true },
  readServerToolCalls: { method: 'GET', path: '/accounts/{account_id}/access/ai-controls/mcp/analytics/servers/{server_id}/tool-calls/timeseries', name: 'readServerToolCalls', repeatable: true },
} satisfies Record<string, Operation>
