/** What a fetch is called with. */
export type AnyFetchInput = string | URL | Request

/** The URL of a request; undefined if it cannot be parsed. */
export function parseUrl(input: AnyFetchInput): URL | undefined {
  const address = typeof input === 'object' && 'url' in input ? input.url : String(input)
  const base = (globalThis as { location?: { href?: string } }).location?.href
  return URL.canParse(address, base) ? new URL(address, base) : undefined
}

/** The method of a request, in capitals. */
export function readMethod(input: AnyFetchInput, init: RequestInit | undefined): string {
  return (init?.method ?? (typeof input === 'object' && 'method' in input ? input.method : 'GET')).toUpperCase()
}

/** The body of a request as text, and the init to send it with: a stream can be read but once. */
export async function readRequest(
  input: AnyFetchInput,
  init: RequestInit | undefined,
): Promise<{ body: string | undefined; forward: RequestInit | undefined }> {
  const body = init?.body ?? undefined
  if (typeof body === 'string') return { body, forward: init }
  if (body !== undefined) {
    const text = await new Response(body).text()
    return { body: text, forward: body instanceof ReadableStream ? { ...init, body: text } : init }
  }
  const text = typeof input === 'object' && 'clone' in input ? await input.clone().text() : ''
  return { body: text || undefined, forward: init }
}
