import { type OperationValidators, operationValidators } from '../../generated/validators.ts'

/** An operation of the spec, and the parameters in a path. */
export interface Match {
  operation: OperationValidators
  pathParameters: Record<string, string>
}

const templates = operationValidators.map((operation) => ({ operation, segments: operation.path.slice(1).split('/') }))

/** The segments that all paths begin with: any other path below them belongs to this API too. */
const common = templates
  .map(({ segments }) => segments)
  .reduce((shared, segments) => {
    const end = shared.findIndex((segment, at) => segment !== segments[at])
    return end < 0 ? shared : shared.slice(0, end)
  })

/**
 * Finds the operation that a request calls: `unknown` if the path is below this API's, but the spec does not have the
 * operation; undefined if the path is another API's. Any prefix of the paths is accepted: Cloudflare has `/client/v4`,
 * a mock has none. It does not matter which characters of a path are percent-encoded.
 */
export function findOperation(method: string, pathname: string): Match | 'unknown' | undefined {
  const segments = pathname.split('/').map(decode)
  const start = segments.findIndex((_, at) => fill(common, segments.slice(at, at + common.length)))
  const path = segments.slice(start)
  if (start < 0 || path.length === common.length) return undefined
  for (const { operation, segments: template } of templates) {
    const pathParameters = operation.method === method && fill(template, path)
    if (pathParameters) return { operation, pathParameters }
  }
  return 'unknown'
}

/** The parameters of a path; undefined if it does not follow the template. */
function fill(template: string[], path: string[]): Record<string, string> | undefined {
  const isParameter = (segment: string) => segment.startsWith('{')
  const follows =
    template.length === path.length &&
    template.every((segment, at) => (isParameter(segment) ? path[at] !== '' : segment === path[at]))
  if (!follows) return undefined
  return Object.fromEntries(
    template.flatMap((segment, at) => (isParameter(segment) ? [[segment.slice(1, -1), path[at] ?? '']] : [])),
  )
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
