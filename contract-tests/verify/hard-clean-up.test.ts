import { afterAll, beforeAll, expect, test } from 'vitest'
import { handle, refusal } from '../support/deviations/handle.ts'
import { type Deviate, isCreate, isDelete, of } from '../support/deviations/make.ts'
import { startServer } from '../support/deviations/server.ts'
import { buildCommand, command, removeCommand } from './command.ts'

beforeAll(buildCommand)
afterAll(removeCommand)

/** Runs the command, and resolves to how it ended and what it left in the account. */
async function run(deviation: Deviate) {
  const server = await startServer({ items: 1, deviation })
  const outcome = await command(['verify', '--write', '--base-url', server.url])
  await server.close()
  const { servers, portals } = server.account
  return { ...outcome, left: [...servers.keys(), ...portals.keys()].filter((id) => id !== 'number-1') }
}

const limited = { ...refusal(429, 971, 'slow down'), headers: { 'Retry-After': '1' } }

test('verify --write leaves nothing with a server that gives ids of its own', async () => {
  let number = 0
  const { exitCode, left } = await run((account, request) =>
    handle(account, isCreate(request) ? { ...request, body: { ...request.body, id: `own-${number++}` } } : request),
  )
  expect(number).toBeGreaterThan(0)
  expect({ exitCode, left }).toEqual({ exitCode: 1, left: [] })
})

test('verify --write leaves nothing where the clean-up meets a rate limit', async () => {
  // More than the client retries of itself.
  let deletes = 0
  const { left } = await run((account, request) =>
    isDelete(request) && deletes++ < 9 ? limited : handle(account, request),
  )
  expect(deletes).toBeGreaterThan(9)
  expect(left).toEqual([])
})

test.each([
  ['refused', refusal(500, 10001, 'internal error')],
  ['lost', { status: 0, body: '' }],
])('verify --write leaves nothing of a create that was %s and carried out later', async (_, response) => {
  let late = 0
  const { exitCode, stdout, left } = await run((account, request) => {
    if (!of('servers', isCreate)(request)) return handle(account, request)
    setTimeout(() => {
      late++
      handle(account, request)
    }, 500)
    return response
  })
  expect(late).toBeGreaterThan(0)
  expect(stdout).toMatch(/^✓ leaves nothing behind/m)
  expect({ exitCode, left }).toEqual({ exitCode: 2, left: [] })
})
