import * as lib from 'cloudflare-mcp-portals'
import { createMock } from 'cloudflare-mcp-portals/mock'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { startArrivalsServer } from '../../support/arrivals-server.ts'
import { startFaultServer } from '../../support/fault-server.ts'
import type { LocalServer } from '../../support/http-server.ts'
import { maxArrivals } from '../max-arrivals.ts'
import { examplesForCases } from './examples.ts'
import { cases } from './index.ts'
import { accountId, type Stage, stageOf, token } from './world.ts'

let faults: LocalServer
let arrivals: LocalServer
let stage: Stage

beforeAll(async () => {
  faults = await startFaultServer()
  arrivals = await startArrivalsServer()
  stage = stageOf({
    lib,
    createMock,
    mockUrl: inject('baseUrl'),
    faultsUrl: faults.url,
    arrivalsUrl: arrivals.url,
    examples: examplesForCases(),
    runtime: { hasEnvironment: true, hidesRedirects: false, maxArrivals: maxArrivals.Node },
  })
  vi.stubEnv('CLOUDFLARE_ACCOUNT_ID', accountId)
  vi.stubEnv('CLOUDFLARE_API_TOKEN', token)
  vi.stubEnv('CLOUDFLARE_BASE_URL', inject('baseUrl'))
})

afterAll(async () => {
  vi.unstubAllEnvs()
  await faults.close()
  await arrivals.close()
})

describe('in the Node of this project', () => {
  test.each(cases)('$name', ({ run }) => run(stage))

  test('what holds where there is no environment holds here as well', async () => {
    vi.stubEnv('CLOUDFLARE_ACCOUNT_ID', '')
    vi.stubEnv('CLOUDFLARE_API_TOKEN', '')
    vi.stubEnv('CLOUDFLARE_BASE_URL', '')
    const found = cases.find(({ name }) => name.includes('environment'))
    await found?.run({
      ...stage,
      runtime: { hasEnvironment: false, hidesRedirects: false, maxArrivals: maxArrivals.Node },
    })
    expect(found).toBeDefined()
  })
})
