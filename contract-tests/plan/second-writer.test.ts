import type { McpPortals } from 'cloudflare-mcp-portals'
import { apply, plan, readState, type Step } from 'cloudflare-mcp-portals/plan'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { account } from './accounts.ts'
import { createAccount, findIn } from './setup.ts'

const someone = 'Someone else'

/** What somebody else does between the plan and `apply` to what a step is about. */
async function interfere(mcp: McpPortals, { action, resource, id }: Step, how: 'rename' | 'delete' | 'servers') {
  const { servers, portals } = mcp
  const name = someone
  if (action === 'create') {
    if (resource === 'portal') return portals.create({ id, name, hostname: 'other.example.com' })
    return servers.create({ id, name, hostname: 'https://other.example.com/mcp', auth_type: 'unauthenticated' })
  }
  if (how === 'delete' && action !== 'delete') return mcp[`${resource}s`].delete(id)
  if (how === 'servers' && resource === 'portal') {
    const { result } = await servers.list()
    const had = (await portals.read(id)).servers.map((server) => server.id)
    const others = result.filter((server) => !had.includes(server.id)).map((server) => ({ server_id: server.id }))
    return portals.update(id, { servers: others })
  }
  return mcp[`${resource}s`].update(id, { name })
}

test('a second writer between plan and apply is noticed, and nothing of what he wrote is written over', async () => {
  const how = fc.constantFrom('rename', 'delete', 'servers')
  const property = fc.asyncProperty(account, account, fc.nat(), how, async (a, b, index, change) => {
    const { mock, mcp } = createAccount(a)
    const todo = plan(b, await readState(mcp), { prune: true, replace: true })
    const steps = todo.steps.filter(({ action }) => action !== 'sync')
    const step = steps[index % steps.length]
    fc.pre(step !== undefined)
    const before = findIn(mock, step)
    await interfere(mcp, step, change)
    const after = findIn(mock, step)
    // He may have written what was there, or what the plan is about to write.
    const wanted = 'body' in step && after ? { ...after, ...step.body } : before
    fc.pre(toText(after) !== toText(before) && toText(after) !== toText(wanted))
    const failure = await apply(mcp, todo, { interval: 1 }).catch((error: unknown) => error)
    expect(failure).toMatchObject({ name: 'ApplyError', reason: 'changed' })
    const now = findIn(mock, step)
    expect(now?.name).toEqual(after?.name)
    // A server that the plan replaces may have left the portal meanwhile.
    expect(idsOfServers(after)).toEqual(expect.arrayContaining(idsOfServers(now)))
  })
  await fc.assert(property, { numRuns: 300 })
}, 120_000)

function idsOfServers(resource: object | undefined): string[] {
  const servers: { server_id: string }[] = Object(resource).servers ?? []
  return servers.map(({ server_id }) => server_id).sort()
}

const toText = (resource: object | undefined) =>
  JSON.stringify([resource && Object(resource).name, idsOfServers(resource)])
