/** Something that the user can mend: its message is shown alone, and the command exits with 2. */
export class CommandError extends Error {
  /** Lines that are shown after the message. */
  readonly more: readonly string[]

  constructor(message: string | undefined, more: readonly string[] = []) {
    super(message)
    this.more = more
  }
}

/** The command was called in a way that it does not know. */
export class UsageError extends CommandError {}
