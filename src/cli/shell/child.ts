import { spawn } from 'node:child_process'
import { constants } from 'node:os'
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
    // What is to be started on Windows may be a script, which only its shell finds.
    const shell = process.platform === 'win32'
    const child = spawn(file, args, { stdio: 'inherit', env: { ...process.env, ...environment }, shell })
    const sendOn = () => {
      const { exitCode } = interruption
      // A terminal sends Ctrl-C to both.
      if (exitCode !== 130 || !process.stdin.isTTY) child.kill(exitCode - 128)
    }
    interruption.signal.addEventListener('abort', sendOn, { once: true })
    child.once('error', ({ message }) => reject(new CommandError(`cannot run ${quoted(file)}: ${message}`)))
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}
