import { afterEach, describe, expect, test, vi } from 'vitest'
import { createClient } from '../../../src/client/index.ts'
import { accountId, apiToken, connect, root, serve, success } from '../setup.ts'
import { refusal } from './refusal.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('a base URL over plain http', () => {
  test.each([
    'http://api.cloudflare.com/client/v4',
    'http://127.0.0.1.example.com',
    'http://127.0.0.example.com',
    'http://localhost.example.com',
    'http://mylocalhost',
    'http://api.localhost',
    'http://evil.localhost',
    'http://10.0.0.1',
    'http://0.0.0.0',
    'http://128.0.0.1',
    'http://[::2]',
    'http://[2001:db8::1]',
  ])('to another machine is refused with a token: %s', (baseUrl) => {
    const error = refusal({ baseUrl })
    expect(error).toBeInstanceOf(TypeError)
    expect(error.message).toBe(
      `baseUrl: expected https:, because http: would send the token to ${new URL(baseUrl).hostname} unencrypted`,
    )
    expect(refusal({ baseUrl, apiToken: () => apiToken }).message).toBe(error.message)
  })

  test.each(['http://localhost:8080', 'http://127.0.0.1', 'http://127.10.20.255:1/v4', 'http://[::1]:8'])(
    'to this machine is taken: %s',
    (baseUrl) => {
      expect(() => createClient({ accountId, apiToken, baseUrl })).not.toThrow()
    },
  )

  test('to another machine is taken without a token', () => {
    expect(() => createClient({ accountId, apiToken: null, baseUrl: 'http://proxy.internal' })).not.toThrow()
  })
})

test.each([
  ['docs.example.com', 'an absolute URL'],
  ['/client/v4', 'an absolute URL'],
  ['', 'an absolute URL'],
  [7, 'an absolute URL'],
  [new URL('https://api.example.com'), 'an absolute URL'],
  ['ftp://api.example.com', 'https:, not ftp:'],
  ['javascript:alert(1)', 'https:, not javascript:'],
  ['https://name@api.example.com', 'an origin and a path, without a user name, a password, a query or a fragment'],
  ['https://:secret@api.example.com', 'an origin and a path, without a user name, a password, a query or a fragment'],
  [
    'https://api.example.com?key=secret',
    'an origin and a path, without a user name, a password, a query or a fragment',
  ],
  ['https://api.example.com#secret', 'an origin and a path, without a user name, a password, a query or a fragment'],
])('the base URL %s is refused', (baseUrl, expected) => {
  const error = refusal({ baseUrl })
  expect(error).toBeInstanceOf(TypeError)
  expect(error.message).toBe(`baseUrl: expected ${expected}`)
})

test.each(['', '/', '///', '/client/v4', '/client/v4/', '/client/v4//'])('a base URL may end in "%s"', async (end) => {
  const server = await serve(success)
  await connect({ url: server.url + end }).servers.read('docs')
  expect(server.requests[0]?.url).toBe(`${end.replace(/\/+$/, '')}${root}/servers/docs`)
})
