import { describe, expect, test } from 'vitest'
import { createWorld, docs, send } from '../setup.ts'

const stamped = {
  created_at: '2026-11-25 10:00:00',
  created_by: 'ann@example.com',
  modified_at: '2026-11-25 10:00:00',
  modified_by: 'ann@example.com',
}

const overrides = [{ name: 'search', alias: 'find', description: 'Finds', enabled: false }]
const manual = JSON.stringify({
  auth_mode: 'manual',
  config: { token_endpoint: 'https://login.example.com/token', client_secret: 'secret-1' },
  registration_info: { client_id: 'me', redirect_uris: ['https://example.com/back'], client_secret: 'secret-2' },
})

describe('creating a server', () => {
  test('returns 201 and the whole server, with what nobody gave absent', async () => {
    const { mock } = createWorld()
    expect(await send(mock, 'POST', 'servers', docs)).toMatchObject({
      status: 201,
      body: {
        success: true,
        errors: [],
        messages: [],
        result: { ...docs, ...stamped, status: 'waiting', secure_web_gateway: false, tools: [], prompts: [] },
      },
    })
    const { result } = await send(mock, 'GET', 'servers/docs')
    for (const name of ['updated_tools', 'updated_prompts', 'description', 'error', 'last_synced'])
      expect(result).not.toHaveProperty(name)
    expect(result).not.toHaveProperty('is_shared_oauth_callback_enabled')
  })

  test('keeps what is given, but shows no credential', async () => {
    const { mock } = createWorld()
    const given = {
      ...docs,
      description: 'Documentation',
      secure_web_gateway: true,
      is_shared_oauth_callback_enabled: true,
      updated_tools: overrides,
      updated_prompts: [],
    }
    const { result } = await send(mock, 'POST', 'servers', { ...given, auth_credentials: 'secret-0' })
    expect(result).toMatchObject(given)
    expect(JSON.stringify([result, mock.state(), mock.requests])).not.toContain('secret-0')
  })

  test.each([
    ['without a name', { name: undefined }, 'name is required', ['body', 'name']],
    [
      'with an id that breaks the pattern',
      { id: 'Docs' },
      /^id: expected text that matches .* received "Docs"$/,
      ['body', 'id'],
    ],
    [
      'with an id that is too long',
      { id: 'd'.repeat(33) },
      'id: expected at most 32 characters, received 33 characters',
      ['body', 'id'],
    ],
    ['with a host name for a URL', { hostname: 'docs.example.com' }, /^hostname: expected a URL/, ['body', 'hostname']],
    ['with an unknown auth_type', { auth_type: 'mtls' }, /^auth_type: expected one of "oauth"/, ['body', 'auth_type']],
    [
      'with a nameless override',
      { updated_tools: [{ alias: 'find' }] },
      'updated_tools.0.name is required',
      ['body', 'updated_tools', 0, 'name'],
    ],
    [
      'with a number for a credential',
      { auth_credentials: 77_123 },
      'auth_credentials: expected a string',
      ['body', 'auth_credentials'],
    ],
  ])('is refused %s, naming the field', async (_, change, message, path) => {
    const { mock } = createWorld()
    const { status, body } = await send(mock, 'POST', 'servers', { ...docs, ...change })
    expect(status).toBe(400)
    expect(body).toEqual({
      success: false,
      errors: [{ code: 7001, message: typeof message === 'string' ? message : expect.stringMatching(message), path }],
      messages: [],
      result: null,
    })
    expect((await send(mock, 'GET', 'servers')).result).toEqual([])
  })

  test.each(['', '{', '[]', 'null', '"docs"'])('is refused with the body %j', async (body) => {
    const { mock } = createWorld()
    expect((await send(mock, 'POST', 'servers', body)).body.errors).toEqual([
      { code: 7001, message: 'The body has to be a JSON object', path: ['body'] },
    ])
  })

  test.each([
    [undefined, 400],
    [409, 409],
  ] as const)('is refused where the id is in use; by the guess %s with %i', async (idInUse, status) => {
    const { mock } = createWorld({ servers: [docs], ...(idInUse && { guesses: { idInUse } }) })
    const refused = await send(mock, 'POST', 'servers', { ...docs, name: 'Other' })
    expect(refused).toMatchObject({ status, body: { errors: [{ code: 7001, message: 'id is already in use' }] } })
    expect((await send(mock, 'GET', 'servers/docs')).result.name).toBe('Docs')
  })

  test('ignores unknown fields, at any depth; a strict mock refuses them', async () => {
    const body = { ...docs, colour: 'red', updated_tools: [{ name: 'search', colour: 'blue' }] }
    const { result } = await send(createWorld().mock, 'POST', 'servers', body)
    expect(result).not.toHaveProperty('colour')
    expect(result.updated_tools).toEqual([{ name: 'search' }])
    const { status, body: refusal } = await send(createWorld({ strict: true }).mock, 'POST', 'servers', body)
    expect(status).toBe(400)
    expect(refusal.errors.map(({ message }: { message: string }) => message)).toEqual([
      'colour is not a field of this operation',
      'updated_tools.0.colour is not a field of this operation',
    ])
  })

  test('syncs it too where that is the guess', async () => {
    const { mock } = createWorld({ guesses: { syncOnCreate: true } })
    expect((await send(mock, 'POST', 'servers', docs)).result).toMatchObject({ status: 'ready', error: '' })
  })
})

describe('what a server says of its authentication', () => {
  const { mock } = createWorld({ upstream: { 'https://closed.example.com/mcp': { authentication: 'required' } } })
  const create = async (id: string, body: object) =>
    (await send(mock, 'POST', 'servers', { ...docs, id, ...body })).result

  test('is not_required, connected, or required where somebody has to log in first', async () => {
    expect(await create('open', {})).toMatchObject({ authentication_status: 'not_required', tools: [] })
    expect(await create('token', { auth_type: 'bearer' })).toMatchObject({ authentication_status: 'connected' })
    expect(await create('oauth', { auth_type: 'oauth' })).toMatchObject({
      authentication_status: 'connected',
      auth_config_summary: { auth_mode: 'dcr' },
    })
    expect(await create('closed', { auth_type: 'oauth', hostname: 'https://closed.example.com/mcp' })).toMatchObject({
      authentication_status: 'required',
      tools: null,
      prompts: null,
    })
  })

  test('is manual, with a summary of the OAuth client but none of its secrets', async () => {
    const created = await create('manual', { auth_type: 'oauth', auth_credentials: manual })
    expect(created).toMatchObject({
      authentication_status: 'manual',
      auth_config_summary: {
        auth_mode: 'manual',
        config: { token_endpoint: 'https://login.example.com/token' },
        registration_info: { client_id: 'me', redirect_uris: ['https://example.com/back'] },
        has_client_secret: true,
        client_secret_version: 1,
      },
    })
    expect(JSON.stringify([created, mock.state()])).not.toMatch(/secret-\d/)
    const changed = (await send(mock, 'PUT', 'servers/manual', { client_secret: 'secret-3' })).result
    expect(changed.auth_config_summary).toMatchObject({ auth_mode: 'manual', client_secret_version: 2 })
    const cleared = (await send(mock, 'PUT', 'servers/manual', { auth_credentials: null })).result
    expect(cleared.auth_config_summary).toEqual({ auth_mode: 'dcr' })
  })
})

describe('updating a server', () => {
  const full = { ...docs, description: 'Documentation', secure_web_gateway: true, updated_tools: overrides }

  test('changes what is given and leaves the rest; null clears, [] stays []', async () => {
    const { mock } = createWorld({ servers: [full] })
    const before = (await send(mock, 'GET', 'servers/docs')).result
    const renamed = (await send(mock, 'PUT', 'servers/docs', { name: 'Other' })).result
    expect(renamed).toEqual({ ...before, name: 'Other', modified_at: '2026-11-25T10:00:00.000Z' })
    const nulls = { description: null, secure_web_gateway: null, updated_tools: null, updated_prompts: [] }
    const { description: _, updated_tools: __, ...rest } = before
    expect((await send(mock, 'PUT', 'servers/docs', nulls)).result).toEqual({
      ...rest,
      name: 'Other',
      secure_web_gateway: false,
      updated_prompts: [],
      modified_at: '2026-11-25T10:00:00.001Z',
    })
  })

  test('moves modified_at each time, even if nothing else changes', async () => {
    const { mock } = createWorld({ servers: [docs] })
    const times = []
    for (const name of ['Docs', 'Docs', 'Docs'])
      times.push((await send(mock, 'PUT', 'servers/docs', { name })).result.modified_at)
    expect(times).toEqual([...new Set(times)].sort())
  })

  test('ignores read-only fields, the hostname and unknown ones; a strict mock refuses them', async () => {
    const body = { name: 'Other', id: 'other', hostname: 'https://other.example.com/mcp', status: 'ready', tools: [] }
    const { mock } = createWorld({ servers: [docs] })
    expect((await send(mock, 'PUT', 'servers/docs', body)).result).toMatchObject({
      ...docs,
      name: 'Other',
      status: 'waiting',
    })
    const strict = createWorld({ servers: [docs], strict: true }).mock
    expect((await send(strict, 'PUT', 'servers/docs', body)).status).toBe(400)
  })

  test('takes another auth_type, and waits for a sync again', async () => {
    const { mock } = createWorld({ servers: [docs] })
    await send(mock, 'POST', 'servers/docs/sync')
    const same = await send(mock, 'PUT', 'servers/docs', { auth_type: 'unauthenticated' })
    expect(same.result).toMatchObject({ status: 'ready', authentication_status: 'not_required' })
    const other = await send(mock, 'PUT', 'servers/docs', { auth_type: 'bearer' })
    expect(other.result).toMatchObject({ status: 'waiting', auth_type: 'bearer', authentication_status: 'connected' })
  })

  test.each([{}, { hostname: 'https://other.example.com/mcp' }, { colour: 'red' }])(
    'is refused where nothing of it can be set: %j; taken where that is the guess',
    async (body) => {
      const refused = await send(createWorld({ servers: [docs] }).mock, 'PUT', 'servers/docs', body)
      expect(refused).toMatchObject({ status: 400, body: { errors: [{ code: 7000 }] } })
      const { mock } = createWorld({ servers: [docs], guesses: { emptyUpdate: 'accepted' } })
      expect(await send(mock, 'PUT', 'servers/docs', body)).toMatchObject({ status: 200, result: docs })
    },
  )

  test('is refused for null where a field cannot be cleared', async () => {
    const { mock } = createWorld({ servers: [docs] })
    expect((await send(mock, 'PUT', 'servers/docs', { name: null })).body.errors).toMatchObject([
      { code: 7001, path: ['body', 'name'] },
    ])
  })
})

describe('deleting a server', () => {
  test('returns it, takes it out of its portals, and happens once', async () => {
    const portals = [{ id: 'engineering', name: 'E', hostname: 'mcp.example.com', servers: [{ server_id: 'docs' }] }]
    const { mock } = createWorld({ servers: [docs], portals })
    expect(await send(mock, 'DELETE', 'servers/docs')).toMatchObject({ status: 200, result: docs })
    expect((await send(mock, 'GET', 'portals/engineering')).result.servers).toEqual([])
    expect(await send(mock, 'DELETE', 'servers/docs')).toMatchObject({
      status: 404,
      body: { errors: [{ code: 7002 }] },
    })
  })

  test('is refused while it is attached, where that is the guess', async () => {
    const portals = [{ id: 'engineering', name: 'E', hostname: 'mcp.example.com', servers: [{ server_id: 'docs' }] }]
    const { mock } = createWorld({ servers: [docs], portals, guesses: { attachedServer: 'refused' } })
    expect((await send(mock, 'DELETE', 'servers/docs')).status).toBe(400)
    await send(mock, 'DELETE', 'portals/engineering')
    expect((await send(mock, 'DELETE', 'servers/docs')).status).toBe(200)
  })
})

describe.each([
  ['GET', 'servers', ''],
  ['PUT', 'servers', ''],
  ['DELETE', 'servers', ''],
  ['POST', 'servers', '/sync'],
  ['GET', 'portals', ''],
  ['PUT', 'portals', ''],
  ['DELETE', 'portals', ''],
])('%s %s/id%s', (method, collection, sync) => {
  const body = method === 'PUT' ? { name: 'Other' } : undefined
  const ask = async (id: string, options = {}) => {
    const { status, body: refusal } = await send(createWorld(options).mock, method, `${collection}/${id}${sync}`, body)
    return [status, refusal.errors[0].code]
  }

  test.each(['none', 'No%20Pattern', 'x'.repeat(33)])(
    'is answered with 404 and 7002 for %s, which the account does not have',
    async (id) => {
      expect(await ask(id)).toEqual([404, 7002])
    },
  )

  test('is refused with 400 if the id breaks the pattern, where that is the guess', async () => {
    expect(await ask('No%20Pattern', { guesses: { malformedId: 400 } })).toEqual([400, 7001])
    expect(await ask('none', { guesses: { malformedId: 400 } })).toEqual([404, 7002])
  })
})
