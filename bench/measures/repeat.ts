import { type Figures, load, type Name, names } from '../clients/index.ts'
import type { Connection } from '../clients/work.ts'
import { id } from '../probes/stub.ts'
import { interleave } from './interleave.ts'

/** Milliseconds that one read of a portal takes. */
export async function timeOfRead(connection: Connection, { rounds, calls }: Repeats): Promise<Figures> {
  const reads = new Map<Name, () => Promise<unknown>>()
  for (const name of names) {
    const { connect, read } = await load(name)
    const client = connect(connection)
    reads.set(name, () => read(client, id))
  }
  const repeat = async (name: Name) => {
    const read = reads.get(name)!
    for (let call = 0; call < calls; call++) await read()
  }
  await interleave(Math.ceil(rounds / 5), repeat) // until everything is compiled
  const figures = await interleave(rounds, repeat)
  for (const name of names) figures[name] /= calls
  return figures
}

interface Repeats {
  rounds: number
  /** In each round. */
  calls: number
}
