import { expect, test, vi } from 'vitest'
import { answering, instead, isCreate, isDelete, of } from '../support/stateful/deviations/make.ts'
import { type ApiAnswer, refusal } from '../support/stateful/handle.ts'
import { lost } from '../support/stateful/server.ts'
import { failuresOf, verifyStateful } from './against.ts'

// On a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const answers: [string, ApiAnswer][] = [
  ['that it failed', refusal(500, 10001, 'internal error')],
  ['in HTML', { status: 502, body: '<html>', type: 'text/html' }],
  ['with nothing, for the connection breaks', lost],
]

test.each(answers)('what is created is deleted though the server answers %s', async (_, answer) => {
  for (const collection of ['servers', 'portals']) {
    const deviation = answering(of(collection, isCreate), () => answer)
    const { results, server } = await verifyStateful({ deviation }, { write: true })
    expect(failuresOf(results)[0]).toMatch(/^could not be run: /)
    expect(results.at(-1)).toMatchObject({ name: 'is left as it was found', ok: true })
    expect([...server.state.servers.keys(), ...server.state.portals.keys()]).toHaveLength(6)
    expect(server.requests.filter((line) => line.startsWith('DELETE')).length).toBeGreaterThan(0)
  }
})

test.each(answers)('what is deleted though the server answers %s is not said to be left behind', async (_, answer) => {
  const { results, server } = await verifyStateful({ deviation: answering(isDelete, () => answer) }, { write: true })
  expect(results.at(-1)).toMatchObject({ name: 'is left as it was found', ok: true })
  expect([...server.state.servers.keys(), ...server.state.portals.keys()]).toHaveLength(6)
})

test('what cannot be deleted is named, all of it', async () => {
  const { results } = await verifyStateful(
    { deviation: instead(isDelete, () => refusal(500, 10001, 'no')) },
    { write: true },
  )
  const { failure } = results.at(-1)!
  expect(failure?.match(/left behind: 'contract-/g)).toHaveLength(3)
  expect(failure).toMatch(/left behind: 'contract-\S+' of the portals \(portals.delete: 500/)
})
