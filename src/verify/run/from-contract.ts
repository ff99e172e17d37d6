import type { ContractFinding } from '../../contract/index.ts'
import type { Finding, FindingKind } from './result.ts'

/** What the check of an exchange found, as a finding of a report; the account is not shown. */
export function fromContract(kind: FindingKind, finding: ContractFinding & { message: string }): Finding {
  const { operationId, method, path, status, pointer, expected, received } = finding
  // The method and the path, which the finding has beside it.
  const message = finding.message.replace(/ \[[A-Z]+ \/\S*\]$/, '')
  return {
    kind,
    code: 'contract',
    message,
    operationId,
    method,
    path: withoutAccount(path),
    status,
    pointer,
    expected,
    received,
  }
}

/** A path with `{account_id}` in the place of the account. */
export const withoutAccount = (path: string): string => path.replace(/^\/accounts\/[^/]+/, '/accounts/{account_id}')
