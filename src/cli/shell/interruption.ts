const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/** Milliseconds in which a second signal is still the first one: npm forwards what the terminal sends to it as well. */
const echo = 1_000

export interface Interruption {
  /** Aborts at the first signal. */
  readonly signal: AbortSignal
  /** 0 until a signal came, then what the command has to exit with. */
  readonly exitCode: 0 | 129 | 130 | 143
}

/**
 * Turns the first SIGINT, SIGTERM or SIGHUP into an abort, so that the command can end in order. Another one, a second
 * later or more, ends the process at once.
 *
 * @param onFirst Runs at the first signal, to say what happens now.
 * @param onSecond Runs before the process ends at once, to say what is left undone; returns its exit code, if that is not
 * to be the signal's.
 */
export function interruptible(
  onFirst: () => void = () => {},
  onSecond: () => number | undefined = () => undefined,
): Interruption {
  const controller = new AbortController()
  let exitCode: Interruption['exitCode'] = 0
  let since = 0
  for (const [name, code] of Object.entries(exitCodes)) {
    process.on(name, () => {
      if (exitCode === 0) {
        exitCode = code
        since = performance.now()
        onFirst()
        controller.abort()
      } else if (performance.now() - since > echo) process.exit(onSecond() ?? code)
    })
  }
  return {
    signal: controller.signal,
    get exitCode() {
      return exitCode
    },
  }
}
