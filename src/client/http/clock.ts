/** Time and chance, so that a test can wait for eight seconds in none. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** From 0 to 1. */
  random(): number
  /** Resolves after that many milliseconds, or rejects with the signal's reason. */
  sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void>
}

// Looked up when used: a test may have replaced them since.
export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      // A hook may have aborted it since; an aborted signal calls nobody back.
      if (signal?.aborted) throw signal.reason
      const end = () => {
        clearTimeout(timer)
        forget()
      }
      const timer = setTimeout(() => {
        end()
        resolve()
      }, milliseconds)
      const forget = onAbort(signal, (reason) => {
        end()
        reject(reason)
      })
    }),
}

interface Listening {
  callbacks: Set<(reason: unknown) => void>
  listener(): void
}

const nothing = () => {}

const signals = new WeakMap<AbortSignal, Listening>()

/**
 * Calls back when the signal aborts. Returns a function that forgets the callback. A signal gets one listener, however
 * many calls it belongs to: Node 20 warns from the eleventh on.
 */
export function onAbort(signal: AbortSignal | undefined, callback: (reason: unknown) => void): () => void {
  if (!signal) return nothing
  const { callbacks, listener } = signals.get(signal) ?? listenTo(signal)
  callbacks.add(callback)
  return () => {
    callbacks.delete(callback)
    if (callbacks.size > 0) return
    signals.delete(signal)
    signal.removeEventListener('abort', listener)
  }
}

function listenTo(signal: AbortSignal): Listening {
  const callbacks = new Set<(reason: unknown) => void>()
  const listener = () => {
    for (const callback of callbacks) callback(signal.reason)
  }
  signal.addEventListener('abort', listener)
  signals.set(signal, { callbacks, listener })
  return { callbacks, listener }
}
