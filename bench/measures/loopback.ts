import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Figures } from '../clients/index.ts'
import { connection } from '../probes/stub.ts'
import { timeOfRead } from './repeat.ts'

/** Milliseconds of a GET over a real connection, one after the other. */
export async function timeOfGet(): Promise<Figures> {
  const server = fork(new URL('../probes/server.ts', import.meta.url))
  try {
    const [port] = await once(server, 'message')
    return await timeOfRead({ ...connection, baseUrl: `http://127.0.0.1:${port}`, fetch }, { rounds: 160, calls: 50 })
  } finally {
    server.kill()
  }
}
