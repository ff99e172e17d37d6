import { type Figures, figuresOf, type Name, names } from '../clients/index.ts'

/**
 * Times a task for every client in turn, in many short rounds. Whatever else runs on the machine can only make a round
 * slower, so the fastest tenth of each client's rounds is what is compared.
 */
export async function interleave(rounds: number, task: (name: Name) => unknown): Promise<Figures> {
  const times = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    const from = round % names.length
    for (const name of [...names.slice(from), ...names.slice(0, from)]) {
      const start = performance.now()
      await task(name)
      times.get(name)!.push(performance.now() - start)
    }
  }
  return figuresOf((name) => fastestTenth(times.get(name)!))
}

/** The mean of the fastest tenth, in milliseconds. */
function fastestTenth(times: number[]): number {
  const fastest = times.toSorted((a, b) => a - b).slice(0, Math.ceil(times.length / 10))
  return fastest.reduce((sum, time) => sum + time, 0) / fastest.length
}
