import { expect, test } from 'vitest'
import { type ApiAnswer, handle, refusal } from '../support/deviations/handle.ts'
import { answering, type Deviate, instead, isCreate, isDelete, isRead, of, put } from '../support/deviations/make.ts'
import { lost } from '../support/deviations/server.ts'
import { findMessages, verifyServer } from './against.ts'

const answers: [string, ApiAnswer][] = [
  ['that it failed', refusal(500, 10001, 'internal error')],
  ['in HTML', { status: 502, body: '<html>', type: 'text/html' }],
  ['with nothing, for the connection breaks', lost],
]

test.each(answers)('what is created is deleted though the server answers %s', async (_, answer) => {
  for (const collection of ['servers', 'portals']) {
    const deviation = answering(of(collection, isCreate), () => answer)
    const { cases, server } = await verifyServer({ deviation }, { write: true })
    expect(findMessages(cases, 'unchecked', 'violation')[0]).toMatch(/^create(Server|Portal): /)
    expect(cases.at(-1)).toMatchObject({ name: 'leaves nothing behind', findings: [] })
    expect([...server.account.servers.keys(), ...server.account.portals.keys()]).toHaveLength(6)
    expect(server.requests.filter((line) => line.startsWith('DELETE')).length).toBeGreaterThan(0)
  }
})

test.each(answers)('what is deleted though the server answers %s is not said to be left behind', async (_, answer) => {
  const { cases, server } = await verifyServer({ deviation: answering(isDelete, () => answer) }, { write: true })
  expect(cases.at(-1)).toMatchObject({ name: 'leaves nothing behind', findings: [] })
  expect([...server.account.servers.keys(), ...server.account.portals.keys()]).toHaveLength(6)
})

test('what cannot be deleted is named, all of it', async () => {
  const { cases } = await verifyServer(
    { deviation: instead(isDelete, () => refusal(500, 10001, 'no')) },
    { write: true },
  )
  const left = findMessages(cases, 'left')
  expect(left).toHaveLength(3)
  expect(left[0]).toMatch(/^server "contract-\S+" is left behind; it could not be deleted: 500 .*10001 no/)
})

test('what cannot be read after it was deleted is not said to be left behind', async () => {
  const { cases } = await verifyServer(
    {
      deviation: instead(
        (request) => request.id?.startsWith('contract-') === true && (isDelete(request) || isRead(request)),
        () => refusal(500, 10001, 'no'),
      ),
    },
    { write: true },
  )
  expect(findMessages(cases, 'left')[0]).toMatch(/^could not confirm that server "contract-\S+" is gone: 500 /)
})

test('a server that gives ids of its own is left without what it created under them', async () => {
  let number = 0
  const deviation: Deviate = (account, request) => {
    if (!isCreate(request)) return handle(account, request)
    return handle(account, { ...request, body: { ...request.body, id: `a1b2c3d4e5f67890${number++}` } })
  }
  const { cases, server } = await verifyServer({ deviation }, { write: true })
  expect(findMessages(cases, 'violation')[0]).toMatch(/id is "contract-\S+" in the request, "a1b2c3d4e5f678900" in/)
  expect(number).toBeGreaterThan(0)
  expect([...server.account.servers.keys(), ...server.account.portals.keys()]).toHaveLength(6)
})

test('nothing is deleted but what the run created, whatever a server says that it created', async () => {
  const { server } = await verifyServer(
    { deviation: answering(isCreate, put('/result/id', 'number-1'), [201]) },
    { write: true },
  )
  expect([...server.account.servers.keys()]).toEqual(['number-1', 'number-2', 'number-3'])
  expect(server.requests.filter((line) => /^DELETE \S+number/.test(line))).toEqual([])
})

test.each(answers)('what is created late, though the server answered %s, is deleted', async (_, answer) => {
  let late: (() => void) | undefined
  const deviation: Deviate = (account, request) => {
    if (!of('servers', isCreate)(request)) return handle(account, request)
    late = () => {
      handle(account, request)
      late = undefined
    }
    return answer
  }
  const { cases, server, waits } = await verifyServer({ deviation }, { write: true }, () => late?.())
  expect(waits).toContain(1_000)
  expect(cases.at(-1)).toMatchObject({ name: 'leaves nothing behind', findings: [] })
  expect([...server.account.servers.keys()]).toEqual(['number-1', 'number-2', 'number-3'])
})

test('a rate limit during the clean-up is waited out', async () => {
  let refusals = 0
  const limited = { ...refusal(429, 971, 'slow down'), headers: { 'Retry-After': '120' } }
  const deviation: Deviate = (account, request) =>
    isDelete(request) && refusals++ < 4 ? limited : handle(account, request)
  const told: number[] = []
  const { cases, server } = await verifyServer({ deviation }, { write: true, onWait: (seconds) => told.push(seconds) })
  expect(told).toContain(120)
  expect(cases.at(-1)).toMatchObject({ findings: [] })
  expect([...server.account.servers.keys()]).toHaveLength(3)
})

test('a rate limit that never ends is not waited for without end', async () => {
  const limited = { ...refusal(429, 971, 'slow down'), headers: { 'Retry-After': '400' } }
  const { cases, waits } = await verifyServer({ deviation: instead(isDelete, () => limited) }, { write: true })
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(600_000)
  expect(findMessages(cases, 'left')[0]).toMatch(/^server "contract-\S+" is left behind; it could not be deleted: 429 /)
})
