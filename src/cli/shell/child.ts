import { constants } from 'node:os'
import spawn from 'cross-spawn'
import { CommandError } from './errors.ts'
import type { Interruption } from './interruption.ts'
import { quoted } from './visible.ts'

/**
 * Runs the command of someone else on the same terminal, and resolves to its exit code; for one that a signal ended, 128
 * and the number of the signal, as in a shell. A signal that interrupts this command is sent on.
 */
export function runChild(
  [file = '', ...args]: string[],
  environment: Record<string, string>,
  interruption: Interruption,
): Promise<number> {
  return new Promise((resolve, reject) => {
    // On Windows the command may be a script, such as npm.cmd: only its shell starts one, and quotes words in its own way.
    const child = spawn(file, args, { stdio: 'inherit', env: { ...process.env, ...environment } })
    const sendOn = () => {
      const { exitCode } = interruption
      // A terminal sends Ctrl-C to both, and the console of Windows whatever else there is.
      if (process.platform === 'win32' || (exitCode === 130 && process.stdin.isTTY)) return
      child.kill(exitCode - 128)
    }
    interruption.signal.addEventListener('abort', sendOn, { once: true })
    child.once('error', ({ message }) => reject(new CommandError(`cannot run ${quoted(file)}: ${message}`)))
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}
