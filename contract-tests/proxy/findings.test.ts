import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createMock } from '../../src/mock/index.ts'
import { serve } from '../../src/mock/serve.ts'
import { exampleBody, successful } from '../contract/exchange.ts'
import { accountId } from '../support/account.ts'
import { changed } from '../support/change.ts'
import { deviations } from '../support/deviations/index.ts'
import { startServer } from '../support/deviations/server.ts'
import { findInside, tell } from './inside.ts'
import { onEnd, proxyTo, responding, server, toResponse } from './setup.ts'
import { open } from './wire.ts'

const collection = `/accounts/${accountId}/access/ai-controls/mcp`

async function findOutside(deviation?: string): Promise<string[]> {
  const started = await startServer({ ...(deviation !== undefined && { deviation }) })
  onEnd(started.close)
  const proxy = await proxyTo(started.url)
  await tell(proxy.url)
  await proxy.close()
  expect(proxy.failures).toEqual([])
  return proxy.found.sort()
}

describe('the proxy finds', () => {
  test('nothing in a server that does as the spec says', async () => {
    expect(await findOutside()).toEqual([])
  })

  test('nothing in the mock, in its own edition', async () => {
    const mock = await serve(createMock().fetch)
    onEnd(mock.close)
    const proxy = await proxyTo(`${mock.url}/client/v4`, {
      standard: { edition: 'latest', unknownFields: 'violation' },
    })
    await tell(proxy.url)
    const { operations, others } = await proxy.close()
    expect(proxy.found).toEqual([])
    expect(others).toBe(0)
    expect(operations.map(({ operation, exchanges }) => `${operation} ${exchanges}`)).toEqual([
      'createPortal 1',
      'createServer 1',
      'deletePortal 1',
      'deleteServer 1',
      'listPortals 1',
      'listServers 1',
      'readPortal 1',
      'readServer 2',
      'syncServer 1',
      'updatePortal 1',
      'updateServer 1',
    ])
  })

  test.each(Object.keys(deviations))('what a check in the program finds, and no more: %s', async (deviation) => {
    expect(await findOutside(deviation)).toEqual(await findInside(deviation))
  })

  test('something of each kind among these', async () => {
    const found = (await Promise.all(Object.keys(deviations).map(findOutside))).flat().join('\n')
    for (const part of [
      'is missing; expected',
      'new field',
      'content-type is',
      'expected JSON',
      'status is 200',
      'is null',
    ]) {
      expect(found).toContain(part)
    }
  })
})

describe('a body that is encoded is checked, and passes as it is', () => {
  const wrong = JSON.stringify(changed(successful('readServer'), '/result/name', 5))
  const found = ['readServer: response 200: /result/name is 5 (number); expected a string']

  test.each<[string, (body: string) => Buffer, string[]]>([
    ['gzip', (body) => gzipSync(body), found],
    ['br', (body) => brotliCompressSync(body), found],
    ['deflate', (body) => deflateSync(body), found],
    ['deflate', (body) => deflateRawSync(body), found],
    ['deflate, gzip', (body) => gzipSync(deflateSync(body)), found],
    ['identity', (body) => Buffer.from(body), found],
    ['compress', (body) => Buffer.from(body), [expect.stringContaining('the body is unreadable')]],
    ['gzip', () => gzipSync(Buffer.alloc(32 * 1024 * 1024)), [expect.stringContaining('the body is unreadable')]],
  ])('as %s', async (encoding, encode, expected) => {
    const bytes = encode(wrong).toString('latin1')
    const headers = `Content-Type: application/json\r\nContent-Encoding: ${encoding}\r\nContent-Length: ${bytes.length}`
    const { url } = await server(async (socket, reader) => {
      await reader.next()
      socket.write(Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n${bytes}`, 'latin1'))
    })
    const proxy = await proxyTo(url)
    const { socket, reader } = await open(proxy.url)
    socket.write(`GET ${collection}/servers/docs HTTP/1.1\r\nHost: a\r\n\r\n`)
    expect((await reader.next())?.body).toBe(bytes)
    socket.destroy()
    await proxy.close()
    expect(proxy.found).toEqual(expected)
  })
})

test('a difference that many exchanges show is listed once, with how many show it', async () => {
  const { url } = await responding(() =>
    toResponse(JSON.stringify(changed(successful('readServer'), '/result/new', 1))),
  )
  const proxy = await proxyTo(url)
  for (const id of ['docs', 'wiki', 'docs']) await (await fetch(`${proxy.url + collection}/servers/${id}`)).text()
  const { operations } = await proxy.close()
  expect(operations).toMatchObject([
    {
      operation: 'readServer',
      exchanges: 3,
      findings: [{ count: 3, message: expect.stringContaining('new field /result/new') }],
    },
  ])
})

test('requests to other paths pass, and are counted', async () => {
  const { url } = await responding(() => toResponse('[]', '200 OK', 'Content-Type: text/plain'))
  const proxy = await proxyTo(url)
  await fetch(`${proxy.url}/zones`)
  await fetch(`${proxy.url + collection}/servers`, { method: 'OPTIONS' })
  expect(await proxy.close()).toEqual({ operations: [], others: 2 })
})

test('an operation that the spec does not have is a violation', async () => {
  const { url } = await responding(() => toResponse('{}'))
  const proxy = await proxyTo(url)
  await fetch(`${proxy.url + collection}/servers`, { method: 'PATCH' })
  await proxy.close()
  expect(proxy.found).toEqual(['unknown operation: request: the spec has no operation with this method and path'])
})

describe('with --refuse', () => {
  const body = JSON.stringify({ ...Object(exampleBody('createServer')), naem: 'Docs' })
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body }

  test('a request that breaks the spec is not sent, and the program learns why', async () => {
    const sent: string[] = []
    const { url } = await responding(({ start }) => {
      sent.push(start)
      return toResponse(JSON.stringify(successful('createServer')), '201 Created')
    })
    const proxy = await proxyTo(url, { refuse: true })
    const response = await fetch(`${proxy.url + collection}/servers`, init)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({
      success: false,
      errors: [
        {
          code: 7001,
          message: expect.stringMatching(/^Refused by the proxy: createServer: request: unknown field \/naem/),
        },
      ],
      messages: [],
      result: null,
    })
    expect(sent).toEqual([])
    const right = { ...init, body: JSON.stringify(exampleBody('createServer')) }
    expect((await fetch(`${proxy.url + collection}/servers`, right)).status).toBe(201)
    await proxy.close()
    expect(sent).toHaveLength(1)
    expect(proxy.found).toEqual(['createServer: request: unknown field /naem (string)'])
  })

  test('one that only the latest edition has is sent', async () => {
    const { url } = await responding(() => toResponse(JSON.stringify(successful('createServer')), '201 Created'))
    const proxy = await proxyTo(url, { refuse: true })
    const newer = {
      ...init,
      body: JSON.stringify({ ...Object(exampleBody('createServer')), client_secret: 'what-nobody-knows' }),
    }
    expect((await fetch(`${proxy.url + collection}/servers`, newer)).status).toBe(201)
    await proxy.close()
    expect(proxy.found).toEqual(['createServer: request: new field /client_secret (string); the latest edition has it'])
  })
})

test('no secret is in what was found, wherever a server repeats it', async () => {
  const secret = 'S3cret-that-nobody-may-see'
  const { url } = await responding(() =>
    toResponse(
      JSON.stringify(changed(changed(successful('readServer'), '/result/auth_type', secret), `/result/${secret}`, 1)),
    ),
  )
  const proxy = await proxyTo(url)
  const headers = { authorization: `Bearer ${secret}` }
  await fetch(`${proxy.url + collection}/servers/docs?${secret}=${secret}`, { headers }).then((response) =>
    response.text(),
  )
  const passed = await proxy.close()
  expect(proxy.found).toHaveLength(3)
  expect(JSON.stringify(passed) + proxy.found.join()).not.toContain(secret.slice(0, 8))
})
