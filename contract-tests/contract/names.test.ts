import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleBody, exchange, successful } from './exchange.ts'

const inherited = [...Object.getOwnPropertyNames(Object.prototype), 'length', 'then', '', '/', '~']

/** Any JSON, with names that every object of JavaScript has already. */
const json = fc.jsonValue({ depthSize: 'small', stringUnit: 'binary' })
const named = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, json, tie('object'), fc.array(tie('value'), { maxLength: 3 })),
  object: fc.array(fc.tuple(fc.constantFrom(...inherited), tie('value')), { maxLength: 3 }).map((fields) => {
    return Object.fromEntries(fields)
  }),
})).object

describe('a field with the name of what every object has', () => {
  test.each(inherited)('%o is reported as any other', async (name) => {
    const field = JSON.stringify({ [name]: { [name]: 'new' } }).slice(1, -1)
    const within = (value: unknown) => JSON.stringify(value).replace(/\{(?="id")/, `{${field},`)
    const body = await exchange('createServer', { body: within(exampleBody('createServer')) })
    const pointer = `/${name.replace('~', '~0').replace('/', '~1')}`
    expect(body.violations).toMatchObject([{ side: 'request', pointer, received: 'object' }])
    const { undocumented } = await exchange('readServer', { response: within(successful('readServer')) })
    expect(undocumented).toMatchObject([{ kind: 'field', pointer: `/result${pointer}`, received: 'object' }])
  })

  test.each(inherited.filter(Boolean))('%o is reported in a query', async (name) => {
    const { violations } = await exchange('listServers', { query: `?${encodeURIComponent(name)}=1` })
    expect(violations).toMatchObject([{ place: 'query', received: 'string' }])
  })

  test('never throws, wherever it is', async () => {
    await fc.assert(
      fc.asyncProperty(named, fc.constantFrom('/', '/result', '/result/0', '/errors/0'), async (value, at) => {
        const nest = (inner: unknown) => {
          const result = at === '/result' ? inner : at === '/result/0' ? [inner] : []
          return at === '/' ? inner : { success: true, result, errors: at === '/errors/0' ? [inner] : [] }
        }
        await exchange('listServers', { response: nest(value) })
        await exchange('createServer', { body: nest(value) })
      }),
    )
  })
})

describe('a field that an object has twice', () => {
  test.each([
    ['{"success":true,"success":true,"result":RESULT}', '/success'],
    ['{"success":true,"result":RESULT , "result" :\n\tRESULT}', '/result'],
    ['{"success":true,"re\\u0073ult":RESULT,"result":RESULT}', '/result'],
    [
      '{"success":true,"result":RESULT,"messages":[{"message":"a"},{"message":"\\"}{,:","message":"b"}]}',
      '/messages/1/message',
    ],
    ['{"success":true,"messages":[],"errors":[[{}],2,{"a/b":[{"c":1,"c":1}]}],"result":RESULT}', '/errors/2/a~1b/0/c'],
  ])('is a violation: %s', async (text, pointer) => {
    const result = JSON.stringify(Object(successful('readServer')).result)
    const { violations } = await exchange('readServer', { response: text.replaceAll('RESULT', result) })
    expect(violations.map((each) => `${each.pointer} ${each.received} ${each.expected}`)).toContain(
      `${pointer} present more than once once`,
    )
  })

  test('is a violation in a request', async () => {
    const body = JSON.stringify(exampleBody('createServer')).replace('{', '{"name":"Wiki",')
    const { violations } = await exchange('createServer', { body })
    expect(violations.map(({ message }) => message.replace(/ \[.*/, ''))).toEqual([
      'createServer: request: /name is present more than once; expected once',
    ])
  })

  test('is none where two objects have it, or a text looks like it', async () => {
    const value = [{ a: 1, b: { a: 1 } }, { a: 1 }, '"a":1,"a":1', { 'a"': '\\', a: '{"a":1,"a":2}' }]
    const { violations } = await exchange('readServer', {
      status: 400,
      response: { success: false, errors: [], messages: value },
    })
    expect(violations.filter(({ expected }) => expected === 'once')).toEqual([])
  })

  test('is found as often as an independent count finds it', async () => {
    const entry = fc.tuple(
      fc.constantFrom('a', 'b', '"', '\\', '\u{1f600}'),
      fc.constantFrom('1', '"}"', '[]', '{}', '"\\\\"'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 8 }), async (entries) => {
        const text = `{${entries.map(([name, value]) => `${JSON.stringify(name)} : ${value}`).join(' , ')}}`
        const names = entries.map(([name]) => name)
        const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at))
        const { violations } = await exchange('readServer', { response: text })
        expect(
          violations
            .filter(({ expected }) => expected === 'once')
            .map(({ pointer }) => pointer)
            .sort(),
        ).toEqual([...twice].map((name) => `/${name}`).sort())
      }),
    )
  })
})
