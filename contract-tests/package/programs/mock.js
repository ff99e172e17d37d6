import { createMock } from 'cloudflare-mcp-portals/mock'

globalThis.fetch = createMock().fetch
