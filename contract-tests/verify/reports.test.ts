import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { handle, refusal } from '../support/deviations/handle.ts'
import {
  answering,
  type Deviate,
  type Is,
  instead,
  isDelete,
  isList,
  isRead,
  of,
  put,
  resultOf,
} from '../support/deviations/make.ts'
import { type LocalServerOptions, startServer, token } from '../support/deviations/server.ts'
import { buildCommand, command, removeCommand, stable } from './command.ts'

vi.setConfig({ testTimeout: 60_000 })

beforeAll(buildCommand)

afterAll(removeCommand)

/** Several deviations at once, so that a report has every kind of finding. */
const deviating: Deviate = (account, request) => {
  const response = handle(account, request)
  const is = (collection: string, kind: Is) => response.status === 200 && of(collection, kind)(request)
  if (is('servers', isList)) return put('/result_info', undefined)(response)
  if (is('portals', isList)) {
    const total = put('/result_info/total_pages', 9)(put('/result_info/per_page', '100')(response))
    return resultOf(response)[0] ? put('/result/0/name', 'Other')(total) : total
  }
  if (is('servers', isRead)) return put('/result/tools', undefined)(response)
  if (is('portals', isRead)) return put('/result/favourite_color', 'orange')(response)
  if (is('portals', isDelete)) return { status: 204, body: '' }
  return response
}

async function report(options: LocalServerOptions, ...args: string[]): Promise<string> {
  const server = await startServer({ items: 2, ...options })
  const { stdout } = await command(['verify', '--base-url', server.url, ...args])
  await server.close()
  return stable(stdout)
}

describe('a report', () => {
  test('of a server that does as documented', async () => {
    await expect(await report({}, '--write')).toMatchFileSnapshot('golden/passed.txt')
  })

  test.each(['text', 'json', 'junit', 'github'])(
    'of a server of which several things are wrong: %s',
    async (reporter) => {
      const written = await report({ deviation: deviating }, '--write', '--reporter', reporter)
      const file = { text: 'failed.txt', json: 'failed.json', junit: 'failed.xml', github: 'failed.github.txt' }[
        reporter
      ]
      await expect(written).toMatchFileSnapshot(`golden/${file}`)
    },
  )

  test('of a server that lets nothing be deleted', async () => {
    const deviation = instead(of('servers', isDelete), () => refusal(403, 10000, 'not this one'))
    await expect(await report({ deviation }, '--write')).toMatchFileSnapshot('golden/left-behind.txt')
  })

  test('of a token that is not accepted', async () => {
    const server = await startServer({ items: 2 })
    const { stdout } = await command(['verify', '--base-url', server.url], { CLOUDFLARE_API_TOKEN: 'another-token' })
    await server.close()
    await expect(stable(stdout)).toMatchFileSnapshot('golden/not-accepted.txt')
  })

  test('of an address where something else is', async () => {
    const server = createServer((_, response) => response.writeHead(404, { 'Content-Type': 'text/html' }).end('<html>'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { exitCode, stdout } = await command(['verify', '--base-url', address])
    server.close()
    expect(exitCode).toBe(2)
    await expect(stable(stdout)).toMatchFileSnapshot('golden/no-api.txt')
  })

  test('of a base URL without its path', async () => {
    const server = await startServer({ items: 2 })
    const { exitCode, stdout } = await command(['verify', '--base-url', server.url.replace('/client/v4', '')])
    await server.close()
    expect(exitCode).toBe(2)
    await expect(stable(stdout)).toMatchFileSnapshot('golden/no-route.txt')
  })

  test('of a mock that keeps nothing', async () => {
    const example = {
      id: 'docs',
      name: 'Docs',
      hostname: 'https://docs.example.com/mcp',
      auth_type: 'oauth',
      tools: [],
      prompts: [],
    }
    const deviation: Deviate = (account, request) => {
      if (isList(request)) return handle(account, request)
      return { status: 200, body: { success: true, errors: [], messages: [], result: example } }
    }
    await expect(await report({ deviation, items: 0 }, '--write')).toMatchFileSnapshot('golden/no-memory.txt')
  })
})

describe('a server that repeats what it was sent, and tries to give commands', () => {
  const forged = `x\n::error title=forged::lost\n\x1b[2J\x9b31m\uFFFF\u202E##[add-mask]lost`
  const secrets = [token, `Bearer ${token}`, Buffer.from(token).toString('base64')]

  /** Where a server may put text: ids, names, fields, values, messages. */
  const places: [string, Deviate][] = [
    ['an id', answering(isList, (it) => (resultOf(it)[0] ? put('/result/0/id', forged + secrets.join())(it) : it))],
    ['a name', answering(isRead, put('/result/name', forged + secrets.join()))],
    ['a field', answering(isRead, (it) => put(`/result/${encodeField(forged + secrets.join())}`, 1)(it))],
    ['a value', answering(isRead, put('/result/auth_type', forged + secrets.join()))],
    ['a message', instead(isRead, () => refusal(400, 7001, forged + secrets.join()))],
    ['a body', instead(isRead, () => ({ status: 200, body: forged + secrets.join(), type: 'text/html' }))],
    ['a content type', instead(isList, () => ({ status: 200, body: '', type: `text/${token}` }))],
  ]

  test.each(places)('shows no secret and gives no command in %s', async (_, deviation) => {
    for (const reporter of ['text', 'json', 'junit', 'github']) {
      const server = await startServer({ items: 2, deviation })
      const { stdout, stderr } = await command(['verify', '--base-url', server.url, '--reporter', reporter])
      await server.close()
      for (const secret of secrets) expect(stdout + stderr).not.toContain(secret)
      expect(stdout + stderr).not.toMatch(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/u)
      expect(stdout).not.toMatch(/^\s*::error title=forged/m)
      expect(stdout).not.toContain('##')
    }
  })
})

/** As a part of a JSON pointer. */
const encodeField = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')
