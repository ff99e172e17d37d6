import { describe, expect, test } from 'vitest'
import { type HttpClient, InvalidResponseError } from '../../../src/client/index.ts'
import { apiToken, connectHttp, refusal, rejection, root, serve, serveBytes, signalled, success } from '../setup.ts'
import { params, read, servers, watch } from './setup.ts'

describe('a Response', () => {
  test('is the very one that the fetch returned', async () => {
    const given = Response.json({ success: true, result: {} })
    const { response } = await read(watch({}, async () => given).http)
    expect(response).toBe(given)
  })

  test('has its url, its status text and its headers', async () => {
    const target = await serve({ ...refusal(404, { code: 7002 }), headers: { 'cf-ray': '8a1b' } })
    const { response, error } = await read(connectHttp(target))
    expect(response.url).toBe(`${target.url}${root}/servers/docs`)
    expect([response.status, response.statusText, response.redirected]).toEqual([404, 'Not Found', false])
    expect(response.headers.get('cf-ray')).toBe('8a1b')
    expect(error).toMatchObject({ success: false, errors: [{ code: 7002 }] })
  })

  test('has no content type where the server sent none', async () => {
    const http = connectHttp(await serve((_, response) => void response.end('{}')))
    expect((await read(http)).response.headers.get('content-type')).toBeNull()
  })

  test('keeps the bytes of another charset', async () => {
    const latin1 = Buffer.from('Zürich', 'latin1')
    const target = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain; charset=iso-8859-1' }).end(latin1)
    })
    const { data } = await read(connectHttp(target), { parseAs: 'arrayBuffer' })
    expect(Buffer.from(data as never)).toEqual(latin1)
  })

  test('of a status that no constructor of a Response takes is the native one', async () => {
    const target = await serveBytes((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 999 Request Denied\r\nContent-Length: 2\r\n\r\nno')),
    )
    const { error, response } = await read(connectHttp(target))
    expect([response.status, response.statusText, error]).toEqual([999, 'Request Denied', 'no'])
  })

  test('is handed over with its first bytes, before the last ones are sent', async () => {
    const seen = signalled()
    const target = await serve(async (_, response) => {
      response.writeHead(200).write('first')
      await seen.promise
      response.end(' last')
    })
    const { data } = await read(connectHttp(target), { parseAs: 'stream' })
    const reader = Object(data).getReader()
    const first = await reader.read()
    expect(Buffer.from(first.value).toString()).toBe('first')
    seen.resolve()
    expect(Buffer.from((await reader.read()).value).toString()).toBe(' last')
  })

  test.each([204, 304])('of status %i has no body', async (status) => {
    const { data, response } = await read(connectHttp(await serve({ status })))
    expect([data, response.status, response.body]).toEqual([undefined, status, null])
  })

  test('of a HEAD has its headers', async () => {
    const http = connectHttp(await serve({ headers: { 'x-total': '3' } }))
    const { response } = await Reflect.apply(http.HEAD, undefined, ['/any'])
    expect(response.headers.get('x-total')).toBe('3')
  })

  test('that is a failure need not be JSON', async () => {
    const { error, response } = await read(connectHttp(await serve({ status: 403, body: '<title>Blocked</title>' })))
    expect([error, response.status]).toEqual(['<title>Blocked</title>', 403])
  })
})

describe('a response of status 200 that is not JSON', () => {
  test.each([
    ['text/html', '<title>Just a moment...</title>'],
    ['application/json', '{"success":true,"resu'],
  ])('is an InvalidResponseError that knows its type: %s', async (type, text) => {
    const error = await rejection(read(connectHttp(await serve({ headers: { 'content-type': type }, body: text }))))
    expect(error).toBeInstanceOf(InvalidResponseError)
    expect(error).toMatchObject({ status: 200, contentType: type, operation: 'servers.read', outcome: 'rejected' })
    expect(String(error)).toContain(`: 200 with a body that is not JSON`)
  })

  test.each([
    ['with its length', true],
    ['in chunks', false],
  ])('shows nothing of a body that repeats the token, %s', async (_, hasLength) => {
    const target = await serve(({ headers }, response) => {
      const text = `${headers.authorization?.slice(7)}: who is that?`
      if (hasLength) response.setHeader('content-length', text.length)
      response.write(text)
      response.end()
    })
    const error = (await rejection(read(connectHttp(target)))) as InvalidResponseError
    expect(error).toBeInstanceOf(InvalidResponseError)
    expect(`${error.stack} ${JSON.stringify(error)} ${error.cause}`).not.toContain(apiToken.slice(0, 4))
  })

  test('may be a create that had its effect', async () => {
    const http = connectHttp(await serve({ body: '<title>Just a moment...</title>' }))
    const call = http.POST(servers, { params, body: Object({ id: 'docs' }) })
    expect(await rejection(call)).toMatchObject({ name: 'InvalidResponseError', outcome: 'unknown' })
  })
})

describe('a redirect', () => {
  const follow: [string, (http: HttpClient) => PromiseLike<unknown>][] = [
    ['a call', (http) => read(http)],
    ['a call read as a stream', (http) => read(http, { parseAs: 'stream' })],
    [
      'a Request of middleware that would follow it',
      (http) => {
        http.use({ onRequest: ({ request }) => new Request(request, { redirect: 'follow' }) })
        return read(http)
      },
    ],
  ]
  describe.each(follow)('rejects %s', (_, call) => {
    test.each([301, 302, 303, 307, 308])('by status %i, and nothing is sent to its target', async (status) => {
      const target = await serve(success)
      const origin = await serve({ status, headers: { location: target.url }, body: 'moved' })
      const error = await rejection(call(connectHttp(origin)))
      expect(error).toBeInstanceOf(InvalidResponseError)
      expect(String(error)).toContain(`: ${status} redirects to ${target.url}, which an API call never follows [`)
      expect([origin.requests.length, target.requests.length]).toEqual([1, 0])
    })
  })

  test('leaves no connection open for its body', async () => {
    const closed = signalled()
    const origin = await serve((_, response) => {
      response.on('close', closed.resolve)
      response.writeHead(302, { location: '/other' }).write('a body that does not end')
    })
    await rejection(read(connectHttp(origin)))
    await closed.promise
  })

  test('that a given fetch followed is refused', async () => {
    const target = await serve(success)
    const origin = await serve({ status: 302, headers: { location: target.url } })
    const fetch = ({ url, headers }: Request) => globalThis.fetch(url, { headers, redirect: 'follow' })
    const error = await rejection(read(connectHttp(origin, { fetch, apiToken: null })))
    expect(String(error)).toContain('was redirected by the given fetch')
  })
})
