import { describe, expect, test } from 'vitest'
import { createMock, type Mock } from '../../../src/mock/index.ts'
import { send } from '../setup.ts'

/** Requests of Terraform's provider, as it was seen to send them. Its own type checks are these comparisons. */
const server = {
  auth_type: 'unauthenticated',
  hostname: 'https://docs.example.com/mcp',
  id: 'docs',
  name: 'Docs',
  secure_web_gateway: false,
}
const second = { ...server, id: 'wiki', name: 'Wiki' }
const portal = {
  allow_code_mode: true,
  hostname: 'mcp.example.com',
  id: 'engineering',
  name: 'Engineering',
  secure_web_gateway: false,
}
const attached = (id: string) => ({ default_disabled: false, on_behalf: true, server_id: id })

async function succeed(mock: Mock, method: string, path: string, body?: unknown) {
  const { status, result } = await send(mock, method, path, body)
  expect(status).toBeLessThan(300)
  return result
}

const withoutModified = ({ modified_at: _, ...rest }: Record<string, unknown>) => rest

/** An apply that changes nothing must show no difference. */
async function expectStable(mock: Mock, path: string, body: object): Promise<void> {
  const before = await succeed(mock, 'GET', path)
  expect(await succeed(mock, 'GET', path)).toEqual(before)
  const updated = await succeed(mock, 'PUT', path, body)
  expect(withoutModified(updated)).toEqual(withoutModified(before))
  expect(await succeed(mock, 'GET', path)).toEqual(updated)
}

describe("what Terraform's provider sends", () => {
  test('a create is read back as it was returned', async () => {
    const mock = createMock()
    expect(await succeed(mock, 'POST', 'servers', server)).toEqual(await succeed(mock, 'GET', 'servers/docs'))
    expect(await succeed(mock, 'POST', 'portals', portal)).toEqual(await succeed(mock, 'GET', 'portals/engineering'))
  })

  test('a changed name is the only change, and lists that are null are absent afterwards', async () => {
    const mock = createMock()
    const created = await succeed(mock, 'POST', 'servers', server)
    const body = { ...server, name: 'Other', updated_prompts: null, updated_tools: null }
    const updated = await succeed(mock, 'PUT', 'servers/docs', body)
    expect(withoutModified(updated)).toEqual(withoutModified({ ...created, name: 'Other' }))
    expect(Object.keys(updated)).not.toEqual(expect.arrayContaining(['updated_tools']))
    expect(Object.keys(updated)).not.toEqual(expect.arrayContaining(['updated_prompts']))
    await expectStable(mock, 'servers/docs', body)
  })

  test('what is set and then null is cleared', async () => {
    const mock = createMock()
    const created = await succeed(mock, 'POST', 'servers', server)
    const set = {
      ...server,
      description: 'Documentation',
      auth_credentials: 'a-credential',
      updated_tools: [{ name: 'search', alias: 'find' }],
    }
    expect(await succeed(mock, 'PUT', 'servers/docs', set)).toMatchObject({
      description: 'Documentation',
      updated_tools: [{ name: 'search', alias: 'find' }],
    })
    await expectStable(mock, 'servers/docs', set)
    const cleared = { ...server, description: null, auth_credentials: null, updated_tools: null, updated_prompts: null }
    expect(withoutModified(await succeed(mock, 'PUT', 'servers/docs', cleared))).toEqual(withoutModified(created))
    await expectStable(mock, 'servers/docs', cleared)
  })

  test('the servers of a portal: one, two in either order, none, and not given', async () => {
    const mock = createMock()
    await succeed(mock, 'POST', 'servers', server)
    await succeed(mock, 'POST', 'servers', second)
    await succeed(mock, 'POST', 'portals', portal)
    const update = async (servers?: object[]) => {
      const body = { ...portal, ...(servers && { servers }) }
      const { servers: shown } = await succeed(mock, 'PUT', 'portals/engineering', body)
      await expectStable(mock, 'portals/engineering', body)
      return shown.map(({ server_id, default_disabled, on_behalf }: Record<string, unknown>) => ({
        default_disabled,
        on_behalf,
        server_id,
      }))
    }
    expect(await update([attached('docs')])).toEqual([attached('docs')])
    expect(await update([attached('docs'), attached('wiki')])).toEqual([attached('docs'), attached('wiki')])
    expect(await update([attached('wiki'), attached('docs')])).toEqual([attached('docs'), attached('wiki')])
    expect(await update()).toEqual([attached('docs'), attached('wiki')])
    expect(await update([])).toEqual([])
  })

  test('both lists are read to an empty page, and both are deleted', async () => {
    const mock = createMock()
    await succeed(mock, 'POST', 'servers', server)
    await succeed(mock, 'POST', 'portals', { ...portal, servers: [attached('docs')] })
    for (const [collection, id] of [
      ['servers', 'docs'],
      ['portals', 'engineering'],
    ]) {
      const pages = []
      do pages.push(await succeed(mock, 'GET', `${collection}?page=${pages.length + 1}`))
      while (pages.at(-1).length > 0)
      expect(pages.flat()).toMatchObject([{ id }])
    }
    await succeed(mock, 'DELETE', 'portals/engineering')
    await succeed(mock, 'DELETE', 'servers/docs')
    expect((await send(mock, 'GET', 'servers/docs')).status).toBe(404)
  })
})
