import { calls } from '../../support/calls.ts'
import type { OperationId } from '../../support/description.ts'
import { equal } from './assert.ts'
import { accountId, type Case, token } from './world.ts'

/** All eleven, and the HTTP client. */
export const operationCases: Case[] = [
  ...(Object.keys(calls) as OperationId[]).map(returnsTheExample),
  {
    name: 'the HTTP client returns data, status and headers',
    run: async ({ lib, mockUrl, examples }) => {
      const http = lib.createHttpClient({ apiToken: token, baseUrl: mockUrl })
      const { data, error, response } = await http.GET('/accounts/{account_id}/access/ai-controls/mcp/servers', {
        params: { path: { account_id: accountId }, query: { per_page: 100 } },
      })
      equal(data, examples.calls.listServers.response, 'data')
      equal([error, response.status], [undefined, 200], 'error and status')
      equal(response.headers.get('content-type'), 'application/json', 'the content type')
    },
  },
]

function returnsTheExample(operation: OperationId): Case {
  return {
    name: `${operation} returns what the spec describes`,
    run: async ({ mock, examples }) => {
      const { body, response } = examples.calls[operation]
      const found = await calls[operation](mock(), { id: 'docs', query: { page: 1, per_page: 20, search: 'e' }, body })
      equal(found, operation.startsWith('list') ? response : response.result, 'the result')
    },
  }
}
