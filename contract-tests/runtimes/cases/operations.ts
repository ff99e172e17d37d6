import { calls } from '../../support/calls.ts'
import type { OperationId } from '../../support/description.ts'
import { equal } from './assert.ts'
import { accountId, type Case } from './world.ts'

/** All eleven, and the typed client underneath. */
export const operationCases: Case[] = [
  ...(Object.keys(calls) as OperationId[]).map(answersAsDescribed),
  {
    name: 'http answers with data, status and headers',
    run: async ({ mock, examples }) => {
      const { data, error, response } = await mock().http.GET('/accounts/{account_id}/access/ai-controls/mcp/servers', {
        params: { path: { account_id: accountId }, query: { per_page: 100 } },
      })
      equal(data, examples.calls.listServers.answer, 'data')
      equal([error, response.status], [undefined, 200], 'error and status')
      equal(response.headers.get('content-type'), 'application/json', 'the content type')
    },
  },
]

function answersAsDescribed(operation: OperationId): Case {
  return {
    name: `${operation} answers as described`,
    run: async ({ mock, examples }) => {
      const { body, answer } = examples.calls[operation]
      const found = await calls[operation](mock(), { id: 'docs', query: { page: 1, per_page: 20, search: 'e' }, body })
      equal(found, operation.startsWith('list') ? answer : answer.result, 'the answer')
    },
  }
}
