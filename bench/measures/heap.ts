import { type Figures, figuresOf } from '../clients/index.ts'
import { node } from './child.ts'

/** Bytes of heap that one call takes. */
export function heapOfCalls(): Promise<Figures> {
  const flags = ['--expose-gc', '--min-semi-space-size=128', '--max-semi-space-size=128']
  return figuresOf((name) => Number(node(...flags, 'probes/heap.ts', name)))
}

/** Bytes by which the heap grows between the second page of a long list and any later one. */
export function heapOfLists(): Promise<Figures> {
  return figuresOf((name) => Number(node('--expose-gc', 'probes/listing.ts', name)))
}
