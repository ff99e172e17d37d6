import type { Figures } from '../clients/index.ts'
import { connection } from '../probes/stub.ts'
import { timeOfRead } from './repeat.ts'

/** Milliseconds of a call whose fetch responds at once: what the client itself takes. */
export function timeOfCall(): Promise<Figures> {
  return timeOfRead(connection, { rounds: 80, calls: 1_000 })
}
