import { describe, expect, test } from 'vitest'
import { accountId, rejection, root } from '../setup.ts'
import { body, params, read, request, server, servers, watch } from './setup.ts'

const base = 'https://api.example.com/v4'

describe('a querySerializer', () => {
  const list = { params: { ...params, query: { search: 'ä b', page: 2 } } }
  const mine = (query: object) => `mine=${Object.keys(query).join('+')}`

  test('is not needed: names and values are encoded', async () => {
    const { http, last } = watch()
    await http.GET(servers, list)
    expect(last().url).toBe(`${base}${root}/servers?search=%C3%A4%20b&page=2`)
  })

  test('of the client writes the query, and that of a call stands before it', async () => {
    const { http, last } = watch({ querySerializer: (query) => mine(query) })
    await http.GET(servers, list)
    expect(last().url).toBe(`${base}${root}/servers?mine=search+page`)
    await http.GET(servers, { ...list, querySerializer: () => '?other' })
    expect(last().url).toBe(`${base}${root}/servers?other`)
  })

  test('may be the options of openapi-fetch', async () => {
    const { http, last } = watch({ querySerializer: { array: { style: 'pipeDelimited', explode: false } } })
    await request(http, 'get', '/any', { params: { query: { ids: ['a', 'b'] } } })
    expect(last().url).toBe(`${base}/any?ids=a|b`)
  })
})

describe('a bodySerializer', () => {
  test('of the client writes the body, and that of a call stands before it', async () => {
    const { http, last } = watch({ bodySerializer: (value) => `<client>${Object.keys(Object(value))}</client>` })
    await http.POST(servers, { params, body })
    expect(await last().text()).toBe('<client>id,name,hostname,auth_type</client>')
    await http.POST(servers, { params, body, bodySerializer: () => '<call/>', headers: { 'content-type': 'text/xml' } })
    expect(await last().text()).toBe('<call/>')
    expect(last().headers.get('content-type')).toBe('text/xml')
  })

  test('is not needed for a form', async () => {
    const { http, last } = watch()
    await request(http, 'post', '/any', {
      body: { a: 'b c' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(await last().text()).toBe('a=b+c')
  })

  test.each([
    ['null', null],
    ['false', false],
    ['0', 0],
    ['""', ''],
  ])('is not needed for %s', async (text, value) => {
    const { http, last } = watch()
    await request(http, 'post', '/any', { body: value })
    expect(await last().text()).toBe(text)
  })
})

test('a pathSerializer of the client fills the path, and that of a call stands before it', async () => {
  const { http, last } = watch({
    pathSerializer: (path, ids) => path.replace('{account_id}', 'a').replace('{id}', `-${ids.id}-`),
  })
  await read(http)
  expect(new URL(last().url).pathname).toMatch(/\/accounts\/a\/.*\/-docs-$/)
  await read(http, { pathSerializer: () => `${base}/call` })
  expect(last().url).toBe(`${base}/call`)
})

describe('without a pathSerializer', () => {
  test('an id is one segment, whatever it holds', async () => {
    const { http, last } = watch()
    await http.GET(server, { params: { path: { account_id: accountId, id: 'a/b?c#d ä' } } })
    expect(last().url).toBe(`${base}${root}/servers/a%2Fb%3Fc%23d%20%C3%A4`)
  })

  test("the client's account stands in a path whose call names none, and that of a call before it", async () => {
    const { http, last } = watch({ accountId: 'own' })
    const get = (path?: object) => Reflect.apply(http.GET, http, [servers, { params: { path } }])
    await get()
    expect(last().url).toBe(`${base}/accounts/own/access/ai-controls/mcp/servers`)
    await get({ account_id: 'other' })
    expect(last().url).toBe(`${base}/accounts/other/access/ai-controls/mcp/servers`)
  })

  test('a path that the spec lacks is filled in every style of openapi-fetch', async () => {
    const { http, last } = watch()
    const path = { id: 5, list: [1, 2], point: { x: 1, y: 2 }, label: 'l', matrix: 'm' }
    await request(http, 'get', '/any/{id}/{list}/{point*}/{.label}/{;matrix}', { params: { path } })
    expect(last().url).toBe(`${base}/any/5/1,2/x=1,y=2/.l/;matrix=m`)
  })

  test.each([
    ['an empty id', server, { id: '' }, "id: '' cannot be a part of a path"],
    ['a dot', server, { id: '.' }, "id: '.' cannot be a part of a path"],
    ['two dots', server, { id: '..' }, "id: '..' cannot be a part of a path"],
    ['a number', server, { id: 5 }, 'id: expected a string, but it is number'],
    ['none', server, {}, 'id: expected a string, but it is undefined'],
    ['half a surrogate', server, { id: '\ud800' }, 'id: holds half of a surrogate pair'],
    ['no account', server, { account_id: undefined }, 'accountId: expected a string, but it is undefined'],
    [
      'two dots in a path that the spec lacks',
      '/zones/{zone_id}',
      { zone_id: '..' },
      "zone_id: '..' cannot be a part of a path",
    ],
    [
      'an empty id in a path that the spec lacks',
      '/zones/{zone_id}',
      { zone_id: '' },
      "zone_id: '' cannot be a part of a path",
    ],
  ])('%s is refused by name, and nothing is sent', async (_, template, ids, message) => {
    const { http, fetch } = watch()
    expect(
      await rejection(request(http, 'delete', template, { params: { path: { account_id: accountId, ...ids } } })),
    ).toEqual(new TypeError(message))
    expect(fetch).not.toHaveBeenCalled()
  })
})
