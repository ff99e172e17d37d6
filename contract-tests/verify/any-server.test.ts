import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Verification, verify } from '../../src/verify/index.ts'
import { undescribed } from '../support/described.ts'
import { operationAt, operations } from '../support/description.ts'
import { startWire, type Wire } from '../support/wire.ts'
import { findUnmet } from './against.ts'

// A mock answers from examples, so that its answers cannot be compared with each other.
const stateless = process.env.CONTRACT_BASE_URL === undefined
let wire: Wire
let verification: Verification

beforeAll(async () => {
  wire = await startWire(inject('baseUrl'))
  verification = await verify({
    client: {
      baseUrl: wire.url,
      accountId: process.env.CLOUDFLARE_ACCOUNT_ID ?? '023e105f4ecef8ad9ca31a8372d0c353',
      apiToken: process.env.CLOUDFLARE_API_TOKEN ?? 'any-token-will-do',
    },
    write: true,
    stateless,
    portalHostname: process.env.CONTRACT_HOSTNAME,
  })
}, 120_000)

afterAll(() => wire.close())

test('the server under test passes every case of the contract', () => {
  expect(findUnmet(verification.cases)).toEqual([])
  expect(verification.cases.length).toBeGreaterThan(10)
})

test('nothing goes over the wire that an independent validator does not find in the description', () => {
  // One body is wrong on purpose, to see it refused.
  const accepted = wire.exchanges.filter(({ status }) => status !== 400)
  expect(accepted.flatMap(undescribed)).toEqual([])
})

test('every operation is used', () => {
  const used = wire.exchanges.map(({ method, url }) => operationAt(method, url.pathname).operationId)
  expect([...new Set(used)].sort()).toEqual(operations.map(({ operationId }) => operationId).sort())
})
