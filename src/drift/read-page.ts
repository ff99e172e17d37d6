import { constants, createReadStream, openSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { PageError, type ReferencePage, toReason } from './page.ts'

/** Fifty times what the longest page of the reference has today. */
const maxBytes = 10_000_000

/** Why a page cannot be read; its name stands before it. */
class Reason extends Error {}

/**
 * Reads a page from a file, from an address (`https://…`) or from the standard input (`-`), within `timeout` milliseconds.
 *
 * @throws {PageError} when there is no such page, or when it has no end in time or in size.
 */
export async function readPage(name: string, timeout: number): Promise<ReferencePage> {
  const shown = toShownName(name)
  const signal = AbortSignal.timeout(timeout)
  try {
    const chunks = /^https?:/.test(name) ? await fetchPage(name, signal) : await openFile(name)
    return { name: shown, markdown: await readText(chunks, signal) }
  } catch (error) {
    if (signal.aborted) throw new PageError({ name: shown }, toReason('no-end', { seconds: timeout / 1000 }))
    throw new PageError({ name: shown }, explain(error))
  }
}

/** Of an address what nobody has to hide: neither a password nor a query. */
export function toShownName(name: string): string {
  if (name === '-') return 'standard input'
  if (!URL.canParse(name) || !/^https?:/.test(name)) return name
  const { origin, pathname } = new URL(name)
  return origin + pathname
}

async function fetchPage(address: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  const { username, password } = new URL(address)
  if (username || password) throw new Reason(toReason('password'))
  const response = await fetch(address, { signal, headers: { Accept: 'text/markdown, text/plain, */*;q=0.1' } })
  if (!response.ok)
    throw new Reason(toReason('no-page', { status: `${response.status} ${response.statusText}`.trim() }))
  return toChunks(response)
}

async function* toChunks({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true }
      if (done || !value) return
      yield value
    }
  } finally {
    // Of a page that is too long nobody wants the rest.
    reader?.cancel().catch(() => {})
  }
}

async function openFile(name: string): Promise<Readable> {
  if (name === '-') return process.stdin
  if (!(await stat(name)).isFIFO()) return createReadStream(name)
  // A pipe, as bash makes one of <(command). Opened and read as a file it would hold a thread that nothing can end.
  return new Socket({ fd: openSync(name, constants.O_RDONLY | constants.O_NONBLOCK), writable: false })
}

async function readText(chunks: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<string> {
  const decoder = new TextDecoder()
  const source = chunks[Symbol.asyncIterator]()
  const end = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  let text = ''
  let size = 0
  try {
    for (;;) {
      // A file may be a pipe that nobody writes to.
      const { done, value } = await Promise.race([source.next(), end])
      if (done) return text + decoder.decode()
      size += value.byteLength
      if (size > maxBytes) throw new Reason(toReason('too-long', { size: maxBytes / 1e6 }))
      text += decoder.decode(value, { stream: true })
    }
  } finally {
    source.return?.().catch(() => {})
    if (chunks === process.stdin) process.stdin.destroy()
  }
}

const reasons: Record<string, 'folder' | 'no-file' | 'not-readable'> = {
  EISDIR: 'folder',
  ENOENT: 'no-file',
  EACCES: 'not-readable',
}

function explain(error: unknown): string {
  if (error instanceof Reason) return error.message
  const { code, message, cause } = Object(error)
  const inner = Object(cause)
  const said = [inner.message, inner.code, message].find((text) => typeof text === 'string' && text !== '')
  const known = reasons[String(code)]
  return known ? toReason(known) : toReason('unreachable', { reason: String(said ?? code) })
}
