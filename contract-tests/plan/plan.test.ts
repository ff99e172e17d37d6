import { type DesiredState, plan, readState, type State, toDesired } from 'cloudflare-mcp-portals/plan'
import { describe, expect, test } from 'vitest'
import { createAccount, setup } from './setup.ts'

const docs = {
  id: 'docs',
  name: 'Docs',
  hostname: 'https://docs.example.com/mcp',
  auth_type: 'unauthenticated' as const,
}
const crm = { id: 'crm', name: 'CRM', hostname: 'https://crm.example.com/mcp', auth_type: 'bearer' as const }
const portal = { id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com' }
const search = { name: 'search', alias: 'find', enabled: true }
const account: DesiredState = {
  servers: [docs, crm],
  portals: [{ ...portal, description: 'Old', servers: [{ server_id: 'docs', updated_tools: [search] }] }],
}
const stateOf = async (desired: DesiredState, options = {}): Promise<State> =>
  readState(createAccount(desired, options).mcp)
const state = await stateOf(account)

describe('a default that the API fills in', () => {
  const lists = { updated_tools: [], updated_prompts: [] }
  const byDefault = {
    servers: [
      { ...docs, secure_web_gateway: false },
      { ...crm, secure_web_gateway: false },
    ],
    portals: [
      {
        ...portal,
        secure_web_gateway: false,
        code_mode: 'opt_in' as const,
        allow_code_mode: true,
        servers: [{ server_id: 'docs', default_disabled: false, on_behalf: true, ...lists }],
      },
    ],
  }
  const bare = { servers: [docs, crm], portals: [{ ...portal, servers: [{ server_id: 'docs' }] }] }

  test.each([
    ['is no difference where the file does not state it', bare, bare],
    ['is no difference where the file states it', bare, byDefault],
    ['is no difference where it was stated before and no longer is', byDefault, bare],
  ])('%s', async (_, before, after) => {
    expect(plan(after, await stateOf(before)).steps).toEqual([])
  })
})

describe('what differs', () => {
  test('is told field by field, from what to what', () => {
    const servers = [{ server_id: 'docs', on_behalf: false, updated_tools: [{ ...search, alias: 'look-up' }] }]
    const { steps } = plan({ portals: [{ ...portal, description: 'New', servers }] }, state)
    expect(steps).toMatchObject([
      {
        ...{ action: 'update', resource: 'portal', id: 'engineering', reason: '3 differences' },
        changes: [
          { field: 'description', from: 'Old', to: 'New' },
          { field: 'servers[docs].on_behalf', from: true, to: false },
          { field: 'servers[docs].updated_tools[search].alias', from: 'find', to: 'look-up' },
        ],
      },
    ])
  })

  test('is sent alone, but for a list, which is sent whole', () => {
    const [step] = plan({ portals: [{ ...portal, name: 'Platform', servers: [{ server_id: 'docs' }] }] }, state).steps
    expect(step).toHaveProperty('body', { name: 'Platform' })
  })

  test('leaves the aliases of a server that stays attached, where the file says nothing of them', () => {
    const servers = [{ server_id: 'docs' }, { server_id: 'crm' }]
    const [step] = plan({ portals: [{ ...portal, servers }] }, state).steps
    expect(step).toMatchObject({
      changes: [{ field: 'servers[crm]', to: { server_id: 'crm' } }],
      body: { servers: [{ server_id: 'docs', updated_tools: [search] }, { server_id: 'crm' }] },
    })
  })

  test('names a server that is no longer attached', () => {
    const [step] = plan({ portals: [{ ...portal, servers: [] }] }, state).steps
    expect(step?.changes).toMatchObject([{ field: 'servers[docs]', from: { server_id: 'docs' } }])
  })

  test('is a tool that is switched on or off, but not one of which the file does not say whether it is on', async () => {
    const overriding = (override: object) => ({
      portals: [{ ...portal, servers: [{ server_id: 'docs', updated_tools: [{ name: 'search', ...override }] }] }],
    })
    const changesOf = async (seen: object, stated: object) => {
      const before = await stateOf({ servers: [docs], ...overriding(seen) })
      return plan(overriding(stated), before).steps.flatMap(({ changes }) => changes)
    }
    const field = 'servers[docs].updated_tools[search].enabled'
    expect(await changesOf({}, { enabled: true })).toEqual([{ field, to: true }])
    expect(await changesOf({}, { enabled: false })).toEqual([{ field, to: false }])
    expect(await changesOf({ enabled: true }, { enabled: false })).toEqual([{ field, from: true, to: false }])
    expect(await changesOf({ enabled: true }, {})).toEqual([])
    expect(await changesOf({ enabled: false }, {})).toEqual([{ field, from: false }])
  })

  test('is an update where it is the kind of authentication', () => {
    expect(plan({ servers: [{ ...docs, auth_type: 'oauth' }] }, state).steps).toMatchObject([
      { action: 'update', id: 'docs', body: { auth_type: 'oauth' } },
    ])
  })
})

describe('what cannot be compared', () => {
  const withSecret = { ...crm, auth_credentials: 'a secret' }

  test('makes no difference, and is listed', () => {
    const { steps, notComparable } = plan({ servers: [withSecret] }, state)
    expect(steps).toEqual([])
    expect(notComparable).toEqual([{ resource: 'server', id: 'crm', field: 'auth_credentials' }])
  })

  test('is sent when the same resource changes for another reason', () => {
    expect(plan({ servers: [{ ...withSecret, name: 'Customers' }] }, state).steps).toMatchObject([
      { body: { name: 'Customers', auth_credentials: 'a secret' }, changes: [{ field: 'name' }] },
    ])
  })

  test('is sent with resend, and its value stands in no change', () => {
    const { steps } = plan({ servers: [withSecret] }, state, { resend: true })
    expect(steps).toMatchObject([{ action: 'update', body: { auth_credentials: 'a secret' }, changes: [] }])
    const created = plan({ servers: [{ ...withSecret, id: 'new' }] }, state).steps[0]
    expect(JSON.stringify(created?.changes)).not.toContain('a secret')
  })

  test('are the overrides of a server where no server of the account shows any', async () => {
    const silent = await stateOf({ servers: [docs] }, { unset: 'absent' })
    const { steps, notComparable } = plan({ servers: [{ ...docs, updated_tools: [search] }] }, silent)
    expect(steps).toEqual([])
    expect(notComparable).toEqual([{ resource: 'server', id: 'docs', field: 'updated_tools' }])
    expect(plan({ servers: [{ ...docs, updated_tools: [search] }] }, state).steps).toHaveLength(1)
  })
})

describe('the hostname of a server', () => {
  const moved = { ...docs, hostname: 'https://docs.example.org/mcp' }

  test('is changed by a replacement, which is a problem unless it is asked for', () => {
    const { steps, problems } = plan({ servers: [moved] }, state)
    expect(steps[0]).toMatchObject({ action: 'replace', changes: [{ field: 'hostname', to: moved.hostname }] })
    expect(problems).toMatchObject([{ resource: 'server', id: 'docs', field: 'hostname' }])
    expect(plan({ servers: [moved] }, state, { replace: true }).problems).toEqual([])
  })

  test('brings an update of each portal that had the server, stated or not, with all that it said of it', () => {
    const { steps } = plan({ servers: [moved] }, state, { replace: true })
    expect(steps.map(({ action, id }) => `${action} ${id}`)).toEqual([
      'replace docs',
      'sync docs',
      'update engineering',
    ])
    expect(steps[1]).toMatchObject({ wait: true })
    expect(steps[2]).toMatchObject({
      body: { servers: [{ server_id: 'docs', updated_tools: [search] }] },
      replaced: ['docs'],
    })
  })

  test('is not changed where credentials would be lost that nobody states', () => {
    const elsewhere = { ...crm, hostname: 'https://crm.example.org/mcp' }
    expect(plan({ servers: [elsewhere] }, state, { replace: true }).problems).toMatchObject([
      { field: 'auth_credentials' },
    ])
    const stated = { ...elsewhere, auth_credentials: 'a secret' }
    expect(plan({ servers: [stated] }, state, { replace: true }).problems).toEqual([])
  })
})

describe('what is not named', () => {
  test('is unmanaged, and stays', () => {
    const { steps, unmanaged } = plan({ servers: [docs] }, state)
    expect(steps).toEqual([])
    expect(unmanaged).toEqual([
      { resource: 'server', id: 'crm' },
      { resource: 'portal', id: 'engineering' },
    ])
  })

  test('is deleted with prune, but for a list of which nothing is said', () => {
    const { steps, unmanaged } = plan({ servers: [docs] }, state, { prune: true })
    expect(steps).toMatchObject([{ action: 'delete', resource: 'server', id: 'crm' }])
    expect(unmanaged).toEqual([{ resource: 'portal', id: 'engineering' }])
  })

  test('is not deleted while a portal has it that stays', () => {
    const { problems } = plan({ servers: [crm] }, state, { prune: true })
    expect(problems).toMatchObject([{ resource: 'portal', id: 'engineering', field: 'servers[docs]' }])
  })

  test('is not looked at where only a part is asked for', () => {
    const { steps, unmanaged } = plan({ servers: [], portals: [] }, state, { prune: true, only: 'portals/engineering' })
    expect(steps).toMatchObject([{ action: 'delete', resource: 'portal' }])
    expect(unmanaged).toEqual([])
  })
})

describe('the order', () => {
  test('is servers, syncs, portals, deletions', () => {
    const desired = {
      servers: [docs, { ...crm, id: 'wiki' }],
      portals: [{ ...portal, servers: [{ server_id: 'wiki', updated_tools: [search] }] }],
    }
    const { steps } = plan(desired, state, { prune: true, sync: ['docs'] })
    expect(steps.map(({ action, id }) => `${action} ${id}`)).toEqual([
      ...['create wiki', 'sync wiki', 'sync docs', 'update engineering', 'delete crm'],
    ])
    expect(steps.map((step) => 'wait' in step && step.wait)).toEqual([false, true, false, false, false])
  })

  test('has a sync of a server that was never synced, where a portal comes to override its tools', async () => {
    const { mcp } = setup({ servers: [docs], portals: [portal] })
    const desired = { portals: [{ ...portal, servers: [{ server_id: 'docs', updated_tools: [search] }] }] }
    const { steps } = plan(desired, await readState(mcp))
    expect(steps).toMatchObject([{ action: 'sync', id: 'docs', wait: true }, { action: 'update' }])
    expect(
      plan({ portals: [{ ...portal, servers: [{ server_id: 'docs' }] }] }, await readState(mcp)).steps,
    ).toHaveLength(1)
  })
})

describe('a problem', () => {
  const purge = { name: 'purge', enabled: false }

  test('is an override, in a portal or a server, of a tool that is not offered', () => {
    const servers = [{ server_id: 'docs', updated_tools: [search, purge] }]
    expect(plan({ portals: [{ ...portal, servers }] }, state).problems).toMatchObject([
      { resource: 'portal', id: 'engineering', field: 'servers[docs].updated_tools[purge]' },
    ])
    expect(plan({ servers: [{ ...docs, updated_tools: [purge] }] }, state).problems).toMatchObject([
      { resource: 'server', id: 'docs', field: 'updated_tools[purge]' },
    ])
  })

  test('is no such override where a sync comes first', () => {
    const servers = [{ server_id: 'docs', updated_tools: [purge] }]
    const { problems, steps } = plan({ portals: [{ ...portal, servers }] }, state, { sync: ['docs'] })
    expect(problems).toEqual([])
    expect(steps[0]).toMatchObject({ action: 'sync', wait: true })
  })

  test('is a server that is nowhere', () => {
    const { problems } = plan({ portals: [{ ...portal, servers: [{ server_id: 'none' }] }] }, state)
    expect(problems).toMatchObject([{ id: 'engineering', field: 'servers[none]' }])
  })
})

describe('a wrong argument is refused by its name, and no value is quoted', () => {
  test.each<[string, object, object, RegExp]>([
    ['no object', [], {}, /^desired: expected a plain object$/],
    ['a list of another name', { tools: [] }, {}, /^desired\.tools: /],
    ['no list', { servers: {} }, {}, /^desired\.servers: expected a list$/],
    [
      'a missing field',
      { servers: [{ id: 'a', name: 'A', auth_type: 'oauth' }] },
      {},
      /^desired\.servers\[0\]\.hostname: /,
    ],
    [
      'a wrong secret',
      { servers: [{ ...crm, auth_credentials: 12345 }] },
      {},
      /^desired\.servers\[0\]\.auth_credentials: [^1-5]*$/,
    ],
    [
      'a field of a response',
      {
        portals: [
          { ...portal, servers: [{ server_id: 'docs', updated_tools: [{ name: 'search', portal_alias: 'x' }] }] },
        ],
      },
      {},
      /^desired\.portals\[0\]\.servers\[0\]\.updated_tools\[0\]\.portal_alias: /,
    ],
    ['an id that is there twice', { servers: [docs, docs] }, {}, /^desired\.servers\[1\]\.id: is there twice$/],
    [
      'a server that is attached twice',
      { portals: [{ ...portal, servers: [{ server_id: 'docs' }, { server_id: 'docs' }] }] },
      {},
      /^desired\.portals\[0\]\.servers\[1\]\.server_id: is there twice$/,
    ],
    ['a wrong flag', {}, { prune: 'yes' }, /^prune: /],
    ['a sync of nothing', {}, { sync: ['none'] }, /^sync: there is no server "none"$/],
    ['a part that is none', {}, { only: 'server' }, /^only: expected servers, /],
    ['a part that is not there', {}, { only: 'portals/none' }, /^only: there is no portals\/none$/],
  ])('%s', (_, desired, options, message) => {
    expect(() => plan(desired, state, options)).toThrow(TypeError)
    expect(() => plan(desired, state, options)).toThrow(message)
  })

  test.each([null, undefined, {}, { servers: [] }, 'state'])('a state that is none: %j', (none) => {
    for (const call of [
      () => Reflect.apply(plan, undefined, [account, none]),
      () => Reflect.apply(toDesired, undefined, [none]),
    ]) {
      expect(call).toThrow(TypeError)
      expect(call).toThrow(/^state: expected what readState resolves to/)
    }
  })
})
