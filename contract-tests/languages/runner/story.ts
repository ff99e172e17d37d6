import type { OperationId } from '../../support/description.ts'

interface Sent {
  /** After the account's part of the path. */
  path: string
  query?: Record<string, string>
  body?: unknown
  status: number
}

/** What every program, in whatever language, sends and prints. What a body leaves out must not be sent as empty. */
export interface Scene {
  sends: Sent[]
  prints: string[]
}

const renamed = { name: 'search', alias: 'search-docs' }
const pages = (path: string): Sent[] =>
  ['1', '2'].map((page) => ({ path, query: { page, per_page: '50' }, status: 200 }))

export const story: Record<OperationId, Scene> = {
  createServer: {
    sends: [
      {
        path: 'servers',
        body: { id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp', auth_type: 'unauthenticated' },
        status: 201,
      },
    ],
    prints: ['createServer: docs is waiting'],
  },
  syncServer: {
    sends: [{ path: 'servers/docs/sync', status: 200 }],
    prints: ['syncServer: ready'],
  },
  readServer: {
    sends: [{ path: 'servers/docs', status: 200 }],
    prints: ['readServer: docs offers search, purge_index'],
  },
  updateServer: {
    sends: [{ path: 'servers/docs', body: { updated_tools: [renamed] }, status: 200 }],
    prints: ['updateServer: docs shows search-docs, purge_index'],
  },
  listServers: {
    sends: pages('servers'),
    prints: ['listServers: docs, wiki, docs, wiki'],
  },
  createPortal: {
    sends: [
      {
        path: 'portals',
        body: {
          id: 'engineering',
          name: 'Engineering',
          hostname: 'mcp.example.com',
          servers: [{ server_id: 'docs', on_behalf: true }],
        },
        status: 201,
      },
    ],
    prints: ['createPortal: engineering at mcp.example.com'],
  },
  readPortal: {
    sends: [
      { path: 'portals/engineering', status: 200 },
      { path: 'portals/unknown', status: 404 },
    ],
    prints: ['readPortal: engineering publishes docs', 'readPortal: 404, 7002 Nothing has this id'],
  },
  updatePortal: {
    sends: [{ path: 'portals/engineering', body: { name: 'Platform engineering' }, status: 200 }],
    prints: ['updatePortal: Platform engineering'],
  },
  listPortals: {
    sends: pages('portals'),
    prints: ['listPortals: engineering, engineering'],
  },
  deletePortal: {
    sends: [{ path: 'portals/engineering', status: 200 }],
    prints: ['deletePortal: engineering'],
  },
  deleteServer: {
    sends: [{ path: 'servers/docs', status: 200 }],
    prints: ['deleteServer: docs'],
  },
}
