import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createMock, type MockOptions } from '../../../src/mock/index.ts'
import { accountId, token } from '../cases/world.ts'
import { start } from './child.ts'

/** An account as a person may have it. */
const account: MockOptions = {
  servers: [
    {
      ...{ id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp', auth_type: 'unauthenticated' },
      ...{ status: 'ready', tools: [{ name: 'search' }, { name: 'fetch' }], prompts: [{ name: 'summarise' }] },
    },
    {
      ...{ id: 'wiki', name: 'Wiki', hostname: 'https://wiki.example.com/mcp', auth_type: 'bearer' },
      ...{ status: 'error', error: 'The server responded with 404' },
    },
    {
      id: 'mail',
      name: 'Mail',
      hostname: 'https://mail.example.com/mcp',
      auth_type: 'oauth',
      tools: null,
      prompts: null,
    },
  ],
  portals: [
    {
      ...{ id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com', description: 'Tools for engineers' },
      servers: [{ server_id: 'docs' }, { server_id: 'wiki' }],
    },
    { id: 'sales', name: 'Sales', hostname: 'sales.example.com' },
  ],
}

/** The mock with a memory, which holds that account, as a project that has installed the package starts it. */
export async function startMemory(project: string): Promise<{ url: string; stop(): Promise<void> }> {
  const file = join(project, 'state.json')
  await writeFile(file, JSON.stringify(await stateOf(account)))
  const args = ['cloudflare-mcp-portals', 'mock', '--port', '0', '--state', file]
  const { control, stop } = start('npx', args, {}, project)
  try {
    return { url: await control(/listens on (\S+)/), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function stateOf(options: MockOptions): Promise<object> {
  const mock = createMock(options)
  const headers = { Authorization: `Bearer ${token}` }
  // An account is there once something has asked for it.
  await mock.fetch(`https://mock.example.com/accounts/${accountId}/access/ai-controls/mcp/portals`, { headers })
  return mock.state()
}
