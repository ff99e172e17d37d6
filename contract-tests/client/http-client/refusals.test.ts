import { describe, expect, test } from 'vitest'
import { createHttpClient } from '../../../src/client/index.ts'
import { apiToken, connectHttp, rejection, serve, success } from '../setup.ts'
import { read, watch } from './setup.ts'

const ofBoth: [string, object, RegExp][] = [
  ["redirect: 'follow'", { redirect: 'follow' }, /^redirect: a redirect always rejects$/],
  ["redirect: 'manual'", { redirect: 'manual' }, /^redirect: a redirect always rejects$/],
  ["mode: 'no-cors'", { mode: 'no-cors' }, /^mode: no-cors hides every response$/],
  ['a fetch that is none', { fetch: 'https://api.example.com' }, /^fetch: expected a function$/],
  ['a fetch that is null', { fetch: null }, /^fetch: expected a function$/],
  ['a timeout of 0', { timeout: 0 }, /^timeout: expected milliseconds from 1 to 2147483647, or Infinity, but it is 0$/],
  ['a timeout that is a text', { timeout: '5s' }, /^timeout: expected milliseconds/],
  ['a negative maxRetries', { maxRetries: -1 }, /^maxRetries: expected 0 or more, but it is -1$/],
  ['half a maxRetries', { maxRetries: 0.5 }, /^maxRetries: expected 0 or more, but it is 0.5$/],
  ['a base URL that is none', { baseUrl: 'api.example.com' }, /^baseUrl: expected/],
  ['a base URL with a query', { baseUrl: 'https://api.example.com?a=b' }, /^baseUrl: expected/],
  [
    'a base URL with a user',
    { baseUrl: 'https://me:s3cr3t@api.example.com' },
    /^baseUrl: expected an origin and a path/,
  ],
]

test.each<[string, object, RegExp]>([
  ...ofBoth,
  ['an account', { accountId: 'a' }, /^accountId: a call names it as account_id in params.path$/],
])('%s of a call is refused by its name, and nothing is sent', async (_, init, message) => {
  const target = await serve(success)
  const error = (await rejection(read(connectHttp(target), init))) as Error
  expect(error).toBeInstanceOf(TypeError)
  expect(error.message).toMatch(message)
  expect(error.message).not.toContain('s3cr3t')
  expect(target.requests).toEqual([])
})

test.each<[string, object, RegExp]>([
  ...ofBoth,
  ['a hook that is none', { hooks: { request: 'log' } }, /^hooks.request: expected a function$/],
  ['a token with a blank', { apiToken: 's3cr3t s3cr3t' }, /^apiToken: expected a bearer token/],
  ['plain http to another machine', { baseUrl: 'http://api.example.com' }, /^baseUrl: expected https:/],
])('%s of the client is refused by its name', (_, options, message) => {
  const create = () => createHttpClient({ apiToken, ...options })
  expect(create).toThrow(TypeError)
  expect(create).toThrow(message)
})

test.each([
  ['a list', []],
  ['a text', 'options'],
  ['null', null],
  ['a Map', new Map()],
])('options that are %s are refused by name', (_, options) => {
  expect(() => Reflect.apply(createHttpClient, undefined, [options])).toThrow(
    new TypeError('options: expected a plain object'),
  )
})

test.each([
  ['a list', []],
  ['a text', 'options'],
  ['a function', () => {}],
])('options of a call that are %s are refused by name, and nothing is sent', async (_, init) => {
  const { http, fetch } = watch()
  const error = await rejection(Reflect.apply(http.GET, undefined, ['/any', init]))
  expect(error).toEqual(new TypeError('options: expected a plain object'))
  expect(fetch).not.toHaveBeenCalled()
})

describe('what is accepted:', () => {
  test.each<[string, object]>([
    ["redirect: 'error'", { redirect: 'error' }],
    [
      'undefined',
      {
        timeout: undefined,
        maxRetries: undefined,
        redirect: undefined,
        fetch: undefined,
        headers: undefined,
        baseUrl: undefined,
      },
    ],
    ['no limit', { timeout: Infinity, maxRetries: 0 }],
  ])('%s, of the client as of a call', async (_, options) => {
    const target = await serve(success)
    expect((await read(connectHttp(target, { ...options, baseUrl: target.url }))).data).toMatchObject({ success: true })
    expect((await read(connectHttp(target), options)).data).toMatchObject({ success: true })
  })

  test.each([undefined, null])('%s for no options', async (init) => {
    const { http, fetch } = watch()
    await Reflect.apply(http.GET, undefined, ['/any', init])
    expect(fetch).toHaveBeenCalledOnce()
  })
})
