import type { Match } from '../contract/operation.ts'
import { findRemarks } from '../contract/remarks.ts'
import type { Reply } from './api/reply.ts'
import type { Fault } from './faults.ts'

/**
 * A reply as the reference edition has it, by the marks of the validators: without newer fields, with [] for null where a
 * list is required, and without any other null.
 */
export function toReference({ operation }: Match, { status, body }: Reply): Reply {
  const validate = operation.responses[status]
  if (!validate) return { status, body }
  const copy = structuredClone(body)
  const newer = findRemarks(validate, copy, 'body').filter(({ keyword }) => /^newer(Field|Null)$/.test(keyword))
  for (const { pointer } of newer) setAt(copy, pointer, undefined)
  const missing = findRemarks(validate, copy, 'body').filter(({ keyword }) => keyword === 'required')
  for (const { pointer } of missing) setAt(copy, pointer, [])
  return { status, body: copy }
}

function setAt(root: object, pointer: string, value: unknown): void {
  const path = pointer.split('/').slice(1)
  const parent = path.slice(0, -1).reduce<object>((node, name) => Object(Reflect.get(node, name)), root)
  Reflect.set(parent, path.at(-1) ?? '', value)
}

/** Writes a reply, with what a fault makes of it. */
export function toResponse(
  reply: Reply,
  fault: Fault | undefined,
  ray: string,
  signal: AbortSignal | undefined,
): Response {
  const headers = new Headers({ 'Content-Type': 'application/json', 'CF-Ray': ray })
  if (fault?.retryAfter !== undefined) headers.set('Retry-After', String(fault.retryAfter))
  const { status } = reply
  if (fault?.html) {
    headers.set('Content-Type', 'text/html; charset=UTF-8')
    return new Response(page(status), { status, headers })
  }
  const text = JSON.stringify(reply.body)
  return new Response(fault?.stall ? stalled(text, signal) : text, { status, headers })
}

function page(status: number): string {
  return `<!DOCTYPE html><html><head><title>${status}</title></head><body><h1>Error ${status}</h1></body></html>\n`
}

/** Half of a body, and then nothing, until whoever waits for it gives up. */
function stalled(text: string, signal: AbortSignal | undefined): ReadableStream<Uint8Array> {
  const half = new TextEncoder().encode(text.slice(0, text.length / 2))
  return new ReadableStream({
    start(controller) {
      controller.enqueue(half)
      signal?.addEventListener('abort', () => controller.error(signal.reason), { once: true })
    },
  })
}

/** @throws The reason of the signal, as soon as it is aborted. */
export async function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  if (milliseconds <= 0) return
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(done, milliseconds)
    function done(): void {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      if (signal?.aborted) reject(signal.reason)
      else resolve()
    }
    signal?.addEventListener('abort', done)
  })
}
