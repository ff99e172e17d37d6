import { describe, expect, test } from 'vitest'
import type { HttpClientOptions } from '../../../src/client/index.ts'
import { apiToken, connectHttp, rejection, serve, success } from '../setup.ts'
import { read, watch } from './setup.ts'

const forms: [string, HttpClientOptions['headers'], Record<string, string>][] = [
  [
    'a record',
    { 'X-Mine': 'yes', 'x-count': 3, 'x-flag': false, 'x-empty': '' },
    { 'x-mine': 'yes', 'x-count': '3', 'x-flag': 'false', 'x-empty': '' },
  ],
  ['a record with lists', { 'x-mine': ['a', 'b', 3] }, { 'x-mine': 'a, b, 3' }],
  ['a record with undefined and null', { 'x-mine': 'yes', 'x-none': undefined, 'x-null': null }, { 'x-mine': 'yes' }],
  ['Headers', new Headers({ 'x-mine': 'yes' }), { 'x-mine': 'yes' }],
  [
    'pairs',
    [
      ['x-mine', 'a'],
      ['X-Mine', 'b'],
    ],
    { 'x-mine': 'a, b' },
  ],
  ['no pairs', [], {}],
]

describe.each(forms)('headers as %s', (_, headers, expected) => {
  test('of the client', async () => {
    const { http, last } = watch({ headers })
    await read(http)
    expect(Object.fromEntries(last().headers)).toEqual({ authorization: `Bearer ${apiToken}`, ...expected })
  })

  test('of a call', async () => {
    const { http, last } = watch()
    await read(http, { headers })
    expect(Object.fromEntries(last().headers)).toEqual({ authorization: `Bearer ${apiToken}`, ...expected })
  })
})

test.each<[string, object]>([
  ['a Map', new Map([['x-mine', 'yes']])],
  [
    'Headers of another library',
    {
      *[Symbol.iterator]() {
        yield ['x-mine', 'yes']
      },
    },
  ],
])('headers as %s, which openapi-fetch drops, arrive', async (_, headers) => {
  const { http, last } = watch()
  await read(http, { headers })
  expect(last().headers.get('x-mine')).toBe('yes')
})

test('a header of a call stands before that of the client, and null takes one away', async () => {
  const target = await serve(success)
  const http = connectHttp(target, { headers: { 'x-one': 'client', 'x-two': 'client', 'x-three': 'client' } })
  await read(http, { headers: { 'x-one': 'call', 'x-two': null, 'x-three': undefined } })
  expect(target.requests[0]?.headers).toMatchObject({ 'x-one': 'call', 'x-three': 'client' })
  expect(target.requests[0]?.headers).not.toHaveProperty('x-two')
})

test('params.header stands before headers', async () => {
  const { http, last } = watch()
  await read(http, {
    params: { path: { account_id: 'a', id: 'docs' }, header: { 'x-mine': 'param' } },
    headers: { 'x-mine': 'call' },
  })
  expect(last().headers.get('x-mine')).toBe('param')
})

describe('a header that cannot be sent is refused by its name, and its value is not quoted:', () => {
  const bad: [string, object, string][] = [
    ['a line break', { 'x-mine': 's3cr3t\r\nx-other: yes' }, 'headers: x-mine: holds a character that no header may'],
    [
      'a line break in a list',
      { 'x-mine': ['fine', 's3cr3t\n'] },
      'headers: x-mine: holds a character that no header may',
    ],
    ['a letter beyond latin1', { 'x-mine': 's3cr3t ł' }, 'headers: x-mine: holds a character that no header may'],
    ['a name with a blank', { 'x mine': 's3cr3t' }, 'headers: "x mine" is no name of a header'],
    ['a pair', [['x-mine', 's3cr3t\0']], 'headers: x-mine: holds a character that no header may'],
    [
      'a text in the place of headers',
      Object('x-mine: s3cr3t').valueOf(),
      'headers: expected Headers, a plain object or pairs',
    ],
  ]

  test.each(bad)('%s, of a call', async (_, headers, message) => {
    const { http, fetch } = watch()
    expect(await rejection(read(http, { headers }))).toEqual(new TypeError(message))
    expect(fetch).not.toHaveBeenCalled()
  })

  test.each(bad)('%s, of the client', (_, headers, message) => {
    expect(() => watch({ headers } as object)).toThrow(new TypeError(message))
  })

  test('in params.header', async () => {
    const { http, fetch } = watch()
    const error = await rejection(read(http, { params: { header: { 'x-mine': 's3cr3t\n' } } }))
    expect(error).toEqual(new TypeError('headers: x-mine: holds a character that no header may'))
    expect(fetch).not.toHaveBeenCalled()
  })
})
