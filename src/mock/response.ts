import type { Reply } from './api/reply.ts'
import type { Fault } from './faults.ts'

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
