const { Deno, Bun, WebSocketPair, process, fetch } = globalThis as {
  Deno?: unknown
  Bun?: unknown
  WebSocketPair?: unknown
  process?: { release?: { name?: string } }
  fetch?: unknown
}
const isNode = !Deno && !Bun && !WebSocketPair && process?.release?.name === 'node'

/**
 * The init of a request that must arrive once, for the fetch of the runtime itself. Deno sends a text again when a
 * connection closes, and Node after a 421 Misdirected Request; neither repeats a Blob, or a stream. A page over HTTP/1.1
 * cannot be kept from it. A fetch that replaced the runtime's gets the init as it is: a test may want to read the body.
 */
export function sentOnce(
  init: RequestInit & { headers: Record<string, string> },
  bytes: Uint8Array<ArrayBuffer>,
): RequestInit {
  if (globalThis.fetch !== fetch) return init
  if (Deno) return { ...init, body: new Blob([bytes]) }
  if (!isNode) return init
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes)
      controller.close()
    },
  })
  const headers = { ...init.headers, 'content-length': String(bytes.length) }
  // As much a part of fetch as the body: Node refuses a stream without it.
  return { ...init, headers, body: stream, ...{ duplex: 'half' } }
}
