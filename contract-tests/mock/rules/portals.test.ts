import { describe, expect, test } from 'vitest'
import { createWorld, docs, engineering, send, wiki } from '../setup.ts'

describe('creating a portal', () => {
  test('returns 201 and the whole portal, with its defaults', async () => {
    const { mock } = createWorld()
    expect(await send(mock, 'POST', 'portals', engineering)).toEqual({
      status: 201,
      body: expect.objectContaining({ success: true, errors: [], messages: [] }),
      result: {
        ...engineering,
        secure_web_gateway: false,
        allow_code_mode: true,
        code_mode: 'opt_in',
        servers: [],
        created_at: '2026-11-25 10:00:00',
        created_by: 'ann@example.com',
        modified_at: '2026-11-25 10:00:00',
        modified_by: 'ann@example.com',
      },
    })
  })

  test('shows the servers as they are now, with the defaults of an attachment', async () => {
    const { mock } = createWorld({ servers: [docs] })
    const created = await send(mock, 'POST', 'portals', { ...engineering, servers: [{ server_id: 'docs' }] })
    const server = (await send(mock, 'GET', 'servers/docs')).result
    expect(created.result.servers).toEqual([{ ...server, server_id: 'docs', default_disabled: false, on_behalf: true }])
    await send(mock, 'PUT', 'servers/docs', { name: 'Renamed' })
    expect((await send(mock, 'GET', 'portals/engineering')).result.servers).toMatchObject([{ name: 'Renamed' }])
    expect((await send(mock, 'GET', 'portals')).result).toMatchObject([{ servers: [{ name: 'Renamed' }] }])
  })

  test('shows an override as portal_alias and portal_description, beside those of the server', async () => {
    const own = [
      { name: 'search', alias: 'seek', description: 'Seeks' },
      { name: 'fetch', alias: 'get' },
    ]
    const { mock } = createWorld({ servers: [{ ...docs, updated_tools: own }] })
    const updated_tools = [{ name: 'search', alias: 'find', description: 'Finds', enabled: true }]
    const servers = [
      { server_id: 'docs', default_disabled: true, on_behalf: false, updated_tools, updated_prompts: [] },
    ]
    const { result } = await send(mock, 'POST', 'portals', { ...engineering, servers })
    expect(result.servers).toMatchObject([{ default_disabled: true, on_behalf: false, updated_prompts: [] }])
    expect(result.servers[0].updated_tools).toEqual([
      {
        name: 'search',
        enabled: true,
        portal_alias: 'find',
        portal_description: 'Finds',
        server_alias: 'seek',
        server_description: 'Seeks',
      },
    ])
  })

  test('shows the servers in the order in which the account got them', async () => {
    const { mock } = createWorld({ servers: [wiki, docs] })
    const servers = [{ server_id: 'docs' }, { server_id: 'wiki' }]
    const { result } = await send(mock, 'POST', 'portals', { ...engineering, servers })
    expect(result.servers.map(({ id }: { id: string }) => id)).toEqual(['wiki', 'docs'])
  })

  test('is refused with a URL for a host name', async () => {
    const { mock } = createWorld()
    const { body } = await send(mock, 'POST', 'portals', { ...engineering, hostname: 'https://mcp.example.com' })
    expect(body.errors).toMatchObject([{ code: 7001, path: ['body', 'hostname'] }])
    expect(body.errors[0].message).toMatch(/^hostname: expected a bare host name/)
  })

  test('is refused with a server that the account does not have; taken without it where that is the guess', async () => {
    const body = { ...engineering, servers: [{ server_id: 'docs' }, { server_id: 'none' }] }
    const refused = await send(createWorld({ servers: [docs] }).mock, 'POST', 'portals', body)
    expect(refused).toMatchObject({
      status: 400,
      body: { errors: [{ code: 7001, path: ['body', 'servers', 1, 'server_id'] }] },
    })
    const { mock } = createWorld({ servers: [docs], guesses: { unknownServer: 'accepted' } })
    expect((await send(mock, 'POST', 'portals', body)).result.servers).toMatchObject([{ id: 'docs' }])
  })

  test('ignores unknown fields, also of its servers and of their overrides; a strict mock refuses them', async () => {
    const updated_tools = [{ name: 'search', alias: 'find', colour: 'blue' }]
    const body = { ...engineering, colour: 'red', servers: [{ server_id: 'docs', colour: 'green', updated_tools }] }
    const { status, result } = await send(createWorld({ servers: [docs] }).mock, 'POST', 'portals', body)
    expect(status).toBe(201)
    expect(result.servers[0].updated_tools).toEqual([{ name: 'search', portal_alias: 'find' }])
    expect(JSON.stringify(result)).not.toContain('colour')
    const refused = await send(createWorld({ servers: [docs], strict: true }).mock, 'POST', 'portals', body)
    expect(refused.status).toBe(400)
    expect(refused.body.errors.map(({ path }: { path: unknown[] }) => path.slice(1).join('.')).sort()).toEqual([
      'colour',
      'servers.0.colour',
      'servers.0.updated_tools.0.colour',
    ])
  })

  test('is refused where the id is in use', async () => {
    const { mock } = createWorld({ portals: [engineering] })
    expect(await send(mock, 'POST', 'portals', engineering)).toMatchObject({ status: 400 })
  })
})

describe('code mode', () => {
  test.each([
    [{ allow_code_mode: false }, { allow_code_mode: false, code_mode: 'off' }],
    [{ allow_code_mode: true }, { allow_code_mode: true, code_mode: 'opt_in' }],
    [{ code_mode: 'off' }, { allow_code_mode: false, code_mode: 'off' }],
    [{ code_mode: 'enforced' }, { allow_code_mode: true, code_mode: 'enforced' }],
    [
      { code_mode: 'default_on', allow_code_mode: true },
      { allow_code_mode: true, code_mode: 'default_on' },
    ],
  ])('%j is shown as %j', async (given, shown) => {
    const { mock } = createWorld({ portals: [engineering] })
    expect((await send(mock, 'POST', 'portals', { ...engineering, id: 'other', ...given })).result).toMatchObject(shown)
    expect((await send(mock, 'PUT', 'portals/engineering', given)).result).toMatchObject(shown)
  })

  test.each([
    { code_mode: 'off', allow_code_mode: true },
    { code_mode: 'enforced', allow_code_mode: false },
  ])('%j is refused, since they contradict each other', async (given) => {
    const { mock } = createWorld({ portals: [engineering] })
    const { status, body } = await send(mock, 'PUT', 'portals/engineering', given)
    expect({ status, code: body.errors[0].code }).toEqual({ status: 400, code: 7001 })
  })

  test('allow_code_mode: true keeps a mode that is on already', async () => {
    const { mock } = createWorld({ portals: [{ ...engineering, code_mode: 'enforced' }] })
    const { result } = await send(mock, 'PUT', 'portals/engineering', { allow_code_mode: true })
    expect(result).toMatchObject({ allow_code_mode: true, code_mode: 'enforced' })
  })
})

describe('updating a portal', () => {
  const attached = { ...engineering, description: 'Tools', servers: [{ server_id: 'docs' }] }
  const ids = (result: { servers: { id: string }[] }) => result.servers.map(({ id }) => id)

  test('keeps its servers where none are given, and replaces the whole list where some are', async () => {
    const { mock } = createWorld({ servers: [docs, wiki], portals: [attached] })
    expect(ids((await send(mock, 'PUT', 'portals/engineering', { name: 'Other' })).result)).toEqual(['docs'])
    const wikiAlone = { servers: [{ server_id: 'wiki', default_disabled: true }] }
    expect(ids((await send(mock, 'PUT', 'portals/engineering', wikiAlone)).result)).toEqual(['wiki'])
    expect(ids((await send(mock, 'PUT', 'portals/engineering', { servers: [] })).result)).toEqual([])
  })

  test('clears what is null', async () => {
    const { mock } = createWorld({ servers: [docs], portals: [{ ...attached, secure_web_gateway: true }] })
    const nulls = { description: null, secure_web_gateway: null }
    const { result } = await send(mock, 'PUT', 'portals/engineering', nulls)
    expect(result).not.toHaveProperty('description')
    expect(result.secure_web_gateway).toBe(false)
  })

  test('changes nothing where it is refused', async () => {
    const { mock } = createWorld({ servers: [docs], portals: [attached] })
    const before = await send(mock, 'GET', 'portals/engineering')
    await send(mock, 'PUT', 'portals/engineering', { name: 'Other', servers: [{ server_id: 'none' }] })
    expect(await send(mock, 'GET', 'portals/engineering')).toEqual(before)
  })
})

describe('an override of a tool that the server does not offer', () => {
  const servers = [{ server_id: 'docs', updated_tools: [{ name: 'serach' }] }]

  test('is refused once the server has been synced, and taken before', async () => {
    const { mock } = createWorld({ servers: [docs], portals: [engineering] })
    expect((await send(mock, 'PUT', 'portals/engineering', { servers })).status).toBe(200)
    await send(mock, 'POST', 'servers/docs/sync')
    const { status, body } = await send(mock, 'PUT', 'portals/engineering', { servers })
    expect(status).toBe(400)
    expect(body.errors).toEqual([
      {
        code: 7001,
        message: "updated_tools: 'docs' does not offer 'serach'",
        path: ['body', 'servers', 0, 'updated_tools', 0, 'name'],
      },
    ])
  })

  test('is taken where that is the guess', async () => {
    const { mock } = createWorld({ servers: [docs], guesses: { unofferedTool: 'accepted' } })
    await send(mock, 'POST', 'servers/docs/sync')
    expect((await send(mock, 'POST', 'portals', { ...engineering, servers })).status).toBe(201)
  })
})

test('deleting a portal returns it without its servers, which stay', async () => {
  const { mock } = createWorld({ servers: [docs], portals: [{ ...engineering, servers: [{ server_id: 'docs' }] }] })
  const { status, result } = await send(mock, 'DELETE', 'portals/engineering')
  expect(status).toBe(200)
  expect(result).toMatchObject(engineering)
  expect(result).not.toHaveProperty('servers')
  expect((await send(mock, 'GET', 'portals')).result).toEqual([])
  expect((await send(mock, 'GET', 'servers')).result).toMatchObject([docs])
})
