import { type ApiToken, checkToken } from '../options.ts'
import type { Call } from './call.ts'

/** Headers of one attempt, token included. What a token function throws passes through as it is. */
export function authorise(call: Call, apiToken: ApiToken): Record<string, string> | Promise<Record<string, string>> {
  if (typeof apiToken !== 'function') return withToken(call, apiToken)
  return Promise.resolve(apiToken()).then((token) => {
    checkToken(token)
    call.tokens = [...call.tokens, token]
    return withToken(call, token)
  })
}

// A copy in any case: a given fetch may change what it gets.
function withToken({ headers }: Call, token: string | null): Record<string, string> {
  return token === null ? { ...headers } : { ...headers, authorization: `Bearer ${token}` }
}
