import { describe, expect, test } from 'vitest'
import { growing, reading, writing } from '../support/deviations/index.ts'
import { findMessages, findUnmet, verifyServer } from './against.ts'

const named = (deviations: Record<string, [unknown, RegExp]>) =>
  Object.entries(deviations).map(([deviation, [, told]]) => ({ deviation, told }))

describe('a server that does as documented', () => {
  test.each([0, 1, 2, 3, 45])('with %i servers and portals passes every case', async (items) => {
    const { cases, hints, server } = await verifyServer({ items }, { write: true })
    expect(findUnmet(cases)).toEqual([])
    expect(hints).toEqual([])
    expect([...server.account.servers.keys(), ...server.account.portals.keys()]).toHaveLength(2 * items)
  })
})

describe('a server of which one thing is wrong', () => {
  test.each(named(reading))('is found out by reading: $deviation', async ({ deviation, told }) => {
    const { cases, server } = await verifyServer({ deviation })
    expect(findMessages(cases, 'violation').join('\n')).toMatch(told)
    expect(findMessages(cases, 'unchecked')).toEqual([])
    expect(server.requests.filter((line) => !line.startsWith('GET'))).toEqual([])
  })

  test.each(named(writing))('is found out: $deviation', async ({ deviation, told }) => {
    const { cases, server } = await verifyServer({ deviation }, { write: true })
    expect(findMessages(cases, 'violation').join('\n')).toMatch(told)
    const kept = [...server.account.servers.keys(), ...server.account.portals.keys()].filter(
      (id) => !id.startsWith('number'),
    )
    const left = findMessages(cases, 'left')
    expect(kept.length > 0).toBe(left.length > 0)
    expect(left.length > 0).toBe(/^a deletion .*not done$/.test(deviation))
  })
})

describe('a server that does more than documented', () => {
  test.each(named(growing))('violates nothing, and the news is reported: $deviation', async ({ deviation, told }) => {
    const { cases } = await verifyServer({ deviation }, { write: true })
    expect(findMessages(cases, 'violation', 'unchecked', 'left')).toEqual([])
    expect(findMessages(cases, 'undocumented').join('\n')).toMatch(told)
  })
})
