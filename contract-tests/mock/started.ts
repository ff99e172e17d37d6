import { once } from 'node:events'
import { start } from '../verify/command.ts'

/** The command `mock`, listening. */
export interface StartedMock {
  /** With `/client/v4`. */
  url: string
  /** Sends a signal, and resolves to what came of the command. */
  end(signal?: NodeJS.Signals): ReturnType<typeof start>['outcome']
}

/** Starts the command `mock` on a free port; the command is built before. */
export async function startMockCommand(...args: string[]): Promise<StartedMock> {
  const { child, outcome } = start(['mock', '--port', '0', ...args])
  let printed = ''
  while (!printed.includes('Ctrl-C')) {
    const [chunk] = await Promise.race([
      once(child.stdout ?? child, 'data'),
      outcome.then(({ stderr }): never => {
        throw new Error(stderr)
      }),
    ])
    printed += chunk
  }
  return {
    url: /listens on (\S+)\n/.exec(printed)?.[1] ?? '',
    end: (signal = 'SIGTERM') => {
      child.kill(signal)
      return outcome
    },
  }
}
