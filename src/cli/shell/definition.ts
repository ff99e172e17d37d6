import type { Arguments, Options } from './parse.ts'

/** A command, as its file defines it. */
export interface Definition<O extends Options> {
  name: string
  /** What it does, in one line of the general help. */
  summary: string
  /** What it does, in the first lines of its own help. */
  about: string
  /** What stands after its name, as in `verify [options]`. */
  usage: string
  options: O
  /** One line that works as it is. */
  example: string
  /** What its exit codes mean; 129, 130 and 143 (interrupted) are every command's. */
  exitCodes: { 0: string; 1?: string; 2: string }
  /** Resolves to the exit code; throws a `CommandError` for what the user can mend. */
  run(given: Arguments<O>): Promise<number>
}

/** A command, as the table of all commands has it. */
export interface Command {
  name: string
  summary: string
  help: string
  /** Parses its arguments and runs it; `--help` is every command's. */
  run(args: string[]): Promise<number>
}
