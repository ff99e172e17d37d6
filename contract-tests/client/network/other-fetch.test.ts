/** A fetch that is not the runtime's: one that follows redirects, one on XMLHttpRequest, node-fetch, one that comes too late. */
import nodeFetch from 'node-fetch'
import { describe, expect, test, vi } from 'vitest'
import { type Fetch, InvalidResponseError, TimeoutError } from '../../../src/client/index.ts'
import { connect, envelope, operations, rejection, serve, signalled, success } from '../setup.ts'

/** A fetch as people build it on XMLHttpRequest, which follows every redirect and shows that in the URL alone. */
const onXhr: Fetch = async (url, init) => {
  const { signal: _, ...rest } = init
  const response = await globalThis.fetch(url, { ...rest, redirect: 'follow' })
  const { status, statusText, headers } = response
  return { status, statusText, headers, url: response.url, text: () => response.text() }
}
const following: Fetch = (url, init) => globalThis.fetch(url, { ...init, redirect: 'follow' })

describe.each([
  ['follows redirects all the same', following],
  ['is built on XMLHttpRequest', onXhr],
])('a fetch that %s', (_, fetch) => {
  test.each(operations)('gets the response to $operation refused that came from another origin', async (operation) => {
    const target = await serve(success)
    const server = await serve({ status: 307, headers: { location: `${target.url}/elsewhere` } })
    const error = await rejection(operation.run(connect(server, { fetch })))
    expect(error).toBeInstanceOf(InvalidResponseError)
    expect(error).toMatchObject({ attempts: 1, outcome: operation.lostOutcome })
    expect(String(error)).toContain(': 200 was redirected by the given fetch, which no API call may be')
    // As docs/runtimes.md says: the request itself has gone there.
    expect(target.requests).toHaveLength(1)
  })

  test('is any fetch where nothing redirects', async () => {
    expect(await connect(await serve(success), { fetch }).servers.read('docs')).toEqual({ id: 'docs' })
  })
})

describe('node-fetch', () => {
  const fetch = nodeFetch as unknown as Fetch

  test('is read, and a response of it that is retried is released, though its body has no cancel()', async () => {
    const closed = signalled()
    const server = await serve((_, response) => {
      response.on('close', closed.resolve)
      response.writeHead(503).write('{"success":false')
    }, success)
    expect(await connect(server, { fetch }).servers.read('docs')).toEqual({ id: 'docs' })
    await closed.promise
  })

  test('keeps what it says of a redirect', async () => {
    const server = await serve({ status: 302, headers: { location: 'https://login.example.com/' } })
    const error = await rejection(connect(server, { fetch }).servers.read('docs'))
    expect(String(error)).toContain(': 302 redirects to https://login.example.com,')
  })
})

describe('a response that comes after its call has ended', () => {
  /** A fetch that does not listen to its signal, and what it resolves to later. */
  function late() {
    const cancel = vi.fn()
    let respond = (_: Response) => {}
    const fetch = () => new Promise<Response>((resolve) => (respond = resolve))
    const arrive = async (status = 200) => {
      respond(new Response(new ReadableStream({ cancel }), { status }))
      await vi.waitFor(() => expect(cancel).toHaveBeenCalledOnce())
    }
    return { fetch, arrive }
  }

  test.each([200, 404, 503])('by an abort, with status %i, is cancelled', async (status) => {
    const { fetch, arrive } = late()
    const controller = new AbortController()
    const call = connect({ url: 'http://localhost' }, { fetch }).servers.read('docs', { signal: controller.signal })
    await new Promise((resolve) => setTimeout(resolve, 10))
    controller.abort()
    expect(await rejection(call)).toBe(controller.signal.reason)
    await arrive(status)
  })

  test('by a timeout is cancelled', async () => {
    const { fetch, arrive } = late()
    const call = connect({ url: 'http://localhost' }, { fetch, timeout: 10, maxRetries: 0 }).servers.read('docs')
    expect(await rejection(call)).toBeInstanceOf(TimeoutError)
    await arrive()
  })
})

test('a runtime without URL.canParse, as jsdom and React Native are, sends and lists', async () => {
  const { canParse } = URL
  Reflect.deleteProperty(URL, 'canParse')
  try {
    const mcp = connect(await serve({ body: envelope([{ id: 'a' }], { total_pages: 1 }) }))
    for await (const { id } of mcp.servers.list()) expect(id).toBe('a')
    const moved = connect(await serve({ status: 302, headers: { location: '/x' } }))
    expect(await rejection(moved.servers.read('docs'))).toBeInstanceOf(InvalidResponseError)
    expect(() => connect({ url: 'nowhere' })).toThrow(new TypeError('baseUrl: expected an absolute URL'))
  } finally {
    URL.canParse = canParse
  }
})
