import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMock, type MockOptions } from 'cloudflare-mcp-portals/mock'
import { onTestFinished } from 'vitest'
import { serve } from '../../../src/mock/serve.ts'
import { command, type Outcome } from '../../verify/command.ts'

export const server = {
  ...{ id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp', auth_type: 'unauthenticated' as const },
}
export const portal = {
  ...{ id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com' },
  servers: [{ server_id: 'docs', updated_tools: [{ name: 'search', alias: 'find' }] }],
}
/** A server whose tools are known. */
export const synced = {
  ...server,
  ...{ status: 'ready', tools: [{ name: 'search' }, { name: 'fetch' }], prompts: [] },
  last_successful_sync: '2026-11-25 10:00:00',
}

/** An account behind a socket, and a folder of files for the command. */
export async function setup(options: MockOptions = {}, respond?: (request: Request) => Response | undefined) {
  const mock = createMock(options)
  const bodies: string[] = []
  const served = await serve(async (request) => {
    bodies.push(await request.clone().text())
    return respond?.(request) ?? mock.fetch(request)
  })
  const folder = await mkdtemp(join(tmpdir(), 'plan-'))
  onTestFinished(async () => {
    await served.close()
    await rm(folder, { recursive: true })
  })
  const environment = { CLOUDFLARE_BASE_URL: `${served.url}/client/v4` }
  return {
    mock,
    /** What was sent. */
    bodies,
    environment,
    path: (name: string) => join(folder, name),
    /** Writes a file, and returns its path. A value is written as JSON. */
    write: async (name: string, content: unknown): Promise<string> => {
      const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2)
      await writeFile(join(folder, name), text)
      return join(folder, name)
    },
    run: (args: string[], variables: Record<string, string | undefined> = {}): Promise<Outcome> =>
      command(args, { ...environment, ...variables }),
    /** What was sent that may have changed something. */
    writes: () => mock.requests.filter(({ method }) => method !== 'GET').map(({ operation }) => operation),
    account: () => Object.values(mock.state())[0] ?? { servers: [], portals: [] },
  }
}
