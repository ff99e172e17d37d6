import { type DescribedOperation, describedOperations } from '../../generated/contract.ts'

/** An operation of the description, and the parameters that a path gives it. */
export interface Match {
  operation: DescribedOperation
  pathParameters: Record<string, string>
}

/** What all paths begin with: whatever else is below it belongs to this API too. */
const commonPath = describedOperations
  .map(({ path }) => path)
  .reduce((common, path) => {
    let length = 0
    while (length < common.length && common[length] === path[length]) length++
    return common.slice(0, length)
  })
  .replace(/[^/]*$/, '')

const templates = describedOperations.map((operation) => ({ operation, expression: expressionOf(operation.path, '$') }))
const anyOfThisApi = expressionOf(commonPath, '')

/**
 * The operation that a request is meant for; `unknown` where it is one of this API, but none that the description has;
 * undefined where it is about something else. What stands before the paths of the description (a mock has nothing there,
 * Cloudflare `/client/v4`) does not matter.
 */
export function operationOf(method: string, pathname: string): Match | 'unknown' | undefined {
  for (const { operation, expression } of templates) {
    const found = operation.method === method ? expression.exec(pathname) : null
    if (found) return { operation, pathParameters: decoded(found.groups ?? {}) }
  }
  return anyOfThisApi.test(pathname) ? 'unknown' : undefined
}

function expressionOf(template: string, end: string): RegExp {
  const literal = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  return new RegExp(literal.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)') + end)
}

function decoded(parameters: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      try {
        return [name, decodeURIComponent(value)]
      } catch {
        return [name, value]
      }
    }),
  )
}
