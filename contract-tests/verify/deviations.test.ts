import { describe, expect, test, vi } from 'vitest'
import { growing, reading, writing } from '../support/stateful/deviations/index.ts'
import { failuresOf, undocumentedOf, verifyStateful, violationsOf } from './against.ts'

// On a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const named = (deviations: Record<string, [unknown, RegExp]>) =>
  Object.entries(deviations).map(([deviation, [, told]]) => ({ deviation, told }))

describe('a server that does as documented', () => {
  test.each([0, 1, 2, 3, 45])('with %i servers and portals meets every case', async (items) => {
    const { results, server } = await verifyStateful({ items }, { write: true })
    expect(results.filter(({ ok }) => !ok)).toEqual([])
    expect(undocumentedOf(results)).toEqual([])
    expect([...server.state.servers.keys(), ...server.state.portals.keys()]).toHaveLength(2 * items)
  })
})

describe('a server of which one thing is wrong', () => {
  test.each(named(reading))(
    'violates the contract where $deviation, which reading shows',
    async ({ deviation, told }) => {
      const { results, server } = await verifyStateful({ deviation })
      expect(violationsOf(results).join('\n')).toMatch(told)
      expect(failuresOf(results).filter((failure) => !failure.startsWith('not run'))).toEqual([])
      expect(server.requests.filter((line) => !line.startsWith('GET'))).toEqual([])
    },
  )

  test.each(named(writing))('violates the contract where $deviation', async ({ deviation, told }) => {
    const { results, server } = await verifyStateful({ deviation }, { write: true })
    expect(violationsOf(results).join('\n')).toMatch(told)
    const kept = [...server.state.servers.keys(), ...server.state.portals.keys()].filter(
      (id) => !id.startsWith('number'),
    )
    const isLeftBehind = failuresOf(results).some((failure) => failure.startsWith('left behind'))
    expect(kept.length > 0).toBe(isLeftBehind)
    expect(isLeftBehind).toBe(/^a deletion .*not done$/.test(deviation))
  })
})

describe('a server that does more than documented', () => {
  test.each(named(growing))(
    'meets the contract where $deviation, which is reported as undocumented',
    async ({ deviation, told }) => {
      const { results } = await verifyStateful({ deviation }, { write: true })
      expect(violationsOf(results)).toEqual([])
      expect(failuresOf(results)).toEqual([])
      expect(undocumentedOf(results).join('\n')).toMatch(told)
    },
  )
})
