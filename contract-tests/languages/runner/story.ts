import type { OperationId } from '../../support/description.ts'
import type { BackendName } from './backends.ts'

interface Sent {
  /** After the account's part of the path. */
  path: string
  query?: Record<string, string>
  body?: unknown
  status: number
}

/** What every program, in whatever language, sends and prints. What a body leaves out must not be sent at all. */
export interface Scene {
  sends: Sent[]
  /** What is printed; by the backend where the two know different things. */
  prints: string[] | Record<BackendName, string[]>
}

const overrides = [
  { name: 'search', alias: 'search-docs' },
  { name: 'purge_index', enabled: false },
]
// A list ends with an empty page: nothing says how many pages there are.
const pages = (path: string): Sent[] =>
  ['1', '2', '3'].map((page) => ({ path, query: { page, per_page: '50' }, status: 200 }))

/** What happens, by the operation that it happens with. */
export type Story = Record<string, Scene>

/** In the order in which a program tells it, but for the reads, which stand together. */
export const story = {
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
    sends: ['docs', 'waiting', 'future'].map((id) => ({ path: `servers/${id}`, status: 200 })),
    prints: [
      'readServer: docs offers search, purge_index',
      // Its tools are null in the latest edition, and [] in the reference.
      'readServer: waiting offers nothing',
      'readServer: Future has an auth_type that this client does not know',
    ],
  },
  updateServer: {
    sends: [
      { path: 'servers/docs', body: { updated_tools: overrides }, status: 200 },
      { path: 'servers/docs', body: { updated_tools: [] }, status: 200 },
    ],
    prints: ['updateServer: docs shows search-docs'],
  },
  listServers: {
    sends: pages('servers'),
    prints: { prism: ['listServers: 4 servers'], mock: ['listServers: 63 servers'] },
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
  updatePortal: {
    sends: [{ path: 'portals/engineering', body: { name: 'Platform engineering' }, status: 200 }],
    prints: ['updatePortal: Platform engineering'],
  },
  readPortal: {
    sends: [
      { path: 'portals/engineering', status: 200 },
      { path: 'portals/unknown', status: 404 },
      { path: 'portals/busy', status: 429 },
    ],
    prints: [
      // After the update: it has kept its servers.
      'readPortal: engineering publishes docs',
      'readPortal: 404, 7002',
      'readPortal: 429, try again in 30 s',
    ],
  },
  listPortals: {
    sends: pages('portals'),
    prints: { prism: ['listPortals: 2 portals'], mock: ['listPortals: 61 portals'] },
  },
  deletePortal: {
    sends: [{ path: 'portals/engineering', status: 200 }],
    prints: ['deletePortal: engineering'],
  },
  deleteServer: {
    sends: [{ path: 'servers/docs', status: 200 }],
    prints: ['deleteServer: docs'],
  },
} satisfies Record<OperationId, Scene>

/** What a program does through the tools of an MCP server. */
export const mcpStory: Story = {
  listTools: { sends: [], prints: ['listTools: createPortal, updatePortal, deletePortal'] },
  createPortal: {
    sends: [
      {
        path: 'portals',
        body: { id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com' },
        status: 201,
      },
    ],
    prints: story.createPortal.prints,
  },
  updatePortal: story.updatePortal,
  readServer: {
    sends: ['waiting', 'future'].map((id) => ({ path: `servers/${id}`, status: 200 })),
    prints: ['readServer: waiting offers nothing', 'readServer: Future signs in with passkey'],
  },
  deletePortal: story.deletePortal,
}
