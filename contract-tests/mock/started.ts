import { once } from 'node:events'
import { type Started, start, startOnTerminal } from '../verify/command.ts'

/** The command `mock`, listening. */
export interface StartedMock {
  /** With `/client/v4`. */
  url: string
  /** Sends a signal, and resolves to what came of the command. */
  end(signal?: NodeJS.Signals): Started['outcome']
  /** Types Ctrl-C, which ends a command on a terminal. */
  pressCtrlC(): Started['outcome']
}

/** Starts the command `mock` on a free port; the command is built before. */
export function startMockCommand(...args: string[]): Promise<StartedMock> {
  return untilItListens(start(['mock', '--port', '0', ...args]))
}

/** The same on a terminal. */
export function startMockOnTerminal(environment: Record<string, string | undefined>): Promise<StartedMock> {
  return untilItListens(startOnTerminal(['mock', '--port', '0'], environment))
}

async function untilItListens({ child, outcome }: Started): Promise<StartedMock> {
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
    url: /listens on (\S+)\r?\n/.exec(printed)?.[1] ?? '',
    end: (signal = 'SIGTERM') => {
      child.kill(signal)
      return outcome
    },
    pressCtrlC: () => {
      child.stdin?.write('\x03')
      return outcome
    },
  }
}
