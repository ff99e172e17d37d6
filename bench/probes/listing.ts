/** Prints the most heap that is held at any page while 10,000 portals are listed, above what was held before. */
import { load } from '../clients/index.ts'
import { pageSize } from '../clients/work.ts'
import { connection, pagesFetch } from './stub.ts'

const total = 10_000
const held: number[] = []
const { connect, list } = await load(process.argv[2]!)
const everyFifth = (page: number) => page % 5 === 0 && held.push(heap())
const client = connect({ ...connection, fetch: pagesFetch(total, pageSize, everyFifth) })

async function walk() {
  let items = 0
  for await (const _ of list(client)) items++
  if (items !== total) throw new Error(`listed ${items} of ${total}`)
}

function heap(): number {
  globalThis.gc!()
  return process.memoryUsage().heapUsed
}

// Compiled code is held too: the first walks are for the compiler.
for (let warmUp = 0; warmUp < 3; warmUp++) await walk()
held.length = 0
const before = heap()
await walk()
console.log(Math.max(...held) - before)
