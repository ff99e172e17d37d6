import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Verification, verify } from '../../src/verify/index.ts'
import { accountId, apiToken } from '../support/account.ts'
import { undescribed } from '../support/described.ts'
import { operationAt, operations } from '../support/description.ts'
import { startWire, type Wire } from '../support/wire.ts'
import { findUnmet } from './against.ts'

/** What `npm run test:server` names; without it Prism, which answers from examples and keeps nothing. */
const server = process.env.CONTRACT_BASE_URL
let wire: Wire
let verification: Verification

beforeAll(async () => {
  wire = await startWire(server ?? inject('baseUrl'))
  verification = await verify({
    client: {
      baseUrl: wire.url,
      accountId: process.env.CLOUDFLARE_ACCOUNT_ID ?? accountId,
      apiToken: process.env.CLOUDFLARE_API_TOKEN ?? apiToken,
    },
    write: true,
    stateless: server === undefined,
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
