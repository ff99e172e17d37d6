import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ApiError, type McpPortals, NotFoundError } from '../../../src/client/index.ts'
import { createWorld } from '../setup.ts'

/** What an account holds, in ten lines. */
class Model {
  readonly servers = new Map<string, { name: string; isSynced: boolean }>()
  readonly portals = new Map<string, { name: string; servers: string[] }>()

  deleteServer(id: string): void {
    this.servers.delete(id)
    for (const portal of this.portals.values()) portal.servers = portal.servers.filter((server) => server !== id)
  }

  /** In the order of the account, each once. */
  ordered(ids: string[]): string[] {
    return [...this.servers.keys()].filter((id) => ids.includes(id))
  }
}

type Run = (model: Model, mcp: McpPortals) => Promise<void>

function command(name: string, run: Run): fc.AsyncCommand<Model, McpPortals> {
  return { check: () => true, run, toString: () => name }
}

async function expectFailure(call: Promise<unknown>, kind: typeof ApiError | typeof NotFoundError): Promise<void> {
  await expect(call).rejects.toBeInstanceOf(kind)
}

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f-1', 'f-2')
const name = fc.string({ minLength: 1, maxLength: 20 })
const attached = fc.uniqueArray(id, { maxLength: 4 })

const commands = [
  fc.tuple(id, name).map(([id, name]) =>
    command(`createServer ${id}`, async ({ servers }, mcp) => {
      const call = mcp.servers.create({ id, name, hostname: `https://${id}.example.com/mcp`, auth_type: 'bearer' })
      if (servers.has(id)) return expectFailure(call, ApiError)
      expect(await call).toMatchObject({ id, name, status: 'waiting' })
      servers.set(id, { name, isSynced: false })
    }),
  ),
  id.map((id) =>
    command(`readServer ${id}`, async ({ servers }, mcp) => {
      const known = servers.get(id)
      if (!known) return expectFailure(mcp.servers.read(id), NotFoundError)
      const { name, tools } = await mcp.servers.read(id)
      expect({ name, isSynced: tools.length > 0 }).toEqual(known)
    }),
  ),
  fc.tuple(id, name).map(([id, name]) =>
    command(`updateServer ${id}`, async ({ servers }, mcp) => {
      const known = servers.get(id)
      if (!known) return expectFailure(mcp.servers.update(id, { name }), NotFoundError)
      expect(await mcp.servers.update(id, { name })).toMatchObject({ name })
      known.name = name
    }),
  ),
  id.map((id) =>
    command(`syncServer ${id}`, async ({ servers }, mcp) => {
      const known = servers.get(id)
      if (!known) return expectFailure(mcp.servers.sync(id), NotFoundError)
      expect(await mcp.servers.sync(id)).toMatchObject({ status: 'ready' })
      known.isSynced = true
    }),
  ),
  id.map((id) =>
    command(`deleteServer ${id}`, async (model, mcp) => {
      if (!model.servers.has(id)) return expectFailure(mcp.servers.delete(id), NotFoundError)
      expect(await mcp.servers.delete(id)).toMatchObject({ id })
      model.deleteServer(id)
    }),
  ),
  fc.tuple(id, name, attached).map(([id, name, ids]) =>
    command(`createPortal ${id} ${ids}`, async (model, mcp) => {
      const servers = ids.map((server_id) => ({ server_id }))
      const call = mcp.portals.create({ id, name, hostname: 'mcp.example.com', servers })
      if (model.portals.has(id) || ids.some((server) => !model.servers.has(server)))
        return expectFailure(call, ApiError)
      expect((await call).servers.map((server) => server.id)).toEqual(model.ordered(ids))
      model.portals.set(id, { name, servers: ids })
    }),
  ),
  id.map((id) =>
    command(`readPortal ${id}`, async (model, mcp) => {
      const known = model.portals.get(id)
      if (!known) return expectFailure(mcp.portals.read(id), NotFoundError)
      const { name, servers } = await mcp.portals.read(id)
      expect({ name, servers: servers.map(({ id, name }) => [id, name]) }).toEqual({
        name: known.name,
        servers: model.ordered(known.servers).map((id) => [id, model.servers.get(id)?.name]),
      })
    }),
  ),
  fc.tuple(id, fc.option(name), fc.option(attached)).map(([id, name, ids]) =>
    command(`updatePortal ${id} ${ids}`, async (model, mcp) => {
      const known = model.portals.get(id)
      const servers = ids?.map((server_id) => ({ server_id }))
      const call = mcp.portals.update(id, { ...(name !== null && { name }), ...(servers && { servers }) })
      if (!known) return expectFailure(call, NotFoundError)
      const isEmpty = name === null && ids === null
      if (isEmpty || ids?.some((server) => !model.servers.has(server))) return expectFailure(call, ApiError)
      await call
      Object.assign(known, { ...(name !== null && { name }), ...(ids && { servers: ids }) })
    }),
  ),
  id.map((id) =>
    command(`deletePortal ${id}`, async ({ portals }, mcp) => {
      if (!portals.has(id)) return expectFailure(mcp.portals.delete(id), NotFoundError)
      expect(await mcp.portals.delete(id)).toMatchObject({ id })
      portals.delete(id)
    }),
  ),
  ...(['servers', 'portals'] as const).map((collection) =>
    fc.integer({ min: 1, max: 4 }).map((per_page) =>
      command(`list ${collection} by ${per_page}`, async (model, mcp) => {
        const ids = [...model[collection].keys()]
        const listed: string[] = []
        for (let page = 1; ; page++) {
          const { result, result_info } = await mcp[collection].list({ page, per_page })
          expect(result_info).toEqual({ count: result.length, page, per_page, total_count: ids.length })
          expect(result).toHaveLength(Math.max(0, Math.min(per_page, ids.length - listed.length)))
          if (result.length === 0) break
          listed.push(...result.map(({ id }) => id))
        }
        expect(listed).toEqual(ids)
      }),
    ),
  ),
]

test('any sequence of the eleven operations leaves what a model of ten lines has, on pages that are whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { size: 'large', maxCommands: 60 }), (sequence) =>
      fc.asyncModelRun(() => ({ model: new Model(), real: createWorld().mcp }), sequence),
    ),
    { numRuns: 300 },
  )
})
