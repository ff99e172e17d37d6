import { plan, readState, toDesired } from 'cloudflare-mcp-portals/plan'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { account, partOf } from './accounts.ts'
import { createAccount, expectToHave, idsOf, toIds } from './setup.ts'

const nothing = { steps: [], unmanaged: [], notComparable: [], problems: [] }
const options = { prune: true, replace: true }

test('any account becomes as another is stated, and then there is nothing left to do', async () => {
  const property = fc.asyncProperty(account, account, async (a, b) => {
    const { applyTo, planFor, mock } = createAccount(a)
    await applyTo(b, options)
    expect(idsOf(mock)).toEqual(toIds(b))
    expectToHave(mock.state().any, b)
    expect(await planFor(b, options)).toEqual(nothing)
  })
  await fc.assert(property, { numRuns: 200 })
}, 120_000)

test('what is not stated stays as it was, and what is not named is untouched without prune', async () => {
  const property = fc.asyncProperty(account, account.chain(partOf), async (a, b) => {
    const { applyTo, planFor, mock, mcp } = createAccount(a)
    const before = mock.state().any ?? { servers: [], portals: [] }
    const todo = await planFor(b)
    fc.pre(todo.problems.length === 0)
    await applyTo(b)
    const after = mock.state().any ?? { servers: [], portals: [] }
    expectToHave(after, b)
    const changed = new Set(todo.steps.map(({ resource, id }) => `${resource} ${id}`))
    for (const { resource, id } of todo.unmanaged) expect(changed).not.toContain(`${resource} ${id}`)
    for (const kind of ['servers', 'portals'] as const) {
      for (const old of before[kind]) {
        const now = after[kind].find(({ id }) => id === old.id)
        const stated = b[kind]?.find(({ id }) => id === old.id) ?? {}
        const untouched = Object.entries(old).filter(
          ([name]) => !(name in stated) && !/^modified_|^status$|code_mode/.test(name),
        )
        expect(now).toMatchObject(Object.fromEntries(untouched))
      }
    }
    expect((await planFor(b)).steps).toEqual([])
    expect(await readState(mcp)).toMatchObject({ servers: { length: after.servers.length } })
  })
  await fc.assert(property, { numRuns: 200 })
}, 120_000)

test('what an account is exported as is equal to it', async () => {
  const property = fc.asyncProperty(account, fc.constantFrom('null', 'absent'), async (a, unset) => {
    const { mcp } = createAccount(a, { unset })
    const state = await readState(mcp)
    const { notComparable, ...todo } = plan(toDesired(state), state, options)
    expect(todo).toEqual({ steps: [], unmanaged: [], problems: [] })
    expect(notComparable).toEqual([])
  })
  await fc.assert(property, { numRuns: 200 })
})

test('the same input gives the same plan, which is plain JSON and shares nothing with the input', async () => {
  const property = fc.asyncProperty(account, account, async (a, b) => {
    const state = await readState(createAccount(a).mcp)
    const [stateBefore, desiredBefore] = [structuredClone(state), structuredClone(b)]
    const first = plan(b, state, options)
    expect(JSON.parse(JSON.stringify(first))).toEqual(first)
    for (const step of first.steps) if ('body' in step) Object.assign(step.body, { name: 'Changed' })
    expect([state, b]).toEqual([stateBefore, desiredBefore])
    expect(plan(b, state, options)).toEqual(plan(b, structuredClone(state), options))
  })
  await fc.assert(property)
})

test('the order of servers and of overrides makes no difference', async () => {
  const property = fc.asyncProperty(account, async (a) => {
    const { mcp } = createAccount(a)
    const state = await readState(mcp)
    const { servers, portals } = toDesired(state)
    const turned = {
      servers: servers.toReversed().map((server) => turn(server)),
      portals: portals
        .toReversed()
        .map((portal) => ({ ...portal, servers: portal.servers?.toReversed().map((each) => turn(each)) ?? [] })),
    }
    expect(plan(turned, state).steps).toEqual([])
  })
  await fc.assert(property)
})

function turn<Item extends { updated_tools?: object[] }>(item: Item): Item {
  return item.updated_tools ? { ...item, updated_tools: item.updated_tools.toReversed() } : item
}
