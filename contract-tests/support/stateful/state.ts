import type {
  McpPortal,
  McpPortalCreate,
  McpPortalServer,
  McpPortalUpdate,
  McpServer,
  McpServerCreate,
  McpServerUpdate,
  PortalServerAttachment,
} from '../../../src/client/index.ts'

interface StoredPortal extends Omit<McpPortal, 'servers'> {
  attachments: PortalServerAttachment[]
}

/** What an account holds, and what the documented operations make of it. */
export class State {
  readonly servers = new Map<string, McpServer>()
  readonly portals = new Map<string, StoredPortal>()
  /** Servers that are deleted, but still shown by portals, as no server should. */
  readonly ghosts = new Map<string, McpServer>()
  #changes = 0

  /** The same at this moment: what is done to it is forgotten. */
  copy(): State {
    const copy = new State()
    for (const [id, server] of structuredClone(this.servers)) copy.servers.set(id, server)
    for (const [id, portal] of structuredClone(this.portals)) copy.portals.set(id, portal)
    return copy
  }

  createServer({ auth_credentials: _, ...body }: McpServerCreate): McpServer {
    const lists = { prompts: [], tools: [], updated_prompts: [], updated_tools: [] }
    const server = { ...lists, status: 'waiting', ...body, ...this.#stamp('created'), ...this.#stamp('modified') }
    this.servers.set(body.id, server)
    return server
  }

  updateServer(server: McpServer, { auth_credentials: _, ...body }: McpServerUpdate): McpServer {
    return Object.assign(server, body, this.#stamp('modified'))
  }

  /** It also takes the server out of every portal. */
  deleteServer(server: McpServer): McpServer {
    this.servers.delete(server.id)
    for (const portal of this.portals.values()) {
      portal.attachments = portal.attachments.filter(({ server_id }) => server_id !== server.id)
    }
    return server
  }

  syncServer(server: McpServer): { status: string; error: string } {
    const synced = { status: 'ready', error: '' }
    const now = '2026-03-11 16:10:58'
    Object.assign(server, synced, { last_synced: now, last_successful_sync: now, tools: [{ name: 'search' }] })
    return synced
  }

  createPortal({ servers = [], ...body }: McpPortalCreate): McpPortal {
    const portal = { ...body, ...this.#stamp('created'), ...this.#stamp('modified'), attachments: servers }
    this.portals.set(body.id, portal)
    return this.showPortal(portal)
  }

  updatePortal(portal: StoredPortal, { servers = portal.attachments, ...body }: McpPortalUpdate): McpPortal {
    return this.showPortal(Object.assign(portal, body, this.#stamp('modified'), { attachments: servers }))
  }

  deletePortal(portal: StoredPortal): Omit<McpPortal, 'servers'> {
    this.portals.delete(portal.id)
    const { attachments: _, ...rest } = portal
    return rest
  }

  /** A portal with the servers behind it, as they are now. */
  showPortal({ attachments, ...portal }: StoredPortal): McpPortal {
    const servers = attachments.flatMap((attachment): McpPortalServer[] => {
      const server = this.servers.get(attachment.server_id) ?? this.ghosts.get(attachment.server_id)
      return server ? [show(server, attachment)] : []
    })
    return { ...portal, servers }
  }

  #stamp(event: 'created' | 'modified'): Record<string, string> {
    const time = new Date(Date.UTC(2026, 2, 11) + this.#changes++ * 1000).toISOString()
    return { [`${event}_at`]: time, [`${event}_by`]: 'ann@example.com' }
  }
}

function show(server: McpServer, { server_id: _, ...attachment }: PortalServerAttachment): McpPortalServer {
  const overrides = (kind: 'updated_prompts' | 'updated_tools') =>
    (attachment[kind] ?? []).map(({ name, enabled, alias, description }) => ({
      name,
      ...(enabled !== undefined && { enabled }),
      ...(alias !== undefined && { portal_alias: alias }),
      ...(description !== undefined && { portal_description: description }),
    }))
  return {
    ...server,
    ...attachment,
    updated_prompts: overrides('updated_prompts'),
    updated_tools: overrides('updated_tools'),
  }
}
