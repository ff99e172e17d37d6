import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { type ContractViolationError, contractFetch, type UndocumentedFinding } from '../../src/contract/index.ts'
import { changed } from '../support/change.ts'
import { exampleBody, type Given, operation, successful, toAddress, toInit, toResponse } from './exchange.ts'

const token = 'T0ken-that-nobody-may-see'
const credentials = 'cr3d"entials \\ with marks'
const headers = { Authorization: `Bearer ${token}`, 'X-Auth-Key': token }
const body = changed(exampleBody('createServer'), '/auth_credentials', credentials)
const response = successful('createServer')

const everywhere: [string, Given, id?: string][] = [
  ['in a text of the wrong form', { body: changed(body, '/id', `${credentials} ${token}`) }],
  ['as the name of a field', { body: changed(body, `/${token}`, 1) }],
  ['in a list where a text belongs', { body: changed(body, '/auth_credentials', [credentials]) }],
  [
    'under its name deep inside',
    { body: changed(body, '/updated_tools', [{ name: 'a', auth_credentials: credentials }]) },
  ],
  ['in a body that is not JSON', { body: `{"auth_credentials":"${token}"` }],
  ['in the query', { query: `?token=${token}&page=${token}` }],
  ['in a content type', { headers: { 'Content-Type': `text/${token}` } }],
  ['in the path', { id: token }],
  ['echoed by a response', { response: changed(response, '/result/auth_type', `${credentials} ${token}`) }],
  ['echoed by a response under its name', { response: changed(response, '/result/auth_credentials', credentials) }],
  ['echoed as the name of a field', { response: changed(response, `/result/${token}`, true) }],
  ['echoed where the success belongs', { response: changed(response, '/result', credentials) }],
  ['echoed by a refusal', { status: 400, response: credentials, contentType: `text/${token}` }],
  ['longer than what is shown', { response: changed(response, '/result/auth_type', `${'x'.repeat(100)}${token}`) }],
]

test.each(everywhere)('a secret %s is not shown', async (_, given) => {
  const found: (ContractViolationError | UndocumentedFinding)[] = []
  const take = (finding: ContractViolationError | UndocumentedFinding) => void found.push(finding)
  const id = given.id ? 'updateServer' : 'createServer'
  const fetch = contractFetch(async () => toResponse(id, given), { onViolation: take, onUndocumented: take })
  await fetch(
    toAddress(operation(id), given),
    toInit(id, { body, ...given, headers: { ...headers, ...given.headers } }),
  )
  expect(found).not.toEqual([])
  const shown = found
    .map((finding) => inspect(finding, { depth: 9 }) + JSON.stringify(finding) + String(finding))
    .join()
  for (const secret of [token, token.slice(0, 12), credentials, credentials.slice(0, 5)])
    expect(shown).not.toContain(secret)
})
