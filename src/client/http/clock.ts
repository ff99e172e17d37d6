import { timeIsUp, within } from './within.ts'

/** Time and chance, so that a test can wait for eight seconds in none. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** From 0 to 1. */
  random(): number
  /** Resolves after that many milliseconds, or rejects with the signal's reason. */
  sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void>
}

export const systemClock: Clock = {
  now: Date.now,
  random: Math.random,
  sleep: (milliseconds, signal) =>
    within<void>(milliseconds, signal, () => new Promise(() => {})).catch((reason) => {
      if (reason !== timeIsUp) throw reason
    }),
}
