import { contractFetch } from 'cloudflare-mcp-portals/contract'

globalThis.fetch = contractFetch(globalThis.fetch)
