import { describe, expect, test } from 'vitest'
import { type Prism, startPrism } from '../../scripts/prism.ts'
import { verify } from '../../src/verify/index.ts'
import { startServer, token } from '../support/deviations/server.ts'
import { accountId, findMessages, findUnmet } from './against.ts'

const clientOf = ({ url }: Prism) => ({ baseUrl: url, accountId, apiToken: token, maxRetries: 0 })

describe('as a target of verify', () => {
  test('the mock of the description meets every case that does not ask it to remember', async () => {
    const mock = await startPrism()
    const { cases } = await verify({ client: clientOf(mock), write: true, stateless: true })
    await mock.close()
    expect(findUnmet(cases)).toEqual([])
    expect(cases.map(({ name }) => name)).not.toContain('refuses a second server of the same id')
    expect(cases.length).toBeGreaterThan(12)
  })

  test('a mock that keeps nothing is noticed at once, where nobody says so, and the option is named', async () => {
    const mock = await startPrism()
    const { cases, hints } = await verify({ client: clientOf(mock), write: true })
    await mock.close()
    expect(findMessages(cases, 'violation', 'unchecked')).toEqual([
      expect.stringMatching(
        /^readServer returned the server "docs" when asked for "contract-\S+", which does not exist: this may be a mock that/,
      ),
    ])
    expect(hints).toEqual(['if this is a mock that responds with examples, use --stateless'])
    expect(cases.slice(1, -1).every(({ notRun }) => notRun === 'an earlier request failed')).toBe(true)
    expect(cases.at(-1)).toMatchObject({ skipped: 'nothing was created' })
  })

  test('prism proxy before a server that does as documented meets every case', async () => {
    const server = await startServer()
    const proxy = await startPrism({ upstream: server.url })
    const { cases } = await verify({ client: clientOf(proxy), write: true })
    await Promise.all([proxy.close(), server.close()])
    expect(findMessages(cases, 'violation', 'unchecked', 'left')).toEqual([])
    expect(server.requests.length).toBeGreaterThan(30)
  })

  test('prism proxy before a server that deviates does not hide the deviation', async () => {
    const server = await startServer({ deviation: 'a second server of the same id takes the place of the first' })
    const proxy = await startPrism({ upstream: server.url })
    const { cases } = await verify({ client: clientOf(proxy), write: true })
    await Promise.all([proxy.close(), server.close()])
    expect(findMessages(cases, 'violation')).toEqual(['createServer returned 201; expected 400 or 409 or 422'])
  })
})
