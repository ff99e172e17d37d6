import { createHash } from 'node:crypto'
import { createServer as createHttpServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { serveSecurely } from './secure.ts'
import { onEnd, proxyTo, responding, server, toRequest, toResponse } from './setup.ts'
import { open } from './wire.ts'

afterEach(() => vi.unstubAllEnvs())

const hello = toResponse('{}')

describe('what is sent bit by bit arrives bit by bit', () => {
  test('in a response', async () => {
    const arrived: (() => void)[] = []
    const { url } = await server(async (socket, reader) => {
      await reader.next()
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')
      for (const piece of ['one', 'two']) {
        await new Promise<void>((resolve) => arrived.push(resolve))
        socket.write(`3\r\n${piece}\r\n`)
      }
      socket.write('0\r\n\r\n')
    })
    const response = await fetch((await proxyTo(url)).url)
    // The headers are here, and nothing of the body has been sent.
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    for (const piece of ['one', 'two']) {
      await vi.waitFor(() => expect(arrived).toHaveLength(1))
      arrived.pop()?.()
      expect(await reader.read()).toEqual({ done: false, value: piece })
    }
    expect((await reader.read()).done).toBe(true)
  })

  test('in a request', async () => {
    const seen: string[] = []
    const { url } = await server(async (socket) => {
      socket.on('data', (chunk) => {
        seen.push(String(chunk))
        if (String(chunk).includes('end')) socket.write(hello)
      })
    })
    const { socket, reader } = await open((await proxyTo(url)).url)
    socket.write('POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\n')
    await vi.waitFor(() => expect(seen.join('')).toMatch(/^POST \/x .*\r\n\r\n$/s))
    for (const piece of ['mid', 'end']) {
      socket.write(piece)
      await vi.waitFor(() => expect(seen.join('').endsWith(piece)).toBe(true))
    }
    expect((await reader.next())?.body).toBe('{}')
    socket.destroy()
  })
})

describe('a connection that is kept alive', () => {
  test('has one of its own to the server, which is kept alive too', async () => {
    const connections: string[][] = []
    const { url } = await server(async (socket, reader) => {
      const requests: string[] = []
      connections.push(requests)
      for (let request = await reader.next(); request; request = await reader.next()) {
        requests.push(request.start)
        socket.write(hello)
      }
    })
    const proxy = await proxyTo(url)
    for (const client of [1, 2]) {
      const { socket, reader } = await open(proxy.url)
      for (const number of [1, 2, 3]) {
        socket.write(toRequest(`/${client}/${number}`))
        expect((await reader.next())?.body).toBe('{}')
      }
      socket.destroy()
    }
    const requests = (client: number) => [1, 2, 3].map((number) => `GET /${client}/${number} HTTP/1.1`)
    expect(connections).toEqual([requests(1), requests(2)])
  })

  test('is closed when the server closes it', async () => {
    const { url } = await server(async (socket, reader) => {
      await reader.next()
      socket.write(hello)
      await wait(50)
      socket.end()
    })
    const { socket, reader } = await open((await proxyTo(url)).url)
    socket.write(toRequest('/'))
    expect((await reader.next())?.body).toBe('{}')
    expect(await reader.ended()).toBe('closed')
    socket.destroy()
  })

  test('says so when the server closes it with a response', async () => {
    const { url } = await responding(() => toResponse('{}', '200 OK', 'Connection: close'))
    const { socket, reader } = await open((await proxyTo(url)).url)
    socket.write(toRequest('/'))
    expect((await reader.next())?.headers).toContainEqual(['Connection', 'close'])
    expect(await reader.ended()).toBe('closed')
  })

  test('breaks when the server closes it under a request, which is not sent again', async () => {
    let requests = 0
    const { url } = await server(async (socket, reader) => {
      for (const response of [hello, undefined]) {
        await reader.next()
        requests++
        if (response) socket.write(response)
      }
      socket.resetAndDestroy()
    })
    const proxy = await proxyTo(url)
    const { socket, reader } = await open(proxy.url)
    socket.write(toRequest('/'))
    await reader.next()
    socket.write(toRequest('/', 'POST', '{}'))
    expect(await reader.next()).toBeUndefined()
    expect(reader.end).toBe('reset')
    expect(requests).toBe(2)
    expect(proxy.failures).toEqual(['another path: read ECONNRESET'])
  })

  test('takes requests before it has responded to the last, and responds in their order', async () => {
    const { url } = await responding(({ start }) => toResponse(start))
    const { socket, reader } = await open((await proxyTo(url)).url)
    socket.write([1, 2, 3].map((number) => toRequest(`/${number}`)).join(''))
    for (const number of [1, 2, 3]) expect((await reader.next())?.body).toBe(`GET /${number} HTTP/1.1`)
    socket.destroy()
  })
})

describe('a client that asks first whether it may send its body', () => {
  const head = 'PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n'

  test('is told what the server says', async () => {
    const { url } = await server(async (socket, reader) => {
      const request = reader.next()
      await vi.waitFor(() => expect(reader.unread).toBe(''))
      await wait(20)
      socket.write('HTTP/1.1 100 Continue\r\n\r\n')
      socket.write(toResponse(`${(await request)?.body}`))
    })
    const { socket, reader } = await open((await proxyTo(url)).url)
    socket.write(head)
    expect((await reader.next())?.start).toBe('HTTP/1.1 100 Continue')
    socket.write('{}')
    expect((await reader.next())?.body).toBe('{}')
    socket.destroy()
  })

  test('gets the refusal of the server in the place of that', async () => {
    const { url } = await server(async (socket, reader) => {
      void reader.next()
      await wait(20)
      socket.end(toResponse('', '413 Content Too Large', 'Connection: close'))
    })
    const { socket, reader } = await open((await proxyTo(url)).url)
    socket.write(head)
    expect((await reader.next())?.start).toBe('HTTP/1.1 413 Content Too Large')
    socket.destroy()
  })
})

describe('a body of any size', () => {
  const size = 64 * 1024 * 1024
  const block = Buffer.alloc(1024 * 1024, 'abcdefgh')
  const blocks = () => Readable.from(Array.from({ length: size / block.length }, () => block))
  const expected = createHash('sha256')
  for (let at = 0; at < size; at += block.length) expected.update(block)
  const digest = expected.digest('hex')

  async function digestOf(message: IncomingMessage): Promise<string> {
    const hash = createHash('sha256')
    for await (const chunk of message) hash.update(chunk)
    return hash.digest('hex')
  }

  test.each(['/', '/accounts/a/access/ai-controls/mcp/servers'])('passes both ways, to %s', async (path) => {
    const received: string[] = []
    const http = createHttpServer(async (message, response) => {
      received.push(await digestOf(message))
      await pipeline(blocks(), response)
    })
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    onEnd(async () => void http.close())
    const proxy = await proxyTo(`http://127.0.0.1:${(http.address() as AddressInfo).port}`)
    const response = await fetch(proxy.url + path, {
      method: 'POST',
      duplex: 'half',
      body: Readable.toWeb(blocks()),
    } as RequestInit)
    expect(await digestOf(Readable.fromWeb(response.body as never) as IncomingMessage)).toBe(digest)
    expect(received).toEqual([digest])
    await proxy.close()
    const tooLong = 'the body is unreadable, or too long to be checked; expected one that can be read'
    expect(proxy.found).toEqual(
      path === '/' ? [] : [`createServer: request: ${tooLong}`, expect.any(String), expect.any(String)],
    )
  })
})

test('a thousand requests at once pass', async () => {
  const { url } = await responding(({ start }) => toResponse(start))
  const proxy = await proxyTo(url)
  const one = (number: number) =>
    new Promise<string>((resolve, reject) => {
      const request = get(`${proxy.url}/${number}`, { agent: false }, async (response) => {
        let body = ''
        for await (const chunk of response) body += chunk
        resolve(body)
      })
      request.on('error', reject)
    })
  const numbers = Array.from({ length: 1000 }, (_, number) => number)
  expect(await Promise.all(numbers.map(one))).toEqual(numbers.map((number) => `GET /${number} HTTP/1.1`))
  expect(proxy.failures).toEqual([])
})

test.each([undefined, '0'])(
  'a server behind https is verified, with NODE_TLS_REJECT_UNAUTHORIZED=%s',
  async (setting) => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', setting)
    const { url } = await serveSecurely('localhost')
    const proxy = await proxyTo(url)
    await expect(fetch(proxy.url)).rejects.toThrow('fetch failed')
    expect(proxy.failures).toEqual([expect.stringMatching(/^another path: self-signed certificate/)])
  },
)

describe('a connection that cannot be made, or takes too long', () => {
  test('breaks the one of the client, which gets no response that no server has sent', async () => {
    const gone = await server(async () => {})
    await gone.close()
    const proxy = await proxyTo(gone.url)
    const { socket, reader } = await open(proxy.url)
    socket.write(toRequest('/accounts/a/access/ai-controls/mcp/portals'))
    expect(await reader.next()).toBeUndefined()
    expect(reader.end).toBe('reset')
    await vi.waitFor(() => expect(proxy.failures).toHaveLength(1))
    expect(proxy.failures[0]).toMatch(/^listPortals: connect ECONNREFUSED 127\.0\.0\.1:\d+$/)
  })

  test.each([
    ['before the headers', ''],
    ['within the body', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{'],
  ])('%s ends at the limit', async (_, begun) => {
    const { url } = await server(async (socket, reader) => {
      await reader.next()
      socket.write(begun)
    })
    const proxy = await proxyTo(url, { timeout: 100 })
    const { socket, reader } = await open(proxy.url)
    socket.write(toRequest('/accounts/a/access/ai-controls/mcp/portals'))
    expect(await reader.next()).toBeUndefined()
    await vi.waitFor(() => expect(proxy.failures).toEqual(['listPortals: no whole response within 0.1 s']))
  })
})

describe('a client that goes', () => {
  test.each([
    ['before the response', toRequest('/')],
    ['within its request', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{'],
  ])('%s goes from the server too, and is no failure', async (_, request) => {
    const ended: (string | undefined)[] = []
    const { url } = await server(async (_, reader) => {
      await vi.waitFor(() => expect(reader.unread).not.toBe(''))
      ended.push(await reader.ended())
    })
    const proxy = await proxyTo(url)
    const { socket } = await open(proxy.url)
    socket.write(request)
    await wait(50)
    socket.destroy()
    await vi.waitFor(() => expect(ended).toHaveLength(1))
    expect(proxy.failures).toEqual([])
  })

  test('for its own half alone still gets the response', async () => {
    const { url } = await responding(() => hello)
    const { socket, reader } = await open((await proxyTo(url)).url)
    socket.end(toRequest('/'))
    expect((await reader.next())?.body).toBe('{}')
  })
})

test('a client that takes it for another kind of proxy is refused', async () => {
  const { socket, reader } = await open((await proxyTo('http://localhost')).url)
  socket.write('CONNECT api.cloudflare.com:443 HTTP/1.1\r\nHost: api.cloudflare.com:443\r\n\r\n')
  expect((await reader.next())?.start).toBe('HTTP/1.1 501 Not Implemented')
})

test('the base URL for clients has the path of the server', async () => {
  expect((await proxyTo('https://api.cloudflare.com/client/v4/')).url).toMatch(
    /^http:\/\/127\.0\.0\.1:\d+\/client\/v4$/,
  )
})
