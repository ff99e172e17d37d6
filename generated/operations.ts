// Written by `npm run generate` from spec/. Do not edit.
export interface Operation {
  /** In capitals. */
  method: string
  /** A template below the base URL. */
  path: string
  /** The client's name of the call. */
  name: string
  /** Whether sending it twice does what sending it once does. */
  repeatable: boolean
}

export const serverUrl = 'https://api.cloudflare.com/client/v4'

/** Fields that a request may hold and no response does. */
export const writeOnlyFields: readonly string[] = ['auth_credentials']

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
