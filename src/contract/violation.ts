import { McpPortalsError } from '../client/errors.ts'
import { type ContractFinding, toSentence } from './finding.ts'

/**
 * A request or a response breaks the spec. If a `contractFetch` throws it, the client does not retry and rejects with
 * it; `outcome` is `rejected` for a request, which was not sent, and `unknown` for a response.
 *
 * @example
 * ```ts
 * import { createClient } from 'cloudflare-mcp-portals'
 * import { ContractViolationError, contractFetch } from 'cloudflare-mcp-portals/contract'
 *
 * const checked = createClient({ fetch: contractFetch() })
 * await checked.servers.read('docs').catch((error) => {
 *   if (!(error instanceof ContractViolationError)) throw error
 *   console.error(error.operationId, error.side, error.status, error.pointer, error.expected, error.received)
 * })
 * ```
 */
export class ContractViolationError extends McpPortalsError implements ContractFinding {
  declare readonly operationId?: string
  declare readonly method: string
  declare readonly path: string
  declare readonly side: ContractFinding['side']
  declare readonly status?: number
  declare readonly place: ContractFinding['place']
  declare readonly pointer: string
  declare readonly expected: string
  declare readonly received: string
  /** On an error that was thrown: the other violations of the same request or response. */
  readonly others: readonly ContractViolationError[]

  constructor(finding: ContractFinding, others: readonly ContractViolationError[] = []) {
    super(toSentence(finding) + (others.length > 0 ? ` (and ${others.length} more)` : ''))
    Object.assign(this, finding, { outcome: finding.side === 'request' ? 'rejected' : 'unknown' })
    this.others = others
  }
}

// As for the errors of the main entry: a stack trace begins with it, and it survives minification.
Object.defineProperty(ContractViolationError.prototype, 'name', {
  value: 'ContractViolationError',
  configurable: true,
  writable: true,
})
