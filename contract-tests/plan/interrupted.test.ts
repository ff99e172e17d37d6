import { createClient } from 'cloudflare-mcp-portals'
import type { Fault, Mock } from 'cloudflare-mcp-portals/mock'
import { ApplyError, apply, plan, readState, type StepName } from 'cloudflare-mcp-portals/plan'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Account, account } from './accounts.ts'
import { createAccount, expectToHave, idsOf, toIds } from './setup.ts'

const faults: [name: string, fault: Fault][] = [
  ['a failure of the server', { status: 503 }],
  ['a connection that breaks before the request', { drop: 'before' }],
  ['a connection that breaks after the request', { drop: 'after' }],
  ['a rate limit', { status: 429, retryAfter: 0 }],
  ['a response that stalls', { stall: true }],
]

/** A client that meets a fault at one of its requests, counted from 0, and gives up then. */
function createUnlucky(mock: Mock, at: number, fault: Fault) {
  let count = 0
  const fetch: typeof mock.fetch = (input, init) => {
    if (count++ === at) mock.fault(fault)
    return mock.fetch(input, init)
  }
  return createClient({ fetch, accountId: 'any', apiToken: 'any', maxRetries: 0, timeout: fault.stall ? 40 : 60_000 })
}

/** Whether the account has what a step names. */
function isThere(mock: Mock, { resource, id }: StepName): boolean {
  return idsOf(mock)[`${resource}s`].includes(id)
}

describe.each(faults)('after %s', (_, fault) => {
  test('at any request, a new plan brings the account to what is stated', async () => {
    const property = fc.asyncProperty(account, account, fc.nat(40), async (a, b, at) => {
      const { mock, mcp, applyTo, planFor } = createAccount(a)
      const options = { prune: true, replace: true }
      const todo = plan(b, await readState(mcp), options)
      const failure = await apply(createUnlucky(mock, at, fault), todo, { interval: 1 }).catch(
        (error: unknown) => error,
      )
      if (failure instanceof ApplyError) {
        const { done, unknown, notDone } = failure
        expect([...done, ...unknown, ...notDone]).toHaveLength(todo.steps.length)
        for (const step of done) if (step.action === 'create') expect(isThere(mock, step)).toBe(true)
        for (const step of notDone) if (step.action === 'create') expect(isThere(mock, step)).toBe(false)
        for (const step of done) if (step.action === 'delete') expect(isThere(mock, step)).toBe(false)
        for (const step of notDone) if (step.action === 'delete') expect(isThere(mock, step)).toBe(true)
      } else expect(failure).toHaveProperty('done')
      await applyTo(b, options)
      expectToHave(mock.state().any, b)
      expect(idsOf(mock)).toEqual(toIds(b))
      expect((await planFor(b, options)).steps).toEqual([])
    })
    await fc.assert(property, { numRuns: fault.stall ? 30 : 100 })
  }, 120_000)

  test('at any request, what is unmanaged is untouched', async () => {
    const property = fc.asyncProperty(account, account, fc.nat(20), async (a, other, at) => {
      const b = withHostnamesOf(a, other)
      const { mock, mcp, applyTo } = createAccount(a)
      const todo = plan(b, await readState(mcp))
      const before = mock.state().any
      await apply(createUnlucky(mock, at, fault), todo, { interval: 1 }).catch((error: unknown) => {
        expect(error).toBeInstanceOf(ApplyError)
      })
      await applyTo(b)
      expectToHave(mock.state().any, b)
      for (const { resource, id } of todo.unmanaged) {
        const find = (state: typeof before) => state?.[`${resource}s`].find((each) => each.id === id)
        expect(find(mock.state().any)).toEqual(find(before))
      }
    })
    await fc.assert(property, { numRuns: fault.stall ? 20 : 50 })
  }, 120_000)
})

/** The same account, with the hostname of each server that the other has too: nothing is replaced. */
function withHostnamesOf(a: Account, { servers, portals }: Account): Account {
  const toHostname = ({ id, hostname }: { id: string; hostname: string }) =>
    a.servers.find((each) => each.id === id)?.hostname ?? hostname
  return { portals, servers: servers.map((server) => ({ ...server, hostname: toHostname(server) })) }
}
