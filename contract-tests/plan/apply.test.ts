import { createClient, McpPortalsError } from 'cloudflare-mcp-portals'
import type { MockOptions } from 'cloudflare-mcp-portals/mock'
import { ApplyError, apply, type DesiredState, plan, readState, type StepEvent } from 'cloudflare-mcp-portals/plan'
import { describe, expect, test } from 'vitest'
import { createAccount, setup } from './setup.ts'

const docs = {
  id: 'docs',
  name: 'Docs',
  hostname: 'https://docs.example.com/mcp',
  auth_type: 'unauthenticated' as const,
}
const moved = { ...docs, hostname: 'https://docs.example.org/mcp' }
const search = { name: 'search', alias: 'find', enabled: true }
const portal = { id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com' }
const attached = { ...portal, servers: [{ server_id: 'docs', on_behalf: false, updated_tools: [search] }] }
const account: DesiredState = { servers: [docs], portals: [attached] }

async function failureOf(promise: Promise<unknown>): Promise<ApplyError> {
  const error: unknown = await promise.catch((reason: unknown) => reason)
  if (!(error instanceof ApplyError)) throw error
  return error
}

describe('apply', () => {
  test('creates, syncs, waits for tools, and then overrides them in a portal', async () => {
    const { mcp, applyTo, writes } = setup()
    expect(await applyTo(account)).toEqual({
      done: [
        { action: 'create', resource: 'server', id: 'docs' },
        { action: 'sync', resource: 'server', id: 'docs' },
        { action: 'create', resource: 'portal', id: 'engineering' },
      ],
      unchanged: [],
      syncs: [{ id: 'docs', status: 'ready' }],
    })
    expect(writes()).toEqual(['createServer docs', 'syncServer docs', 'createPortal engineering'])
    expect((await mcp.portals.read('engineering')).servers[0]?.updated_tools).toMatchObject([{ portal_alias: 'find' }])
  })

  test('sends nothing that changes anything the second time', async () => {
    const { applyTo, writes } = setup()
    await applyTo(account)
    const before = writes().length
    expect(await applyTo(account)).toEqual({ done: [], unchanged: [], syncs: [] })
    expect(writes()).toHaveLength(before)
  })

  test('leaves alone what is already as the same plan wants it', async () => {
    const { mcp, mock, writes } = createAccount({ portals: [portal] })
    const todo = plan({ portals: [{ ...portal, name: 'Platform' }] }, await readState(mcp))
    await apply(mcp, todo)
    expect(await apply(mcp, todo)).toMatchObject({ done: [], unchanged: [{ action: 'update', id: 'engineering' }] })
    expect(writes()).toEqual(['updatePortal engineering'])
    expect(mock.state().any?.portals).toHaveLength(1)
  })

  test('reads a resource once before it writes it, and once after', async () => {
    const { mcp, mock } = createAccount(account)
    const todo = plan({ portals: [{ ...portal, name: 'Platform' }] }, await readState(mcp))
    const before = mock.requests.length
    await apply(mcp, todo)
    expect(mock.requests.slice(before).map(({ operation }) => operation)).toEqual([
      ...['readPortal', 'updatePortal', 'readPortal'],
    ])
  })

  test('reports each step when it begins and when it is done', async () => {
    const { mcp } = setup()
    const events: StepEvent[] = []
    await apply(mcp, plan({ servers: [docs] }, await readState(mcp)), { onStep: (event) => events.push(event) })
    expect(events.map(({ state, index, count, step }) => [state, index, count, step.action])).toEqual([
      ['begins', 0, 2, 'create'],
      ['done', 0, 2, 'create'],
      ['begins', 1, 2, 'sync'],
      ['done', 1, 2, 'sync'],
    ])
    expect(events[3]?.sync).toEqual({ id: 'docs', status: 'ready' })
  })

  test('goes on after a sync that failed, unless a portal needs the tools', async () => {
    const options: MockOptions = { upstream: { [docs.hostname]: { error: 'The server answered 404' } } }
    const { applyTo } = setup(options)
    const { syncs } = await applyTo({ servers: [docs], portals: [portal] })
    expect(syncs).toEqual([{ id: 'docs', status: 'error', error: 'The server answered 404' }])
    const failure = await failureOf(setup(options).applyTo(account))
    expect(failure).toMatchObject({ reason: 'failed', step: { action: 'sync' }, cause: { name: 'NotReadyError' } })
    expect(failure.done).toEqual([{ action: 'create', resource: 'server', id: 'docs' }])
  })

  test('says that a person has to log in where a portal overrides the tools of such a server', async () => {
    const { applyTo } = setup({ upstream: { [docs.hostname]: { authentication: 'required' } } })
    expect((await failureOf(applyTo(account))).message).toMatch(/^stopped at sync of server "docs": .* authorize it/)
  })

  test('does not wait for the tools of a server whose OAuth client was registered by hand', async () => {
    const manual = JSON.stringify({ auth_mode: 'manual' })
    const { applyTo } = setup()
    const server = { ...docs, auth_type: 'oauth' as const, auth_credentials: manual }
    expect((await applyTo({ ...account, servers: [server] })).done).toHaveLength(3)
  })
})

describe('a replacement', () => {
  test.each(['deleted', 'refused'] as const)(
    'attaches the server again as it was (an attached one is %s)',
    async (attachedServer) => {
      const other = { ...attached, id: 'sales', hostname: 'sales.example.com' }
      const portals = [attached, other]
      const { mcp, applyTo, mock } = createAccount({ servers: [docs], portals }, { guesses: { attachedServer } })
      await mcp.portals.list()
      const before = mock.state().any?.portals
      await applyTo({ servers: [moved], portals: [attached] }, { replace: true })
      const after = mock.state().any
      expect(after?.servers).toMatchObject([{ hostname: moved.hostname }])
      expect(after?.portals.map(({ servers }) => servers)).toEqual(before?.map(({ servers }) => servers))
    },
  )

  test('that does not end says what portals have lost', async () => {
    const { mcp, mock } = createAccount(account)
    const todo = plan({ servers: [moved] }, await readState(mcp), { replace: true })
    mock.fault({ operation: 'createServer', status: 503 })
    const failure = await failureOf(apply(mcp, todo))
    expect(failure).toMatchObject({
      unknown: [{ action: 'replace', id: 'docs' }],
      detached: [
        { portal: 'engineering', attachment: { server_id: 'docs', on_behalf: false, updated_tools: [search] } },
      ],
    })
    expect(failure.message).toContain('portal "engineering" has lost a server')
  })

  test('notices a portal that has come to have the server, or has it no more', async () => {
    for (const servers of [[{ server_id: 'docs' }], []]) {
      const { mcp, mock } = createAccount({ servers: [docs], portals: [servers.length ? portal : attached] })
      const todo = plan({ servers: [moved] }, await readState(mcp), { replace: true })
      await mcp.portals.update('engineering', { servers })
      expect(await failureOf(apply(mcp, todo))).toMatchObject({
        reason: 'changed',
        notDone: { length: todo.steps.length },
      })
      expect(mock.state().any?.servers).toMatchObject([{ hostname: docs.hostname }])
    }
  })
})

describe('apply stops', () => {
  test('where a resource has changed, with both versions', async () => {
    const { mcp, writes } = createAccount(account)
    const todo = plan({ portals: [{ ...portal, name: 'Platform' }] }, await readState(mcp))
    await mcp.portals.update('engineering', { description: 'Mine' })
    const failure = await failureOf(apply(mcp, todo))
    expect(failure).toMatchObject({
      reason: 'changed',
      fields: ['description'],
      seen: { fields: { name: 'Engineering' } },
      found: { fields: { name: 'Engineering', description: 'Mine' } },
      ...{ done: [], unknown: [], notDone: [{ action: 'update', id: 'engineering' }] },
    })
    expect(failure.message).toBe(
      'stopped at update of portal "engineering": portal "engineering" has changed since the plan was made (description)',
    )
    expect(writes()).toEqual(['updatePortal engineering'])
  })

  test('where credentials may have changed that nobody can see', async () => {
    const { mcp } = createAccount({ servers: [{ ...docs, auth_type: 'bearer', auth_credentials: 'old' }] })
    const desired = { servers: [{ ...docs, auth_type: 'bearer' as const, auth_credentials: 'new' }] }
    const todo = plan(desired, await readState(mcp), { resend: true })
    await mcp.servers.update('docs', { auth_credentials: 'of somebody else' })
    expect(await failureOf(apply(mcp, todo))).toMatchObject({ reason: 'changed', fields: ['modified_at'] })
  })

  test('where a portal has come to have a server that is to be deleted', async () => {
    const { mcp, mock } = createAccount({ servers: [docs], portals: [portal] })
    const todo = plan({ servers: [] }, await readState(mcp), { prune: true })
    await mcp.portals.update('engineering', { servers: [{ server_id: 'docs' }] })
    expect(await failureOf(apply(mcp, todo))).toMatchObject({ reason: 'changed', fields: ['servers[docs]'] })
    expect(mock.state().any?.servers).toHaveLength(1)
  })

  test('where a field does not read as it was written, and names it', async () => {
    const { mcp, mock } = createAccount(account)
    const forgetful = createClient({
      ...{ accountId: 'any', apiToken: 'any' },
      fetch: (url, init) => {
        const { name: _, ...body } = JSON.parse(typeof init?.body === 'string' ? init.body : '{}')
        return mock.fetch(url, init?.method === 'PUT' ? { ...init, body: JSON.stringify(body) } : init)
      },
    })
    const todo = plan({ portals: [{ ...portal, name: 'Platform', description: 'New' }] }, await readState(mcp))
    const failure = await failureOf(apply(forgetful, todo))
    expect(failure).toMatchObject({ reason: 'different', fields: ['name'], done: [{ action: 'update' }] })
    expect(failure.message).toContain('after the write it does not read as written: name')
  })

  test('at the first failure, and does nothing after it', async () => {
    const { mcp, mock, writes } = setup()
    const todo = plan(account, await readState(mcp))
    mock.fault({ operation: 'syncServer', status: 503 })
    expect(await failureOf(apply(mcp, todo))).toMatchObject({
      ...{ reason: 'failed', cause: { name: 'ServerError' }, step: { action: 'sync' } },
      ...{
        done: [{ action: 'create' }],
        unknown: [{ action: 'sync' }],
        notDone: [{ action: 'create', resource: 'portal' }],
      },
    })
    expect(writes()).toEqual(['createServer docs', 'syncServer docs'])
  })

  test('before anything is sent where the plan has a problem', async () => {
    const { mcp, mock } = createAccount(account)
    const todo = plan({ servers: [moved] }, await readState(mcp))
    const before = mock.requests.length
    const failure = await failureOf(apply(mcp, todo))
    expect(failure).toMatchObject({ reason: 'problems', fields: ['hostname'], notDone: { length: todo.steps.length } })
    expect(mock.requests).toHaveLength(before)
  })

  test('when it is aborted, and says what was done', async () => {
    const { mcp } = setup()
    const controller = new AbortController()
    const onStep = ({ state }: StepEvent) => state === 'done' && controller.abort(new Error('enough'))
    const todo = plan(account, await readState(mcp))
    const failure = await failureOf(apply(mcp, todo, { signal: controller.signal, onStep }))
    expect(failure).toMatchObject({ reason: 'aborted', cause: { message: 'enough' }, unknown: [] })
    expect(failure.done).toEqual([{ action: 'create', resource: 'server', id: 'docs' }])
    expect(failure.notDone).toHaveLength(2)
  })

  test('with an error that is one of this package, and holds no secret', async () => {
    const { mcp, mock } = setup()
    const server = { ...docs, auth_type: 'bearer' as const, auth_credentials: 'a secret' }
    const todo = plan({ servers: [server] }, await readState(mcp))
    mock.fault({ operation: 'createServer', drop: 'after' })
    const failure = await failureOf(apply(mcp, todo))
    expect(failure).toBeInstanceOf(McpPortalsError)
    expect(failure.unknown).toHaveLength(1)
    expect(JSON.stringify(failure) + failure.stack + String(failure.cause)).not.toContain('a secret')
  })
})

test.each<[string, unknown, object, RegExp]>([
  ['no plan', undefined, {}, /^plan: /],
  ['another object', {}, {}, /^plan: expected what plan returns$/],
  ['a signal that is none', { steps: [], problems: [] }, { signal: 'stop' }, /^signal: /],
  ['a wait of no length', { steps: [], problems: [] }, { timeout: -1 }, /^timeout: /],
  ['no function', { steps: [], problems: [] }, { onStep: true }, /^onStep: expected a function$/],
])('a wrong argument is refused by its name: %s', async (_, todo, options, message) => {
  const { mcp } = setup()
  await expect(Reflect.apply(apply, undefined, [mcp, todo, options])).rejects.toThrow(message)
})
