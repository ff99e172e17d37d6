import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { withoutFurtherMembers } from '../support/described.ts'
import { description, inlined, latestDescription } from '../support/description.ts'

export type Edition = 'reference' | 'latest'
type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

interface Documented {
  method: string
  path: RegExp
  /** By status. */
  validators: Map<string, ValidateFunction>
}

interface Document {
  paths: Record<
    string,
    Record<string, { responses?: Record<string, { content: { 'application/json': { schema: object } } }> }>
  >
}

/**
 * A fetch that fails on a response that is not as its edition says, by ajv on the OpenAPI document: not by the validators
 * that the mock itself uses. A response may have no field and no status that the edition lacks.
 */
export function checked(fetch: Fetch, edition: Edition): Fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const response = await fetch(input, init)
    const body: unknown = await response.clone().json()
    const problem = findProblem(documented[edition], request, response.status, body)
    if (problem)
      throw new Error(`${request.method} ${request.url} ${response.status}: ${problem}: ${JSON.stringify(body)}`)
    return response
  }
}

function findProblem(operations: Documented[], { method, url }: Request, status: number, body: unknown) {
  const { pathname } = new URL(url)
  const operation = operations.find((each) => each.method === method && each.path.test(pathname))
  const validate = operation?.validators.get(String(status))
  if (!validate) return 'neither this operation nor this status is documented'
  return validate(body) ? undefined : JSON.stringify(validate.errors)
}

const documented = { reference: readDocument(inlined(description)), latest: readDocument(latestDescription) }

function readDocument(document: object): Documented[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  const { paths } = withoutFurtherMembers(document) as Document
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) => {
      if (!responses) return []
      const validators = Object.entries(responses).map(
        ([status, { content }]) => [status, ajv.compile(content['application/json'].schema)] as const,
      )
      const expression = new RegExp(`${path.replace(/\{\w+\}/g, '[^/]+')}$`)
      return [{ method: method.toUpperCase(), path: expression, validators: new Map(validators) }]
    }),
  )
}
