import { WriteStream } from 'node:tty'
import { visible } from './visible.ts'

/**
 * To be called once, before anything is written. A reader that has gone (`| head`, a closed terminal) must neither end
 * the command with a stack trace nor stop it from cleaning up. Any other failure, as of a full disk, makes it exit with 2.
 */
export function guardOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      if (code && readerHasGone.has(code)) return
      process.exitCode = 2
      if (stream === process.stdout) complain(`the report could not be written: ${message}`)
    })
  }
}

const readerHasGone = new Set(['EPIPE', 'EIO', 'EBADF', 'ECONNRESET', 'ERR_STREAM_DESTROYED'])

/**
 * Whether the standard output gets colours. Node decides by the terminal and its variables: none with NO_COLOR, and with
 * FORCE_COLOR also where there is no terminal.
 */
export function hasColors(): boolean {
  const isWanted = process.stdout.isTTY || process.env.FORCE_COLOR !== undefined
  return isWanted && WriteStream.prototype.getColorDepth() > 2
}

/** Writes to the standard output. */
export function print(text: string): void {
  process.stdout.write(text)
}

/** Writes a line to the standard error, named after the command. */
export function complain(message: string): void {
  progress('')
  process.stderr.write(`cloudflare-mcp-portals: ${visible(message)}\n`)
}

/** Shows a line on a terminal in place of the one before; an empty one clears it. Elsewhere nothing is shown. */
export function progress(line: string): void {
  const { stderr } = process
  if (stderr.isTTY) stderr.write(`\r\x1b[K${visible(line).slice(0, (stderr.columns || 80) - 1)}`)
}
