import * as lib from 'cloudflare-mcp-portals'
import { createMock } from 'cloudflare-mcp-portals/mock'
import { runCases } from './cases.js'
import world from './world.json' with { type: 'json' }

console.log(JSON.stringify(await runCases({ lib, createMock, ...world })))
