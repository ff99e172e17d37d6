/** Creates a portal through MCP, changes its name, and deletes it, as a model would with the tools of the generated server. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'

const { CLOUDFLARE_BASE_URL, CLOUDFLARE_ACCOUNT_ID, CLOUDFLARE_API_TOKEN } = process.env

const client = new Client({ name: 'tour', version: '1' })
await client.connect(
  new StdioClientTransport({
    command: process.execPath,
    args: ['server/build/index.js'],
    env: { API_BASE_URL: CLOUDFLARE_BASE_URL, BEARER_TOKEN_APITOKEN: CLOUDFLARE_API_TOKEN },
  }),
)

const tools = new Set((await client.listTools()).tools.map(({ name }) => name))
const offered = ['createPortal', 'updatePortal', 'deletePortal'].filter((name) => tools.has(name))
console.log(`listTools: ${offered.join(', ')}`)

const requestBody = { id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com' }
const created = await call('createPortal', { requestBody })
console.log(`createPortal: ${created.id} at ${created.hostname}`)

const renamed = await call('updatePortal', { id: 'engineering', requestBody: { name: 'Platform engineering' } })
console.log(`updatePortal: ${renamed.name}`)

const waiting = await call('readServer', { id: 'waiting' })
console.log(`readServer: waiting offers ${waiting.tools?.map(({ name }) => name).join(', ') || 'nothing'}`)

const future = await call('readServer', { id: 'future' })
console.log(`readServer: ${future.name} signs in with ${future.auth_type}`)

console.log(`deletePortal: ${(await call('deletePortal', { id: 'engineering' })).id}`)
await client.close()

async function call(name, parameters) {
  const reply = await client.callTool({ name, arguments: { account_id: CLOUDFLARE_ACCOUNT_ID, ...parameters } })
  // A refusal of the API is text like a success, and not marked as an error.
  const [, json] = /^API Response \(Status: \d+\):\n(.*)$/s.exec(reply.content[0].text) ?? []
  if (!json) throw new Error(reply.content[0].text)
  return JSON.parse(json).result
}
