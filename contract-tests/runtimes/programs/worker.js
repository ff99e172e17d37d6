import * as lib from 'cloudflare-mcp-portals'
import { createMock } from 'cloudflare-mcp-portals/mock'
import { runCases } from './cases.js'
import world from './world.json'

export default {
  async fetch() {
    return Response.json(await runCases({ lib, createMock, ...world }))
  },
}
