import { describe, expect, test, vi } from 'vitest'
import { type Prism, startPrism } from '../../scripts/prism.ts'
import { verify } from '../../src/verify/index.ts'
import { startStateful, token } from '../support/stateful/server.ts'
import { accountId, failuresOf, undocumentedOf, violationsOf } from './against.ts'

vi.setConfig({ testTimeout: 60_000 })

const clientOf = ({ url }: Prism) => ({ baseUrl: url, accountId, apiToken: token, maxRetries: 0 })

describe('as a target of verify', () => {
  test('the mock of the description meets every case that does not ask it to remember', async () => {
    const mock = await startPrism()
    const results = await verify({ client: clientOf(mock), write: true, stateless: true })
    await mock.close()
    expect(results.filter(({ ok }) => !ok)).toEqual([])
    expect(undocumentedOf(results)).toEqual([])
    expect(results.map(({ name }) => name)).not.toContain('refuses a second server of the same id')
    expect(results.length).toBeGreaterThan(12)
  })

  test('prism proxy before a server that does as documented meets every case', async () => {
    const server = await startStateful()
    const proxy = await startPrism({ upstream: server.url })
    const results = await verify({ client: clientOf(proxy), write: true })
    await Promise.all([proxy.close(), server.close()])
    expect(violationsOf(results)).toEqual([])
    expect(failuresOf(results)).toEqual([])
    expect(server.requests.length).toBeGreaterThan(30)
  })

  test('prism proxy before a server that deviates does not hide the deviation', async () => {
    const server = await startStateful({ deviation: 'a second server of the same id takes the place of the first' })
    const proxy = await startPrism({ upstream: server.url })
    const results = await verify({ client: clientOf(proxy), write: true })
    await Promise.all([proxy.close(), server.close()])
    expect(violationsOf(results)).toEqual(['creating a second server of the same id is not refused'])
  })
})
