/** Prints how many bytes of heap one call takes, in a process of its own whose young generation is never collected. */

import { PerformanceObserver } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { load } from '../clients/index.ts'
import { connection, id } from './stub.ts'

const calls = 1_000
const { connect, read } = await load(process.argv[2]!)
const client = connect(connection)
for (let call = 0; call < 10_000; call++) await read(client, id)

const collections = new PerformanceObserver(() => {})
collections.observe({ entryTypes: ['gc'] })
const batches: number[] = []
for (let batch = 0; batch < 9; batch++) {
  globalThis.gc!()
  await setImmediate()
  collections.takeRecords()
  const before = process.memoryUsage().heapUsed
  for (let call = 0; call < calls; call++) await read(client, id)
  const after = process.memoryUsage().heapUsed
  await setImmediate()
  if (collections.takeRecords().length === 0) batches.push((after - before) / calls)
}
console.log(batches.sort((a, b) => a - b)[batches.length >> 1])
