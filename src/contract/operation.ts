import { type DescribedOperation, describedOperations } from '../../generated/contract.ts'

/** An operation of the spec, and the parameters in a path. */
export interface Match {
  operation: DescribedOperation
  pathParameters: Record<string, string>
}

/** The prefix of all paths: any other path below it belongs to this API too. */
const commonPath = describedOperations
  .map(({ path }) => path)
  .reduce((common, path) => {
    let length = 0
    while (length < common.length && common[length] === path[length]) length++
    return common.slice(0, length)
  })
  .replace(/[^/]*$/, '')

const templates = describedOperations.map((operation) => ({ operation, expression: toExpression(operation.path, '$') }))
const anyOfThisApi = toExpression(commonPath, '')

/**
 * Finds the operation that a request calls: `unknown` if the path is below this API's, but the spec does not have the
 * operation; undefined if the path is another API's. Any prefix of the paths is accepted: Cloudflare has `/client/v4`,
 * a mock has none.
 */
export function findOperation(method: string, pathname: string): Match | 'unknown' | undefined {
  for (const { operation, expression } of templates) {
    const found = operation.method === method ? expression.exec(pathname) : null
    if (found) return { operation, pathParameters: decoded(found.groups ?? {}) }
  }
  return anyOfThisApi.test(pathname) ? 'unknown' : undefined
}

function toExpression(template: string, end: string): RegExp {
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
