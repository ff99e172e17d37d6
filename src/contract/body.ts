import type { FetchResponse } from '../client/http/fetch.ts'

/** A body of at most this many bytes is checked: it has to be held in memory. */
export const maxBody = 16 * 1024 * 1024

/** The bytes of a body; undefined if there is none, `unread` if it cannot be read or has more than `maxBody` bytes. */
export type Body = Uint8Array | 'unread' | undefined

/** A request to send on in place of one that can be read only once, and what was read. */
export interface ReadRequest {
  init: RequestInit | undefined
  body: Body
  /** The content type that the runtime gives a body of this kind if the headers name none. */
  contentType: string | null
}

/** Reads the body of a request, and returns what to send on: the same chunks in a body of the same kind. */
export async function readRequest(input: string | URL | Request, init: RequestInit | undefined): Promise<ReadRequest> {
  const unread: ReadRequest = { init, body: 'unread', contentType: null }
  try {
    const body = init?.body ?? undefined
    if (init && body !== undefined && !('clone' in init)) return await readInit(init, body)
    const request = body !== undefined ? init : input
    if (typeof request !== 'object' || !('clone' in request)) return { ...unread, body: undefined }
    return { ...unread, body: await readBody((request as Request).clone()) }
  } catch {
    return unread // The fetch fails in the same way.
  }
}

async function readInit(init: RequestInit, body: BodyInit): Promise<ReadRequest> {
  if (isStream(body)) {
    const [checked, sent] = body.tee()
    return { init: withBody(init, sent), body: await readStream(checked), contentType: null }
  }
  if (isIterable(body)) {
    const { bytes, replay } = await readIterable(body)
    return { init: withBody(init, replay), body: bytes, contentType: null }
  }
  const response = new Response(body)
  return { init, body: await readBody(response), contentType: response.headers.get('content-type') }
}

/** The same init with another body, whatever it inherits from. */
function withBody(init: RequestInit, body: unknown): RequestInit {
  const copy: RequestInit = Object.assign(Object.create(Object.getPrototypeOf(init)), init)
  return Object.defineProperty(copy, 'body', { value: body, enumerable: true })
}

function isStream(body: object | string): body is ReadableStream<Uint8Array> {
  return typeof body === 'object' && 'tee' in body
}

/** Such as a stream of Node: no standard body is one, but runtimes send them. */
function isIterable(body: unknown): body is AsyncIterable<unknown> & object {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}

async function readIterable(body: AsyncIterable<unknown> & object): Promise<{ bytes: Body; replay: unknown }> {
  const iterator = body[Symbol.asyncIterator]()
  const chunks: unknown[] = []
  let size = 0
  let last: Promise<IteratorResult<unknown>> | undefined
  while (size <= maxBody && !last) {
    const next = iterator.next()
    const result = await next.catch(() => undefined)
    if (!result || result.done) last = next
    else {
      chunks.push(result.value)
      size += result.value instanceof Uint8Array ? result.value.length : Infinity
    }
  }
  async function* replay() {
    yield* chunks
    if (last) await last
    else yield* { [Symbol.asyncIterator]: () => iterator }
  }
  const isWhole = size <= maxBody && (await last?.catch(() => undefined)) !== undefined
  return { bytes: isWhole ? concatenate(chunks as Uint8Array[]) : 'unread', replay: sameKind(body, replay()) }
}

/** A stream of Node stays one: not every fetch takes anything else that is iterable. */
function sameKind(body: object, replay: AsyncIterable<unknown>): unknown {
  const { from } = body.constructor as { from?: unknown }
  return 'pipe' in body && typeof from === 'function' ? Reflect.apply(from, body.constructor, [replay]) : replay
}

/** The bytes of a request or a response that nobody else reads. */
export async function readBody(message: Request | Response): Promise<Body> {
  if (message.body) return readStream(message.body)
  // Firefox has no `body` of a request.
  const bytes = new Uint8Array(await message.arrayBuffer())
  return bytes.length > 0 ? bytes : undefined
}

async function readStream(stream: ReadableStream<Uint8Array>): Promise<Body> {
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value)
      size += next.value.length
      if (!(size <= maxBody)) {
        reader.cancel().catch(() => {})
        return 'unread'
      }
    }
  } catch {
    return 'unread' // Whoever reads the other copy gets the error.
  }
  return concatenate(chunks)
}

function concatenate(chunks: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((size, { length }) => size + length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

/** Reads the body of a response, and returns what to hand on in its place. */
export async function readResponse(response: FetchResponse): Promise<{ body: Body; forward: FetchResponse }> {
  if (isStandard(response)) return { body: await readBody(response.clone()), forward: response }
  return isIterable(response.body) ? readNodeFetch(response, response.body) : readHandMade(response)
}

/** Every runtime has its own, and a test at times one of another realm. */
function isStandard(response: FetchResponse): response is FetchResponse & Response {
  const { body } = response
  return 'clone' in response && (body === null || (typeof body === 'object' && isStream(body)))
}

/** node-fetch returns a stream of Node, and a clone of it waits until both copies are read. */
async function readNodeFetch(response: FetchResponse, body: AsyncIterable<unknown> & object) {
  const { bytes, replay } = await readIterable(body)
  const { status, statusText, headers, url, redirected } = response
  const init = { status, statusText, headers, url, counter: redirected ? 1 : 0 }
  const forward: FetchResponse = Reflect.construct(response.constructor, [replay, init])
  return { body: bytes, forward }
}

/** What a test makes by hand has the methods that the test needs. */
async function readHandMade(response: FetchResponse & { json?(): Promise<unknown> }) {
  const text = response.text ? await response.text() : JSON.stringify(await response.json?.())
  const reading = { text: async () => text, json: async () => JSON.parse(text) }
  const descriptors = Object.entries(reading).map(([name, value]) => [name, { value }])
  const forward: FetchResponse = Object.create(response, Object.fromEntries(descriptors))
  return { body: new TextEncoder().encode(text), forward }
}
